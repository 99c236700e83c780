"""The paragraphs of an article, also where they were broken over lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from telcon.letters.drafts import Draft, Edit
from telcon.letters.han import HAN
from telcon.model.spans import Span
from telcon.model.texts import ARTICLE, Line, Role, Text
from telcon.model.views import View

CLOSED = re.compile(r"[.!?…:。！？：；][\"”’»')\]」』）\s]*(?:/\.)?\s*$")
TITLES = frozenset({Role.HEADLINE, Role.SUBHEADING})
BREAK = re.compile(r"(?<=\S)[^\S\n]*\n[^\S\n]*(?=\S)")


def cut_paragraphs(text: Text) -> Iterator[tuple[Span, Line]]:
    """Each paragraph of the article with its first line, in order; spans are in the text's view."""
    open_span: Span | None = None
    first: Line | None = None
    for line in text.lines:
        if line.role is Role.BLANK:
            continue
        if line.role not in ARTICLE:
            if open_span and first:
                yield open_span, first
            open_span = first = None
            continue
        span = text.view.from_raw(line.span)
        if open_span and first and _goes_on(text, first, open_span, line) and not _stands_apart(text, line):
            open_span = Span(open_span.start, span.stop)
            continue
        if open_span and first:
            yield open_span, first
        open_span, first = span, line
    if open_span and first:
        yield open_span, first


def join_broken(text: Text) -> Text:
    """The text, in whose view a space stands where a paragraph was broken between two words."""
    view = text.view
    broken = [span for span, _ in cut_paragraphs(text) if "\n" in view.clean[span.start : span.stop]]
    edits = [
        Edit(found.start(), found.end(), " ")
        for span in broken
        for found in BREAK.finditer(view.clean, span.start, span.stop)
    ]
    if not edits:
        return text
    clean, folded = (Draft(words, view.starts, view.stops).apply(edits) for words in (view.clean, view.folded))
    return replace(text, view=View(view.raw, clean.text, folded.text, clean.starts, clean.stops))


def _goes_on(text: Text, first: Line, span: Span, line: Line) -> bool:
    if first.role in TITLES or line.role in TITLES:
        return False
    return not CLOSED.search(text.view.clean[span.start : span.stop][-12:])


def _stands_apart(text: Text, line: Line) -> bool:
    """Whether a line of Han characters stands behind a blank one: paragraphs of these are not wrapped."""
    above = text.lines[line.number - 2] if line.number > 1 else None
    blank = above is not None and above.role is Role.BLANK
    return blank and HAN.search(text.raw, line.span.start, line.span.stop) is not None
