"""Which element of a page holds its article, and what part of the page each line lies in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from telcon.model.markups import Block, Place, Zone
from telcon.model.values import value
from telcon.pages.html.drawing import Drawing, Drawn
from telcon.pages.html.summaries import find_summaries

PROSE = 60
"""Letters from which a line may be a paragraph; a Han character counts for so many letters:"""

HAN_LETTERS = 2.5
MOST = 800
MOST_LINKED = 0.4
HOLDS, SAYS_SO = 0.7, 0.3
"""Shares of prose that the article's element holds: of that of the element around it, and of the page's where it is
called so."""

_HAN = re.compile("[\u3400-\u9fff]")
_TOLD = frozenset({None, Zone.LEAD, Zone.HEADER})
_WITHIN = frozenset({Zone.BYLINE, Zone.STAMP, Zone.LEAD, Zone.CAPTION})
"""Zones that an article has inside it as well as around it: their names are words of every day."""

_AROUND = frozenset({None, Zone.HEADER, *_WITHIN})


@value(frozen=True, slots=True)
class Found:
    """Where each line lies, how much prose it is, and whether the article's element is known.

    It is where the page calls it so, or where one element within others holds most of the page's prose.
    """

    places: tuple[Place, ...]
    weights: tuple[float, ...]
    is_sure: bool


def place_lines(drawing: Drawing) -> Found:
    """Find the article's element, and tell for each line what part of the page it lies in."""
    weights = [weigh(line) for line in drawing.lines]
    everything = _add_up(drawing, weights)
    zones = _zones(drawing, everything)
    for number in find_summaries(drawing, weights):
        zones[drawing.lines[number].inner] = zones[drawing.lines[number].inner] or Zone.RELATED
    kept = [weight * (zones[line.inner] in _TOLD) for line, weight in zip(drawing.lines, weights, strict=True)]
    if not any(kept):
        kept = weights
    totals = _add_up(drawing, kept)
    main, called_so = _find_main(drawing, totals, kept)
    # Text that stands right in the page's body says nothing of what holds the article.
    inside = _inside(drawing, main or None)
    places = tuple(_place(line, zones[line.inner], inside[line.element]) for line in drawing.lines)
    return Found(places, tuple(kept), called_so or main > 0)


def weigh(line: Drawn) -> float:
    """How much prose a line is: its length where it is long enough and little of it is links, else 0."""
    letters = measure(line.text)
    if letters < PROSE or line.linked > MOST_LINKED * len(line.text) or line.block in {Block.CAPTION, Block.TITLE}:
        return 0
    return min(letters, MOST)


def measure(text: str) -> float:
    """The length of a text in letters of an alphabet."""
    if text.isascii():
        return len(text)
    return len(text) + (HAN_LETTERS - 1) * len(_HAN.findall(text))


def _add_up(drawing: Drawing, weights: list[float]) -> dict[int, float]:
    """The prose below each element."""
    totals: dict[int, float] = {}
    for line, weight in zip(drawing.lines, weights, strict=True):
        if weight:
            totals[line.element] = totals.get(line.element, 0) + weight
    # Elements stand behind those that hold them.
    for element in range(len(drawing.elements) - 1, 0, -1):
        if element in totals:
            parent = drawing.elements[element].parent
            totals[parent] = totals.get(parent, 0) + totals[element]
    return totals


def _zones(drawing: Drawing, totals: Mapping[int, float]) -> list[Zone | None]:
    """The zone of each element, its own or that of what holds it.

    An element that holds half of the page's prose or more is called what it is for another reason.
    """
    whole = totals.get(0, 0)
    zones: list[Zone | None] = []
    for place, element in enumerate(drawing.elements):
        own = element.zone
        if own and totals.get(place, 0) * 2 >= whole > 0:
            own = None
        above = zones[element.parent] if element.parent >= 0 else None
        # What a sidebar or the comments call their date or author is theirs.
        zones.append(own if own and above in _AROUND else above)
    return zones


def _find_main(drawing: Drawing, totals: Mapping[int, float], weights: Sequence[float]) -> tuple[int, bool]:
    whole = totals.get(0, 0)
    for wanted in (_bodies, _articles):
        named = [place for place in wanted(drawing) if totals.get(place, 0) >= SAYS_SO * whole > 0]
        if named:
            return max(named, key=lambda place: totals[place]), True
    return _descend(drawing, totals, weights), False


def _bodies(drawing: Drawing) -> Iterator[int]:
    return (place for place, element in enumerate(drawing.elements) if element.is_body)


def _articles(drawing: Drawing) -> Iterator[int]:
    return (place for place, element in enumerate(drawing.elements) if element.tag == "article")


def _descend(drawing: Drawing, totals: Mapping[int, float], weights: Sequence[float]) -> int:
    """The innermost element that holds nearly all prose of the one around it, and so on from the top.

    An element that is one paragraph holds no article.
    """
    paragraphs = _add_up(drawing, [1.0 if kept else 0.0 for kept in weights])
    children: dict[int, list[int]] = {}
    for place in totals:
        children.setdefault(drawing.elements[place].parent, []).append(place)
    main = 0
    while True:
        best = max(children.get(main, ()), key=lambda place: (totals[place], -place), default=None)
        if best is None or totals[best] < HOLDS * totals[main] or paragraphs[best] < 2:
            return main
        main = best


def _inside(drawing: Drawing, main: int | None) -> list[bool]:
    inside: list[bool] = []
    for place, element in enumerate(drawing.elements):
        inside.append(place == main or (element.parent >= 0 and inside[element.parent]))
    return inside


def _place(line: Drawn, zone: Zone | None, inside: bool) -> Place:
    linked = line.linked * 2 > len(line.text)
    return Place(line.block, zone or (Zone.MAIN if inside else Zone.OPEN), inside, linked)
