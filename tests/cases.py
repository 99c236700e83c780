"""Cases of sheets as readers see them: their sentences in a view, and spans of it back in the sentence."""

from __future__ import annotations

from collections.abc import Iterable

from telcon.languages import Pack, load_pack, pack_codes
from telcon.languages.packs import FOLDER
from telcon.languages.sheets import Case, Sheet
from telcon.letters import build_view
from telcon.model.spans import Span
from telcon.model.views import View

MOST_WORDINGS = 8_000
"""Of one form: choices multiply, and every wording is kept from the first page on."""


def packs_with_cases(sheet: str) -> list[Pack]:
    """The packs that prove a sheet by cases."""
    packs = [load_pack(code) for code in pack_codes()]
    return [pack for pack in packs if sheet in pack.sheets and pack[sheet].cases]


def whole_cases(name: str) -> list[tuple[str, Case]]:
    """The cases of a sheet without forms (`namings`, `reports`, `statements`) of every pack, with the language."""
    return [
        (code, case) for code in pack_codes() for case in Sheet(name, (), FOLDER / code / f"{name}.cases.txt").cases
    ]


def view_of(case: Case) -> View:
    """The sentence of a case in its view."""
    return build_view(case.text)


def in_sentence(view: View, spans: Iterable[Span]) -> list[Span]:
    """Spans of a view as spans of the sentence that it was made of."""
    return [view.to_raw(span) for span in spans]
