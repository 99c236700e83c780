"""What stands where on a page: mentions by their sentence, and those within any stretch."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from sys import maxsize
from typing import Generic, Protocol, TypeVar

from telcon.model.spans import Span


class HasSpan(Protocol):
    """Anything that stands at a place of the view."""

    @property
    def span(self) -> Span: ...


LISTED, JOINED = 2, 12
"""Letters that a comma, and a word for *and*, take between two who are named."""

Placed = TypeVar("Placed", bound=HasSpan)


class Places(Generic[Placed]):
    """Mentions in order of position, to be asked for by place."""

    def __init__(self, items: Sequence[Placed]) -> None:
        self.items = items
        self.starts = [item.span.start for item in items]

    def within(self, span: Span) -> list[Placed]:
        """What lies wholly within `span`."""
        return [self.items[number] for number in self.numbers(span)]

    def numbers(self, span: Span) -> list[int]:
        """The numbers of what lies wholly within `span`."""
        stop = span.stop
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, stop, first)
        return [number for number in range(first, last) if self.items[number].span.stop <= stop]


class Dealer:
    """Deals out what stands on a page to spans, such as its sentences, that come in order and do not overlap."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self.starts = [span.start for span in spans]
        self.stops = [span.stop for span in spans]
        self.turns = [*self.starts[1:], maxsize]

    def deal(self, items: Iterable[Placed]) -> list[list[Placed]]:
        """For each span what lies wholly within it; items come in order of position."""
        starts, stops, turns = self.starts, self.stops, self.turns
        found: list[list[Placed]] = [[] for _ in starts]
        if not found:
            return found
        number = 0
        for item in items:
            span = item.span
            start = span.start
            while start >= turns[number]:
                number += 1
            if starts[number] <= start and span.stop <= stops[number]:
                found[number].append(item)
        return found


def count_joined(spans: Sequence[Span], joints: Set[int]) -> int:
    """How many of the last spans *and* or commas join; `joints` are the places at which a word for *and* begins."""
    many = min(len(spans), 1)
    for left, right in zip(reversed(spans[:-1]), reversed(spans), strict=False):
        gap = right.start - left.stop
        if gap > LISTED and not (gap <= JOINED and left.stop + 1 in joints):
            break
        many += 1
    return many
