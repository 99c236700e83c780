"""A text under repair, which remembers for each letter where it was read from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from telcon.model.values import value


class Edit(NamedTuple):
    """`[start, stop)` reads `letters`, each of which was read from the whole range."""

    start: int
    stop: int
    letters: str


@value(frozen=True, slots=True)
class Draft:
    """`text` as repaired so far; letter `i` was read from `[starts[i], stops[i])` of the text as found.

    Both are empty while every letter still stands where it was found.
    """

    text: str
    starts: Sequence[int] = ()
    stops: Sequence[int] = ()

    def apply(self, edits: Iterable[Edit]) -> Draft:
        """Make the edits, which are in order and do not overlap."""
        listed = list(edits)
        if not listed:
            return self
        if all(len(edit.letters) == 1 and edit.stop == edit.start + 1 for edit in listed):
            return Draft(_splice(self.text, listed), self.starts, self.stops)
        if not self.starts and all(len(edit.letters) == 1 and edit.stop == edit.start for edit in listed):
            return _put_in(self.text, listed)
        if not self.starts:
            here, there = array("Q", range(len(self.text))), array("Q", range(1, len(self.text) + 1))
        else:
            here, there = array("Q", self.starts), array("Q", self.stops)
        starts, stops, place = array("Q"), array("Q"), 0
        end = there[-1] if there else 0
        for edit in listed:
            starts.extend(here[place : edit.start])
            stops.extend(there[place : edit.start])
            first = here[edit.start] if edit.start < len(here) else end
            last = there[edit.stop - 1] if edit.stop > edit.start else first
            for _ in edit.letters:
                starts.append(first)
                stops.append(last)
            place = edit.stop
        starts.extend(here[place:])
        stops.extend(there[place:])
        return Draft(_splice(self.text, listed), starts, stops)


def _put_in(text: str, edits: list[Edit]) -> Draft:
    """Single letters put into a text as found, as by the hundred on Chinese pages: both sequences go on rising."""
    places = [edit.start for edit in edits]
    starts = array("Q", sorted((*range(len(text)), *places)))
    stops = array("Q", sorted((*range(1, len(text) + 1), *places)))
    return Draft(_splice(text, edits), starts, stops)


def _splice(text: str, edits: list[Edit]) -> str:
    pieces: list[str] = []
    place = 0
    for edit in edits:
        pieces += (text[place : edit.start], edit.letters)
        place = edit.stop
    pieces.append(text[place:])
    return "".join(pieces)
