"""The lines of a page from which a report was read, with the words marked that say its values."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from telcon.contacts import Telling
from telcon.model.spans import Span
from telcon.model.values import value

MOST_LINES = 4
AROUND = 110
"""Characters left standing on each side of marked words where a line is long."""
GAP = " […] "
VALUES = ("date", "duration", "kind", "initiator", "status")


@value(frozen=True, slots=True)
class Part:
    """A stretch of a line, and whether a value was read from it."""

    words: str
    marked: bool


@value(frozen=True, slots=True)
class Excerpt:
    """One line, by its number, cut where it is long."""

    number: int
    parts: tuple[Part, ...]


def excerpts(telling: Telling, fields: tuple[str, ...] = VALUES) -> list[Excerpt]:
    """The lines that say most values first told of these fields, in the order of the page; else where it is told of."""
    spans = [claim.evidence[0].span for claim in telling.report.claims if claim.field in fields and claim.evidence]
    lines: dict[tuple[int, int], set[Span]] = {}
    for span in spans or [telling.report.span]:
        lines.setdefault(telling.page.line_around(span.start), set()).add(span)
    most = sorted(lines, key=lambda line: (-len(lines[line]), line))[:MOST_LINES]
    return [_excerpt(telling, Span(*line), sorted(lines[line], key=lambda it: it.start)) for line in sorted(most)]


def _excerpt(telling: Telling, line: Span, spans: list[Span]) -> Excerpt:
    marks = [Span(span.start, min(span.stop, line.stop)) for span in spans]
    edges = sorted({line.start, line.stop, *(edge for span in marks for edge in (span.start, span.stop))})
    parts = (
        Part(telling.page.text[start:stop], any(span.start <= start and stop <= span.stop for span in marks))
        for start, stop in pairwise(edges)
    )
    return Excerpt(telling.page.line_number(line.start), tuple(_shortened(list(parts))))


def _shortened(parts: list[Part]) -> Iterator[Part]:
    for place, part in enumerate(parts):
        before, after = place > 0, place < len(parts) - 1
        kept = AROUND * (before + after or 2)
        if len(part.words) <= kept + len(GAP):
            yield part
        elif not after:
            yield Part(part.words[:kept] + GAP.rstrip(), part.marked)
        elif not before:
            yield Part(GAP.lstrip() + part.words[-kept:], part.marked)
        else:
            yield Part(part.words[:AROUND] + GAP + part.words[-AROUND:], part.marked)
