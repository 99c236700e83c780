"""Every case of the sheet of durations, and every form protected by a case."""

from __future__ import annotations

import pytest

from telcon.languages import Pack
from telcon.languages.sheets import Case
from telcon.letters.folding import fold
from telcon.mentions.durations import find_duration_forms, find_durations
from tests.cases import in_sentence, packs_with_cases, view_of

PACKS = packs_with_cases("durations")
CASES = [pytest.param(pack, case, id=case.source) for pack in PACKS for case in pack["durations"].cases]


@pytest.mark.parametrize(("pack", "case"), CASES)
def test_the_sentence_holds_the_lengths_between_its_braces(pack: Pack, case: Case) -> None:
    view = view_of(case)
    mentions = find_durations(view.folded, pack)
    found = in_sentence(view, (mention.span for mention in mentions))
    shown = [case.text[span.start : span.stop] for span in found]
    assert found == list(case.marks), f"found {shown}"
    if case.marks:
        values = [f"{mention.duration.minutes} {mention.duration.bound}" for mention in mentions]
        assert values == list(case.values), f"found {shown}"


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_every_form_is_used_by_a_case(pack: Pack) -> None:
    texts = [view_of(case).folded for case in pack["durations"].cases]
    used = {found.form.source for text in texts for found in find_duration_forms(text, pack)}
    held = " ".join(texts)
    unused = [
        f"{form.source} {form.pattern}"
        for form in pack["durations"].forms
        if form.source not in used
        and not (form.meaning.startswith("slot.") and any(fold(words) in held for words in form.spellings()))
    ]
    assert not unused, "\n".join(unused)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_a_third_of_the_sentences_hold_no_length(pack: Pack) -> None:
    cases = pack["durations"].cases
    assert len(cases) >= 70
    assert 3 * sum(not case.marks for case in cases) >= len(cases)
