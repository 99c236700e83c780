from __future__ import annotations

import pytest

from telcon.languages import load_pack
from telcon.languages.sheets import Case, Form
from telcon.letters import fold
from telcon.model.spans import Span
from telcon.text.furniture import Cue, find_cues
from telcon.text.stamps import load_stamps

PACK = load_pack("vi")
CASES = PACK["furniture"].cases


def cues_of(case: Case) -> list[Cue]:
    return find_cues(PACK, fold(case.text), [0], [len(case.text)])[0]


def is_dated(case: Case) -> bool:
    return not case.marks and bool(case.values)


@pytest.mark.parametrize("case", [case for case in CASES if not is_dated(case)], ids=lambda case: case.source)
def test_furniture_is_found_where_it_counts(case: Case) -> None:
    found = {Span(cue.start, cue.stop) for cue in cues_of(case) if cue.meaning == case.meaning}
    outer = {span for span in found if not any(other != span and other.covers(span) for other in found)}
    assert outer == set(case.marks)


@pytest.mark.parametrize("case", [case for case in CASES if is_dated(case)], ids=lambda case: case.source)
def test_dates_are_read_from_words(case: Case) -> None:
    stamp = load_stamps("vi").find(case.text)
    assert stamp is not None
    assert stamp.value == case.values[0]


@pytest.mark.parametrize("form", PACK["furniture"].forms, ids=lambda form: form.source)
def test_every_form_has_a_case(form: Form) -> None:
    cases = [case for case in CASES if case.meaning == form.meaning]
    found = {cue.source for case in cases for cue in cues_of(case)}
    spelled = any(fold(text) in fold(case.text) for case in cases if is_dated(case) for text in form.spellings())
    assert form.source in found or spelled
