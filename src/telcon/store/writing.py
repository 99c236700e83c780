"""Putting readings into the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from telcon import __version__
from telcon.contacts import Member, make_members
from telcon.model.contacts import Agreement, Claim, Report, Statement
from telcon.model.pages import Page
from telcon.model.readings import Reading
from telcon.model.texts import Line
from telcon.store import tables
from telcon.store.auditing import Deed, note
from telcon.store.deciding import load_decisions
from telcon.store.gathering import Touched, gather_again, member_row, take_out, touched_by
from telcon.store.identities import member_page, page_key
from telcon.store.passages import file_passages, forget_passages
from telcon.store.refiling import file_version
from telcon.store.sketching import file_copies, forget_copies

Row = dict[str, Any]  # one row as the database takes it; never leaves this room


class Outcome(StrEnum):
    """What adding a page did: `revised` where the record held another version of it, `reread` where this very one."""

    NEW = "new"
    REREAD = "read again"
    UNCHANGED = "unchanged"
    REVISED = "revised"


DEEDS = {
    Outcome.NEW: Deed.PAGE_ADDED,
    Outcome.REVISED: Deed.PAGE_REVISED,
    Outcome.REREAD: Deed.PAGE_REREAD,
}
DIGEST_SHOWN = 16
"""Digits of a page's digest that the audit log gives; its address on screen has as many."""


def find_version(connection: Connection, page: Page) -> int | None:
    """The version that is this page with this very content, None where the record has none."""
    versions, pages = tables.page_versions.c, tables.pages.c
    query = select(versions.id).join(tables.pages, pages.id == versions.page_id)
    return connection.scalar(query.where(pages.key == page_key(page), versions.digest == page.digest))


def foresee(connection: Connection, page: Page) -> Outcome:
    """What writing a page would do."""
    version = find_version(connection, page)
    if version is not None:
        return Outcome.UNCHANGED if is_settled(connection, version) else Outcome.REREAD
    known = connection.scalar(select(tables.pages.c.id).where(tables.pages.c.key == page_key(page)))
    return Outcome.NEW if known is None else Outcome.REVISED


def is_settled(connection: Connection, version: int) -> bool:
    """Tell whether a version need not be read again: an older Telcon may have passed over what this one reads."""
    columns = tables.page_versions.c
    row = connection.execute(select(columns.skipped, columns.reader_version).where(columns.id == version)).one()
    return row.skipped is None or row.reader_version == __version__


class Writer:
    """Puts readings into the record; `settle` then lets all of them count at once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._versions: list[int] = []
        self._touched: Touched = set()

    def write(self, reading: Reading, *, again: bool = False) -> Outcome:
        """Write a page with all that was read from it; one held with this content only where it is read `again`."""
        version = find_version(self._connection, reading.page)
        if version is None:
            outcome = self._write_new(reading)
        elif not again and is_settled(self._connection, version):
            return Outcome.UNCHANGED
        else:
            self._rewrite(version, reading)
            outcome = Outcome.REREAD
        page = reading.page
        note(self._connection, DEEDS[outcome], page.url or page.name, page.digest[:DIGEST_SHOWN])
        return outcome

    def settle(self) -> None:
        """Gather what the pages written so far touch, find what copies what, and keep their words to be searched."""
        connection, decisions = self._connection, load_decisions(self._connection)
        for version in self._versions:
            of_version = select(tables.reports.c.member).where(tables.reports.c.version_id == version)
            names = set(connection.scalars(of_version))
            decided = decisions.hidden or not names.isdisjoint(decisions.corrections)
            filed = file_version(connection, version, decisions) if decided else touched_by(connection, version)
            self._touched |= filed
        gather_again(connection, self._touched, decisions)
        for version in self._versions:
            file_copies(connection, version)
            file_passages(connection, version, decisions)
        self._versions, self._touched = [], set()

    def _write_new(self, reading: Reading) -> Outcome:
        """Write a page's first or next version; the one before is superseded."""
        connection, versions = self._connection, tables.page_versions.c
        page_id = _page_id(connection, reading.page)
        of_page = (versions.page_id == page_id, versions.superseded_by.is_(None))
        current = connection.scalar(select(versions.id).where(*of_page))
        version = _insert(connection, tables.page_versions, {"page_id": page_id, **_version(reading)})
        if current is not None:
            connection.execute(update(tables.page_versions).where(versions.id == current).values(superseded_by=version))
            self._touched |= take_out(connection, current)
            forget_copies(connection, current)
            forget_passages(connection, current)
        _write_tellings(connection, version, reading)
        self._versions.append(version)
        return Outcome.NEW if current is None else Outcome.REVISED

    def _rewrite(self, version: int, reading: Reading) -> None:
        """Put what was read from a version of a page now in the place of what was read from it before."""
        connection, of_version = self._connection, tables.reports.c.version_id == version
        reports = select(tables.reports.c.id).where(of_version)
        self._touched |= take_out(connection, version)
        for table in (tables.statements, tables.leftovers):
            connection.execute(delete(table).where(table.c.version_id == version))
        for table in (tables.agreements, tables.evidence, tables.claims, tables.sources, tables.participants):
            connection.execute(delete(table).where(table.c.report_id.in_(reports)))
        connection.execute(delete(tables.reports).where(of_version))
        versions = tables.page_versions
        connection.execute(update(versions).where(versions.c.id == version).values(_version(reading)))
        _write_tellings(connection, version, reading)
        self._versions.append(version)


def text_digest(text: str) -> str:
    """SHA-256 (hex) of a text in UTF-8."""
    return sha256(text.encode()).hexdigest()


