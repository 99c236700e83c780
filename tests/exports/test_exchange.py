"""The exchange format, there and back."""

from __future__ import annotations

import json

import msgspec
import pytest

from telcon.exports import PageRow, decode_row, encode_array, encode_row, reading_to_row, unreadable_to_row
from telcon.model.contacts import Evidence, Statement, Utterance
from telcon.model.pages import Page, Unreadable
from telcon.model.readings import Reading
from telcon.model.spans import Span
from telcon.model.texts import Noted, Text
from telcon.model.views import View


def reading_of(words: str) -> Reading:
    """A reading whose one statement is all of its text."""
    text = Text(words, View(words, words, words), "vi", (), title=Noted("Tựa", Span(0, 1)))
    said = Statement(("An Văn",), ("VNA",), Utterance.INDIRECT, Evidence(Span(0, len(words)), words), None)
    return Reading(Page("0", "p", words, "p.txt", published="2025-01-22"), text, (), (said,))


@pytest.mark.parametrize(
    ("words", "begins", "ends"),
    [
        ("một hai", "một hai", "một hai"),
        ("một hai  ba\nbốn năm sáu bảy", "một hai  ba\nbốn năm", "ba\nbốn năm sáu bảy"),
        ("và và và và và và", "và và và và và", "và và và và và"),
        ("双方同意继续就双边关系保持沟通和协调", "双方同意继续就双边关", "边关系保持沟通和协调"),
    ],
)
def test_ends_of_a_statement_stand_as_they_are(words: str, begins: str, ends: str) -> None:
    (statement,) = reading_to_row(reading_of(words)).statements
    assert (statement.begins, statement.ends) == (begins, ends)
    assert words.startswith(begins) and words.endswith(ends)


def test_there_and_back() -> None:
    row = reading_to_row(reading_of("Hai bên sẽ gặp lại"))
    assert decode_row(encode_row(row)) == row
    assert (row.title, row.published, row.lang) == ("Tựa", "2025-01-22", "vi")


def test_unreadable_is_a_row_with_empty_lists() -> None:
    row = json.loads(encode_row(unreadable_to_row(Unreadable("a", "a.txt", "empty"))))
    assert (row["id"], row["file"], row["skipped"]) == ("a", "a.txt", "empty")
    assert row["contacts"] == row["statements"] == row["body_lines"] == row["credits"] == []


@pytest.mark.parametrize("count", [0, 1, 3])
def test_array(count: int) -> None:
    rows = [PageRow(str(number), "f") for number in range(count)]
    array = b"".join(encode_array(rows))
    assert msgspec.json.decode(array, type=list[PageRow]) == rows
    assert array.endswith(b"]\n")


def test_a_row_amiss_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        decode_row('{"id": 5, "file": "x"}')
