"""The lexemes of a page in a row: what stands right before and right behind what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from telcon.languages.sheets import Form
from telcon.mentions.lexemes import Lexeme, PatternForm, state_of
from telcon.mentions.phrases import OFFICES, name_before
from telcon.model.contacts import LEADING
from telcon.model.mentions import How, Naming, Sort
from telcon.model.spans import Span
from telcon.roster.entries import BodyForm, Grade, MediumForm, PersonForm, StateForm

ADJECTIVES = ("elect", "incoming", "incumbent", "former")
GROUPS = {"pair": 2, "trio": 3, "quartet": 4, "several": 0}
DEFINITE = ("within", "apart", "about")
BEHIND = ("telling", "within", "with", "to", "from", "by", "is", "each_other", "respectively")
"""Meanings of particles that end with an article, and of those that stand behind a noun phrase, not within it."""

JOINING = "·"
"""What joins the parts of a foreign name in Han characters."""

OTHERS = (StateForm, BodyForm, MediumForm, PatternForm)
"""What is no personal name."""

TITLED = (How.TITLE, How.OFFICE)
OPENED, CLOSED = re.compile(r", (?:[a-z-]+ ){0,3}$"), re.compile(r"[^,;]{0,45}?[,;.](?=\s|$)")
"""What may stand between a name and the title behind its comma (words in small letters), and behind that title."""
TYING = ("of", "to", "aim", "within", "about")
"""Meanings of particles that tie to a title what it is of."""
BETWEEN = re.compile(r"(?: [\w-]+){0,2} $")
"""What may stand between an owner's sign and what he owns: *the President's Personal Assistant*."""
FARTHEST = 40
"""Letters in which the words between a name's comma and a title may stand."""


