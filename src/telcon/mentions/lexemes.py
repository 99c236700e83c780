"""One pass over the view for every fixed wording that the pack and the roster know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from telcon.languages.lexicons import Lexicon
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


class Letters(IntEnum):
    """In which letters a wording counts: any, with a capital at its head, or in capitals only (`UN`, not `Un`).

    What counts in some letters counts in those behind them too.
    """

    ANY = 0
    CAPITAL = 1
    SHOUTED = 2


_ANY, _CAPITAL, _SHOUTED = Letters


class Wording:
    """What a wording may be in some letters: `entries`, among them `forms` of the pack by sheet.

    `heads` tells whether a noun phrase can begin with it: with its `title`, or with a name of the roster.
    """

    __slots__ = ("entries", "forms", "heads", "title")

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self.forms: dict[str, list[Form]] = {}
        for entry in entries:
            if isinstance(entry, Form):
                self.forms.setdefault(entry.sheet, []).append(entry)
        self.title = self.form("titles")
        self.heads = self.title is not None or not all(isinstance(entry, Form) for entry in entries)

    def form(self, sheet: str, *meanings: str) -> Form | None:
        """The first form of a sheet (and of the meanings named, if any)."""
        forms = self.forms.get(sheet, ())
        return next((form for form in forms if not meanings or form.meaning in meanings), None)


class Lexeme(NamedTuple):
    """A wording at `[start, stop)` of the view."""

    start: int
    stop: int
    wording: Wording

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that it may be."""
        return self.wording.entries

    def form(self, sheet: str, *meanings: str) -> Form | None:
        """The first form of a sheet (and of the meanings named, if any) among the entries."""
        return self.wording.form(sheet, *meanings) if sheet in self.wording.forms else None


def find_lexemes(clean: str, folded: str, pack: Pack) -> list[Lexeme]:
    """Find all wordings of `folded`, of overlapping ones the first, then the longest.

    Names count only with a capital in `clean`.
    """
    lexicon, known = _load_lexicon(pack.code)
    kept: list[Lexeme] = []
    done = 0
    # By the place where they begin; of those that begin at one, `place` gives the longest last.
    placed = lexicon.place(folded)
    placed.reverse()
    placed.sort(key=itemgetter(1))
    for number, start, stop in placed:
        if start < done:
            continue
        shown = _ANY if clean[start].islower() else _SHOUTED if clean[start:stop].isupper() else _CAPITAL
        wording = known[shown].get(number)
        if wording is None:
            wording = known[shown][number] = _read_wording(lexicon.spelled(number), shown)
        if wording.entries:
            kept.append(Lexeme(start, stop, wording))
            done = stop
    return kept


def _read_wording(spelled: Iterable[tuple[str, Entry]], shown: Letters) -> Wording:
    """What spellings that fold to the same may be where they are shown in such letters."""
    counted = dict.fromkeys((entry, _letters(spelling, entry)) for spelling, entry in spelled)
    return Wording(tuple([entry for entry, letters in counted if letters <= shown]))


def _letters(spelling: str, entry: Entry) -> Letters:
    if isinstance(entry, Form | PatternForm):
        return _ANY
    return _SHOUTED if spelling.isupper() else _CAPITAL


@cache
def _load_lexicon(code: str) -> tuple[Lexicon[Entry], tuple[dict[int, Wording], ...]]:
    """The wordings of a pack and the roster, and those met so far in each sort of letters, by number."""
    pack, roster = load_pack(code), load_roster()
    wordings: list[tuple[str, Entry]] = [*roster.wordings()]
    for body in roster.patterns.values():
        wordings += [(form, PatternForm(body.name)) for form in body.forms]
    for name in SHEETS:
        if name in pack.sheets:
            wordings += [(text, form) for form in pack[name].forms for text in form.spellings()]
    return Lexicon(wordings), ({}, {}, {})
