"""Phrases that a state begins, where a language puts it before the title: 俄罗斯联邦总统普京, 中国外交部发言人毛宁."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from telcon.languages.packs import Pack
from telcon.languages.sheets import Form
from telcon.mentions.han_names import list_syllables
from telcon.mentions.lexemes import Lexeme, PatternForm, side_of
from telcon.mentions.phrases import Phrase
from telcon.model.mentions import How, Naming, Sort
from telcon.model.spans import Span

QUALIFIERS = frozenset({"elect", "incoming", "incumbent", "former", "polity"})
HEADLESS = frozenset({"pair", "trio", "several", "pronoun", "speaker", "nothing", "honorific", *QUALIFIERS})
PAIR = 2
"""Letters of a view from one short form of a state to the next: 法德."""

MEETING = frozenset({"pair", "trio", "several"})

Finish = Callable[[Phrase, int], tuple[Naming | None, int]]


class LedPhrases:
    """Reads the phrases of one page that begin with a state or with a body that speaks for one."""

    def __init__(
        self,
        clean: str,
        lexemes: Sequence[Lexeme],
        name: Callable[[str, str | None], str],
        finish: Finish,
        pack: Pack,
    ) -> None:
        self.clean, self.lexemes, self.syllables = clean, lexemes, list_syllables(pack)
        self.name, self.finish = name, finish

    def read(self, index: int) -> tuple[Naming | None, int] | None:
        """The phrase that begins at `index`, and the index behind it; None where a state leads none there."""
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
        """Whether a word for a visit stands right before a state: 访华."""
        place = self.lexemes.index(lexeme)
        before = self.lexemes[place - 1].form("contacts") if place else None
        return bool(before and "visit" in before.flags) and lexeme.start - self.lexemes[place - 1].stop <= 1

    def _titled(self, index: int, place: int, title: Form, state: str, flags: set[str]) -> tuple[Naming | None, int]:
        phrase = Phrase(self.lexemes[index].start, self.lexemes[place].stop, title.source)
        phrase.titles = [title.meaning, *phrase.heed(title.flags)]
        phrase.country = state
        phrase.flags |= flags
        return self.finish(phrase, place + 1)

    def _beside_state(self, index: int, state: str) -> tuple[Naming | None, int] | None:
        """The first of the states before an office that they share: 中美元首, 中俄两国外长, 美俄乌三方."""
        near = self._near(index + 1)
        if near is None or side_of(near) is None:
            return None
        span = Span(self.lexemes[index].start, self.lexemes[index].stop)
        led = self.read(index + 1)
        if led and led[0] and led[0].how is How.OFFICE and not led[0].name:
            return Naming(span, Sort.PERSON, How.OFFICE, roles=led[0].roles, country=state, rule=led[0].rule), index + 1
        behind = self._near(index + 2)
        grouped = behind and behind.wording.title and behind.wording.title.meaning in MEETING
        rowed = led and led[0] and led[0].sort is Sort.STATE and led[1] == index + 2
        return (Naming(span, Sort.STATE, country=state, rule="roster"), index + 1) if grouped or rowed else None

    def _is_syllable(self, index: int) -> bool:
        """Whether a state's short form is only a part of a longer foreign name: 克 (Croatia) in 卢甘斯克."""
        start, stop = self.lexemes[index].start, self.lexemes[index].stop
        place = start
        while place > 1 and self.clean[place - 1] == " " and self.clean[place - 2] in self.syllables:
            place -= 2
        paired = index and self.lexemes[index - 1].start == place
        return stop - start == 1 and place < start and not (paired and start - place == PAIR)

    def _near(self, place: int) -> Lexeme | None:
        """The lexeme at `place`, where nothing but a space parts it from the one before."""
        if place >= len(self.lexemes):
            return None
        gap = self.clean[self.lexemes[place - 1].stop : self.lexemes[place].start]
        return self.lexemes[place] if not gap.strip(" ") and len(gap) <= PAIR else None

    def _passes(self, lexeme: Lexeme, flags: set[str]) -> PatternForm | bool:
        """Whether a word may stand between a state and the title that it leads; notes what it says of him."""
        title = lexeme.wording.title
        if title and title.meaning in QUALIFIERS:
            flags |= {title.meaning} - {"polity"}
            return True
        if title:
            return False
        for entry in lexeme.entries:
            if isinstance(entry, PatternForm) and "{state}" in entry.name:
                return entry
        return False