class Row:
    """The lexemes of one page in order; `gap` is what stands between two words of a phrase."""

    def __init__(self, clean: str, lexemes: Sequence[Lexeme], gap: str) -> None:
        self.clean, self.lexemes, self.gap = clean, lexemes, gap
        self.starts = [lexeme.start for lexeme in lexemes]

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

    def with_given_name(self, naming: Naming, index: int) -> Naming:
        """A name with a word with a capital before it, as others spell the given name: *с Ухнагийн Хурэлсухом*."""
        if not naming.cases or not naming.persons or naming.roles or naming.start != self.lexemes[index].start:
            return naming
        stop = naming.start - 1
        start = self.clean.rfind(" ", 0, max(stop, 0)) + 1
        word, taken = self.clean[start:stop], self.lexemes[index - 1].stop if index else 0
        opens = start < 2 or not self.clean[start - 2].isalpha()
        if self.clean[stop] != " " or opens or taken > start or not word[:1].isupper() or not word.isalpha():
            return naming
        return replace(naming, span=Span(start, naming.stop))

    def is_part(self, lexeme: Lexeme, entry: PersonForm) -> bool:
        """Whether a short form is only the head of a longer name: `Ban` in *Ban Chấp hành*, `An` in *An-thô-ni*.

        So is any form before a dot that joins names: 阿巴斯·阿拉格齐.
        """
        behind = self.clean[lexeme.stop : lexeme.stop + 2]
        if behind.startswith(JOINING):
            return True
        if entry.grade is not Grade.SHORT or len(behind) < 2:
            return False
        return behind[1].isupper() if behind[0] == " " else behind[0] == "-" and behind[1].islower()

    def _shares_office(self, index: int) -> bool:
        """Whether a state shares the office behind the next one: *the Russian and US presidents*."""
        joint, after, title = (self.lexemes[index + step : index + step + 1] for step in (1, 2, 3))
        if not title or not joint[0].form("particles", "and") or not title[0].wording.title:
            return False
        states = any(isinstance(entry, StateForm) for entry in after[0].entries)
        words = self.clean[self.lexemes[index].stop : title[0].start]
        return (
            states
            and "bare" in title[0].wording.title.flags
            and len(words) - len(words.strip()) <= 2
            and "," not in words
        )

    def is_paired(self, lexeme: Lexeme) -> bool:
        """Whether a dash ties the word to another, or *and* before an office does: *Nga - Trung*, *Russian and US*."""
        place = bisect_left(self.starts, lexeme.start)
        if self._shares_office(place):
            return True
        around = self.clean[max(lexeme.start - 2, 0) : lexeme.start] + self.clean[lexeme.stop : lexeme.stop + 2]
        return any(dash in around for dash in "-–—")

    def stands_alone(self, lexeme: Lexeme) -> bool:
        """Whether an adjective behind an article has no noun: *the Israeli said*, *with the Finn.*"""
        place = bisect_left(self.starts, lexeme.start)
        before, after = self.lexemes[max(place - 1, 0)], self.lexemes[place + 1 : place + 2]
        known = before.form("particles", "article") or before.form("particles", *DEFINITE)
        if not known or self.clean[before.stop : lexeme.start] != self.gap:
            return False
        if not self.clean[lexeme.stop : lexeme.stop + 1].strip(" "):
            return bool(after) and after[0].start - lexeme.stop == 1 and self._is_verb(after[0])
        return self.clean[lexeme.stop] in ".,;:?!)"

    def _is_verb(self, lexeme: Lexeme) -> bool:
        acts = (form for form in lexeme.wording.forms.get("contacts", ()) if "noun" not in form.flags)
        return bool(lexeme.form("status") or lexeme.form("particles", *BEHIND) or next(acts, None))

    def behind_name(self, before: Sequence[Naming], naming: Naming) -> Naming:
        """An office of a state behind the name of somebody whom the roster lacks: *X, Bulgaria's head of state*."""
        comma = naming.start - 2
        plain = naming.how is How.OFFICE and bool(naming.roles) and self.clean[comma : naming.start] == ", "
        name = name_before(self.clean, comma) if plain and not any(n.stop > comma - 1 for n in before) else ""
        if not name or any(n.stop > comma - len(name) for n in before):
            return naming
        return replace(naming, span=Span(comma - len(name), naming.stop), how=How.NAME, name=name)

    def named_before(self, found: Sequence[Naming], naming: Naming) -> Naming | None:
        """Somebody whom the roster lacks, named before a title: *Femi Adesina, Buhari's spokesman, said*.

        None where a leader is meant, or words stand between that tell of something else.
        """
        plain = naming.sort is Sort.PERSON and not (naming.name or naming.persons) and naming.how in TITLED
        if not plain or not naming.roles or naming.roles[0] in LEADING or not self._closes(naming.stop):
            return None
        last = found[-1] if found else None
        owned = last is not None and self._is_owner(last, naming)
        start = last.start if last and owned else naming.start
        opened = OPENED.search(self.clean, max(start - FARTHEST, 0), start)
        name = name_before(self.clean, opened.start()) if opened else ""
        place = opened.start() - len(name) if opened else 0
        if not name or any(before.stop > place for before in found[: len(found) - owned][-1:]):
            return None
        country = naming.country or (last.country if last and owned else None)
        return Naming(Span(place, place + len(name)), Sort.PERSON, name=name, roles=naming.roles, country=country)

    def _closes(self, place: int) -> bool:
        """Whether a comma stands at a place, or behind what a word like *of* or *for* ties there."""
        near = self._at(place + 1) if self.clean.startswith(" ", place) else None
        tied = near is not None and near.form("particles", *TYING)
        return self.clean[place : place + 1] in (",", ".", ";") or (
            bool(tied) and CLOSED.match(self.clean, place) is not None
        )

    def _is_owner(self, owner: Naming, naming: Naming) -> bool:
        """Whether no more than a sign of possession stands between two namings: *Buhari's spokesman*."""
        sign = self._at(owner.stop)
        possessive = sign is not None and sign.form("particles", "possessive")
        between = self.clean[sign.stop : naming.start] if sign else ""
        return (
            bool(possessive)
            and not between[:1].strip()
            and between.endswith(" ")
            and BETWEEN.match(between) is not None
        )

    def _at(self, place: int) -> Lexeme | None:
        """The lexeme that begins at a place."""
        index = bisect_left(self.starts, place)
        return self.lexemes[index] if index < len(self.starts) and self.starts[index] == place else None

    def asks(self, index: int) -> bool:
        """Whether the word behind says that the state named by an adjective asked: *по американской инициативе*."""
        after = self.lexemes[index + 1 : index + 2]
        return any("led" in form.flags for near in after for form in near.wording.forms.get("initiators", ()))

    def offices_of_states(self, index: int, title: Form) -> list[str]:
        """The office that several hold whose states stand right behind: *các tổng thống Nga, Hàn Quốc*."""
        offices = [flag for flag in OFFICES if flag in title.flags]
        after = next((near for _, near in self.following(index)), None) if offices else None
        return offices if after and state_of(after) else []

    def shares(self, before: Naming, naming: Naming) -> bool:
        """Whether a name shares the office in the plural of the one before it: *Presidents Obama and Calderón*."""
        if naming.how not in (How.NAME, How.TITLE) or not naming.persons:
            return False
        joint = self.clean[before.stop : naming.start].strip(" ,")
        behind = bisect_left([one.start for one in self.lexemes], before.stop)
        return not joint or bool(self.lexemes[behind].form("particles", "and"))
