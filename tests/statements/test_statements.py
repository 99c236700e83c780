"""Every case of who said what on a page."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from telcon.engine.reading import read_page
from telcon.languages.sheets import Case
from telcon.model.contacts import Statement, Utterance
from telcon.model.pages import Page
from tests.cases import whole_cases

CASES = whole_cases("statements")
EACH = [pytest.param(*each, id=each[1].source) for each in CASES]


@cache
def _openings(code: str) -> dict[str, str]:
    """The headline above the openings, and these by the headings of the cases."""
    lines: dict[str, str] = tomllib.loads((Path(__file__).parent / "openings.toml").read_text(encoding="utf-8"))[code]
    return lines


@cache
def _read(code: str, opening: str, text: str) -> tuple[tuple[Statement, ...], int]:
    lines = _openings(code)
    head = f"{lines['headline']}\n\n22/01/2025 08:00\n\n{lines[opening]}\n\n"
    page = Page("", "case", head + text + "\n", "case", language=code)
    statements = read_page(page).statements
    return tuple(s for s in statements if s.evidence.span.start >= len(head)), len(head)


def _show(statement: Statement) -> str:
    reported = f" < {', '.join(statement.said_by)}" if statement.said_by else ""
    return ", ".join(statement.speaker) + reported + (' "' if statement.kind is Utterance.DIRECT else "")


@pytest.mark.parametrize(("code", "case"), EACH)
def test_what_is_between_braces_was_said(code: str, case: Case) -> None:
    statements, offset = _read(code, case.meaning, case.text)
    wanted = [case.text[mark.start : mark.stop] for mark in case.marks]
    assert [statement.evidence.words for statement in statements] == wanted
    assert [s.evidence.span.start - offset for s in statements] == [mark.start for mark in case.marks]


@pytest.mark.parametrize(("code", "case"), [param for param in EACH if param.values[1].marks])
def test_the_speakers_are_those_behind_the_arrow(code: str, case: Case) -> None:
    assert [_show(statement) for statement in _read(code, case.meaning, case.text)[0]] == list(case.values)
