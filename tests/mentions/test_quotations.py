"""What stands between marks of quotation, closed or not."""

from __future__ import annotations

import pytest

from telcon.mentions.quotations import find_quotations
from telcon.model.spans import Span


def _quoted(*paragraphs: str) -> list[str]:
    clean = "\n".join(paragraphs)
    spans: list[Span] = []
    for paragraph in paragraphs:
        start = spans[-1].stop + 1 if spans else 0
        spans.append(Span(start, start + len(paragraph)))
    return [clean[q.span.start : q.span.stop] for q in find_quotations(clean, spans)]


@pytest.mark.parametrize(
    "marks", ["“”", '""', "«»", "„“", "„”", "‘’", "「」", "『』", '"”'], ids=lambda marks: f"{marks[0]} {marks[1]}"
)
def test_every_pair_of_marks_holds_a_quotation(marks: str) -> None:
    assert _quoted(f"Ông nói: {marks[0]}Tôi rất vui{marks[1]} rồi ra về.") == ["Tôi rất vui"]


def test_stops_and_spaces_at_the_end_are_left_out() -> None:
    assert _quoted("Ông nói: “ Tôi rất vui. ” Bà đáp: “Tôi cũng vậy,” rồi ra về.") == ["Tôi rất vui", "Tôi cũng vậy"]


def test_a_question_keeps_its_mark() -> None:
    assert _quoted("Ông hỏi: “Ai đó?”") == ["Ai đó?"]


def test_several_stand_in_their_order() -> None:
    assert _quoted("“Vâng”, ông nói, “nhưng chưa vội”.") == ["Vâng", "nhưng chưa vội"]


def test_a_mark_never_closed_runs_to_the_end_of_its_paragraph() -> None:
    assert _quoted("Ông nói: “Tôi rất vui.", "Bà im lặng.") == ["Tôi rất vui"]


def test_a_straight_mark_never_closed_opens_nothing() -> None:
    assert _quoted('Tàu dài 12" cập cảng.', 'Bà nói: "Xin chào".') == ["Xin chào"]


def test_an_apostrophe_opens_nothing() -> None:
    assert _quoted("Tờ L‘Équipe và ông O‘Brien im lặng.") == []


def test_empty_marks_hold_nothing() -> None:
    assert _quoted("Ông nói “” rồi ra về.") == []


def test_a_closing_mark_alone_holds_nothing() -> None:
    assert _quoted("Ông nói tôi rất vui” rồi ra về.") == []


@pytest.mark.parametrize("marks", ["“”", "«»", "「」"])
def test_marks_within_marks_of_their_own_kind_hold_no_end(marks: str) -> None:
    opening, closing = marks
    whole = f"Он зовёт {opening}четвёрку{closing} в Минск"
    assert _quoted(f"{opening}{whole}{closing}, сказал он.") == [whole]


def test_where_marks_within_marks_are_not_all_closed_the_first_one_ends_it() -> None:
    assert _quoted("«Он зовёт «четвёрку», сказал он.") == ["Он зовёт «четвёрку"]
