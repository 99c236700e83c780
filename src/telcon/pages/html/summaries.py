"""Summaries of other pages: a few sentences below a title that is a link, in a box of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telcon.pages.html.drawing import Drawing

MOST_LINES, MOST_PROSE = 5, 2
"""Lines, and paragraphs among them, that the box of one other page holds."""


def find_summaries(drawing: Drawing, weights: Sequence[float]) -> Iterator[int]:
    """The numbers of paragraphs that sum up another page; `weights` are those of prose, 0 for other lines."""
    held, first, prose = _count(drawing, weights)
    for number, weight in enumerate(weights):
        if not weight:
            continue
        box = next((place for place in drawing.ancestors(drawing.lines[number].element) if held[place] > 1), 0)
        opening = drawing.lines[first[box]]
        linked = first[box] != number and opening.linked * 2 > len(opening.text)
        if linked and held[box] <= MOST_LINES and prose[box] <= MOST_PROSE:
            yield number


def _count(drawing: Drawing, weights: Sequence[float]) -> tuple[list[int], list[int], list[int]]:
    """For each element how many lines it holds, the number of the first of them, and how many are prose."""
    held, prose = [0] * len(drawing.elements), [0] * len(drawing.elements)
    first = [-1] * len(drawing.elements)
    for number, line in enumerate(drawing.lines):
        place = line.element
        held[place] += 1
        prose[place] += bool(weights[number])
        if first[place] < 0:
            first[place] = number
    # Elements stand behind those that hold them.
    for place in range(len(drawing.elements) - 1, 0, -1):
        if held[place]:
            parent = drawing.elements[place].parent
            held[parent] += held[place]
            prose[parent] += prose[place]
            first[parent] = first[place] if first[parent] < 0 else min(first[parent], first[place])
    return held, first, prose
