"""telcon search."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli_record.conftest import Run


@pytest.fixture(autouse=True)
def _added(run: Run, folder: Path) -> None:
    assert run("add", folder).exit_code == 0


def test_contacts_come_by_date_with_the_words_found(run: Run) -> None:
    lines = run("search", "Путин", "gio 35", "“ở mức”").stdout.splitlines()
    assert lines[0].split() == ["ID", "DATE", "KIND", "STATUS", "WHO", "PAGES", "WORDS"]
    assert [line.split()[1] for line in lines[1:]] == ["2024-12-31", "2025-01-21", "2025-02"]
    assert "“… Putin và ông Tập Cận Bình điện đàm ngày 21/1 trong 1 giờ 35 phút.” - p004, line 3" in lines[1]


def test_lines_of_json_say_where_the_words_stand(run: Run) -> None:
    (line,) = run("search", "quan hệ", "2025-02", "--output", "jsonl").stdout.splitlines()
    found = json.loads(line)
    hit = found["hits"][0]
    assert (found["contact"]["date"], hit["name"], hit["line"], hit["speaker"]) == (
        "2025-02",
        "p002",
        4,
        ["Vladimir Putin"],
    )
    assert [mark["words"] for mark in hit["marks"]] == ["Quan", "hệ"]


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["sầu", "riêng"], 0, "no contacts"),
        (["…"], 2, "…: it holds no word to search for (give words"),
        (["x" * 300], 2, "it is too long to be searched for"),
    ],
)
def test_nothing_found_and_nothing_to_find_are_told(run: Run, words: list[str], status: int, told: str) -> None:
    done = run("search", *words)
    assert (done.exit_code, done.stdout) == (status, "")
    assert told in done.stderr
