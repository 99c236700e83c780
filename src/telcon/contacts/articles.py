"""An article as it is compared with others: its letters one after the other, whatever stands between them.

Spaces, signs and line breaks are left out, so that wrapped lines, lost spaces, retyped quotation marks and a script
without spaces make no difference; case, accents' places and damage are folded as everywhere.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from telcon.contacts.tellings import FiledPage
from telcon.letters import build_view
from telcon.letters.han import HAN
from telcon.model.spans import Span
from telcon.model.texts import ARTICLE, Role
from telcon.model.values import value
from telcon.model.views import View

QUOTED, NAME, PLAIN = range(3)
"""What a letter is: within quotation marks, in a word with a capital, or in any other word."""
HAN_LETTERS = 3
"""How many letters of an alphabet one Han character is worth."""
PHRASE = 15
"""Letters in a row that must be the same to count at all: about three words."""
SENTENCE = 40
"""Letters outside of names and quotations that a sentence must have to say anything by being the same elsewhere."""
_WORD = re.compile(r"[^\W_]+")
_QUOTATION = re.compile(r'"[^"“”]*["”]|[“„«「『][^“”»」』]*(?:[“”»」』]|$)')
_STOP = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s|$)|[。！？]")
_ENDED = re.compile(r"[.!?…:;。！？：；][\"”’»」』)\]]*\s*$")
_MARKS = [bytes([mark]) for mark in (QUOTED, NAME, PLAIN)]
_ALONE = frozenset({Role.HEADLINE, Role.SUBHEADING})


@value(frozen=True, slots=True)
class Sentence:
    """The letters of a sentence, its quotations left out; `weight` counts those outside of names, a Han one thrice."""

    letters: str
    weight: int


@dataclass(frozen=True)
class Article:
    """The article of a page. `name` is what the page's reports are named by, wherever it is filed.

    For each of its `letters`, `marks` tells what it is and `places` where in the page's text it was read from.
    `paragraphs` are the letters before which each ends; `sentences` those of some length, their quotations left out;
    `numbers` those of two digits and more, in order.
    """

    name: str
    page: FiledPage
    letters: str = ""
    marks: Sequence[int] = ()
    places: Sequence[int] = ()
    paragraphs: Sequence[int] = ()
    sentences: tuple[Sentence, ...] = ()
    numbers: tuple[str, ...] = ()

    @cached_property
    def letter_size(self) -> int:
        """How many letters of an alphabet a letter is worth."""
        return letter_size(self.letters)

    @property
    def size(self) -> int:
        """The length, in letters of an alphabet."""
        return len(self.letters) * self.letter_size

    @cached_property
    def phrases(self) -> Mapping[str, Sequence[int]]:
        """Where each run of so many letters as count as the same phrase begins."""
        found: dict[str, list[int]] = defaultdict(list)
        for place in range(len(self.letters) - self.phrase + 1):
            found[self.letters[place : place + self.phrase]].append(place)
        return found

    @property
    def phrase(self) -> int:
        """How many letters in a row make a phrase."""
        return PHRASE // self.letter_size

    def paragraph_of(self, letter: int) -> int:
        """The number of the paragraph in which a letter stands."""
        return bisect_right(self.paragraphs, letter)

    def span(self, start: int, stop: int) -> Span:
        """Where in the page's text a range of letters stands."""
        return Span(self.places[start], self.places[stop - 1] + 1)


def letter_size(letters: str) -> int:
    """How many letters of an alphabet each letter of a text is worth: 3 where most are Han characters, else 1."""
    return HAN_LETTERS if 2 * len(HAN.findall(letters)) > len(letters) else 1


def make_article(name: str, page: FiledPage) -> Article:
    """Take the article out of a page: the lines that are its headline, lead, subheadings and body, nothing else."""
    draft = _Draft()
    for line in page.lines:
        if line.role in ARTICLE:
            view = build_view(page.text[line.span.start : line.span.stop])
            draft.add_line(view, line.span.start, alone=line.role in _ALONE)
    return draft.finish(name, page)


@dataclass(slots=True)
class _Draft:
    """An article while its lines are read."""

    words: list[str] = field(default_factory=list)
    marks: bytearray = field(default_factory=bytearray)
    places: array[int] = field(default_factory=lambda: array("I"))
    sentence_ends: list[int] = field(default_factory=list)
    paragraph_ends: list[int] = field(default_factory=list)

    def add_line(self, view: View, start: int, *, alone: bool) -> None:
        """Take in a line that begins at `start` of the page's text; `alone` where no sentence runs on behind it."""
        if alone:
            self._end_paragraph()
        quoted = [quotation.span() for quotation in _QUOTATION.finditer(view.clean)]
        stops = [stop.end() for stop in _STOP.finditer(view.clean)]
        for word in _WORD.finditer(view.clean):
            while stops and stops[0] <= word.start():
                self.sentence_ends.append(len(self.marks))
                stops.pop(0)
            is_quoted = bool(quoted) and any(first < word.start() < last for first, last in quoted)
            self._add_word(view, *word.span(), start, QUOTED if is_quoted else _mark(word[0]))
        if stops:
            self.sentence_ends.append(len(self.marks))
        if alone or _ENDED.search(view.clean):
            self._end_paragraph()

    def finish(self, name: str, page: FiledPage) -> Article:
        """The article, all its lines taken in."""
        self._end_paragraph()
        letters = "".join(self.words)
        sentences = tuple(self._sentences(letters))
        numbers = tuple([word for word in self.words if len(word) > 1 and word.isdecimal()])
        marks, ends = bytes(self.marks), tuple(self.paragraph_ends)
        return Article(name, page, letters, marks, self.places, ends, sentences, numbers)

    def _add_word(self, view: View, start: int, stop: int, line: int, mark: int) -> None:
        self.words.append(view.folded[start:stop])
        self.marks += _MARKS[mark] * (stop - start)
        if view.starts:
            self.places.extend([line + place for place in view.starts[start:stop]])
        else:
            self.places.extend(range(line + start, line + stop))

    def _end_paragraph(self) -> None:
        self.sentence_ends.append(len(self.marks))
        self.paragraph_ends.append(len(self.marks))

    def _sentences(self, letters: str) -> Iterator[Sentence]:
        start = 0
        for end in self.sentence_ends:
            sentence, marks = letters[start:end], self.marks[start:end]
            if QUOTED in marks:
                sentence = "".join(letter for letter, mark in zip(sentence, marks, strict=True) if mark != QUOTED)
            weight = marks.count(PLAIN) * letter_size(sentence)
            if weight >= SENTENCE:
                yield Sentence(sentence, weight)
            start = end


def _mark(word: str) -> int:
    return NAME if word[0].isupper() else PLAIN
