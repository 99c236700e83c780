"""Every case of every sheet of fixed wordings, and every form protected by a case."""

from __future__ import annotations

import pytest

from telcon.languages.sheets import Case, Form, Sheet
from tests.cases import MOST_WORDINGS
from tests.sheets.reading import find_forms, literal_sheets

SHEETS = literal_sheets()
CASES = [pytest.param(code, sheet, case, id=case.source) for code, sheet in SHEETS for case in sheet.cases]
IDS = [f"{code}/{sheet.name}" for code, sheet in SHEETS]


@pytest.mark.parametrize(("code", "sheet", "case"), CASES)
def test_the_sentence_holds_what_its_braces_say(code: str, sheet: Sheet, case: Case) -> None:
    """Words of the heading's meaning stand within braces and nowhere else; other meanings may stand beside them."""
    wanted = {case.meaning, *case.values}
    found = [
        (hit.start, hit.stop)
        for hit in find_forms(code, sheet, case)
        if any(form.meaning in wanted for form in hit.entries)
    ]
    shown = [case.text[start:stop] for start, stop in found]
    assert found == [(mark.start, mark.stop) for mark in case.marks], f"found {shown}"


@pytest.mark.parametrize(("code", "sheet"), SHEETS, ids=IDS)
def test_every_form_is_used_by_a_case(code: str, sheet: Sheet) -> None:
    used = {form.source for case in sheet.cases for form in _used(code, sheet, case)}
    unused = [f"{form.source} {form.pattern}" for form in sheet.forms if form.source not in used]
    assert not unused, "\n".join(unused)


def _used(code: str, sheet: Sheet, case: Case) -> list[Form]:
    marks = {(mark.start, mark.stop) for mark in case.marks}
    hits = find_forms(code, sheet, case)
    return [form for hit in hits if (hit.start, hit.stop) in marks for form in hit.entries]


@pytest.mark.parametrize(("code", "sheet"), SHEETS, ids=IDS)
def test_no_form_stands_for_so_many_wordings_that_loading_them_is_felt(code: str, sheet: Sheet) -> None:
    many = {f"{form.source} {form.pattern}": len(form.spellings()) for form in sheet.forms}
    assert not {form: count for form, count in many.items() if count > MOST_WORDINGS}, "split it, or drop choices"


@pytest.mark.parametrize(("code", "sheet"), SHEETS, ids=IDS)
def test_every_meaning_has_a_case(code: str, sheet: Sheet) -> None:
    told = {value for case in sheet.cases if case.marks for value in (case.meaning, *case.values)}
    assert {form.meaning for form in sheet.forms} <= told


@pytest.mark.parametrize(("code", "sheet"), SHEETS, ids=IDS)
def test_every_sheet_says_what_must_not_be_found(code: str, sheet: Sheet) -> None:
    assert any(not case.marks for case in sheet.cases), f"{code}/{sheet.name}: no sentence in which nothing is found"


def test_sheets_were_discovered() -> None:
    assert len({name for _, sheet in SHEETS for name in [sheet.name]}) >= 3
    assert sum(len(sheet.forms) for _, sheet in SHEETS) >= 100
