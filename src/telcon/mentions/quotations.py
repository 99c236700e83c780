"""What stands in quotation marks, also where a mark is missing."""

from __future__ import annotations

from telcon.languages.packs import Pack
from telcon.model.mentions import Quotation, Sentence
from telcon.model.spans import Span
from telcon.model.views import View

CLOSES = {"“": '”"', "„": "“”", "«": "»", "‘": "’", "「": "」", "『": "』", "《": ""}
STRAIGHT = '"'


def find_quotations(view: View, paragraphs: list[Span], pack: Pack) -> tuple[Quotation, ...]:
    """Find quotations within each paragraph; a mark that is never closed runs to the end of its paragraph."""
    found: list[Quotation] = []
    for paragraph in paragraphs:
        found += _in_paragraph(view.clean, paragraph)
    return tuple(found)


def paragraphs_of(sentences: tuple[Sentence, ...]) -> list[Span]:
    """The spans of the paragraphs that the sentences stand in."""
    spans: dict[int, Span] = {}
    for sentence in sentences:
        known = spans.get(sentence.paragraph, sentence.span)
        spans[sentence.paragraph] = Span(min(known.start, sentence.span.start), max(known.stop, sentence.span.stop))
    return [spans[number] for number in sorted(spans)]


def _in_paragraph(clean: str, paragraph: Span) -> list[Quotation]:
    found, place = [], paragraph.start
    while place < paragraph.stop:
        letter = clean[place]
        closers = CLOSES.get(letter) or (STRAIGHT + "”" if letter == STRAIGHT else "")
        if not closers or (letter == "‘" and not _opens(clean, place)):
            place += 1
            continue
        stop = min((at for mark in closers if (at := clean.find(mark, place + 1, paragraph.stop)) > 0), default=-1)
        if stop < 0:
            if letter != STRAIGHT and letter != "‘":
                found.append(_quotation(clean, place + 1, paragraph.stop))
            break
        found.append(_quotation(clean, place + 1, stop))
        place = stop + 1
    return [quotation for quotation in found if len(quotation.span)]


def _opens(clean: str, place: int) -> bool:
    return place == 0 or not clean[place - 1].isalnum()


def _quotation(clean: str, start: int, stop: int) -> Quotation:
    while start < stop and clean[start].isspace():
        start += 1
    while stop > start and (clean[stop - 1].isspace() or clean[stop - 1] in ",.;"):
        stop -= 1
    return Quotation(Span(start, stop))
