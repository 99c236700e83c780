from __future__ import annotations

from dataclasses import replace

import pytest
from tests.cases import in_sentence, packs_with_cases, view_of

from telcon.languages import Pack
from telcon.languages.sheets import Case, Form
from telcon.letters import fold
from telcon.model.spans import Span
from telcon.text.furniture import Cue, find_cues
from telcon.text.stamps import load_stamps

PACKS = packs_with_cases("furniture")
CASES = [pytest.param(pack, case, id=case.source) for pack in PACKS for case in pack["furniture"].cases]
FORMS = [pytest.param(pack, form, id=form.source) for pack in PACKS for form in pack["furniture"].forms]


def cues_of(pack: Pack, case: Case) -> list[Cue]:
    view = view_of(case)
    cues = find_cues(pack, view.folded, [0], [len(view.folded)])[0]
    places = in_sentence(view, (Span(cue.start, cue.stop) for cue in cues))
    return [replace(cue, start=place.start, stop=place.stop) for cue, place in zip(cues, places, strict=True)]


def is_dated(case: Case) -> bool:
    return not case.marks and bool(case.values)


@pytest.mark.parametrize(("pack", "case"), [param for param in CASES if not is_dated(param.values[1])])
def test_furniture_is_found_where_it_counts(pack: Pack, case: Case) -> None:
    found = {Span(cue.start, cue.stop) for cue in cues_of(pack, case) if cue.meaning == case.meaning}
    outer = {span for span in found if not any(other != span and other.covers(span) for other in found)}
    assert outer == set(case.marks)


@pytest.mark.parametrize(("pack", "case"), [param for param in CASES if is_dated(param.values[1])])
def test_dates_are_read_from_words(pack: Pack, case: Case) -> None:
    stamp = load_stamps(pack.code).find(view_of(case).clean)
    assert stamp is not None
    assert stamp.value == case.values[0]


@pytest.mark.parametrize(("pack", "form"), FORMS)
def test_every_form_has_a_case(pack: Pack, form: Form) -> None:
    cases = [case for case in pack["furniture"].cases if case.meaning == form.meaning]
    found = {cue.source for case in cases for cue in cues_of(pack, case)}
    spelled = any(fold(text) in fold(case.text) for case in cases if is_dated(case) for text in form.spellings())
    assert form.source in found or spelled
