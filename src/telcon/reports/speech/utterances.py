"""Sentences as somebody's words: passages that quotations hold together, with the words of speech in them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from telcon.languages import load_pack
from telcon.languages.lexicons import Hit, Lexicon, longest
from telcon.languages.packs import Pack
from telcon.languages.sheets import Form
from telcon.mentions.numerals import once_per_pack
from telcon.model.mentions import How, Mark, Naming, Quotation, Sort
from telcon.model.spans import Span
from telcon.reports.days.countings import counts_from_neighbour
from telcon.reports.days.datelines import end_dateline
from telcon.reports.places import Dealer
from telcon.reports.scenes import Scene

if TYPE_CHECKING:
    from telcon.reports.stories import Story

SETTINGS = ("publicly", "frame", "ours")
WIDE = ("again", "adverb")
"""Meanings of words that may hold a cue and more: *cơ quan này*, 通话后."""

NAMED = (Sort.MEDIUM, Sort.PLATFORM)
ARTICLE = 4
MARKS = "\"“”„«»‘’'"


class Passage:
    """One sentence, or several that one quotation runs through.

    `first` is the number of its first scene. `words` are the words of speech outside quotations, `inner` those within;
    `presences` are all namings, `outside` those that stand in no quotation; `quotations` leave the marks out.
    """

    def __init__(
        self,
        scenes: Sequence[Scene],
        span: Span,
        words: list[Mark],
        quotations: Sequence[Quotation],
        dates: Sequence[Span],
    ) -> None:
        self.scenes, self.first = scenes, scenes[0].number
        self.span, self.paragraph = span, scenes[0].sentence.paragraph
        self.presences, self.cues = scenes[0].presences, scenes[0].cues
        if len(scenes) > 1:
            self.presences = [presence for scene in scenes for presence in scene.presences]
            self.cues = [cue for scene in scenes for cue in scene.cues]
        names = [p.naming.span for p in self.presences if p.naming.sort in NAMED] if quotations else []
        self.quotations = [q.span for q in quotations if not any(_is_name(q.span, name) for name in names)]
        self.dates = dates
        self.words, self.outside = words, self.presences
        self.inner: list[Mark] = []
        if self.quotations:
            self.words = []
            for word in words:
                (self.inner if self._quotes(word.span) else self.words).append(word)
            self.outside = [p for p in self.presences if not self._quotes(Span(p.start, p.start + 1))]
        self.meanings = frozenset([word.meaning for word in self.words])
        self._starting: dict[int, list[Mark]] = {}
        self._ending: dict[int, list[Mark]] = {}
        for word in self.words:
            self._starting.setdefault(word.span.start, []).append(word)
            self._ending.setdefault(word.span.stop, []).append(word)

    def _quotes(self, span: Span) -> bool:
        """Whether some of it stands within quotation marks."""
        return any(quotation.meets(span) for quotation in self.quotations)

    def word(self, start: int, *meanings: str) -> Mark | None:
        """The word of speech that begins at `start`, of the meanings named."""
        for word in self._starting.get(start, ()):
            if word.meaning in meanings:
                return word
        return None

    def ending(self, stop: int, *meanings: str) -> Mark | None:
        """The word of speech that ends at `stop`, of the meanings named."""
        for word in self._ending.get(stop, ()):
            if word.meaning in meanings:
                return word
        return None

    def office(self, stop: int) -> Mark | None:
        """The word for somebody's office that ends at `stop`, with its preposition or without: *в канцелярии*."""
        word = self.ending(stop, "office", "again")
        return word if word and _is_office(word) else None

    def office_from(self, start: int) -> Mark | None:
        """The word for somebody's office that begins at `start`."""
        word = self.word(start, "office", "again")
        return word if word and _is_office(word) else None

    def between(self, start: int, stop: int, *meanings: str) -> list[Mark]:
        """Words of speech of the meanings within `[start, stop)`."""
        if self.meanings.isdisjoint(meanings):
            return []
        return [w for w in self.words if start <= w.span.start and w.span.stop <= stop and w.meaning in meanings]


def _is_office(word: Mark) -> bool:
    return word.meaning == "office" or "office" in word.flags


def cut_passages(story: Story) -> list[Passage]:
    """The passages of a page in order; headlines are left out, since the article says it all again.

    The quotation marks of readouts are passed over: their sentences are read like the page's own.
    """
    mentions = story.mentions
    given = {span for readout in story.readouts for span in readout.quotations}
    quoted = [quotation for quotation in mentions.quotations if quotation.span not in given]
    told = (sighting.cue.span for draft in story.drafts for sighting in draft.sightings)
    taken = [*told] + [n.span for n in mentions.namings if not _is_weak(n)]
    found = find_words(_article(story), load_pack(story.text.language), taken=taken)
    runs = list(_runs(story.scenes, [quotation.span for quotation in quoted]))
    dealer = Dealer([_whole(run) for run in runs])
    words, quotations, dates = dealer.deal(found), dealer.deal(quoted), dealer.deal(mentions.dates)
    return [
        Passage(
            run,
            _behind_dateline(run, story.clean),
            words[number],
            quotations[number],
            [date.span for date in dates[number] if not counts_from_neighbour(date)],
        )
        for number, run in enumerate(runs)
    ]


