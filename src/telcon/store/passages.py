"""Keeping the words of articles, so that they can be searched: those of the versions of pages that count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, delete, insert, select, union_all

from telcon.contacts.decisions import Decisions
from telcon.letters.sought import bare, fold_sought, split_words
from telcon.model.spans import Span
from telcon.model.texts import ARTICLE, Line, Role
from telcon.store import tables
from telcon.store.loading import load_page

APART = "¶"
"""What stands between two passages, so that no words are found that only meet there."""
UNMARKED = "·"
"""What stands for the words as they are written where no letter has a mark: they are those without."""
_ALONE = frozenset({Role.HEADLINE, Role.SUBHEADING})
_PASSAGES, _VERSIONS = tables.passages, tables.page_versions.c


def file_passages(connection: Connection, version: int, decisions: Decisions) -> None:
    """Put the words of a version of a page in the place of those it had; none where it does not count."""
    forget_passages(connection, version)
    if words := _make_words(connection, version, decisions):
        bared, written = words
        connection.execute(insert(_PASSAGES).values(version_id=version, bare=bared, written=written))


def forget_passages(connection: Connection, version: int) -> None:
    """Let a version of a page be found by no words."""
    connection.execute(delete(_PASSAGES).where(_PASSAGES.c.version_id == version))


def passage_flaws(connection: Connection, decisions: Decisions) -> Iterator[tuple[int, str]]:
    """Yield the versions that are searched by other words than they have, and how."""
    kept = {row.version_id: (row.bare, row.written) for row in connection.execute(select(_PASSAGES))}
    for version in connection.scalars(select(_VERSIONS.id).order_by(_VERSIONS.id)).all():
        if kept.get(version) != _make_words(connection, version, decisions):
            yield version, "it is searched by other words than its article has"


def find_passages(text: str, lines: Sequence[Line], told: Iterable[Span]) -> list[Span]:
    """Where the article stands in the text of a page: lines that follow each other without a gap are one passage.

    `told` are words that values were read from: those that stand outside of the article are passages of their own.
    """
    found: list[Span] = []
    before: Line | None = None
    for line in lines:
        if line.role in ARTICLE:
            if before and before.number + 1 == line.number and _ALONE.isdisjoint((before.role, line.role)):
                found[-1] = Span(found[-1].start, line.span.stop)
            else:
                found.append(line.span)
            before = line
    outside = {span for span in told if not any(it.covers(span) for it in found)}
    return [*found, *sorted(span for span in outside if text[span.start : span.stop].strip())]


def spans_told(connection: Connection, version: int) -> list[Span]:
    """The words of a version's text from which values of claims were read, and statements."""
    reports, evidence, statements = tables.reports.c, tables.evidence.c, tables.statements.c
    claimed = (
        select(evidence.start, evidence.stop)
        .join(tables.reports, reports.id == evidence.report_id)
        .where(reports.version_id == version, evidence.position == 0)
    )
    said = select(statements.start, statements.stop).where(statements.version_id == version)
    return [Span(row.start, row.stop) for row in connection.execute(union_all(claimed, said))]


def _make_words(connection: Connection, version: int, decisions: Decisions) -> tuple[str, str] | None:
    """The words of a version without marks and as written; None where it does not count, or has none."""
    pages = tables.pages.c
    query = select(_VERSIONS.superseded_by, pages.key).join(tables.pages, pages.id == _VERSIONS.page_id)
    row = connection.execute(query.where(_VERSIONS.id == version)).one()
    if row.superseded_by is not None or row.key in decisions.hidden:
        return None
    page = load_page(connection, version)
    passages = find_passages(page.text, page.lines, spans_told(connection, version))
    folded = [" ".join(split_words(fold_sought(page.text[it.start : it.stop]))) for it in passages]
    written = f" {APART} ".join(filter(None, folded))
    bared = bare(written)
    return (f" {bared} ", UNMARKED if bared == written else f" {written} ") if written else None
