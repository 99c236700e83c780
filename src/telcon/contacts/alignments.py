"""What of one article stands in another: stretches of the same letters, with small changes between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from telcon.contacts.articles import PHRASE, PLAIN, Article
from telcon.model.values import value

GAP = 60
"""Letters of the copy that may have been put in, or put otherwise, within a stretch."""
CUT = 150
"""Letters of the origin that may have been left out within a stretch."""
STRETCH = 15
"""Common letters outside of names and quotations from which runs are a stretch at all."""
_SAME_PHRASE = 20  # places at which one phrase is looked at: more make no longer run


@value(frozen=True, slots=True)
class Run:
    """The same letters in both: `length` of them, from `start` of the copy and `origin` of the origin on."""

    start: int
    origin: int
    length: int


@value(frozen=True, slots=True)
class Stretch:
    """Runs that follow each other in both. `weight`: their letters outside of names and quotations."""

    runs: tuple[Run, ...]
    weight: int

    @property
    def start(self) -> int:
        """The first letter of the copy."""
        return self.runs[0].start

    @property
    def stop(self) -> int:
        """Behind the last letter of the copy."""
        return self.runs[-1].start + self.runs[-1].length

    @property
    def origin_start(self) -> int:
        """The first letter of the origin."""
        return self.runs[0].origin

    @property
    def origin_stop(self) -> int:
        """Behind the last letter of the origin."""
        return self.runs[-1].origin + self.runs[-1].length


def align(copy: Article, origin: Article) -> tuple[Stretch, ...]:
    """Find what of the copy stands in the origin, in the copy's order, whatever the order in the origin.

    What papers share without copying weighs nothing: names and titles, and the words of others in quotation marks.
    """
    found = (Stretch(tuple(runs), _weigh(runs, copy, origin)) for runs in _chain(_find_runs(copy, origin), copy))
    return tuple(stretch for stretch in found if stretch.weight >= STRETCH)


def weigh_paragraphs(stretches: Iterable[Stretch], copy: Article, origin: Article) -> Counter[int]:
    """How many letters were taken from each paragraph of the origin, names and quotations aside."""
    taken: Counter[int] = Counter()
    for run in (run for stretch in stretches for run in stretch.runs):
        for step in range(run.length):
            if copy.marks[run.start + step] == origin.marks[run.origin + step] == PLAIN:
                taken[origin.paragraph_of(run.origin + step)] += copy.letter_size
    return taken


def _find_runs(copy: Article, origin: Article) -> Iterator[Run]:
    shared = copy.phrases.keys() & origin.phrases.keys()
    places = sorted((place, phrase) for phrase in shared for place in copy.phrases[phrase])
    behind = expected = 0
    for place, phrase in places:
        if place >= behind:
            run = _longest(copy.letters, place, origin.letters, origin.phrases[phrase], expected)
            yield run
            behind, expected = run.start + run.length, run.origin + run.length


def _longest(copy: str, start: int, origin: str, places: Sequence[int], expected: int) -> Run:
    """The longest run from `start` on; of several, the one nearest to where the last one ended."""
    runs = [Run(start, place, _common(copy, start, origin, place)) for place in places[:_SAME_PHRASE]]
    return max(runs, key=lambda run: (run.length, -abs(run.origin - expected)))


def _common(one: str, start: int, other: str, place: int) -> int:
    length, most = 0, min(len(one) - start, len(other) - place)
    while length < most and one[start + length] == other[place + length]:
        length += 1
    return length


def _chain(runs: Iterable[Run], copy: Article) -> Iterator[list[Run]]:
    chain: list[Run] = []
    for run in runs:
        if chain and not _follows(chain[-1], run, copy.letter_size):
            yield chain
            chain = []
        chain.append(run)
    if chain:
        yield chain


def _follows(last: Run, run: Run, worth: int) -> bool:
    put_in, left_out = run.start - last.start - last.length, run.origin - last.origin - last.length
    return put_in * worth <= GAP and -PHRASE <= left_out * worth <= CUT


def _weigh(runs: Iterable[Run], copy: Article, origin: Article) -> int:
    plain = sum(
        copy.marks[run.start + step] == origin.marks[run.origin + step] == PLAIN
        for run in runs
        for step in range(run.length)
    )
    return plain * copy.letter_size
