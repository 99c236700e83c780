"""telcon contacts."""

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


def test_lines_of_json_come_by_date(run: Run) -> None:
    lines = [json.loads(line) for line in run("contacts", "--output", "jsonl").stdout.splitlines()]
    assert [line["date"] for line in lines] == ["2024-12-31", "2025-01-21", "2025-02"]
    call = lines[1]
    assert {page["name"] for page in call["pages"]} == {"p000", "p001", "p003"}
    assert [who["name"] for who in call["participants"]] == ["Vladimir Putin", "Xi Jinping"]
    assert call["duration"] == {"minutes": 95, "bound": "exact"}
    assert "seen_at" not in call
    assert run("contacts", "--output", "jsonl").stdout == run("contacts", "--output", "jsonl").stdout


def test_csv_is_read_back(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("contacts", "--output", "csv").stdout)))
    assert len(rows) == 3
    assert rows[1]["participants"] == "Vladimir Putin (RU); Xi Jinping (CN)"
    assert (rows[1]["date"], rows[1]["minutes"], rows[1]["reported_by"]) == ("2025-01-21", "95", "Kremlin (RU)")


def test_the_table_is_plain_in_a_pipe(run: Run) -> None:
    lines = run("contacts").stdout.splitlines()
    assert lines[0].split() == ["ID", "DATE", "KIND", "STATUS", "WHO", "PAGES"]
    assert len(lines) == 4
    assert "Vladimir Putin (RU), Xi Jinping (CN)" in lines[2]
    assert "\x1b" not in "".join(lines)
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (["--person", "putin"], 3),
        (["--person", "Putin", "--person", "Xi"], 3),
        (["--person", "Trump"], 0),
        (["--state", "Nga"], 3),
        (["--between", "RU", "Trung Quốc"], 3),
        (["--between", "RU", "US"], 0),
        (["--since", "2025"], 2),
        (["--since", "2025-01", "--until", "2025-01"], 1),
        (["--until", "2025-02-10"], 3),
        (["--kind", "phone", "--kind", "video"], 3),
        (["--kind", "meeting"], 0),
        (["--status", "planned"], 0),
        (["--topic", "trade_economy"], 3),
        (["--topic", "iran"], 0),
        (["--side", "Nga", "--side", "US"], 3),
        (["--side", "CN"], 0),
        (["--person", "Путин"], 3),
    ],
)
def test_contacts_are_chosen(run: Run, asked: list[str], count: int) -> None:
    assert run("contacts", *asked, "--output", "jsonl").stdout.count("\n") == count


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--since", "hôm qua"], "hôm qua: it is no date"),
        (["--side", "Atlantis"], "Atlantis: no state is known by that name"),
        (["--state", "Atlantis"], "Atlantis: no state is known by that name"),
        (["--kind", "pigeon"], "pigeon"),
        (["--record", "file://a:b"], "no such sort of database address"),
        (["--record", "nowhere.db"], "nowhere.db: there is no such record (make it with: telcon add PAGES"),
    ],
)
def test_wrong_use_is_told(run: Run, asked: list[str], told: str) -> None:
    done = run("contacts", *asked)
    assert done.exit_code == (1 if "address" in told else 2)
    assert told in done.stderr


def test_nothing_found_is_told_apart_from_the_output(run: Run) -> None:
    done = run("contacts", "--kind", "meeting")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "no contacts\n")
