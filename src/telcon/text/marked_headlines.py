"""Which line of a page with markup is the headline."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from telcon.letters.han import HAN
from telcon.model.markups import Block, Declared, Place, Zone
from telcon.text.shapes import Shape

_WORDS = re.compile(r"\w+")
_LONG, _HAN = 16, 5
_ENOUGH = 2.0


def find_marked_headline(shapes: Sequence[Shape], places: Mapping[int, Place], declared: Declared) -> int | None:
    """Index of the line that the markup shows as headline; None where it shows none.

    A line that is the declared headline goes before one in `h1`; both count less once the article has begun.
    """
    title, outlet = _plain(declared.headline or ""), _plain(declared.outlet or "")
    best, found, begun = 0.0, None, False
    for index, shape in enumerate(shapes):
        place, line = places[shape.number], _plain(shape.text)
        score = 0.0 if line == outlet else _agree(line, title) + 2.0 * (place.block is Block.TITLE) - begun
        if score > best:
            best, found = score, index
        begun = begun or (place.zone is Zone.MAIN and shape.prose)
    return found if best >= _ENOUGH else None


def _agree(line: str, title: str) -> float:
    """How well a line agrees with the declared headline; titles of pages begin or end with the outlet's name."""
    if not _says_enough(line):
        return 0.0
    if line == title:
        return 3.0
    return 2.5 if line in title else 1.0 * (bool(title) and line.startswith(title))


def _says_enough(line: str) -> bool:
    """Longer than the names of outlets and sections, which stand in titles of pages too."""
    return (len(line) >= _LONG and line.count(" ") > 2) or len(HAN.findall(line)) >= _HAN


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
