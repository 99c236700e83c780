"""Lists of pages, of what was copied, of words, and of what came to nothing, without loading what they belong to."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, case, func, select

from telcon.contacts import Extent, PageOutline, Passed, Quote, Relative
from telcon.model.contacts import Claim, Evidence
from telcon.model.spans import Span
from telcon.store import tables
from telcon.store.copies import make_copy
from telcon.store.loading import SHOWN, make_page

_MOST = 500  # values in one query: databases limit how many it may carry
_REACH = 120  # letters shown on either side of words


def load_page_outlines(connection: Connection) -> list[PageOutline]:
    """The current versions of all pages, those seen last first."""
    versions, pages, reports = tables.page_versions.c, tables.pages.c, tables.reports.c
    filed: dict[int, dict[str, None]] = defaultdict(dict)
    told = select(reports.version_id, reports.contact_id).where(reports.contact_id.is_not(None))
    for version, contact in connection.execute(told.order_by(reports.version_id, reports.position)):
        filed[version][contact] = None
    query: Select[Any] = (
        select(versions.id, versions.skipped, *SHOWN, pages.name, pages.source)
        .join(tables.pages, pages.id == versions.page_id)
        .where(versions.superseded_by.is_(None))
        .order_by(versions.seen_at.desc(), versions.id.desc())
    )
    return [PageOutline(make_page(row), tuple(filed.get(row.id, ())), row.skipped) for row in connection.execute(query)]


def load_relatives(connection: Connection, digest: str) -> list[Relative]:
    """The pages that the page with this digest copies, then those that copy it, in the order of their coming."""
    copies, versions = tables.copies.c, tables.page_versions.c
    own = select(versions.id).where(versions.digest == digest).scalar_subquery()
    above = _related(copies.origin_id, copies.copy_id == own)
    below = _related(copies.copy_id, copies.origin_id == own)
    return [
        Relative(make_page(row), make_copy(row, {row.copy_id: "copy", row.origin_id: "origin"}), copied)
        for query, copied in ((above, False), (below, True))
        for row in connection.execute(query)
    ]


def _related(other: ColumnElement[int], wanted: ColumnElement[bool]) -> Select[Any]:
    versions, pages = tables.page_versions.c, tables.pages.c
    return (
        select(tables.copies, *SHOWN, pages.name, pages.source)
        .join(tables.page_versions, versions.id == other)
        .join(tables.pages, pages.id == versions.page_id)
        .where(wanted, versions.superseded_by.is_(None))
        .order_by(versions.seen_at, versions.id)
    )


def load_copied(connection: Connection) -> Iterator[tuple[str, str, Extent]]:
    """Each copy of the record: the digest of the copy and of its origin, and how much was taken over."""
    copies = tables.copies
    copy, origin = tables.page_versions.alias("copy"), tables.page_versions.alias("origin")
    query = (
        select(copy.c.digest, origin.c.digest, copies.c.extent)
        .join(copy, copy.c.id == copies.c.copy_id)
        .join(origin, origin.c.id == copies.c.origin_id)
        .where(copy.c.superseded_by.is_(None), origin.c.superseded_by.is_(None))
        .order_by(*copies.primary_key.columns)
    )
    for one, other, extent in connection.execute(query):
        yield one, other, Extent(extent)


def load_quotes(connection: Connection, members: Sequence[str], fields: Sequence[str]) -> Mapping[str, list[Quote]]:
    """What reports, given by their own names, claim of some fields, with the first words of each claim."""
    quotes: dict[str, list[Quote]] = defaultdict(list)
    for start in range(0, len(members), _MOST):
        for row in connection.execute(_quoted(members[start : start + _MOST], fields)):
            quotes[row.member].append(_quote(row))
    return quotes


def _quoted(members: Sequence[str], fields: Sequence[str]) -> Select[Any]:
    claims, evidence, reports, versions = (
        tables.claims.c,
        tables.evidence.c,
        tables.reports.c,
        tables.page_versions.c,
    )
    place = case((evidence.start > _REACH, evidence.start - _REACH), else_=0)
    around = func.substr(versions.text, place + 1, evidence.stop - place + _REACH).label("around")
    first = (evidence.report_id == claims.report_id) & (evidence.claim == claims.position) & (evidence.position == 0)
    return (
        select(tables.claims, evidence.start, evidence.stop, evidence.words, reports.member, versions.lines, around)
        .join(tables.evidence, first)
        .join(tables.reports, reports.id == claims.report_id)
        .join(tables.page_versions, versions.id == reports.version_id)
        .where(reports.member.in_(members), versions.superseded_by.is_(None), claims.field.in_(fields))
        .order_by(claims.report_id, claims.position)
    )


def _quote(row: Row[Any]) -> Quote:
    words = Evidence(Span(row.start, row.stop), row.words)
    claim = Claim(row.field, row.value, (words,), row.rule, tuple(row.cited), tuple(row.reasons), row.runner_up)
    # A line is its number, start, stop, role and reason.
    place = bisect_right(row.lines, row.start, key=lambda line: int(line[1]))
    here = min(row.start, _REACH)
    before = row.around[:here].rpartition("\n")[2]
    after = row.around[here + row.stop - row.start :].partition("\n")[0]
    return Quote(claim, int(row.lines[place - 1][0]) if place else 1, before, after)


def load_passed(connection: Connection) -> list[Passed]:
    """Why cues came to nothing, the most frequent reason first, by language of their pages, each with an example."""
    leftovers, versions = tables.leftovers.c, tables.page_versions.c
    current = (versions.id == leftovers.version_id) & versions.superseded_by.is_(None)
    grouped = (
        select(leftovers.reason, versions.language, func.count().label("times"), func.max(versions.id).label("newest"))
        .join(tables.page_versions, current)
        .group_by(leftovers.reason, versions.language)
        .order_by(func.count().desc(), leftovers.reason, versions.language)
    )
    return [_passed(connection, row) for row in connection.execute(grouped).all()]


def _passed(connection: Connection, row: Row[Any]) -> Passed:
    leftovers, versions = tables.leftovers.c, tables.page_versions.c
    example = (
        select(leftovers.words, versions.digest)
        .join(tables.page_versions, versions.id == leftovers.version_id)
        .where(leftovers.reason == row.reason, versions.id == row.newest)
        .order_by(leftovers.position)
        .limit(1)
    )
    words, digest = connection.execute(example).one()
    return Passed(row.reason, row.language, row.times, words, digest)
