"""telcon judge, telcon review and telcon series."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli_record.conftest import Run


@pytest.fixture(autouse=True)
def _added(run: Run, folder: Path) -> None:
    assert run("add", folder).exit_code == 0


def ids(run: Run) -> list[str]:
    return [json.loads(line)["id"] for line in run("contacts", "--output", "jsonl").stdout.splitlines()]


def test_two_contacts_are_made_one_and_two_again(run: Run) -> None:
    first, second, third = ids(run)
    done = run("judge", "same", first, second, "--author", "Lan", "--reason", "one call")
    assert done.stdout == "decided, as number 1\n"
    assert len(ids(run)) == 2
    assert "1  " in run("judge", "list").stdout
    assert "Lan  same" in run("judge", "list").stdout
    assert run("judge", "undo", "1").stdout == "undone: 1\n"
    assert ids(run) == [first, second, third]
    assert run("verify").exit_code == 0


def test_a_page_is_set_apart_and_a_value_corrected(run: Run) -> None:
    call = ids(run)[1]
    assert run("judge", "apart", call, "p001").exit_code == 0
    assert len(ids(run)) == 4
    call = next(
        line["id"]
        for line in map(json.loads, run("contacts", "--output", "jsonl").stdout.splitlines())
        if any(page["name"] == "p000" for page in line["pages"])
    )
    assert run("judge", "value", call, "duration", "62 exact", "--author", "Lan").exit_code == 0
    assert "lasted 1 h 2 min" in run("show", call).stdout
    assert "1 h 2 min - corrected by Lan" in run("show", call).stdout
    assert run("judge", "hide", "p000").exit_code == 0
    assert "p000" not in run("contacts", "--output", "csv").stdout


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["same", "x"], "same takes 2 words, not 1"),
        (["value", "{id}", "weather", "fine"], "weather: no such field (there are: date"),
        (["value", "{id}", "date", "soon"], "soon: date cannot be that"),
        (["apart", "{id}", "p999"], "p999: it is no page beside others"),
        (["hide", "p999"], "p999: 0 pages of the record are called so"),
        (["undo", "7"], "7: no decision with that number stands"),
        (["undo", "x"], "x: no decision with that number stands"),
    ],
)
def test_wrong_use_is_told(run: Run, asked: list[str], told: str) -> None:
    done = run("judge", *(word.replace("{id}", ids(run)[1]) for word in asked))
    assert done.exit_code == 2
    assert told in done.stderr


def test_what_is_unsure_is_listed_with_the_way_out(run: Run) -> None:
    assert run("review").stderr == "nothing is unsure\n"
    first, second, _ = ids(run)
    run("judge", "apart", second, "p001")
    run("judge", "same", *[name for name in ids(run) if name != first][:2], "--author", "Lan")
    listed = run("review").stdout
    assert "decisions 1, 2 contradict each other; the last one counts" in listed
    assert "telcon judge undo 2" in listed
    assert json.loads(run("review", "--output", "jsonl").stdout.splitlines()[0])["matter"] == "contradiction"


def test_a_series_is_summed_up(run: Run) -> None:
    told = run("series", "RU", "Xi", "--today", "2026-01-01").stdout
    assert told.startswith(
        "3 contacts held\n  by channel: phone 3\n  asked for by: Russia 3\n  first: 2024-12-31  phone"
    )
    assert "longest gap: 32 days, from 2025-01-21 to 2025-02" in told or "longest gap:" in told
    assert len(json.loads(run("series", "RU", "CN", "--output", "json").stdout)["held"]) == 3
    assert run("series", "RU", "US").stderr == "no contacts\n"
    assert run("series", "RU", "CN", "--today", "soon").exit_code == 2
