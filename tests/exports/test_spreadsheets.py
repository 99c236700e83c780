"""Tables for spreadsheets: what stands in their cells."""

from __future__ import annotations

import csv
import io

import pytest

from telcon.exports.spreadsheets import rows_to_csv


def cell(value: object) -> str:
    """What a reader of the table finds in the one cell of its one row."""
    return list(csv.reader(io.StringIO(rows_to_csv(["words"], [[value]]))))[1][0]


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+84 24", "-2+3", "@SUM(1)", "\t=1"])
def test_words_of_pages_are_no_formulas(words: str) -> None:
    assert cell(words) == f"'{words}"
    assert cell([words, "more"]) == f"'{words}; more"


@pytest.mark.parametrize("value", ["2025-01-21", "Tô Lâm: a=b", -5, 95, "“=”"])
def test_other_cells_stand_as_they_are(value: object) -> None:
    assert cell(value) == str(value)


def test_several_values_and_none() -> None:
    assert cell(["trade", "energy"]) == "trade; energy"
    assert rows_to_csv(["a", "b"], [[None, 1]]) == "a,b\n,1\n"
