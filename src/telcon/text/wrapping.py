"""Which lines go on in the next: paragraphs that were broken at a width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from telcon.text.shapes import Shape

_SURE = 3
_WIDEST = 130
_NARROWEST = 40
_REMNANT = 2
_SNIPPET = 3
_TOLD = 60
_SLACK = 10
_FULL = 0.85
_PART = re.compile(r"(?:[a-z]{4,}, |[a-z]{3}\. )[A-Z][a-z]+$")
"""The first word of a clause; what stands before the comma is no name of a place."""


def join_lines(shapes: Sequence[Shape]) -> list[Shape]:
    """Mark the lines whose sentence goes on in the next line."""
    width = _find_width(shapes)
    joined, after = list(shapes), None
    for index in range(len(shapes) - 1, -1, -1):
        one = shapes[index]
        if after is not None and (_goes_on(one, after, width) or _parts_name(one, after, shapes)):
            joined[index] = one = replace(one, goes_on=True)
        after = one
    for index in range(1, len(joined) - 1):
        if joined[index - 1].goes_on and _has_begun(joined[index], joined[index + 1]):
            joined[index] = replace(joined[index], goes_on=True)
    return joined


def _find_width(shapes: Sequence[Shape]) -> int:
    """The width at which a page's lines were broken, a stray longer one apart; 0 where they were not."""
    sure = [len(shape) for shape, after in pairwise(shapes) if _touches(shape, after) and after.text[:1].islower()]
    shared = [length for length in sure if sum(abs(length - other) <= _SLACK for other in sure) > 1]
    widest = max(shared, default=0)
    return widest if len(sure) >= _SURE and _NARROWEST <= widest <= _WIDEST else 0


def _has_begun(shape: Shape, after: Shape) -> bool:
    """Whether a line that goes on with the one before it has not ended the sentence: the next one does."""
    return len(shape) >= _TOLD and _touches(shape, after) and after.ended and not _is_stamp(after)


def _touches(shape: Shape, after: Shape) -> bool:
    return after.number - shape.number == 1 and not shape.ended


def _goes_on(shape: Shape, after: Shape, width: int) -> bool:
    """Before a small letter, behind a comma or a word that ends no line; before a last word or two with a stop.

    Behind the first word of a clause, where the next line is broken too: *At Turkey's initiative, Vladimir / Putin …*.

    In a broken paragraph, also where the next word had no room.
    """
    if not _touches(shape, after) or _is_stamp(after):
        return False
    if after.text[:1].islower() or shape.text.endswith(",") or _is_open(shape, after):
        return True
    if after.goes_on and len(after.words) <= _SNIPPET and shape.text[:1].islower():
        return True
    if len(shape) >= _TOLD and after.ended and 0 < len(after.words) <= _SNIPPET and shape.text[-1:].isalpha():
        return True
    if len(after) >= _TOLD and not after.ended and _PART.search(shape.text):
        return True
    named = shape.text.rsplit(" ", 1)[-1][:1].isupper() and "picture" not in shape.cues
    if width and after.goes_on and named and len(shape) >= _NARROWEST:
        return True
    full = width * _FULL <= len(shape) + len(after.text.partition(" ")[0]) and len(shape) <= width + _SLACK
    return bool(width) and (full or len(shape.words) < _REMNANT)


def _is_open(shape: Shape, after: Shape) -> bool:
    """Whether a word that ends no line ends one; a title may end a headline, with a whole paragraph behind it."""
    titled = shape.text.rsplit(" ", 1)[-1][:1].isupper()
    return "open" in shape.cues and not (titled and len(after) > _WIDEST and after.ended)


def _parts_name(shape: Shape, after: Shape, shapes: Sequence[Shape]) -> bool:
    """Between two words with capitals that the page elsewhere has side by side: *Prime Minister Alexis / Tsipras*."""
    if len(shape) < _TOLD or not _touches(shape, after):
        return False
    last, first = shape.text.rsplit(" ", 1)[-1], after.text.partition(" ")[0]
    if not last[:1].isupper() or not first[:1].isupper():
        return False
    name = f"{last} {first.rstrip('.,;:')}"
    return any(name in other.text for other in shapes)


def _is_stamp(shape: Shape) -> bool:
    """A day with its time, behind a label in small letters."""
    return shape.stamp is not None and shape.stamp.timed and shape.stamp.value is not None and bool(shape.cues)
