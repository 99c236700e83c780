"""Turning rows of the record back into the house's nouns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, select

from telcon.contacts import Contact, FiledPage, HeldPage, Judgement, Telling, Verdict, tellings_in_order
from telcon.contacts.comparing import Reason
from telcon.contacts.decisions import NO_DECISIONS, Decision, Decisions
from telcon.model.contacts import (
    Agreement,
    Claim,
    Evidence,
    Kind,
    Leftover,
    Level,
    Matter,
    Office,
    Participant,
    Report,
    Source,
    Stage,
    Statement,
    Status,
    Term,
    Utterance,
)
from telcon.model.durations import Bound, Duration
from telcon.model.spans import Span
from telcon.model.texts import Line, Role
from telcon.store import tables
from telcon.store.copies import load_copies
from telcon.store.prefixes import begins_with

_Rows = Sequence[Row[Any]]
_VERSIONS = tables.page_versions.c
SHOWN = (
    *(_VERSIONS.digest, _VERSIONS.url, _VERSIONS.title, _VERSIONS.outlet),
    *(_VERSIONS.published, _VERSIONS.language, _VERSIONS.seen_at),
)
"""What of a version of a page an outline shows."""
_MOST = 500  # ids in one query: databases limit how many values a query may carry
_MANY = 10 * _MOST  # ids above which the whole table is read through


def load_outlines(
    connection: Connection, *wanted: ColumnElement[bool], decisions: Decisions = NO_DECISIONS
) -> list[Contact]:
    """Contacts of the current versions of pages, without claims, statements and texts; in no order."""
    found = connection.execute(_current_reports(*wanted)).all()
    reports = _build_reports(connection, found, {})
    told = (
        (row.contact_id, Telling(make_page(row), row.position, report, (), row.member))
        for row, report in zip(found, reports, strict=True)
    )
    copies = load_copies(connection, found)
    return [replace(contact, copies=tuple(copies.get(contact.id, ()))) for contact in _contacts(told, decisions)]


def load_contact(connection: Connection, contact_id: str, decisions: Decisions = NO_DECISIONS) -> Contact | None:
    """One contact in full, None where no current version of a page tells of it."""
    versions = tables.page_versions.c
    query = _current_reports(tables.reports.c.contact_id == contact_id).add_columns(versions.text, versions.lines)
    found = connection.execute(query).all()
    ids = [row.id for row in found]
    reports = _build_reports(connection, found, load_claims(connection, ids))
    statements = load_statements(connection, tables.statements.c.report_id.in_(ids))
    told = (
        (
            row.contact_id,
            Telling(
                make_page(row, row.text, row.lines), row.position, report, tuple(statements[row.version_id]), row.member
            ),
        )
        for row, report in zip(found, reports, strict=True)
    )
    contacts = _contacts(told, decisions)
    if not contacts:
        return None
    copies = load_copies(connection, found).get(contact_id, ())
    judgements = load_judgements(connection, [row.member for row in found])
    return replace(contacts[0], judgements=tuple(judgements), copies=tuple(copies))


def load_page(connection: Connection, version: int) -> FiledPage:
    """A version of a page, with its text, lines and credits."""
    versions, pages = tables.page_versions, tables.pages.c
    query = select(versions, pages.name, pages.source).join(tables.pages, pages.id == versions.c.page_id)
    row = connection.execute(query.where(versions.c.id == version)).one()
    return replace(make_page(row, row.text, row.lines), credits=tuple(row.credits))


def load_held_page(connection: Connection, digest: str) -> HeldPage | None:
    """The newest version of a page whose digest begins so, with all that was read from it; None where there is none."""
    versions = tables.page_versions.c
    query = select(versions.id, versions.page_id, versions.skipped, versions.superseded_by).where(
        begins_with(versions.digest, digest)
    )
    found = connection.execute(query.order_by(versions.superseded_by.is_not(None), versions.id).limit(1)).first()
    if found is None:
        return None
    reports, leftovers = tables.reports.c, tables.leftovers
    filed = select(reports.contact_id).where(reports.version_id == found.id).order_by(reports.position)
    current = select(versions.digest).where(versions.page_id == found.page_id, versions.superseded_by.is_(None))
    kept = select(leftovers).where(leftovers.c.version_id == found.id).order_by(leftovers.c.position)
    return HeldPage(
        load_page(connection, found.id),
        tuple(load_reports(connection, found.id)),
        tuple(connection.scalars(filed)),
        tuple(load_statements(connection, tables.statements.c.version_id == found.id).get(found.id, ())),
        tuple(Leftover(_evidence(row), row.reason) for row in connection.execute(kept)),
        found.skipped,
        connection.scalar(current) if found.superseded_by else None,
    )


def load_judgements(connection: Connection, names: Sequence[str]) -> Iterator[Judgement]:
    """What was held of reports, given by their own names, and of the others that they were compared with."""
    table = tables.judgements
    for start in range(0, len(names), _MOST):
        wanted = table.c.one.in_(names[start : start + _MOST])
        for row in connection.execute(select(table).where(wanted).order_by(*table.primary_key.columns)):
            yield _judgement(row)


def _judgement(row: Row[Any]) -> Judgement:
    reasons = tuple(Reason(feature, score, seen) for feature, score, seen in row.reasons)
    return Judgement(row.one, row.other, Verdict(row.verdict), reasons, row.author)


def load_unsure(connection: Connection) -> Iterator[Judgement]:
    """The judgements of the record that were left unsure."""
    table = tables.judgements
    wanted = select(table).where(table.c.verdict == Verdict.UNSURE).order_by(*table.primary_key.columns)
    for row in connection.execute(wanted):
        yield _judgement(row)


def load_reports(connection: Connection, version: int) -> list[Report]:
    """All reports of one version of a page, in full, in their order."""
    query = select(tables.reports).where(tables.reports.c.version_id == version).order_by(tables.reports.c.position)
    found = connection.execute(query).all()
    return _build_reports(connection, found, load_claims(connection, [row.id for row in found]))


def load_claims(connection: Connection, report_ids: Sequence[int]) -> Mapping[int, tuple[Claim, ...]]:
    """The claims of reports with their evidence, by report."""
    words: dict[tuple[int, int], list[Evidence]] = defaultdict(list)
    for row in _of_reports(connection, tables.evidence, report_ids):
        words[row.report_id, row.claim].append(_evidence(row))
    claims: dict[int, tuple[Claim, ...]] = defaultdict(tuple)
    for row in _of_reports(connection, tables.claims, report_ids):
        claims[row.report_id] += (_claim(row, tuple(words[row.report_id, row.position])),)
    return claims


def load_statements(connection: Connection, *wanted: ColumnElement[bool]) -> Mapping[int, list[Statement]]:
    """Statements by version of a page, in their order; `contact` is the position of the report on the page."""
    table = tables.statements
    query = (
        select(table, tables.reports.c.position.label("contact"))
        .outerjoin(tables.reports, tables.reports.c.id == table.c.report_id)
        .where(*wanted)
        .order_by(table.c.version_id, table.c.position)
    )
    statements: dict[int, list[Statement]] = defaultdict(list)
    for row in connection.execute(query):
        statements[row.version_id].append(
            Statement(
                tuple(row.speaker),
                tuple(row.said_by),
                Utterance(row.kind),
                _evidence(row),
                row.contact,
                tuple(row.topics),
                row.rule,
                tuple(row.reasons),
            )
        )
    return statements


def _current_reports(*wanted: ColumnElement[bool]) -> Select[Any]:
    versions, pages = tables.page_versions.c, tables.pages.c
    return (
        select(tables.reports, *SHOWN, pages.name, pages.source)
        .join(tables.page_versions, versions.id == tables.reports.c.version_id)
        .join(tables.pages, pages.id == versions.page_id)
        .where(versions.superseded_by.is_(None), tables.reports.c.contact_id.is_not(None), *wanted)
        .order_by(tables.reports.c.id)
    )


def _contacts(told: Iterable[tuple[str, Telling]], decisions: Decisions) -> list[Contact]:
    groups: dict[str, list[Telling]] = defaultdict(list)
    for contact_id, telling in told:
        groups[contact_id].append(telling)
    return [
        Contact(contact_id, tellings_in_order(tellings), corrections=_corrections(tellings, decisions))
        for contact_id, tellings in groups.items()
    ]


def _corrections(tellings: Iterable[Telling], decisions: Decisions) -> tuple[Decision, ...]:
    """What people put in the place of values of these reports, in the order of their deciding."""
    made = (one for telling in tellings for one in decisions.corrections.get(telling.member, ()))
    return tuple(sorted(made, key=lambda one: one.number))


def _of_reports(connection: Connection, table: Table, report_ids: Sequence[int]) -> Iterable[Row[Any]]:
    query = select(table).order_by(*table.primary_key.columns)
    if len(report_ids) > _MANY:
        wanted = set(report_ids)
        yield from (row for row in connection.execute(query) if row.report_id in wanted)
        return
    for start in range(0, len(report_ids), _MOST):
        yield from connection.execute(query.where(table.c.report_id.in_(report_ids[start : start + _MOST])))


def _grouped(connection: Connection, table: Table, report_ids: Sequence[int]) -> Mapping[int, list[Row[Any]]]:
    groups: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in _of_reports(connection, table, report_ids):
        groups[row.report_id].append(row)
    return groups


def make_page(row: Row[Any], text: str = "", lines: Sequence[tuple[int, int, int, str, str]] = ()) -> FiledPage:
    """The page of a row that has what `SHOWN` names, and the page's own name and source."""
    return FiledPage(
        row.digest,
        row.name,
        row.source,
        row.url,
        row.title,
        row.outlet,
        row.published,
        row.language,
        text,
        tuple(Line(number, Span(start, stop), Role(role), reason) for number, start, stop, role, reason in lines),
        seen_at=row.seen_at,
    )


