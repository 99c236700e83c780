"""telcon agreements."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli_record.conftest import Run


@pytest.fixture(autouse=True)
def _added(run: Run, folder: Path) -> None:
    assert run("add", folder).exit_code == 0


def test_the_ledger_is_a_table(run: Run) -> None:
    heading, row = run("agreements", "--today", "2026-01-01").stdout.splitlines()
    assert heading.split() == ["ID", "DUE", "STANDING", "STAGE", "MATTER", "SIDES", "CONTACTS", "WORDS"]
    assert " 2027 " in row
    assert "project (pipeline)" in row
    assert "China, Russia" in row


def test_each_page_s_words_stand_below_their_entry(run: Run) -> None:
    told = run("agreements", "--output", "text", "--today", "2028-01-01").stdout
    assert "China, Russia: past due\n  project (pipeline), planned, due 2027\n" in told
    said = "Vladimir Putin, according to TASS: “Quan hệ hai nước đang ở mức cao nhất” - p000, line 4"
    assert said in " ".join(told.split())


def test_the_ledger_comes_for_programs(run: Run) -> None:
    (line,) = run("agreements", "--output", "jsonl", "--today", "2026-01-01").stdout.splitlines()
    entry = json.loads(line)
    assert (entry["sides"], entry["standing"], entry["due"]) == (["CN", "RU"], "open", "2027")
    assert {remark["page"] for remark in entry["remarks"]} == {"p000", "p001", "p002", "p003", "p004"}
    (row,) = csv.DictReader(io.StringIO(run("agreements", "--output", "csv").stdout))
    assert (row["matter"], row["object"], row["pages"]) == ("project", "pipeline", "5")


@pytest.mark.parametrize(
    "asked",
    [
        ("--matter", "visit"),
        ("--stage", "done"),
        ("--standing", "off"),
        ("--state", "VN"),
        ("--between", "RU", "US"),
        ("--since", "2026"),
    ],
)
def test_what_nothing_answers_to_is_said(run: Run, asked: tuple[str, ...]) -> None:
    done = run("agreements", *asked)
    assert (done.exit_code, done.stdout, done.stderr.strip()) == (0, "", "no agreements")


@pytest.mark.parametrize(
    ("asked", "told"), [(("--today", "soon"), "it is no day"), (("--state", "Nowhere"), "no state is known")]
)
def test_wrong_questions_are_told(run: Run, asked: tuple[str, ...], told: str) -> None:
    done = run("agreements", *asked)
    assert done.exit_code == 2
    assert told in done.stderr


def test_a_contact_shows_what_came_up(run: Run) -> None:
    found = json.loads(run("contacts", "--output", "jsonl").stdout.splitlines()[-1])["id"]
    assert "Agreements and follow-ups\n  project (pipeline), planned, due 2027\n" in run("show", found).stdout
    (remark, *_) = json.loads(run("show", found, "--output", "json").stdout)["agreements"]
    assert (remark["matter"], remark["object"], remark["due"]) == ("project", "pipeline", ["2027"])
