"""Places in a page's text."""

from __future__ import annotations

from telcon.model.values import value


@value(frozen=True, slots=True, order=True)
class Span:
    """Half-open range `[start, stop)`, in code points of the text as found."""

    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly within this span."""
        return self.start <= other.start and other.stop <= self.stop

    def meets(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.stop and other.start < self.stop
