"""The sheets of fixed wordings: what their forms find in the sentences of their cases."""

from __future__ import annotations

from functools import cache

from telcon.languages import load_pack, pack_codes
from telcon.languages.lexicons import Hit, Lexicon, longest
from telcon.languages.sheets import Case, Form, Sheet
from telcon.model.spans import Span
from tests.cases import in_sentence, view_of

TESTED_BY_THEIR_READERS = frozenset(
    {"dates", "durations", "numerals", "topics", "furniture", "reports", "statements", "speech"}
)
"""Sheets whose cases go through more than a lookup; their tests stand beside those of the room that reads them."""


def literal_sheets() -> list[tuple[str, Sheet]]:
    """All sheets of fixed wordings with their language, in order."""
    return [
        (code, sheet)
        for code in pack_codes()
        for name, sheet in sorted(load_pack(code).sheets.items())
        if name not in TESTED_BY_THEIR_READERS
    ]


@cache
def _lexicon(code: str, name: str) -> Lexicon[Form]:
    forms = load_pack(code)[name].forms
    return Lexicon((spelling, form) for form in forms for spelling in form.spellings())


def find_forms(code: str, sheet: Sheet, case: Case) -> list[Hit[Form]]:
    """Find a sheet's forms in a case's sentence: of overlapping ones the longest; places are those in the sentence."""
    view = view_of(case)
    hits = longest(_lexicon(code, sheet.name).find(view.folded))
    places = in_sentence(view, (Span(hit.start, hit.stop) for hit in hits))
    return [Hit(place.start, place.stop, hit.entries) for hit, place in zip(hits, places, strict=True)]
