"""`telcon roster check`: for people and for scripts."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli_roster.conftest import Run

DAY = ("--today", "2026-05-31")


def test_what_is_found_makes_the_exit_status(run: Run) -> None:
    done = run("roster", "check", *DAY)
    assert done.exit_code == 1
    assert "nobody in between  Lebanon" not in done.stdout
    assert "nobody in between  Austria (AT), head of state  2016-07-08/2017-01-26" in done.stdout
    assert "known to be so" in done.stderr


def test_lines_of_json_hold_the_same(run: Run, own: Path) -> None:
    own.mkdir()
    sheet = "Q999999901 Ada Example\n  office  head_of_state RU 2020-01-01/2020-12-31\n"
    (own / "people.txt").write_text(sheet, encoding="utf-8")
    done = run("roster", "check", *DAY, "--output", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows[0] == {
        "kind": "overlap",
        "state": "RU",
        "office": "head_of_state",
        "start": "2020-01-01",
        "stop": "2020-12-31",
        "people": ["Q7747", "Q999999901"],
        "detail": "",
    }
    assert f"your own roster: {own / 'people.txt'}, 1 person" in done.stderr


def test_gaps_are_told_from_the_length_asked_for(run: Run) -> None:
    found = [run("roster", "check", *DAY, "--gap", days).stdout.count("nobody in between") for days in (31, 365)]
    assert found[0] > found[1] > 0
    assert "foreign minister" in run("roster", "check", *DAY, "--ministers").stdout
