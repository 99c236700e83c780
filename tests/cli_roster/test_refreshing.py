"""`telcon roster refresh`: what a service tells is shown, and taken over on agreement alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from telcon.roster.loading import FOLDER, read_roster
from tests.cli_roster.conftest import Run
from tests.registers.conftest import Service, reply, row, service, table

__all__ = ["service"]

NAMES = {"en": "Ada Example", "vi": "A-đa Ví-dụ", "ru": "Пример, Ада", "hans": "艾达·示例"}
HEADS = (
    row("FJ", "Q981549", "2022-12-24", "2026-06-01", en="Sitiveni Rabuka"),
    row("FJ", "Q999999901", "2026-06-01", **NAMES),
    row("RU", "Q999999902", "2026-06-01", en="Eve Evans"),
    row("GU", "Q999999903", "2026-06-01", en="Abel Guamer"),
    row("FJ", "Q999999904", "2026-06-01", rank="DeprecatedRank"),
)
GOVERNMENT = ("--office", "head_of_government")


@pytest.fixture
def asked(service: Service) -> tuple[str, ...]:
    service.replies = [reply(table(*HEADS))]
    return ("roster", "refresh", "--address", service.address, *GOVERNMENT)


def test_what_would_change_is_shown_and_nothing_is_written(run: Run, own: Path, asked: tuple[str, ...]) -> None:
    done = run(*asked, "--dry-run")
    assert done.exit_code == 0, done.stderr
    assert (
        done.stdout
        == """\
New people (1)
+ Q999999901 Ada Example
    + head_of_government FJ 2026-06-01/..
    + vi  A-đa Ví-dụ
    + ru  Ада Пример
    + zh  艾达·示例

Ended terms (1)
+ Q981549 Sitiveni Rabuka
    - head_of_government FJ 2022-12-24/.. prime minister
    + head_of_government FJ 2022-12-24/2026-06-01 prime minister

Contradicts: somebody else holds the office then (1)
! Q999999902 Eve Evans
    ! head_of_government RU 2026-06-01/..
    ? Q4298520 Mikhail Mishustin

"""
    )
    assert "4 terms told" in done.stderr
    assert "passed over: deprecated there: 1, of states that the roster lacks: 1" in done.stderr
    assert "2 changes; 1 is only shown" in done.stderr
    assert not own.exists()


def test_on_agreement_it_is_taken_over_and_then_there_is_nothing_new(
    run: Run, own: Path, asked: tuple[str, ...]
) -> None:
    assert run(*asked, "--yes").exit_code == 0
    roster = read_roster(FOLDER, own)
    assert ("2022-12-24", "2026-06-01") in [(term.start, term.stop) for term in roster.people["Q981549"].terms]
    assert roster.people["Q999999901"].own == (("vi", "A-đa Ví-dụ"),)
    written = (own / "people.txt").read_text(encoding="utf-8")
    assert f"2 people from {asked[3]}" in written.partition("\n\n")[0]
    assert "  ru      Ада Пример |  | Пример\n" in written
    assert "Q999999902" not in written
    again = run(*asked, "--yes")
    assert "0 changes; 1 is only shown" in again.stderr
    assert (own / "people.txt").read_text(encoding="utf-8") == written


def test_contradictions_are_taken_over_where_that_is_asked_for(run: Run, own: Path, asked: tuple[str, ...]) -> None:
    assert run(*asked, "--yes", "--contradictions").exit_code == 0
    assert "Q999999902" in read_roster(FOLDER, own).people


def test_without_a_terminal_nothing_is_taken_over_unless_told_so(run: Run, own: Path, asked: tuple[str, ...]) -> None:
    done = run(*asked)
    assert done.exit_code == 2
    assert "telcon: nothing was taken over (say so with --yes" in done.stderr
    assert not own.exists()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("telcon.cli.roster.refresh.is_terminal", lambda: True)


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("typed", "taken"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_on_a_terminal_it_asks(run: Run, own: Path, asked: tuple[str, ...], typed: str, taken: bool) -> None:
    done = run(*asked, typed=typed)
    assert f"Take 2 changes over into {own}?" in done.stderr
    assert own.exists() is taken


def test_lines_of_json_hold_the_same(run: Run, asked: tuple[str, ...]) -> None:
    rows = [json.loads(line) for line in run(*asked, "--dry-run", "--output", "jsonl").stdout.splitlines()]
    assert [line["kind"] for line in rows] == ["new person", "ended", "two at once"]
    assert rows[0]["term"] == {
        "role": "head_of_government",
        "country": "FJ",
        "start": "2026-06-01",
        "stop": None,
        "title": "",
    }


def test_both_heads_are_asked_for_unless_told_otherwise(run: Run, service: Service) -> None:
    service.replies = [reply(table(*HEADS))]
    assert run("roster", "refresh", "--address", service.address, "--dry-run", "--since", "2020").exit_code == 0
    queries = [form["query"] for form in service.asked]
    assert ["P35" in query for query in queries] == [True, False]
    assert all("YEAR(?stop) >= 2020" in query for query in queries)


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        (reply(b"<html>", kind="text/html"), "it answered with a page instead of results"),
        (reply(table()), "it knows of nobody"),
        (reply(b"", status=404), "it refuses (404)"),
        (reply(table(*HEADS)[:300]), "its answer breaks off or is damaged (ask for less"),
    ],
)
def test_what_goes_wrong_is_said_in_one_line_and_nothing_is_written(
    run: Run, own: Path, service: Service, answer: object, complaint: str
) -> None:
    service.replies = [answer]  # type: ignore[list-item]
    done = run("roster", "refresh", "--address", service.address, "--yes")
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"telcon: {service.address}: {complaint}" in done.stderr
    assert not own.exists()


def test_without_a_network_that_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    done = run("roster", "refresh", "--address", "http://127.0.0.1:9/sparql", "--yes")
    assert done.exit_code == 1
    assert "it cannot be reached (check the network and the address; nothing was changed)" in done.stderr