def _is_weak(naming: Naming) -> bool:
    """Whether it is a bare short name, which may be another word: *Cho rằng*."""
    return naming.how is How.TITLE and bool(naming.persons) and not naming.roles


def _is_name(quotation: Span, name: Span) -> bool:
    """Whether a quotation is no more than the name of a paper, with its article: *tờ "The Sunday Times"*."""
    return quotation.meets(name) and len(quotation) - len(name) <= ARTICLE


def _whole(scenes: Sequence[Scene]) -> Span:
    return scenes[0].span if len(scenes) == 1 else Span(scenes[0].span.start, scenes[-1].span.stop)


def _behind_dateline(scenes: Sequence[Scene], clean: str) -> Span:
    """The span of a passage without the dateline of its article."""
    span, first = _whole(scenes), scenes[0]
    start = end_dateline(clean, first.span) if first.first else span.start
    named = any(p.start < start and p.naming.sort is Sort.PERSON for p in first.presences)
    return span if named else Span(start, span.stop)


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
        used[span.start : span.stop] = b"\x01" * (span.stop - span.start)
    hits = [hit for hit in _lexicon(pack).find(folded) if _is_free(hit, used)]
    return [
        Mark(Span(hit.start, hit.stop), "speech", form.meaning, form.flags, form.source)
        for hit in longest(hits)
        for form in hit.entries
    ]


def _is_free(hit: Hit[Form], used: bytearray) -> bool:
    """Whether no letter is taken, or it is more than what is taken: *họp báo* is no meeting, *говорится в | письме*."""
    if used.find(1, hit.start, hit.stop) < 0 or any(form.meaning in SETTINGS for form in hit.entries):
        return True
    wide = any(form.meaning in WIDE or "document" in form.flags for form in hit.entries)
    return wide and used.find(0, hit.start, hit.stop) >= 0


@once_per_pack
def _lexicon(pack: Pack) -> Lexicon[Form]:
    wordings = ((spelling, form) for form in pack["speech"].forms for spelling in form.spellings())
    return Lexicon(wordings, spaced=pack.spaced)


def _runs(scenes: Sequence[Scene], quotations: Sequence[Span]) -> Iterator[list[Scene]]:
    run: list[Scene] = []
    opened, closed = 0, 0
    for scene in scenes:
        if scene.sentence.headline:
            continue
        while run and opened < len(quotations) and quotations[opened].start < run[-1].span.stop:
            opened, closed = opened + 1, max(closed, quotations[opened].stop)
        if run and closed <= scene.span.start:
            yield run
            run = []
        run.append(scene)
    if run:
        yield run


def begin_clause(passage: Passage, clean: str, place: int, verbs: Collection[str]) -> int:
    """Where the clause begins that goes on at `place`: behind a stop, or one of the `verbs`."""
    start = max(passage.span.start, *(clean.rfind(sign, passage.span.start, place) + 1 for sign in ",;:"))
    return max([start, *(word.span.stop for word in passage.between(start, place, *verbs))])


def end_before(clean: str, place: int, *, over: str = " ") -> int:
    """The end of what stands before `place`, the characters `over` left out."""
    while place > 0 and clean[place - 1] in over:
        place -= 1
    return place


def skip_blanks(clean: str, place: int) -> int:
    """The first place from `place` on where no space stands."""
    while place < len(clean) and clean[place] == " ":
        place += 1
    return place


def skip_words(passage: Passage, clean: str, place: int, *meanings: str) -> int:
    """The first place from `place` on where neither a space nor a word of the meanings stands."""
    place = skip_blanks(clean, place)
    while word := passage.word(place, *meanings):
        place = skip_blanks(clean, word.span.stop)
    return place


def has_verb(passage: Passage, clean: str, start: int, stop: int, verbs: Iterable[str]) -> bool:
    """Whether a verb of speech stands in `[start, stop)` that nothing makes a noun: *对普京的支持表示感谢*.

    A word that only may bring in somebody's wording is none: 以电子邮件表示.
    """
    found = [verb for verb in passage.between(start, stop, *verbs) if "wording" not in verb.flags]
    return any(not passage.ending(end_before(clean, verb.span.start), "nominal") for verb in found)


def trim(clean: str, span: Span, *, edges: str = " \xa0,.;:…/-–—" + MARKS) -> Span:
    """The span without spaces, marks of quotation and stops at its ends; brackets that were opened are closed."""
    start, stop = span.start, span.stop
    while start < stop and (clean[start] in edges or clean[start].isspace()):
        start += 1
    while stop > start and (clean[stop - 1] in edges or clean[stop - 1].isspace()):
        stop -= 1
    return Span(start, stop)


def find_said(passage: Passage, clean: str, reach: Span) -> int | None:
    """Where what was said begins, within reach of a verb: behind *that*, or in quotation marks behind a colon."""
    stop = min(reach.stop, passage.span.stop)
    if that := [w for w in passage.between(reach.start, stop, "that") if "clause" in w.flags]:
        return that[0].span.start
    quoted = next((q.start for q in passage.quotations if reach.start <= q.start <= stop), None)
    return quoted if quoted is not None and ":" in clean[reach.start : quoted] else None
