"""`telcon evaluate` as people call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from telcon.cli import app

GOLD = {
    "id": "p",
    "file": "p.txt",
    "title": None,
    "published": None,
    "body_lines": [],
    "contacts": [],
    "statements": [],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold file with one page that tells of nothing, and the page."""
    (tmp_path / "p.txt").write_text("Giá vàng hôm nay tăng nhẹ.\n", encoding="utf-8")
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    return path


def call(*words: object) -> tuple[int, str, str]:
    """Run the command; its exit status, output and complaints."""
    result = CliRunner().invoke(app, ["evaluate", *map(str, words)])
    return result.exit_code, result.stdout, result.stderr


def test_pages_named_in_the_gold_are_read(gold: Path) -> None:
    status, printed, _ = call(gold)
    assert status == 0
    assert "quiet       1.000" in printed


def test_figures_as_json(gold: Path) -> None:
    assert json.loads(call(gold, "--output", "json")[1])["quiet"] == 1.0


def test_rows_made_elsewhere_are_scored(gold: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps(GOLD | {"title": "x"}) + "\n", encoding="utf-8")
    status, printed, _ = call(gold, "--predicted", rows, "--errors")
    assert status == 0
    assert 'p\ttitle\twant ""\tgot "x"' in printed


def test_pages_may_stand_elsewhere(gold: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (tmp_path / "p.txt").rename(pages / "p.txt")
    assert call(gold)[0] == 1
    assert call(gold, pages)[0] == 0


def test_a_gold_page_without_its_page_is_named(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "p.txt").unlink()
    status, _, complaints = call(gold)
    assert status == 1
    assert "telcon: p: the gold names this page" in complaints


@pytest.mark.parametrize(
    ("text", "told"),
    [("", "holds no line"), ("\n{", "gold.jsonl:2: "), ('{"id": "p", "contacts": 1}', "gold.jsonl:1: ")],
)
def test_bad_gold_is_refused(gold: Path, text: str, told: str) -> None:
    gold.write_text(text, encoding="utf-8")
    status, _, complaints = call(gold)
    assert status == 2
    assert told in complaints


def test_absent_gold_is_refused(tmp_path: Path) -> None:
    status, _, complaints = call(tmp_path / "none.jsonl")
    assert status == 2
    assert "No such file" in complaints
