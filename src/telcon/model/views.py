"""A repaired reading of a text that keeps its way back to the text as found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from telcon.model.spans import Span
from telcon.model.values import value


@value(frozen=True, slots=True)
class View:
    """`raw` as found; `clean`, repaired (composed, unglued, demojibaked); `folded`, `clean` in lower case for matching.

    `clean` and `folded` have the same length. Character `i` of both was read from `raw[starts[i]:stops[i]]`, an empty
    range for a space that was put back. `starts` and `stops` are empty where nothing was repaired: the three texts then
    share their positions.
    """

    raw: str
    clean: str
    folded: str
    starts: Sequence[int] = ()
    stops: Sequence[int] = ()

    def to_raw(self, span: Span) -> Span:
        """Turn a span of `clean` into the span of `raw` that it was read from."""
        if not self.starts:
            return span
        if span.start >= span.stop:
            place = self.starts[span.start] if span.start < len(self.starts) else len(self.raw)
            return Span(place, place)
        return Span(self.starts[span.start], self.stops[span.stop - 1])

    def from_raw(self, span: Span) -> Span:
        """Turn a span of `raw` into the smallest span of `clean` that holds all that was read from it."""
        if not self.starts:
            return span
        return Span(bisect_right(self.stops, span.start), max(bisect_left(self.starts, span.stop), 0))

    def words(self, span: Span) -> str:
        """The words as found that stand behind a span of `clean`."""
        place = self.to_raw(span)
        return self.raw[place.start : place.stop]
