"""One pass over the view for every fixed wording that the pack and the roster know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from telcon.inflections import Case
from telcon.languages.lexicons import Lexicon
from telcon.languages.packs import Pack, load_pack
from telcon.languages.sheets import Form
from telcon.letters.folding import fold
from telcon.model.values import value
from telcon.roster import Roster, load_roster_in
from telcon.roster.entries import BodyForm, Grade, MediumForm, PersonForm, RosterForm, StateForm
from telcon.roster.wordings import last_word

STOP = re.compile(r"\. ?")
DOT = "-"
"""What parts the names of somebody, folded: 穆罕默德·本·萨勒曼."""

ALONE = frozenset({"pair", "trio", "quartet", "several", "pronoun", "speaker", "nothing"})
"""Meanings of titles that no state stands before."""

STATE, NAME = "{state}", "{name}"
SHEETS = ("contacts", "titles", "particles", "status", "initiators")


@value(frozen=True, slots=True)
class PatternForm:
    """A head that becomes a body's name with a state behind it: `Bộ Ngoại giao` of some state."""

    name: str


@value(frozen=True, slots=True)
class HeadForm:
    """What may stand before the name of a medium that the roster lacks (`tờ`); without `names` it only looks so."""

    names: bool


Entry = Form | RosterForm | PatternForm | HeadForm


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

    `heads` tells whether a noun phrase can begin with it: with its `title`, or with a name of the roster. `led` is the
    title that it is behind a state (*the American side*, where alone it means *both sides*). `cases` are
    those that a title or name may stand in, none where its language does not tell. `states` are the codes of the states
    that it may name.
    """

    __slots__ = ("cases", "entries", "forms", "heads", "led", "states", "title")

    def __init__(self, entries: tuple[Entry, ...], cases: frozenset[Case] = frozenset()) -> None:
        self.entries, self.cases = entries, cases
        self.forms: dict[str, list[Form]] = {}
        for entry in entries:
            if isinstance(entry, Form):
                self.forms.setdefault(entry.sheet, []).append(entry)
        self.title = self.form("titles")
        self.led = next((form for form in self.forms.get("titles", ()) if form.meaning not in ALONE), None)
        self.states = tuple([entry.code for entry in entries if isinstance(entry, StateForm)])
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

    def tells_of_act(self) -> bool:
        """Whether it may be an act by which somebody is in contact, or a verb of saying."""
        acts = (form for form in self.wording.forms.get("contacts", ()) if "noun" not in form.flags)
        told = self.form("particles", "telling", "discussed")
        return told is not None or any(form.meaning != "nothing" for form in acts)


Place = tuple[int | str, int, int]
"""What a wording is known by, its start and its stop."""


class _Dictionary:
    """All wordings of a pack and the roster. Whom a form of a person names is looked up where it is found."""

    def __init__(self, pack: Pack, roster: Roster) -> None:
        wordings: list[tuple[str, Entry]] = [*roster.wordings()]
        for body in roster.patterns.values():
            entry = PatternForm(body.name) if STATE in body.name else HeadForm(body.name == NAME)
            wordings += [(form, entry) for form in body.forms]
        for name in SHEETS:
            if name in pack.sheets:
                wordings += [(text, form) for form in pack[name].forms for text in form.spellings()]
        states = (form for form, entry in wordings if isinstance(entry, StateForm) and len(form) > 1)
        self.states = frozenset(map(fold, states)) if pack.settings.get("names") == "han" else frozenset[str]()
        titles = (form for form, entry in wordings if isinstance(entry, Form) and entry.sheet == "titles")
        self.titles = frozenset(map(fold, titles)) if self.states else frozenset[str]()
        told = [(form, entry) for form, entry in wordings if self.states and isinstance(entry, Form)]
        real = [(fold(form), entry.sheet) for form, entry in told if entry.meaning != "nothing"]
        self._moods = frozenset(form for form, sheet in real if sheet == "status")
        self._acts = frozenset(form for form, sheet in real if sheet == "contacts")
        self._forms = frozenset(fold(form) for form, _ in told)
        self._names, self._cases = roster.names, roster.cases
        self._lexicon = Lexicon(wordings, bare=roster.names.spellings(), spaced=pack.spaced)
        # Forms with initials, and how far they reach back, by their last words as they are met.
        self._initialled: dict[str, tuple[frozenset[str], tuple[int, ...]]] = {}

    def place(self, folded: str) -> list[Place]:
        """Where wordings stand, overlapping ones too, in no order."""
        found: list[Place] = [*self._lexicon.place(folded)]
        behind = {stop.end() for stop in STOP.finditer(folded)}
        for _, start, stop in [place for place in found if place[1] in behind]:
            found += self._place_initialled(folded, start, stop)
        return found

    def _place_initialled(self, folded: str, start: int, stop: int) -> list[Place]:
        """Forms with initials before the name at `[start, stop)`: of people they are too many to look for."""
        word = last_word(folded[start:stop])
        if word not in self._initialled:
            forms = frozenset(form for form in self._names.ending(word) if "." in form)
            self._initialled[word] = forms, tuple({len(form) for form in forms})
        forms, lengths = self._initialled[word]
        return [
            (folded[begin:stop], begin, stop)
            for length in lengths
            if start > (begin := stop - length) >= 0
            and folded[begin:stop] in forms
            and not (begin and folded[begin - 1].isalnum())
        ]

    def cuts(self, placed: Sequence[Place], i: int, folded: str) -> bool:
        """Whether a name begins within a small word and goes beyond it, and what stands before it is a wording too.

        A name with its title gives way to a longer one that goes on behind it: 沙特王储穆罕默德·本·萨勒曼.
        So does a title within a body's name, behind the state that the name begins with: 美国国防部长, not 美国国防部.
        """
        _, start, stop = placed[i]
        whole, headed = False, set[int]()
        for _, begin, end in islice(placed, i + 1, None):
            if begin >= stop:
                return False
            if begin == start:
                whole = True
                headed.add(end + 1)
            elif end > stop and begin in headed and folded[begin:end] in self.titles:
                return folded[start : begin - 1] in self.states
            elif end > stop and whole and self._is_name(folded[begin:end]):
                return not self._is_name(folded[start:stop]) or folded.startswith(DOT, stop)
        return False

    def gives_way(self, placed: Sequence[Place], i: int, folded: str) -> bool:
        """Whether a contact begins with the last sign of a word of mood: 可能会晤 is 可能 and 会晤, not 可能会.

        A longer wording right behind that word keeps it whole: 可能会见面, 可能会谈到.
        """
        _, start, stop = placed[i]
        if folded[start:stop] not in self._moods:
            return False
        within, behind, shorter = 0, 1, set[int]()
        for _, begin, end in islice(placed, i + 1, None):
            if begin > stop + 1:
                break
            if begin == start:
                shorter.add(end + 1)
            elif begin in shorter and folded[begin:end] in self._acts:
                within = max(within, end)
            elif begin == stop + 1 and folded[begin:end] in self._forms:
                behind = max(behind, end)
        return within >= behind

    def _is_name(self, folded: str) -> bool:
        return folded in self.states or bool(self._names.spelled(folded))

    def wording(self, folded: str, shown: Letters) -> Wording:
        """What a wording may be where it is shown in such letters."""
        spelled = (*self._names.spelled(folded), *self._lexicon.spelled(folded))
        entries = dict.fromkeys((entry, _letters(spelling, entry)) for spelling, entry in spelled)
        shown_here = tuple([e for e, letters in entries if letters <= shown and not (shown and _is_small(e))])
        return Wording(
            shown_here,
            self._cases.get(last_word(folded) if "." in folded else folded, frozenset()).union(
                *_cases_of_titles(shown_here, folded)
            ),
        )


def find_lexemes(clean: str, folded: str, pack: Pack) -> list[Lexeme]:
    """Find all wordings of `folded`, of overlapping ones the first, then the longest.

    Names count only with a capital in `clean`. Where words have no spaces between them, a small word gives way to a
    name that begins within it: 同意大利, not 同意.
    """
    dictionary, known = _load_dictionary(pack.code)
    kept: list[Lexeme] = []
    done = 0
    placed = dictionary.place(folded)
    placed.sort(key=itemgetter(2), reverse=True)
    placed.sort(key=itemgetter(1))
    for i, (key, start, stop) in enumerate(placed):
        if start < done:
            continue
        if dictionary.states and (dictionary.cuts(placed, i, folded) or dictionary.gives_way(placed, i, folded)):
            continue
        words = clean[start:stop]
        shown = _ANY if words[0].islower() and words.islower() else _shown(words)
        wording = known[shown].get(key)
        if wording is None:
            wording = known[shown][key] = dictionary.wording(folded[start:stop], shown)
        if wording.entries:
            kept.append(Lexeme(start, stop, wording))
            done = stop
    return _settle_states(kept) if dictionary.states else kept


def _settle_states(lexemes: list[Lexeme]) -> list[Lexeme]:
    """Take a short form that several states share for the one that the page names most: 巴方 where it tells of 巴西."""
    shared = [i for i, lexeme in enumerate(lexemes) if len(lexeme.wording.states) > 1]
    if not shared:
        return lexemes
    named = Counter(lexeme.wording.states[0] for lexeme in lexemes if len(lexeme.wording.states) == 1)
    for i in shared:
        start, stop, wording = lexemes[i]
        code = max(wording.states, key=lambda each: named[each])
        if not named[code]:
            continue
        entries = [e for e in wording.entries if not isinstance(e, StateForm) or e.code == code]
        lexemes[i] = Lexeme(start, stop, Wording(tuple(entries), wording.cases))
    return lexemes


def _shown(words: str) -> Letters:
    """In which letters words stand; a name may begin with a small part, tied by a hyphen: *al-Thani*."""
    if words[0].islower():
        return _ANY if words.islower() or not words[words.find("-") + 1].isupper() else _CAPITAL
    return _SHOUTED if words.isupper() else _CAPITAL


def _cases_of_titles(entries: Iterable[Entry], folded: str) -> Iterator[frozenset[Case]]:
    titles = (entry for entry in entries if isinstance(entry, Form) and entry.sheet == "titles")
    for title in titles:
        yield from (cases for spelling, cases in title.inflected if fold(spelling) == folded)


def state_of(lexeme: Lexeme) -> StateForm | None:
    """The state that a lexeme is the name of."""
    return next((entry for entry in lexeme.entries if isinstance(entry, StateForm)), None)


def side_of(lexeme: Lexeme | None) -> str | None:
    """The state that a lexeme is the name of, or that the body which it names speaks for; None for none."""
    if lexeme is None:
        return None
    sides = (
        entry.code if isinstance(entry, StateForm) else entry.side
        for entry in lexeme.entries
        if isinstance(entry, StateForm | BodyForm)
    )
    return next(sides, None)


def short_last(lexeme: Lexeme) -> Sequence[Entry]:
    """The entries of a lexeme, those that name a person by a short form behind the others."""
    return sorted(lexeme.entries, key=_is_short) if len(lexeme.entries) > 1 else lexeme.entries


def _is_short(entry: object) -> bool:
    return isinstance(entry, PersonForm) and entry.grade is Grade.SHORT


def _letters(spelling: str, entry: Entry) -> Letters:
    # A body, a medium or an adjective that its sheet writes small (*пресс-служба Кремля*, *российский*) counts in small
    # letters.
    small = isinstance(entry, StateForm | BodyForm | MediumForm) and spelling[:1].islower()
    if isinstance(entry, Form) and "shouted" in entry.flags:
        return _SHOUTED
    if small or isinstance(entry, Form | PatternForm | HeadForm):
        return _ANY
    return _SHOUTED if spelling.isupper() else _CAPITAL


def _is_small(entry: Entry) -> bool:
    """Whether a form counts only where it begins with a small letter: *may*, not *May*."""
    return isinstance(entry, Form) and "small" in entry.flags


@cache
def _load_dictionary(code: str) -> tuple[_Dictionary, tuple[dict[int | str, Wording], ...]]:
    """The wordings of a pack and the roster, and those met so far in each sort of letters."""
    pack = load_pack(code)
    return _Dictionary(pack, load_roster_in(code, inflection=pack.inflection)), ({}, {}, {})
