"""Phrases that a state begins, where a language puts it before the title: 俄罗斯联邦总统普京, 中国外交部发言人毛宁."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from telcon.languages.packs import Pack
from telcon.languages.sheets import Form
from telcon.mentions.han_names import list_syllables
from telcon.mentions.lexemes import Lexeme, PatternForm, side_of
from telcon.mentions.phrases import OFFICES, Phrase, begin, listed
from telcon.mentions.rows import ADJECTIVES, Row
from telcon.model.mentions import How, Naming, Sort
from telcon.model.spans import Span
from telcon.roster.entries import BodyForm, PersonForm, StateForm, StateGrade

QUALIFIERS = frozenset({"elect", "incoming", "incumbent", "former", "polity"})
HEADLESS = frozenset({"pair", "trio", "quartet", "several", "pronoun", "speaker", "nothing", "honorific", *QUALIFIERS})
PAIR = 2
"""Letters of a view from one short form of a state to the next: 法德."""

LISTED = "、"

MEETING = frozenset({"pair", "trio", "quartet", "several"})

Found = tuple[Naming | None, int]
Name = Callable[[str, str | None], str]
Finish = Callable[[Phrase, int], Found]


class LedPhrases(Protocol):
    """Reads the phrases of one page that begin with a state or with a body that speaks for one."""

    def read(self, index: int) -> Found | None:
        """The phrase that the state or body at `index` begins, and the index behind it; None where it leads nothing."""

    def is_visited(self, lexeme: Lexeme) -> bool:
        """Whether a word for a visit stands right before a state: 访华."""


class LedInRow:
    """Phrases of words with gaps: *Russian President*, *France's Macron*, *Chinese Foreign Ministry*, МИД России."""

    def __init__(self, row: Row, name: Name, finish: Finish) -> None:
        self.row, self.lexemes, self.name, self.finish = row, row.lexemes, name, finish

    def read(self, index: int) -> Found | None:
        """See `LedPhrases.read`."""
        states = (entry for entry in self.lexemes[index].entries if isinstance(entry, StateForm | BodyForm))
        return next(filter(None, (self._lead(index, entry) for entry in states)), None)

    def _lead(self, index: int, entry: StateForm | BodyForm) -> Found | None:
        side = entry.code if isinstance(entry, StateForm) else entry.side
        place = self.row.place_behind(index)
        if not side or place is None:
            return None
        lexeme, after = self.lexemes[index], self.lexemes[place]
        if after.wording.led:
            cases = (lexeme.wording.cases, after.wording.cases)
            noun = isinstance(entry, StateForm) and entry.grade is not StateGrade.ADJECTIVE
            if all(cases) and (noun or cases[0].isdisjoint(cases[1])):  # в Баку президента Казахстана
                return None
            return self._titled(lexeme, place) if self.row.may_head(place) else None
        for other in after.entries:
            if isinstance(other, PatternForm) and isinstance(entry, StateForm):
                span, body = Span(lexeme.start, after.stop), self.name(other.name, side)
                return Naming(span, Sort.BODY, How.NAME, name=body, country=side, cases=after.wording.cases), place + 1
            if isinstance(other, PersonForm) and place > index + 1 and not self.row.is_part(after, other):
                name = replace(listed(self.row.clean, after), span=Span(lexeme.start, after.stop))
                return replace(name, how=How.NAME, country=side), place + 1
        return None

    def is_visited(self, lexeme: Lexeme) -> bool:
        """Never: a state that is visited stands behind a word of its own."""
        return False

    def _titled(self, lexeme: Lexeme, index: int) -> Found:
        """The phrase whose title, or an adjective of it, stands at `index`, right behind the state or body."""
        title, rule, flags = self.lexemes[index].wording.led, None, set[str]()
        while title and title.meaning in ADJECTIVES and (place := self.row.place_behind(index)):
            flags.add(title.meaning)
            rule = rule or title.source
            index, title = place, self.lexemes[place].wording.led
        assert title
        phrase = begin(self.lexemes[index], title, start=lexeme.start)
        phrase.rule, phrase.country, phrase.flags = rule or title.source, side_of(lexeme), phrase.flags | flags
        return self.finish(phrase, index + 1)


