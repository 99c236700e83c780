"""Every case of the sheet of speech, and every form protected by a case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from telcon.languages import Pack
from telcon.languages.sheets import Case
from telcon.model.mentions import Mark
from telcon.reports.speech.utterances import find_words
from tests.cases import in_sentence, packs_with_cases, view_of

PACKS = packs_with_cases("speech")
CASES = [pytest.param(pack, case, id=case.source) for pack in PACKS for case in pack["speech"].cases]


def _find(pack: Pack, case: Case) -> list[Mark]:
    """The words of the case's meaning, with their places in the sentence."""
    view = view_of(case)
    words = [word for word in find_words(view.folded, pack) if word.meaning == case.meaning]
    places = in_sentence(view, (word.span for word in words))
    return [replace(word, span=place) for word, place in zip(words, places, strict=True)]


@pytest.mark.parametrize(("pack", "case"), CASES)
def test_the_sentence_holds_the_words_between_its_braces(pack: Pack, case: Case) -> None:
    found = [word.span for word in _find(pack, case)]
    assert found == list(case.marks), f"found {[case.text[span.start : span.stop] for span in found]}"


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_every_form_is_used_by_a_case(pack: Pack) -> None:
    used = {word.rule for case in pack["speech"].cases for word in _find(pack, case) if word.span in case.marks}
    unused = [f"{form.source} {form.pattern}" for form in pack["speech"].forms if form.source not in used]
    assert not unused, "\n".join(unused)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_a_third_of_the_sentences_hold_no_word_of_speech(pack: Pack) -> None:
    cases = pack["speech"].cases
    assert 3 * sum(not case.marks for case in cases) >= len(cases)
