"""Every case of the sheet of dates, and every form protected by a case."""

from __future__ import annotations

import pytest

from telcon.languages import Pack
from telcon.languages.sheets import Case
from telcon.letters.folding import fold
from telcon.mentions.dates import DateMention, find_date_forms, find_dates, resolve_date
from telcon.model.dates import Edtf, Precision
from tests.cases import in_sentence, packs_with_cases, view_of

PACKS = packs_with_cases("dates")
CASES = [pytest.param(pack, case, id=case.source) for pack in PACKS for case in pack["dates"].cases]
TENSES = {"future": True, "past": False}


def read_values(mentions: list[DateMention], case: Case) -> list[str]:
    """The dates of a case's mentions, each resolved with the page's date and the days told before it; `-` for none."""
    anchor: Edtf | None = None
    values = []
    for mention in mentions:
        read = resolve_date(mention, published=case.published, anchor=anchor, future=TENSES.get(case.meaning))
        value = read and (read.date or read.in_page)
        if value and value.precision is Precision.DAY:
            anchor = value
        values.append(str(value or "-"))
    return values


@pytest.mark.parametrize(("pack", "case"), CASES)
def test_the_sentence_holds_the_dates_between_its_braces(pack: Pack, case: Case) -> None:
    view = view_of(case)
    mentions = find_dates(view.folded, pack)
    found = in_sentence(view, (mention.span for mention in mentions))
    shown = [case.text[span.start : span.stop] for span in found]
    assert found == list(case.marks), f"found {shown}"
    if case.marks:
        assert read_values(mentions, case) == list(case.values), f"found {shown}"


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_every_form_is_used_by_a_case(pack: Pack) -> None:
    texts = [view_of(case).folded for case in pack["dates"].cases]
    used = {found.form.source for text in texts for found in find_date_forms(text, pack)}
    held = " ".join(texts)
    unused = [
        f"{form.source} {form.pattern}"
        for form in pack["dates"].forms
        if form.source not in used
        and ("{" in form.pattern or not any(fold(spelling) in held for spelling in form.spellings()))
        and not (form.meaning.startswith("slot.") and "{" in form.pattern)
        and form.meaning != "zone"
    ]
    assert not unused, "\n".join(unused)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.code)
def test_a_third_of_the_sentences_hold_no_date(pack: Pack) -> None:
    cases = pack["dates"].cases
    assert len(cases) >= 120
    assert 3 * sum(not case.marks for case in cases) >= len(cases)