def _build_reports(connection: Connection, rows: _Rows, claims: Mapping[int, tuple[Claim, ...]]) -> list[Report]:
    """The reports of rows, in their order, with what other tables hold of them, and the claims that were loaded."""
    ids = [row.id for row in rows]
    people = _grouped(connection, tables.participants, ids)
    sources = _grouped(connection, tables.sources, ids)
    agreed = _grouped(connection, tables.agreements, ids)
    return [
        Report(
            tuple(Participant(who.name, who.country, Office(who.role), who.person) for who in people[row.id]),
            Level(row.level),
            Kind(row.kind),
            Status(row.status),
            row.focus,
            Span(row.start, row.stop),
            row.date,
            row.date_in_page,
            None if row.minutes is None else Duration(row.minutes, Bound(row.bound)),
            row.initiator,
            tuple(Source(source.name, source.side) for source in sources[row.id]),
            tuple(row.topics),
            claims.get(row.id, ()),
            tuple(map(_agreement, agreed[row.id])),
        )
        for row in rows
    ]


def _agreement(row: Row[Any]) -> Agreement:
    terms = (Term(date, due, Evidence(Span(start, stop), words)) for date, due, start, stop, words in row.terms)
    told = (tuple(terms), tuple(row.speaker), tuple(row.said_by), row.rule)
    return Agreement(Matter(row.matter), row.object, Stage(row.stage), _evidence(row), *told)


def _claim(row: Row[Any], evidence: tuple[Evidence, ...]) -> Claim:
    return Claim(row.field, row.value, evidence, row.rule, tuple(row.cited), tuple(row.reasons), row.runner_up)


def _evidence(row: Row[Any]) -> Evidence:
    return Evidence(Span(row.start, row.stop), row.words)
