"""One pass over the view for every fixed wording that the pack and the roster know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import NamedTuple

from telcon.languages.lexicons import Hit, Lexicon
from telcon.languages.packs import Pack, load_pack
from telcon.languages.sheets import Form
from telcon.roster import load_roster
from telcon.roster.entries import RosterForm

SHEETS = ("contacts", "titles", "particles", "status", "initiators")


@dataclass(frozen=True, slots=True)
class PatternForm:
    """A head that becomes a body's name with a state behind it: `Bộ Ngoại giao` of some state."""

    name: str


Entry = Form | RosterForm | PatternForm


class Letters(Enum):
    """In which letters a wording counts: any, with a capital at its head, or in capitals only (`UN`, not `Un`)."""

    ANY = 0
    CAPITAL = 1
    SHOUTED = 2


class Lexeme(NamedTuple):
    """A wording at `[start, stop)` of the view with everything that it may be."""

    start: int
    stop: int
    entries: tuple[Entry, ...]

    def form(self, sheet: str, *meanings: str) -> Form | None:
        """The first form of a sheet (and of the meanings named, if any) among the entries."""
        for entry in self.entries:
            if isinstance(entry, Form) and entry.sheet == sheet and (not meanings or entry.meaning in meanings):
                return entry
        return None


def find_lexemes(clean: str, folded: str, pack: Pack) -> list[Lexeme]:
    """Find all wordings of `folded`, of overlapping ones the first, then the longest.

    Names count only with a capital in `clean`.
    """
    kept: list[Lexeme] = []
    for hit in sorted(_lexicon(pack.code).find(folded), key=lambda hit: (hit.start, -hit.stop)):
        if kept and hit.start < kept[-1].stop:
            continue
        entries = _allowed(hit, clean)
        if not entries:
            continue
        kept.append(Lexeme(hit.start, hit.stop, entries))
    return kept


def _allowed(hit: Hit[tuple[Entry, Letters]], clean: str) -> tuple[Entry, ...]:
    capital = not clean[hit.start].islower()
    return tuple(
        [
            entry
            for entry, letters in hit.entries
            if letters is Letters.ANY
            or (capital if letters is Letters.CAPITAL else clean[hit.start : hit.stop].isupper())
        ]
    )


@cache
def _lexicon(code: str) -> Lexicon[tuple[Entry, Letters]]:
    pack, roster = load_pack(code), load_roster()
    wordings: list[tuple[str, tuple[Entry, Letters]]] = [
        (wording, (entry, Letters.SHOUTED if wording.isupper() else Letters.CAPITAL))
        for wording, entry in roster.wordings()
    ]
    for body in roster.patterns.values():
        wordings += [(form, (PatternForm(body.name), Letters.ANY)) for form in body.forms]
    for name in SHEETS:
        if name in pack.sheets:
            wordings += [(text, (form, Letters.ANY)) for form in pack[name].forms for text in form.spellings()]
    return Lexicon(wordings)
