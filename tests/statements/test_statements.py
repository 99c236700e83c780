"""Every case of who said what on a page."""

from __future__ import annotations

from functools import cache

import pytest

from telcon.engine.reading import read_page
from telcon.languages.packs import FOLDER
from telcon.languages.sheets import Case, Sheet
from telcon.model.contacts import Statement, Utterance
from telcon.model.pages import Page

OPENINGS = {
    "moscow_beijing": "Tổng thống Nga Vladimir Putin hôm 21/1 điện đàm với Chủ tịch Trung Quốc Tập Cận Bình.",
    "washington_hanoi": "Tổng Bí thư Tô Lâm hôm 21/1 điện đàm với Tổng thống Mỹ Donald Trump.",
    "washington_moscow": "Tổng thống Mỹ Donald Trump hôm 21/1 điện đàm với Tổng thống Nga Vladimir Putin.",
}
CASES = Sheet("statements", (), FOLDER / "vi" / "statements.cases.txt").cases


@cache
def _read(opening: str, text: str) -> tuple[tuple[Statement, ...], int]:
    head = f"Hai nhà lãnh đạo nói chuyện qua điện thoại\n\n22/01/2025 08:00\n\n{OPENINGS[opening]}\n\n"
    page = Page("", "case", head + text + "\n", "case", language="vi")
    statements = read_page(page).statements
    return tuple(s for s in statements if s.evidence.span.start >= len(head)), len(head)


def _show(statement: Statement) -> str:
    reported = f" < {', '.join(statement.said_by)}" if statement.said_by else ""
    return ", ".join(statement.speaker) + reported + (' "' if statement.kind is Utterance.DIRECT else "")


@pytest.mark.parametrize("case", [pytest.param(case, id=case.source) for case in CASES])
def test_what_is_between_braces_was_said(case: Case) -> None:
    statements, offset = _read(case.meaning, case.text)
    wanted = [case.text[mark.start : mark.stop] for mark in case.marks]
    assert [statement.evidence.words for statement in statements] == wanted
    assert [s.evidence.span.start - offset for s in statements] == [mark.start for mark in case.marks]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.source) for case in CASES if case.marks])
def test_the_speakers_are_those_behind_the_arrow(case: Case) -> None:
    assert [_show(statement) for statement in _read(case.meaning, case.text)[0]] == list(case.values)
