"""The lexemes of a page in a row: what stands right before and right behind what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from telcon.mentions.lexemes import Lexeme
from telcon.model.mentions import Naming
from telcon.model.spans import Span
from telcon.roster.entries import Grade, PersonForm

ADJECTIVES = ("elect", "incoming", "incumbent", "former")
GROUPS = {"pair": 2, "trio": 3, "several": 0}


class Row:
    """The lexemes of one page in order; `gap` is what stands between two words of a phrase."""

    def __init__(self, clean: str, lexemes: Sequence[Lexeme], gap: str) -> None:
        self.clean, self.lexemes, self.gap = clean, lexemes, gap

    def place_behind(self, index: int) -> int | None:
        """Where the lexeme right behind a lexeme stands, a sign of possession between them passed over."""
        place, stop = index + 1, self.lexemes[index].stop
        if place < len(self.lexemes) and self.lexemes[place].form("particles", "possessive"):
            place, stop = (place + 1, self.lexemes[place].stop) if self.lexemes[place].start == stop else (0, 0)
        if not 0 < place < len(self.lexemes) or self.clean[stop : self.lexemes[place].start] != self.gap:
            return None
        return place

    def may_head(self, index: int) -> bool:
        """Whether a phrase that a state leads may go on with the title at `index`: an office, adjectives before it."""
        title = self.lexemes[index].wording.led
        if title and title.meaning in ADJECTIVES:
            place = self.place_behind(index)
            return place is not None and self.may_head(place)
        return title is not None

    def following(self, index: int) -> Iterator[tuple[int, Lexeme]]:
        """Lexemes right behind one another, the word *of* between them passed over."""
        stop = self.lexemes[index].stop
        for position in range(index + 1, len(self.lexemes)):
            near = self.lexemes[position]
            if self.clean[stop : near.start].strip(" "):
                return
            stop = near.stop
            if not near.form("particles", "of", "article"):
                yield position, near

    def with_article(self, naming: Naming, index: int) -> Naming:
        """The naming with the article before its first lexeme: *the Russian president*, *his counterpart*."""
        before = self.lexemes[index - 1] if index else None
        if before is None or not before.form("particles", "article"):
            return naming
        near = self.clean[before.stop : naming.start] == self.gap
        return replace(naming, span=Span(before.start, naming.stop)) if near else naming

    def is_part(self, lexeme: Lexeme, entry: PersonForm) -> bool:
        """Whether a short form is only the head of a longer name: `Ban` in *Ban Chấp hành*, `An` in *An-thô-ni*."""
        behind = self.clean[lexeme.stop : lexeme.stop + 2]
        if entry.grade is not Grade.SHORT or len(behind) < 2:
            return False
        return behind[1].isupper() if behind[0] == " " else behind[0] == "-" and behind[1].islower()

    def is_paired(self, lexeme: Lexeme) -> bool:
        """Whether a dash ties the word to another: *quan hệ Nga - Trung*."""
        around = self.clean[max(lexeme.start - 2, 0) : lexeme.start] + self.clean[lexeme.stop : lexeme.stop + 2]
        return any(dash in around for dash in "-–—")
