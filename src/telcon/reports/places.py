"""What stands where on a page: mentions by their sentence, and those within any stretch."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from telcon.model.spans import Span


class HasSpan(Protocol):
    """Anything that stands at a place of the view."""

    @property
    def span(self) -> Span: ...


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


def deal_out(items: Iterable[Placed], spans: Sequence[Span]) -> list[list[Placed]]:
    """For each span what lies wholly within it, in order; spans come in order and do not overlap."""
    found: list[list[Placed]] = [[] for _ in spans]
    starts = [span.start for span in spans]
    stops = [span.stop for span in spans]
    for item in items:
        span = item.span
        place = bisect_right(starts, span.start) - 1
        if place >= 0 and span.stop <= stops[place]:
            found[place].append(item)
    return found
