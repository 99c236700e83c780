"""One pass over the view for every fixed wording that the pack and the roster know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from telcon.languages.lexicons import Lexicon
from telcon.languages.packs import Pack, load_pack
from telcon.languages.sheets import Form
from telcon.roster import Roster, load_roster
from telcon.roster.entries import RosterForm
from telcon.roster.wordings import WORD

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


class _Ending(NamedTuple):
    """The forms of people, folded, that end with one word; `reaches` how far before and behind its end they go."""

    forms: frozenset[str]
    reaches: tuple[tuple[int, int], ...]


class _Dictionary:
    """All wordings of a pack and the roster.

    People's forms are tens of thousands, and a page holds few: they are looked for around the words that they end with.
    """

    def __init__(self, pack: Pack, roster: Roster) -> None:
        wordings: list[tuple[str, Entry]] = [*roster.wordings()]
        for body in roster.patterns.values():
            wordings += [(form, PatternForm(body.name)) for form in body.forms]
        for name in SHEETS:
            if name in pack.sheets:
                wordings += [(text, form) for form in pack[name].forms for text in form.spellings()]
        self._people = roster.people
        self._lexicon = Lexicon(wordings)
        # What was met so far: by word, and by letters and wording.
        self._endings: dict[str, _Ending] = {}
        self._wordings: tuple[dict[str, Wording], ...] = ({}, {}, {})

    def place(self, folded: str) -> list[tuple[int, int]]:
        """Where wordings stand, overlapping ones too, by place; of those that begin at one, the longest first."""
        found = [(start, -stop) for _, start, stop in self._lexicon.place(folded)]
        known = self._people.last_words
        for word in WORD.finditer(folded):
            if (text := word[0]) in known:
                found += self._place_people(folded, text, word.end())
        found.sort()
        return [(start, -stop) for start, stop in found]

    def _place_people(self, folded: str, word: str, end: int) -> list[tuple[int, int]]:
        forms, reaches = self._endings.get(word) or self._end(word)
        return [
            (start, -end - behind)
            for before, behind in reaches
            if (start := end - before) >= 0
            and folded[start : end + behind] in forms
            and not (start and folded[start].isalnum() and folded[start - 1].isalnum())
        ]

    def _end(self, word: str) -> _Ending:
        forms = frozenset(self._people.ending(word))
        ends = {form: form.rindex(word) + len(word) for form in forms}
        reaches = {(end, len(form) - end): None for form, end in ends.items()}
        self._endings[word] = ending = _Ending(forms, tuple(reaches))
        return ending

    def wording(self, folded: str, shown: Letters) -> Wording:
        """What a wording may be where it is shown in such letters."""
        wording = self._wordings[shown].get(folded)
        if wording is None:
            entries: list[tuple[Entry, Letters]] = [
                (entry, _letters(spelling, entry))
                for spelling, entry in (*self._people.spelled(folded), *self._lexicon.spelled(folded))
            ]
            counted = tuple([entry for entry, letters in dict.fromkeys(entries) if letters <= shown])
            wording = self._wordings[shown][folded] = Wording(counted)
        return wording


def find_lexemes(clean: str, folded: str, pack: Pack) -> list[Lexeme]:
    """Find all wordings of `folded`, of overlapping ones the first, then the longest.

    Names count only with a capital in `clean`.
    """
    dictionary = _load_dictionary(pack.code)
    kept: list[Lexeme] = []
    done = 0
    for start, stop in dictionary.place(folded):
        if start < done:
            continue
        shown = _ANY if clean[start].islower() else _SHOUTED if clean[start:stop].isupper() else _CAPITAL
        wording = dictionary.wording(folded[start:stop], shown)
        if wording.entries:
            kept.append(Lexeme(start, stop, wording))
            done = stop
    return kept


def _letters(spelling: str, entry: Entry) -> Letters:
    if isinstance(entry, Form | PatternForm):
        return _ANY
    return _SHOUTED if spelling.isupper() else _CAPITAL


@cache
def _load_dictionary(code: str) -> _Dictionary:
    return _Dictionary(load_pack(code), load_roster())
