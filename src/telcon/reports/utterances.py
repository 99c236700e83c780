"""Sentences as somebody's words: passages that quotations hold together, with the words of speech in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from telcon.languages import load_pack
from telcon.languages.lexicons import Lexicon, longest
from telcon.languages.packs import Pack
from telcon.languages.sheets import Form
from telcon.mentions.numerals import once_per_pack
from telcon.model.mentions import Cue, Mark
from telcon.model.spans import Span
from telcon.reports.scenes import Presence, Scene, within

if TYPE_CHECKING:
    from telcon.reports.stories import Story

MARKS = "\"“”„«»‘’'"


@dataclass(frozen=True, eq=False)
class Passage:
    """One sentence, or several that one quotation runs through.

    `first` is the number of its first scene. `words` are the words of speech outside quotations, `inner` those within;
    `presences` are all namings, those within quotations too; `quotations` leave the marks out.
    """

    span: Span
    first: int
    scenes: tuple[Scene, ...]
    presences: tuple[Presence, ...]
    cues: tuple[Cue, ...]
    words: tuple[Mark, ...]
    inner: tuple[Mark, ...]
    quotations: tuple[Span, ...]
    dates: tuple[Span, ...]

    @property
    def paragraph(self) -> int:
        return self.scenes[0].sentence.paragraph

    def quoted(self, place: int) -> bool:
        """Whether a place stands within quotation marks."""
        return any(quotation.start <= place < quotation.stop for quotation in self.quotations)

    def word(self, start: int, *meanings: str) -> Mark | None:
        """The word of speech that begins at `start`, of the meanings named (all, where none is)."""
        here = self._starting.get(start, ())
        return next((word for word in here if not meanings or word.meaning in meanings), None)

    def ending(self, stop: int, *meanings: str) -> Mark | None:
        """The word of speech that ends at `stop`, of the meanings named."""
        return next((word for word in self._ending.get(stop, ()) if word.meaning in meanings), None)

    def between(self, start: int, stop: int, *meanings: str) -> list[Mark]:
        """Words of speech of the meanings within `[start, stop)`."""
        return [w for w in self.words if start <= w.span.start and w.span.stop <= stop and w.meaning in meanings]

    @cached_property
    def outside(self) -> list[Presence]:
        """Namings that stand in no quotation."""
        return [presence for presence in self.presences if not self.quoted(presence.start)]

    @cached_property
    def _starting(self) -> dict[int, list[Mark]]:
        return _group((word.span.start, word) for word in self.words)

    @cached_property
    def _ending(self) -> dict[int, list[Mark]]:
        return _group((word.span.stop, word) for word in self.words)


def _group(words: Iterable[tuple[int, Mark]]) -> dict[int, list[Mark]]:
    found: dict[int, list[Mark]] = defaultdict(list)
    for place, word in words:
        found[place].append(word)
    return found


def cut_passages(story: Story) -> list[Passage]:
    """The passages of a page in order; headlines are left out, since the article says it all again."""
    taken = [cue.span for cue in story.mentions.cues] + [naming.span for naming in story.mentions.namings]
    words = find_words(_article(story), load_pack(story.text.language), taken=taken)
    quotations = [quotation.span for quotation in story.mentions.quotations]
    return [_passage(story, run, words) for run in _runs(story.scenes, quotations)]


def _article(story: Story) -> str:
    """The folded text up to the end of the article, what stands before it blanked so that positions stay."""
    start, stop = (story.scenes[0].span.start, story.scenes[-1].span.stop) if story.scenes else (0, 0)
    return "\n" * start + story.text.view.folded[start : stop + 1]


def find_words(folded: str, pack: Pack, *, taken: Iterable[Span] = ()) -> list[Mark]:
    """Find the words of speech in a folded text: of overlapping ones the longest, one mark for each meaning.

    Words that share a letter with what is `taken` are none: *hai tổng thống | nhất trí*, not *thống nhất*.
    """
    used = bytearray(len(folded))
    for span in taken:
        used[span.start : span.stop] = b"\x01" * len(span)
    hits = (hit for hit in _lexicon(pack).find(folded) if used.find(1, hit.start, hit.stop) < 0)
    return [
        Mark(Span(hit.start, hit.stop), "speech", form.meaning, form.flags, form.source)
        for hit in longest(hits)
        for form in hit.entries
    ]


@once_per_pack
def _lexicon(pack: Pack) -> Lexicon[Form]:
    return Lexicon((spelling, form) for form in pack["speech"].forms for spelling in form.spellings())


def _runs(scenes: Sequence[Scene], quotations: Sequence[Span]) -> Iterator[list[int]]:
    run: list[int] = []
    opened, closed = 0, 0
    for number, scene in enumerate(scenes):
        if scene.sentence.headline:
            continue
        while run and opened < len(quotations) and quotations[opened].start < scenes[run[-1]].span.stop:
            opened, closed = opened + 1, max(closed, quotations[opened].stop)
        if run and closed <= scene.span.start:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _passage(story: Story, run: list[int], words: Sequence[Mark]) -> Passage:
    scenes = tuple(story.scenes[number] for number in run)
    span = Span(scenes[0].span.start, scenes[-1].span.stop)
    inside = tuple(quotation.span for quotation in within(story.mentions.quotations, span))
    outer: list[Mark] = []
    inner: list[Mark] = []
    for word in within(words, span):
        (inner if any(quotation.meets(word.span) for quotation in inside) else outer).append(word)
    return Passage(
        span,
        run[0],
        scenes,
        tuple(presence for scene in scenes for presence in scene.presences),
        tuple(cue for scene in scenes for cue in scene.cues),
        tuple(outer),
        tuple(inner),
        inside,
        tuple(date.span for date in within(story.mentions.dates, span)),
    )


def trim(clean: str, span: Span, *, edges: str = " \xa0,.;:…/-–—" + MARKS) -> Span:
    """The span without spaces, marks of quotation and stops at its ends; brackets that were opened are closed."""
    start, stop = span.start, span.stop
    while start < stop and (clean[start] in edges or clean[start].isspace()):
        start += 1
    while stop > start and (clean[stop - 1] in edges or clean[stop - 1].isspace()):
        stop -= 1
    return Span(start, stop)
