"""Words found, as they stand on a page: the piece of a line around them, with who says it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from telcon.contacts import FiledPage
from telcon.letters.sought import bare, fold_in_place, words_pattern
from telcon.model.contacts import Statement
from telcon.model.spans import Span
from telcon.model.values import value
from telcon.store import tables
from telcon.store.loading import load_statements, make_page
from telcon.store.passages import find_passages, spans_told
from telcon.store.questions import Term
from telcon.store.searching import find_versions

PAGES, SHOWN = 3, 2
"""Pages of a contact that are looked through, those that hold most first, and pieces of them that are shown."""
STARTS = 8
"""Words of a passage from which on a piece of it may be shown."""
BEFORE, BEHIND, SPARED = 60, 140, 30
"""Letters of a paragraph that are shown before the first word found, and from there on; few more are not cut off."""
_PARAGRAPH_END = re.compile(r"[.!?…:;。！？：；][\"”’»)\]】』」]*\s*\n")
_REPORTS, _VERSIONS, _PAGES = tables.reports.c, tables.page_versions.c, tables.pages.c
_OF_REPORT: tuple[ColumnElement[Any], ...] = (
    *(_REPORTS.contact_id, _REPORTS.version_id),
    *(_REPORTS.position, _REPORTS.start, _REPORTS.stop),
)


@value(frozen=True, slots=True)
class Excerpt:
    """A piece of a page's text that holds words found; `line` counts from 1, `marks` are the words, in the page's text.

    `speaker` and `said_by` are those whose statement it is, empty where it is the page's own words.
    """

    page: FiledPage
    line: int
    span: Span
    marks: tuple[Span, ...]
    speaker: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The piece itself."""
        return self.page.text[self.span.start : self.span.stop]

    @property
    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The piece in parts, each with whether it is a word found."""
        text, place = self.page.text, self.span.start
        for mark in self.marks:
            if mark.start >= place:
                yield text[place : mark.start], False
                yield text[mark.start : mark.stop], True
                place = mark.stop
        yield text[place : self.span.stop], False

    @property
    def is_cut(self) -> tuple[bool, bool]:
        """Whether its line goes on before it, and behind it."""
        start, stop = self.page.line_around(self.span.start)[0], self.page.line_around(self.span.stop)[1]
        text = self.page.text
        return bool(text[start : self.span.start].strip()), bool(text[self.span.stop : stop].strip())


def contact_excerpts(
    connection: Connection, terms: Sequence[Term], contacts: Sequence[str]
) -> dict[str, tuple[Excerpt, ...]]:
    """Where the words stand on the pages of contacts, by their ids; nothing for those found by a name alone."""
    hits = [frozenset(find_versions(connection, [term])) for term in terms]
    told: dict[str, list[tuple[int, Row[Any]]]] = defaultdict(list)
    reports = select(*_OF_REPORT).where(_REPORTS.contact_id.in_(contacts)).order_by(_REPORTS.focus.desc(), _REPORTS.id)
    for row in connection.execute(reports):
        if count := sum(row.version_id in held for held in hits):
            told[row.contact_id].append((count, row))
    chosen = {contact: _choose(rows, len(terms)) for contact, rows in told.items()}
    pages = dict(_load(connection, {row.version_id for rows in chosen.values() for row in rows}, terms))
    return {contact: tuple(_best(rows, pages)) for contact, rows in chosen.items()}


def _choose(rows: Sequence[tuple[int, Row[Any]]], count: int) -> list[Row[Any]]:
    """The pages to look through, those first that hold most words; one where it holds all."""
    ordered = sorted(rows, key=lambda it: -it[0])
    return [row for _, row in ordered[: 1 if ordered[0][0] == count else PAGES]]


def page_excerpts(connection: Connection, terms: Sequence[Term], versions: Sequence[int]) -> Iterator[Excerpt]:
    """Where the words stand on versions of pages, one piece each, in their order."""
    pages = dict(_load(connection, versions, terms))
    for version in versions:
        if pieces := pages[version].pieces:
            yield pages[version].excerpt(max(pieces, key=lambda piece: len(piece.terms)))


@value(frozen=True, slots=True)
class _Piece:
    """A stretch of a page with the words found in it, and which of the terms they are."""

    span: Span
    marks: tuple[Span, ...]
    terms: frozenset[int]


@value(frozen=True, slots=True)
class _Searched:
    """A page with all pieces in which words were found."""

    page: FiledPage
    pieces: tuple[_Piece, ...]
    statements: tuple[Statement, ...]

    def excerpt(self, piece: _Piece) -> Excerpt:
        """What is shown of a piece, with the innermost statement that its first word stands in."""
        first = piece.marks[0]
        said = [it for it in self.statements if it.evidence.span.covers(first)]
        inner = min(said, key=lambda it: len(it.evidence.span), default=None)
        tellers = (inner.speaker, inner.said_by) if inner else ((), ())
        return Excerpt(self.page, self.page.line_number(first.start), piece.span, piece.marks, *tellers)


def _best(rows: Sequence[Row[Any]], pages: Mapping[int, _Searched]) -> Iterator[Excerpt]:
    """The pieces that hold most of the words, those that belong to the contact first; each shows a word more."""
    listed = [(row, pages[row.version_id], piece) for row in rows for piece in pages[row.version_id].pieces]
    shown: frozenset[int] = frozenset()
    for _ in range(SHOWN if listed else 0):
        _, page, piece = max(listed, key=lambda it: (len(it[2].terms - shown), _belongs(*it)))
        if piece.terms <= shown:
            return
        shown |= piece.terms
        yield page.excerpt(piece)


def _belongs(row: Row[Any], page: _Searched, piece: _Piece) -> bool:
    own = (it.evidence.span for it in page.statements if it.contact == row.position)
    return any(span.meets(piece.span) for span in (Span(row.start, row.stop), *own))


def _load(connection: Connection, versions: Iterable[int], terms: Sequence[Term]) -> Iterator[tuple[int, _Searched]]:
    wanted = sorted(versions)
    query = select(tables.page_versions, _PAGES.name, _PAGES.source).join(tables.pages, _PAGES.id == _VERSIONS.page_id)
    statements = load_statements(connection, tables.statements.c.version_id.in_(wanted))
    for row in connection.execute(query.where(_VERSIONS.id.in_(wanted))).all():
        page = make_page(row, row.text, row.lines)
        pieces = tuple(_find(page, find_passages(page.text, page.lines, ()), terms))
        if not pieces:
            pieces = tuple(_find(page, find_passages(page.text, (), spans_told(connection, row.id)), terms))
        yield row.id, _Searched(page, pieces, tuple(statements.get(row.id, ())))


def _find(page: FiledPage, passages: Iterable[Span], terms: Sequence[Term]) -> Iterator[_Piece]:
    for passage in passages:
        folded, places = fold_in_place(page.text[passage.start : passage.stop])
        found = [
            (number, Span(passage.start + places[start], passage.start + places[stop]))
            for number, term in enumerate(terms)
            for start, stop in _places(folded, term)
        ]
        for first in sorted({span for _, span in found})[:STARTS]:
            shown = _cut(page.text, passage, first)
            within = [(number, span) for number, span in found if first.start <= span.start and shown.covers(span)]
            marks = tuple(sorted({span for _, span in within}))
            yield _Piece(shown, marks, frozenset(number for number, _ in within))


def _places(folded: str, term: Term) -> Iterator[tuple[int, int]]:
    bared = bare(folded)
    marked = term.is_marked and bared != folded
    pattern = _compile(term.written_forms if marked else (term.bare_form,), term.is_begun)
    yield from (match.span() for match in pattern.finditer(folded if marked else bared))


@lru_cache(maxsize=1 << 10)
def _compile(forms: tuple[tuple[str, ...], ...], begun: bool) -> re.Pattern[str]:
    return re.compile("|".join(words_pattern(form, begun=begun) for form in forms))


def _cut(text: str, passage: Span, first: Span) -> Span:
    """A stretch of a passage around a word, within its paragraph; no word is cut in two where there are spaces."""
    ends = [end.end() for end in _PARAGRAPH_END.finditer(text, passage.start, passage.stop)]
    start = max((end for end in ends if end <= first.start), default=passage.start)
    stop = min((end - 1 for end in ends if end > first.stop), default=passage.stop)
    if first.start - start > BEFORE + SPARED:
        start = first.start - BEFORE
        start = text.find(" ", start, first.start) + 1 or start
    if stop - first.start > BEHIND + SPARED:
        stop = max(first.start + BEHIND, first.stop)
        stop = text.rfind(" ", first.stop, stop) if " " in text[first.stop : stop] else stop
    return Span(start, stop)
