"""The lines of a stored page, with the marks on their words, one within another."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from telcon.contacts import HeldPage
from telcon.model.spans import Span
from telcon.model.texts import Line, Role
from telcon.model.values import value
from telcon.web.pages.marks import Mark, Marks, outside_in

LOOKS = {Role.SUBHEADING: "headline", Role.DATELINE: "byline", Role.COMMENT: "junk", Role.ADVERTISEMENT: "junk"}
"""The look of roles that have none of their own."""


@value(frozen=True, slots=True)
class Piece:
    """Marked words: text and further pieces in their order. Words over several lines, or over the end of other marked
    words, are several pieces: `first` has the place that a value leads to, `last` the code.
    """

    mark: Mark
    parts: tuple[str | Piece, ...]
    first: bool
    last: bool

    @property
    def plain(self) -> bool:
        """Whether no other words are marked within, so that the whole can lead to its value."""
        return all(isinstance(part, str) for part in self.parts)


@value(frozen=True, slots=True)
class ShownLine:
    """A line with its number, its role (`look` for the style) and what stands on it."""

    number: int
    role: Role
    look: str
    parts: tuple[str | Piece, ...]


@value(frozen=True, slots=True)
class _Stretch:
    """The part of a mark that is still to be shown."""

    mark: Mark
    span: Span

    def cut(self, span: Span) -> _Stretch:
        return _Stretch(self.mark, Span(max(self.span.start, span.start), min(self.span.stop, span.stop)))


def page_lines(held: HeldPage, marks: Marks) -> Iterator[ShownLine]:
    """All lines of a page, blank ones too."""
    lines, text = held.page.lines, held.page.text
    marked = _by_line(lines, outside_in(marks))
    for place, line in enumerate(lines):
        look = "empty" if line.role is Role.BLANK else LOOKS.get(line.role, line.role.value)
        yield ShownLine(line.number, line.role, look, tuple(_parts(text, line.span, marked[place])))


def _by_line(lines: Sequence[Line], marks: Iterable[Mark]) -> Mapping[int, list[_Stretch]]:
    starts = [line.span.start for line in lines]
    marked: dict[int, list[_Stretch]] = defaultdict(list)
    for mark in marks:
        for place in range(max(bisect_right(starts, mark.span.start) - 1, 0), len(lines)):
            if lines[place].span.start >= mark.span.stop:
                break
            if lines[place].span.meets(mark.span):
                marked[place].append(_Stretch(mark, mark.span).cut(lines[place].span))
    return marked


def _parts(text: str, span: Span, marked: Sequence[_Stretch]) -> Iterator[str | Piece]:
    place, waiting = span.start, list(marked)
    while waiting:
        one = waiting.pop(0)
        if place < one.span.start:
            yield text[place : one.span.start]
        inside = [other.cut(one.span) for other in waiting if other.span.meets(one.span)]
        yield _piece(text, one, inside)
        place = one.span.stop
        rest = Span(place, span.stop)
        waiting = [other.cut(rest) for other in waiting if other.span.stop > place]
    if place < span.stop:
        yield text[place : span.stop]


def _piece(text: str, one: _Stretch, inside: Sequence[_Stretch]) -> Piece:
    whole = one.mark.span
    first = not text[whole.start : one.span.start].strip()
    last = not text[one.span.stop : whole.stop].strip()
    return Piece(one.mark, tuple(_parts(text, one.span, inside)), first, last)