def _write_tellings(connection: Connection, version: int, reading: Reading) -> None:
    page = reading.page
    published = _version(reading)["published"]
    name = member_page(page.digest, page.url or page.name, published)
    members = make_members(name, reading.contacts, published=published)
    report_ids = [
        _write_report(connection, version, position, report, member)
        for position, (report, member) in enumerate(zip(reading.contacts, members, strict=True))
    ]
    _write_remarks(connection, version, reading, report_ids)


def _page_id(connection: Connection, page: Page) -> int:
    key = page_key(page)
    found = connection.scalar(select(tables.pages.c.id).where(tables.pages.c.key == key))
    if found is not None:
        return int(found)
    return _insert(connection, tables.pages, {"key": key, "url": page.url, "name": page.name, "source": page.source})


def _version(reading: Reading) -> Row:
    page, text = reading.page, reading.text
    shown = text and text.published
    return {
        "digest": page.digest,
        "text_digest": text_digest(page.text),
        "text": page.text,
        "url": page.url,
        "published": shown.value if shown else page.published,
        "language": text.language if text else page.language,
        "title": text.title.value if text and text.title else None,
        "outlet": text.outlet.value if text and text.outlet else None,
        "byline": text.byline.value if text and text.byline else None,
        "credits": [credit.value for credit in text.credits] if text else [],
        "lines": [_line(line) for line in (text.lines if text else ())],
        "skipped": reading.skipped,
        "reader_version": __version__,
        "seen_at": datetime.now(UTC).isoformat(timespec="microseconds"),
    }


def _line(line: Line) -> tuple[int, int, int, str, str]:
    return line.number, line.span.start, line.span.stop, line.role, line.reason


def _write_report(connection: Connection, version: int, position: int, report: Report, member: Member) -> int:
    placed = {"version_id": version, "position": position}
    report_id = _insert(connection, tables.reports, placed | member_row(member) | _report(report))
    people: list[Row] = [
        {"report_id": report_id, "position": index, "name": who.name, "country": who.country, "role": who.role}
        | {"person": who.person}
        for index, who in enumerate(report.participants)
    ]
    sources: list[Row] = [
        {"report_id": report_id, "position": index, "name": source.name, "side": source.side}
        for index, source in enumerate(report.reported_by)
    ]
    _write_all(connection, tables.participants, people)
    _write_all(connection, tables.sources, sources)
    _write_claims(connection, report_id, report.claims)
    agreed = [
        {"report_id": report_id, "position": index} | _agreement(agreement)
        for index, agreement in enumerate(report.agreements)
    ]
    _write_all(connection, tables.agreements, agreed)
    return report_id


def _report(report: Report) -> Row:
    return {
        "level": report.level,
        "kind": report.kind,
        "status": report.status,
        "focus": report.focus,
        "start": report.span.start,
        "stop": report.span.stop,
        "date": report.date,
        "date_in_page": report.date_in_page,
        "minutes": report.duration.minutes if report.duration else None,
        "bound": report.duration.bound if report.duration else None,
        "initiator": report.initiator,
        "topics": list(report.topics),
        "claim_count": len(report.claims),
    }


def _write_claims(connection: Connection, report_id: int, claims: Sequence[Claim]) -> None:
    rows, evidence = [], []
    for position, claim in enumerate(claims):
        rows.append(
            {"report_id": report_id, "position": position, "field": claim.field, "value": claim.value}
            | {"rule": claim.rule, "cited": list(claim.cited), "reasons": list(claim.reasons)}
            | {"runner_up": claim.runner_up}
        )
        evidence += [
            {"report_id": report_id, "claim": position, "position": index}
            | {"start": words.span.start, "stop": words.span.stop, "words": words.words}
            for index, words in enumerate(claim.evidence)
        ]
    _write_all(connection, tables.claims, rows)
    _write_all(connection, tables.evidence, evidence)


def _agreement(agreement: Agreement) -> Row:
    terms = [
        (term.date, term.due, term.evidence.span.start, term.evidence.span.stop, term.evidence.words)
        for term in agreement.terms
    ]
    return {
        "matter": agreement.matter,
        "object": agreement.object,
        "stage": agreement.stage,
        "start": agreement.evidence.span.start,
        "stop": agreement.evidence.span.stop,
        "words": agreement.evidence.words,
        "terms": terms,
        "speaker": list(agreement.speaker),
        "said_by": list(agreement.said_by),
        "rule": agreement.rule,
    }


def _write_remarks(connection: Connection, version: int, reading: Reading, report_ids: list[int]) -> None:
    statements = [
        {"version_id": version, "position": position} | _statement(statement, report_ids)
        for position, statement in enumerate(reading.statements)
    ]
    leftovers = [
        {"version_id": version, "position": position, "reason": leftover.reason, "words": leftover.evidence.words}
        | {"start": leftover.evidence.span.start, "stop": leftover.evidence.span.stop}
        for position, leftover in enumerate(reading.leftovers)
    ]
    _write_all(connection, tables.statements, statements)
    _write_all(connection, tables.leftovers, leftovers)


def _statement(statement: Statement, report_ids: list[int]) -> Row:
    return {
        "report_id": None if statement.contact is None else report_ids[statement.contact],
        "kind": statement.kind,
        "speaker": list(statement.speaker),
        "said_by": list(statement.said_by),
        "start": statement.evidence.span.start,
        "stop": statement.evidence.span.stop,
        "words": statement.evidence.words,
        "topics": list(statement.topics),
        "rule": statement.rule,
        "reasons": list(statement.reasons),
    }


def _insert(connection: Connection, table: Table, row: Row) -> int:
    key = connection.execute(insert(table), row).inserted_primary_key
    assert key is not None  # every table that is inserted into row by row has a counted key
    return int(key[0])


def _write_all(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    if rows := list(rows):
        connection.execute(insert(table), rows)
