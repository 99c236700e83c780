"""The words that stand in a statement already."""

from __future__ import annotations

from bisect import bisect_left, insort

from telcon.model.spans import Span


class TakenSpans:
    """Spans that do not overlap, in order."""

    def __init__(self) -> None:
        self.spans: list[Span] = []

    def add(self, span: Span) -> None:
        """Take one more."""
        insort(self.spans, span)

    def meets(self, span: Span) -> bool:
        """Whether it overlaps one of them: of those that do not overlap, the nearest two tell."""
        place = bisect_left(self.spans, span)
        return any(own.meets(span) for own in self.spans[max(place - 1, 0) : place + 1])
