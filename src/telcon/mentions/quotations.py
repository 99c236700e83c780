"""What stands in quotation marks, also where a mark is missing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from telcon.model.mentions import Quotation, Sentence
from telcon.model.spans import Span

STRAIGHT = '"'
CLOSES = {"“": '”"', "„": "“”", "«": "»", "‘": "’", "「": "」", "『": "』", STRAIGHT: STRAIGHT + "”"}
NESTED = {pair[0]: re.compile(f"[{pair}]") for pair in ("“”", "«»", "「」")}
"""Marks that may hold others of their own kind."""

SPOKEN = re.compile(r"[-–—]\s+(?=\S)")
"""The dash with which a paragraph opens that is somebody's speech."""

CLOSING, GOING_ON = re.compile(r"[,!?…]\s?[-–—]\s(?=[^\W\d_])"), re.compile(r"[.!?]\s[-–—]\s(?=\S)")
"""Where the page's own words begin behind such speech (*…, — сказал он*), and where speech goes on behind these."""

OPENING = re.compile('[“„«「『"]|(?<![^\\W_])‘')


def find_quotations(clean: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """Find quotations within each paragraph; a mark that is never closed runs to the end of its paragraph."""
    return tuple(quotation for paragraph in paragraphs for quotation in _in_paragraph(clean, paragraph))


def paragraphs_of(sentences: tuple[Sentence, ...]) -> list[Span]:
    """The spans of the paragraphs that the sentences stand in."""
    spans: dict[int, Span] = {}
    for sentence in sentences:
        known = spans.get(sentence.paragraph, sentence.span)
        spans[sentence.paragraph] = Span(min(known.start, sentence.span.start), max(known.stop, sentence.span.stop))
    return [spans[number] for number in sorted(spans)]


def _in_paragraph(clean: str, paragraph: Span) -> list[Quotation]:
    if spoken := _in_dialogue(clean, paragraph):
        return spoken
    found, place = [], paragraph.start
    while opening := OPENING.search(clean, place, paragraph.stop):
        place = opening.end()
        stop = _closing(clean, opening[0], place, paragraph.stop)
        if stop < 0:
            if opening[0] not in (STRAIGHT, "‘"):
                found.append(_quotation(clean, place, paragraph.stop))
            break
        found.append(_quotation(clean, place, stop))
        place = stop + 1
    return [quotation for quotation in found if len(quotation.span)]


def _closing(clean: str, mark: str, start: int, limit: int) -> int:
    """Where a quotation ends: behind those of the same marks within it, if all are closed, else at the first; or -1."""
    depth = 1
    for found in NESTED[mark].finditer(clean, start, limit) if mark in NESTED else ():
        depth += 1 if found[0] == mark else -1
        if not depth:
            return found.start()
    ends = (clean.find(end, start, limit) for end in CLOSES[mark])
    return min((end for end in ends if end >= 0), default=-1)


def _in_dialogue(clean: str, paragraph: Span) -> list[Quotation]:
    """The speech of a paragraph that dashes mark; none where nobody is told of who speaks."""
    found: list[Quotation] = []
    opening = SPOKEN.match(clean, paragraph.start, paragraph.stop)
    while opening:
        closing = CLOSING.search(clean, opening.end(), paragraph.stop)
        while closing and not clean[closing.end()].islower():
            closing = CLOSING.search(clean, closing.end(), paragraph.stop)
        if not closing and not found:
            return []
        found.append(_quotation(clean, opening.end(), closing.start() if closing else paragraph.stop))
        opening = GOING_ON.search(clean, closing.end(), paragraph.stop) if closing else None
    return found


def _quotation(clean: str, start: int, stop: int) -> Quotation:
    while start < stop and clean[start].isspace():
        start += 1
    while stop > start and (clean[stop - 1].isspace() or clean[stop - 1] in ",.;"):
        stop -= 1
    return Quotation(Span(start, stop))
