"""Holding everything in a record against its pages again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Row, func, select

from telcon.model.contacts import Evidence
from telcon.model.spans import Span
from telcon.store import tables
from telcon.store.checking import evidence_flaws, report_flaws, statement_flaws
from telcon.store.deciding import load_decisions
from telcon.store.gathering import gather_all, member_row
from telcon.store.loading import load_reports, load_statements
from telcon.store.passages import passage_flaws
from telcon.store.refiling import members_of
from telcon.store.sketching import copy_flaws
from telcon.store.writing import text_digest


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong in a record: `place` is a page, or the file itself."""

    place: str
    reason: str


def file_flaws(connection: Connection) -> Iterator[Flaw]:
    """Yield what the database itself finds wrong with its file."""
    if connection.dialect.name != "sqlite":
        return
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield Flaw("the file", said)
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Flaw("the file", f"row {row} of {table} belongs to a row of {parent} that is missing")


def page_flaws(connection: Connection) -> Iterator[Flaw]:
    """Yield what contradicts the pages, page by page."""
    versions, pages = tables.page_versions, tables.pages
    query = select(versions.c.id, pages.c.name, versions.c.url).join(pages, pages.c.id == versions.c.page_id)
    for row in connection.execute(query.order_by(versions.c.id)).all():
        for reason in _version_flaws(connection, row.id):
            yield Flaw(row.url or row.name, reason)
    yield from _currency_flaws(connection)
    yield from _filing_flaws(connection)
    names = {row.id: row.url or row.name for row in connection.execute(query)}
    found = chain(copy_flaws(connection), passage_flaws(connection, load_decisions(connection)))
    yield from (Flaw(names[version], reason) for version, reason in found)


def _version_flaws(connection: Connection, version: int) -> Iterator[str]:
    columns = tables.page_versions.c
    row = connection.execute(
        select(tables.page_versions, tables.pages.c.name, tables.pages.c.key)
        .join(tables.pages, tables.pages.c.id == columns.page_id)
        .where(columns.id == version)
    ).one()
    if text_digest(row.text) != row.text_digest:
        yield "its text is not what was stored (the digest differs)"
    reports = load_reports(connection, version)
    yield from report_flaws(row.text, reports)
    for statements in load_statements(connection, tables.statements.c.version_id == version).values():
        yield from statement_flaws(row.text, statements)
    for leftover in _rows(connection, tables.leftovers, version):
        words = Evidence(Span(leftover.start, leftover.stop), leftover.words)
        yield from evidence_flaws(row.text, words, f"leftover {leftover.position}")
    filed = _rows(connection, tables.reports, version)
    members = members_of(row, reports, load_decisions(connection))
    for report, told, member in zip(filed, reports, members, strict=True):
        if len(told.claims) != report.claim_count:
            yield f"contact {report.position}: {report.claim_count} claims were stored, {len(told.claims)} are left"
        if report.block and any(getattr(report, column) != wanted for column, wanted in member_row(member).items()):
            yield f"contact {report.position}: it is filed by what it does not tell"


def _rows(connection: Connection, table: Any, version: int) -> list[Row[Any]]:
    query = select(table).where(table.c.version_id == version).order_by(table.c.position)
    return list(connection.execute(query).all())


def _currency_flaws(connection: Connection) -> Iterator[Flaw]:
    pages, versions = tables.pages.c, tables.page_versions
    current = versions.c.superseded_by.is_(None)
    query = (
        select(pages.name, func.count(versions.c.id))
        .outerjoin(versions, (versions.c.page_id == pages.id) & current)
        .group_by(pages.id, pages.name)
        .having(func.count(versions.c.id) != 1)
    )
    for name, count in connection.execute(query):
        yield Flaw(name, f"{count} of its versions are current, there must be one")


def _filing_flaws(connection: Connection) -> Iterator[Flaw]:
    """Reports that are not filed under the contact that they are gathered into when all are gathered at once."""
    reports, versions, pages = tables.reports.c, tables.page_versions.c, tables.pages.c
    contact_of = {
        member.id: contact.id
        for contact in gather_all(connection, load_decisions(connection))
        for member in contact.members
    }
    query = (
        select(reports.member, reports.position, reports.contact_id, versions.url, pages.name)
        .join(tables.page_versions, versions.id == reports.version_id)
        .join(tables.pages, pages.id == versions.page_id)
        .where(versions.superseded_by.is_(None))
        .order_by(reports.id)
    )
    for row in connection.execute(query):
        if row.contact_id != contact_of.get(row.member):
            reason = f"filed as {row.contact_id}, but it is {contact_of.get(row.member)}"
            yield Flaw(row.url or row.name, f"contact {row.position}: {reason}")
