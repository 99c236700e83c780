"""Every case of the sheets of topics, and every form protected by a case."""

from __future__ import annotations

import pytest

from telcon.languages import load_pack
from telcon.languages.lexicons import Lexicon
from telcon.languages.sheets import Case
from telcon.mentions.topics import find_topics, find_wordings
from tests.cases import MOST_WORDINGS, in_sentence, packs_with_cases, view_of

CODES = [pack.code for pack in packs_with_cases("topics")]
CASES = [pytest.param(code, case, id=case.source) for code in CODES for case in load_pack(code)["topics"].cases]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_the_sentence_deals_with_what_its_braces_say(code: str, case: Case) -> None:
    wanted = {
        (mark.start, mark.stop, topic.strip())
        for mark, value in zip(case.marks, case.values, strict=True)
        for topic in value.split("&")
    }
    view = view_of(case)
    topics = [one for one in find_topics(view.folded, view.clean, load_pack(code)) if not one.bare]
    places = in_sentence(view, (one.span for one in topics))
    found = {(place.start, place.stop, one.topic) for place, one in zip(places, topics, strict=True)}
    shown = [(case.text[start:stop], topic) for start, stop, topic in sorted(found)]
    assert found == wanted, f"found {shown}"


@pytest.mark.parametrize("code", CODES)
def test_every_form_is_used_by_a_case(code: str) -> None:
    pack = load_pack(code)
    texts = [view_of(case).folded for case in pack["topics"].cases]
    joints = Lexicon((spelling, form) for form in pack["topics"].meaning("joint") for spelling in form.spellings())
    used = {form.source for text in texts for hit in joints.find(text) for form in hit.entries}
    used |= {form.source for text in texts for hit in find_wordings(text, pack) for form in hit.entries[0].forms}
    unused = [f"{form.source} {form.pattern}" for form in pack["topics"].forms if form.source not in used]
    assert not unused, "\n".join(unused)


@pytest.mark.parametrize("code", CODES)
def test_a_third_of_the_cases_guards_against_false_finds(code: str) -> None:
    cases = load_pack(code)["topics"].cases
    guards = [case for case in cases if not case.marks or set(case.values) != {case.meaning}]
    assert len(cases) >= 150
    assert 3 * len(guards) >= len(cases)


@pytest.mark.parametrize("code", CODES)
def test_no_form_stands_for_so_many_wordings_that_loading_them_is_felt(code: str) -> None:
    many = {f"{form.source} {form.pattern}": len(form.spellings()) for form in load_pack(code)["topics"].forms}
    assert not {form: count for form, count in many.items() if count > MOST_WORDINGS}, "split it, or drop choices"