class LedWithoutGap:
    """Phrases of Han characters, where words for former or elect and bodies may stand between: 俄罗斯联邦总统普京."""

    def __init__(
        self,
        clean: str,
        lexemes: Sequence[Lexeme],
        name: Name,
        finish: Finish,
        pack: Pack,
    ) -> None:
        self.clean, self.lexemes, self.syllables = clean, lexemes, list_syllables(pack)
        self.name, self.finish = name, finish

    def read(self, index: int) -> Found | None:
        """See `LedPhrases.read`."""
        lexeme = self.lexemes[index]
        state = side_of(lexeme)
        if state is None or self._is_syllable(index):
            return None
        flags, body, place = set[str](), None, index + 1
        while (near := self._near(place)) and (step := self._passes(near, flags)):
            body = body or (step if isinstance(step, PatternForm) else None)
            place += 1
        near = self._near(place)
        title = near.wording.title if near else None
        if near and title and title.meaning not in HEADLESS:
            return self._titled(index, place, title, state, flags)
        if body:
            span = Span(lexeme.start, self.lexemes[place - 1].stop)
            return Naming(span, Sort.BODY, name=self.name(body.name, state), country=state), place
        return self._beside_state(index, state) if place == index + 1 else None

    def is_visited(self, lexeme: Lexeme) -> bool:
        """See `LedPhrases.is_visited`."""
        place = self.lexemes.index(lexeme)
        before = self.lexemes[place - 1].form("contacts") if place else None
        return bool(before and "visit" in before.flags) and lexeme.start - self.lexemes[place - 1].stop <= 1

    def _titled(self, index: int, place: int, title: Form, state: str, flags: set[str]) -> Found:
        phrase = begin(self.lexemes[place], title, start=self.lexemes[index].start)
        phrase.country, phrase.cases = state, frozenset()
        phrase.shared = self.lexemes[index].wording.states
        phrase.flags |= flags
        return self.finish(phrase, place + 1)

    def _beside_state(self, index: int, state: str) -> Found | None:
        """One of the states before an office that they share, or a group: 俄、乌总统, 中俄两国外长, 美俄乌三方."""
        near = self._near(index + 1)
        span = Span(self.lexemes[index].start, self.lexemes[index].stop)
        if (
            near
            and _is_group(near)
            and index
            and side_of(self.lexemes[index - 1])
            and (self._near(index) or self._listed(index))
        ):
            return _of_group(span, state, near), index + 1
        near = near or self._listed(index + 1)
        if near is None or side_of(near) is None:
            return None
        led = self.read(index + 1)
        if led and led[0] and led[0].how is How.OFFICE and not led[0].name:
            return Naming(span, Sort.PERSON, How.OFFICE, roles=led[0].roles, country=state, rule=led[0].rule), index + 1
        behind = self._near(index + 2)
        grouped = behind is not None and _is_group(behind)
        rowed = led and led[0] and led[0].sort is Sort.STATE and led[1] == index + 2
        if grouped and behind is not None:
            return _of_group(span, state, behind), index + 1
        return (Naming(span, Sort.STATE, country=state, rule="roster"), index + 1) if rowed else None

    def _is_syllable(self, index: int) -> bool:
        """Whether a state's short form is only a part of a longer foreign name: 克 (Croatia) in 卢甘斯克."""
        start, stop = self.lexemes[index].start, self.lexemes[index].stop
        place = start
        while place > 1 and self.clean[place - 1] == " " and self.clean[place - 2] in self.syllables:
            place -= 2
        before = self.lexemes[index - 1] if index else None
        word = before is not None and before.stop - before.start > PAIR and start - before.stop <= 1
        if word and not any(isinstance(entry, StateForm | PersonForm) for entry in (before.entries if before else ())):
            return False  # 宣布美俄元首, 15日美俄元首
        paired = index and self.lexemes[index - 1].start == place
        return stop - start == 1 and place < start and not (paired and start - place == PAIR)

    def _near(self, place: int) -> Lexeme | None:
        """The lexeme at `place`, where nothing but a space parts it from the one before."""
        if place >= len(self.lexemes):
            return None
        gap = self.clean[self.lexemes[place - 1].stop : self.lexemes[place].start]
        return self.lexemes[place] if not gap.strip(" ") and len(gap) <= PAIR else None

    def _listed(self, place: int) -> Lexeme | None:
        """The lexeme at `place`, where only the comma of a list parts it from the one before."""
        if place >= len(self.lexemes):
            return None
        gap = self.clean[self.lexemes[place - 1].stop : self.lexemes[place].start]
        return self.lexemes[place] if gap.strip(" ") == LISTED else None

    def _passes(self, lexeme: Lexeme, flags: set[str]) -> PatternForm | bool:
        """Whether a word may stand between a state and the title that it leads; notes what it says of him."""
        title = lexeme.wording.title
        if title and title.meaning in QUALIFIERS:
            flags |= {title.meaning} - {"polity"}
            return True
        if title and title.meaning != "nothing":
            return False
        for entry in lexeme.entries:
            if isinstance(entry, PatternForm) and "{state}" in entry.name:
                return entry
        return False


def _of_group(span: Span, state: str, group: Lexeme) -> Naming:
    """A state as one of a group's: whoever bears the office that the group's words name, if it is no leader's."""
    title = group.wording.title
    offices = tuple(OFFICES[flag] for flag in OFFICES if flag in title.flags) if title else ()
    if title and offices:
        return Naming(span, Sort.PERSON, How.OFFICE, roles=offices, country=state, rule=title.source)
    return Naming(span, Sort.STATE, country=state, rule="roster")


def _is_group(lexeme: Lexeme) -> bool:
    title = lexeme.wording.title
    return title is not None and title.meaning in MEETING
