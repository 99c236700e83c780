"""`telcon read`, from what is typed to what is printed and the exit status."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from telcon.cli import app
from telcon.engine import runs
from telcon.exports import PageRow, decode_row
from telcon.languages import pack_codes
from telcon.model.contacts import (
    Claim,
    Evidence,
    Kind,
    Leftover,
    Level,
    Office,
    Participant,
    Report,
    Source,
    Statement,
    Status,
    Utterance,
)
from telcon.model.durations import Bound, Duration
from telcon.model.pages import Page
from telcon.model.readings import Reading
from telcon.model.spans import Span
from telcon.model.texts import Text
from telcon.model.views import View

PAGE = """Hai ông điện đàm

Tối 21/1, hai ông điện đàm hơn một giờ. Ông An nói: “Chúng tôi sẽ sớm gặp lại nhau ở Hà Nội.”
"""


def evidence(text: str, words: str) -> Evidence:
    start = text.index(words)
    return Evidence(Span(start, start + len(words)), words)


def stand_in(page: Page) -> Reading:
    """Read one contact out of PAGE; pass other pages over, or fail, as their text says."""
    if "fault" in page.text:
        raise RuntimeError("a fault\nof ours")
    if "điện đàm" not in page.text:
        return Reading(page, None, skipped="no pack for its language (th)")
    text = page.text
    long = evidence(text, "hơn một giờ")
    report = Report(
        (Participant("An Văn", "VN", Office.HEAD_OF_STATE), Participant("Bo Li", "CN", Office.ELECT)),
        Level.LEADERS,
        Kind.PHONE,
        Status.HELD,
        True,
        evidence(text, "điện đàm").span,
        "2025-01-21",
        "XXXX-01-21",
        Duration(60, Bound.OVER),
        "mutual",
        (Source("VNA", "VN"), Source("Reuters")),
        ("trade_economy",),
        (Claim("duration", "over 60", (long,), "vi/durations.forms.txt:1", ("VNA",), ("only one",)),),
    )
    said = evidence(text, "Chúng tôi sẽ sớm gặp lại nhau ở Hà Nội")
    statement = Statement(("An Văn",), (), Utterance.DIRECT, said, 0)
    leftover = Leftover(evidence(text, "gặp lại"), "a wish")
    view = Text(text, View(text, text, text.lower()), page.language or "vi", ())
    return Reading(page, view, (report,), (statement,), (leftover,))


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    status: int
    out: str
    err: str

    def rows(self) -> list[PageRow]:
        return [decode_row(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setattr(runs, "_read_page", lambda: stand_in)

    def run(*words: str | Path, given: bytes | str | None = None) -> Ran:
        result = CliRunner().invoke(app, ["read", *map(str, words)], input=given)
        assert "Traceback" not in result.stderr
        return Ran(result.exit_code, result.stdout, result.stderr)

    return run


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "call.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_lines(run: Run, page: Path) -> None:
    ran = run(page, "--output", "jsonl")
    assert (ran.status, ran.err) == (0, "1 page read\n")
    row = json.loads(ran.out)
    assert " ".join(row) == ("id file lang url published title outlet credits body_lines contacts statements skipped")
    (contact,) = row["contacts"]
    assert " ".join(contact) == (
        "participants level kind status date date_in_page duration initiator focus reported_by topics start stop claims"
    )
    assert contact["participants"][0] == {"name": "An Văn", "country": "VN", "role": "head_of_state"}
    assert contact["duration"] == {"minutes": 60, "bound": "over"}
    assert contact["reported_by"] == [{"name": "VNA", "side": "VN"}, {"name": "Reuters", "side": None}]
    (claim,) = contact["claims"]
    assert " ".join(claim) == "field value words start stop rule cited reasons"
    assert PAGE[claim["start"] : claim["stop"]] == claim["words"] == "hơn một giờ"
    (statement,) = row["statements"]
    assert " ".join(statement) == "speaker said_by kind begins ends contact topics text start stop end"
    assert PAGE[statement["start"] : statement["end"]] == statement["text"]
    assert (statement["begins"], statement["ends"]) == ("Chúng tôi sẽ sớm gặp", "lại nhau ở Hà Nội")


def test_array(run: Run, page: Path, tmp_path: Path) -> None:
    assert [row["id"] for row in json.loads(run(page, page, "-o", "json").out)] == ["call", "call"]
    (tmp_path / "none").mkdir()
    assert json.loads(run("-", "-o", "json", given="").out)[0]["skipped"] == "empty"


@pytest.mark.parametrize("width", [40, 80, 200])
def test_table_fits_its_width(run: Run, page: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    ran = run(page)
    assert max(map(len, ran.out.splitlines())) <= width
    told = re.sub(r"\s+", " ", ran.out)
    for words in ["An Văn (VN) – Bo Li (CN)", "phone, held", "2025-01-21"] + ["“hơn một giờ”"] * (width > 40):
        assert words in told


def test_table_keeps_terminal_codes_out(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "\x1b[31mred.txt"
    path.write_text(PAGE, encoding="utf-8")
    ran = run(path, tmp_path / "\x1b[2J")
    assert "\x1b" not in ran.out + ran.err


def test_leftovers_are_shown_where_asked_for(run: Run, page: Path) -> None:
    assert "leftovers" not in json.loads(run(page, "-o", "jsonl").out)
    row = json.loads(run(page, "-o", "jsonl", "--leftovers").out)
    assert row["leftovers"][0]["words"] == "gặp lại"
    assert "a wish" in run(page, "--leftovers").out


def test_one_bad_input_does_not_stop_the_others(run: Run, page: Path, tmp_path: Path) -> None:
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n" + bytes(60))
    (tmp_path / "thai.txt").write_text("โทรศัพท์", encoding="utf-8")
    (tmp_path / "fault.txt").write_text("fault", encoding="utf-8")
    ran = run(tmp_path / "nowhere.txt", tmp_path, "-o", "jsonl")
    assert ran.status == 1
    assert [(row.id, row.skipped) for row in ran.rows()] == [
        ("nowhere", "no such file or directory (check the path)"),
        ("call", None),
        ("fault", "internal error: RuntimeError: a fault\nof ours"),
        ("picture", "binary: a PNG picture, not text (give the text of the page)"),
        ("thai", "no pack for its language (th)"),
    ]
    assert ran.err.splitlines() == [
        f"telcon: {tmp_path}/nowhere.txt: no such file or directory (check the path)",
        f"telcon: {tmp_path}/fault.txt: internal error: RuntimeError: a fault of ours (report it; the run goes on)",
        f"telcon: {tmp_path}/picture.txt: binary: a PNG picture, not text (give the text of the page)",
        "1 page read, 1 passed over, 3 could not be read",
    ]


def test_dump_with_its_own_fields(run: Run, tmp_path: Path) -> None:
    dump = tmp_path / "d.jsonl"
    dump.write_text(
        json.dumps({"body": PAGE, "link": "https://a.example/1", "lang": "vi"}) + "\n{bad\n", encoding="utf-8"
    )
    ran = run(dump, "-o", "jsonl", "--text-field", "body", "--url-field", "link")
    first, second = ran.rows()
    assert (first.id, first.file, first.url, first.lang) == ("d.jsonl:1", f"{dump}:1", "https://a.example/1", "vi")
    assert (second.id, second.contacts) == ("d.jsonl:2", [])
    assert f"telcon: {dump}:2: bad JSON: " in ran.err


def test_many_complaints_of_one_kind_are_counted(run: Run, tmp_path: Path) -> None:
    dump = tmp_path / "d.jsonl"
    dump.write_text('{"body": "x"}\n' * 500, encoding="utf-8")
    ran = run(dump, "-o", "jsonl")
    assert ran.status == 1 and len(ran.rows()) == 500
    assert len(ran.err.splitlines()) == 12
    assert f"telcon: {dump}: 490 more rows like this: no field `text`" in ran.err
    assert ran.err.endswith("0 pages read, 500 could not be read\n")


def test_a_note_is_told_and_the_page_is_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(PAGE.encode() + b"\xff")
    ran = run(path, "-o", "jsonl")
    assert ran.status == 0 and ran.err.splitlines()[0] == f"telcon: {path}: 1 bad byte of UTF-8 read as \ufffd"


def test_standard_input(run: Run) -> None:
    assert run("-", "-o", "jsonl", given=PAGE).rows()[0].id == "stdin"
    assert len(run("-", "-o", "jsonl", given=json.dumps({"text": PAGE}) + "\n").rows()) == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "telcon: read: no path given (name files, folders, dumps or addresses, or - for standard input)"),
        (["a", "--max-size", "big"], "telcon: --max-size: `big` is no size (say 500k, 20M or 1G)"),
        (["a", "--max-size", "0"], "telcon: --max-size: `0` is no size (say 500k, 20M or 1G)"),
        (["a", "--language", "xx"], f"telcon: --language: no pack for `xx` (there are: {', '.join(pack_codes())})"),
        (["a", "--output", "xml"], "'xml' is not one of 'table', 'json', 'jsonl'"),
        (["a", "--jobs", "0"], "Invalid value for '--jobs'"),
        (["a", "--nonsense"], "No such option: --nonsense"),
    ],
)
def test_wrong_use(run: Run, words: list[str], told: str) -> None:
    ran = run(*words)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err


@pytest.mark.parametrize(("size", "status"), [("50", 1), ("1k", 0), ("0.5M", 0), ("1GB", 0)])
def test_max_size(run: Run, page: Path, size: str, status: int) -> None:
    assert run(page, "--max-size", size).status == status
