"""The corpus is whole, and its data card counts what it holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from telcon.evaluation import read_rows
from telcon.evaluation.pairing import find_place
from telcon.evaluation.values import find_days
from tests.evaluation.counting import CARD, CORPUS, draw_tables, list_golds

GOLDS = list_golds()


def test_the_card_counts_what_the_corpus_holds() -> None:
    """`python -m tests.evaluation.counting` prints the tables to put into the card."""
    assert draw_tables() in CARD.read_text(encoding="utf-8")


@pytest.mark.parametrize("gold", GOLDS, ids=lambda path: path.name)
def test_every_gold_line_speaks_of_its_page(gold: Path) -> None:
    for row in read_rows(gold):
        text = (gold.parent / row.place).read_bytes().decode()
        assert set(row.body_lines) <= set(range(1, text.count("\n") + 2)), row.name
        lost = [statement.begins for statement in row.statements if not find_place(text, statement)]
        assert not lost, f"{row.name}: not on the page: {lost}"
        dates = [contact.date for contact in row.contacts if contact.date]
        assert all(map(find_days, dates)), f"{row.name}: {dates}"


def test_every_page_has_a_gold_line() -> None:
    told = {gold.parent / row.place for gold in GOLDS for row in read_rows(gold)}
    assert told == set(CORPUS.glob("dev/*/*.txt"))


def test_copies_are_of_the_corpus() -> None:
    pages = {path.stem for path in CORPUS.glob("dev/*/*.txt")}
    header, *lines = (CORPUS / "dev/copies.tsv").read_text(encoding="utf-8").splitlines()
    assert header.split("\t") == ["copy", "of", "extent"]
    for line in lines:
        copy, of, extent = line.split("\t")
        assert {copy, of} <= pages
        assert extent in ("whole", "part", "paragraph")
