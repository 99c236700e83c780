"""telcon show, telcon explain and telcon verify."""

from __future__ import annotations

import json
import re
import sqlite3
from pathlib import Path

import pytest

from telcon.languages.rules import form_of, protecting_cases
from telcon.languages.sheets import load_sheet
from tests.cli_record.conftest import Run
from tests.contacts.made_up_pages import CALL, OTHER
from tests.store.readings import RULE, page


@pytest.fixture
def contact(run: Run, folder: Path) -> str:
    run("add", folder)
    found = json.loads(run("contacts", "--since", "2025-01-21", "--output", "jsonl").stdout.splitlines()[0])
    return str(found["id"])


def test_a_contact_is_shown_with_its_words(run: Run, contact: str) -> None:
    done = run("show", contact[:6])
    assert done.exit_code == 0
    assert done.stdout.startswith(f"{contact}  phone held  2025-01-21\n  Vladimir Putin (Russia), head of state\n")
    assert "  lasted 1 h 35 min\n" in done.stdout
    assert "  kind = phone\n      Kremlin: “điện đàm” - p00" in done.stdout
    assert re.search(r"date = 2025-01-21\n      “ngày 21/1” - p00\d, line 3", done.stdout)
    assert "Vladimir Putin, according to TASS (direct):" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80 + len(str(Path.cwd()))


def test_a_contact_is_shown_as_json(run: Run, contact: str) -> None:
    full = json.loads(run("show", contact, "--output", "json").stdout)
    assert full["contact"]["id"] == contact
    assert len(full["contact"]["pages"]) == 3
    assert {claim["page"] for claim in full["claims"]} == {0, 1, 2}
    date = next(claim for claim in full["claims"] if claim["field"] == "date")
    assert [words["line"] for words in date["evidence"]] == [3, 1]
    assert full["statements"][0]["said_by"] == ["TASS"]


def test_a_value_is_explained(run: Run, contact: str) -> None:
    told = run("explain", contact, "date").stdout
    assert told.startswith("date = 2025-01-21\n  read from      p00")
    assert ", line 3, characters " in told
    assert "»ngày 21/1«" in " ".join(told.split())
    assert "  resolved with  p00" in told
    assert "  rule           mentions/dates: day\n" in told
    assert "duration" not in told
    assert "  next best      90\n" in run("explain", contact, "duration").stdout
    assert "statement of Vladimir Putin, according to TASS (direct)" in run("explain", contact, "statements").stdout


def test_everything_is_explained_without_a_field(run: Run, contact: str) -> None:
    told = run("explain", contact).stdout
    assert {"kind = phone", "date = 2025-01-21", "duration = 95"} <= set(told.splitlines())
    assert "  because        a cue\n" in told
    assert f"  rule           {RULE}\n                 [" in told


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show", "zzz"], "zzz: no contact has an id that begins so (list them: telcon contacts)"),
        (["show", ""], "3 contacts begin so"),
        (["explain", "zzz"], "no contact has an id"),
        (["show", "%"], "no contact has an id"),
    ],
)
def test_an_id_that_means_none_or_many_is_told(run: Run, contact: str, arguments: list[str], told: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert told in done.stderr


def test_a_field_without_claims_is_told(run: Run, contact: str) -> None:
    done = run("explain", contact, "weather")
    assert done.exit_code == 2
    assert "weather: the contact has no claim on such a field (it has kind, date, duration, statements)" in done.stderr


def test_a_sound_record_is_verified(run: Run, contact: str) -> None:
    done = run("verify")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "5 pages, all sound" in done.stderr


def test_damage_is_printed_with_page_and_place(run: Run, contact: str, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "telcon.db") as connection:
        connection.execute("UPDATE statements SET words = 'khác' WHERE version_id = 2")
    done = run("verify")
    assert done.exit_code == 1
    assert re.fullmatch(r"p001: statement 0: characters \d+ to \d+ read '.*', not 'khác'\n", done.stdout)
    assert "1 wrong in" in done.stderr


@pytest.mark.parametrize("command", ["show x", "explain x", "verify", "contacts"])
def test_a_missing_record_is_told_with_what_to_do(run: Run, command: str, tmp_path: Path) -> None:
    done = run(*command.split())
    assert done.exit_code == 2
    assert "telcon.db: there is no such record (make it with: telcon add PAGES" in done.stderr
    assert not (tmp_path / "telcon.db").exists()


@pytest.mark.parametrize("command", ["add", "contacts", "show", "explain", "verify"])
def test_help_teaches_by_example(run: Run, command: str) -> None:
    assert f"telcon {command}" in run(command, "--help").stdout.split("Options")[0].split("\n", 2)[2]


def test_the_cases_that_protect_a_form_are_those_that_hold_it(tmp_path: Path) -> None:
    folder = tmp_path / "xx"
    folder.mkdir()
    (folder / "calls.forms.txt").write_text("[phone noun]\ncuộc (điện đàm|gọi)\n{n} phút\nthoại\n", encoding="utf-8")
    (folder / "calls.cases.txt").write_text(
        "[phone noun]\nMột {cuộc điện đàm}.\nMột {cuộc gọi} dài {30 phút}.\nKhông có gì.\n", encoding="utf-8"
    )
    sheet = load_sheet(folder, "calls")
    held = [[case.text for case in protecting_cases(sheet, form)] for form in sheet.forms]
    assert held[0] == ["Một cuộc điện đàm.", "Một cuộc gọi dài 30 phút."]
    assert held[1] == ["Một cuộc gọi dài 30 phút."]
    assert len(held[2]) == 3


def test_a_rule_in_code_has_no_form() -> None:
    assert form_of("reports/dates.py: anchor") is None
    assert form_of("vi/contacts.forms.txt:99999") is None
    assert form_of("xx/contacts.forms.txt:1") is None


@pytest.fixture
def copied(run: Run, tmp_path: Path) -> str:
    """A contact of three pages, of which one copies another."""
    folder = tmp_path / "copied"
    folder.mkdir()
    for name, paragraphs in {"first": CALL, "copy": CALL[:3], "own": OTHER}.items():
        text = "\n".join((page().text.replace("\n\n", "\n2025-01-21\n", 1), *paragraphs))
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    run("add", folder)
    return str(json.loads(run("contacts", "--output", "jsonl").stdout)["id"])


def test_pages_stand_below_their_origin(run: Run, copied: str) -> None:
    told = run("show", copied).stdout
    assert "Pages: 3, independent sources: 2\n" in told
    assert re.search(
        r"\n  first  2025-01-22T10:46\n(?:      .*\n)+?      copy  2025-01-22T10:46\n          copies first \(\d\d+%",
        told,
    )
    assert run("contacts").stdout.splitlines()[1].endswith("  3 (2)")
    assert run("contacts", "--output", "csv").stdout.splitlines()[1].endswith(",2")


def test_pages_name_their_origin_in_json(run: Run, copied: str) -> None:
    told = json.loads(run("show", copied, "--output", "json").stdout)["contact"]
    assert told["independent"] == 2
    names = [page["name"] for page in told["pages"]]
    copies = {page["name"]: page["copy"] for page in told["pages"] if page["copy"]}
    assert copies["copy"]["origin"] == names.index("first")
    assert copies["copy"]["extent"] == "whole"
    assert copies["copy"]["reasons"] == ["is shorter"]
    assert list(copies) == ["copy"]
