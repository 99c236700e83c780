"""Keeping the contacts of a record true to its reports: what changes is gathered again, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from telcon.contacts import Bonds, Family, Gathered, Member, gather
from telcon.contacts.decisions import Decisions, apply_corrections
from telcon.contacts.members import Hold, Place
from telcon.model.contacts import Kind, Level, Status
from telcon.model.durations import Bound, Duration
from telcon.store import tables
from telcon.store.neighbourhoods import SEEN, Neighbourhood, Trace, trace

Touched = set[Trace]
_REPORTS, _JUDGEMENTS = tables.reports, tables.judgements
_MOST = 500  # values in one query: databases limit how many it may carry


def touched_by(connection: Connection, version: int) -> Touched:
    """Where the reports of a version lie; nothing for one that is superseded, whose reports do not count."""
    superseded = connection.scalar(
        select(tables.page_versions.c.superseded_by).where(tables.page_versions.c.id == version)
    )
    if superseded is not None:
        take_out(connection, version)
        return set()
    return {trace(row) for row in connection.execute(select(*SEEN).where(_REPORTS.c.version_id == version))}


def take_out(connection: Connection, version: int) -> Touched:
    """Let the reports of a version count no longer; returns where they lay."""
    rows = connection.execute(
        select(*SEEN).where(_REPORTS.c.version_id == version, _REPORTS.c.contact_id.is_not(None))
    ).all()
    names = [row.member for row in rows]
    _forget_judgements(connection, names)
    gone = {row.contact_id for row in rows}
    off = update(_REPORTS).where(_REPORTS.c.version_id == version).values(contact_id=None, block="")
    connection.execute(off)
    _drop_empty(connection, gone)
    return {trace(row) for row in rows}


def gather_again(connection: Connection, touched: Touched, decisions: Decisions) -> None:
    """Gather again what lies where reports came, went or changed, and what people tied to it."""
    around: dict[str, Neighbourhood] = {}
    places, todo = set[Trace](), {place for place in touched if place.block}
    while todo:
        places |= todo
        for block in sorted({place.block for place in todo}):
            around[block] = Neighbourhood(connection, block)
            around[block].load(sorted((place for place in places if place.block == block), key=repr))
        loaded = {row.member for near in around.values() for row in near.touched.values()}
        todo = _tied_to(connection, loaded, decisions.bonds) - places
    rows = {row.id: row for near in around.values() for row in near.rows.values()}
    changed = [row for near in around.values() for row in near.touched.values()]
    write_gathered(connection, _gather(rows.values(), decisions), changed)


def gather_all(connection: Connection, decisions: Decisions) -> list[Gathered]:
    """All contacts of the record, gathered afresh from its reports; nothing is written."""
    return _gather(connection.execute(select(*SEEN).where(_REPORTS.c.block != "")), decisions)


def _gather(rows: Iterable[Row[Any]], decisions: Decisions) -> list[Gathered]:
    members = {row.member: apply_corrections(_to_member(row), decisions) for row in rows}
    return gather(members.values(), decisions.bonds)


def _tied_to(connection: Connection, names: set[str], bonds: Bonds) -> Touched:
    """Where the reports lie that people tied to some of these, and that are not among them."""
    pairs = [pair for pair in bonds.same if not names.isdisjoint(pair)]
    others = sorted({name for pair in pairs for name in pair} - names)
    query = select(*SEEN).where(_REPORTS.c.member.in_(others), _REPORTS.c.block != "")
    return {trace(row) for row in connection.execute(query)} if others else set()


def member_row(member: Member) -> dict[str, str | int | None]:
    """The columns of a report by which it is gathered."""
    place = member.place
    days = {"first_day": place.first, "last_day": place.last, "month_day": place.month_day, "told": place.told}
    return {"member": member.id, "block": member.block, "hold": place.hold} | days


def write_gathered(connection: Connection, gathered: Iterable[Gathered], rows: Sequence[Row[Any]]) -> None:
    """Write which contact each of the reports (`rows`) is of, and what was held of it."""
    holders = {member.id: contact.id for contact in gathered for member in contact.members}
    moved = [row for row in rows if row.contact_id != holders[row.member]]
    names = {row.member for row in rows}
    _make_contacts(connection, sorted({holders[row.member] for row in moved}))
    for row in moved:
        connection.execute(update(_REPORTS).where(_REPORTS.c.id == row.id).values(contact_id=holders[row.member]))
    _drop_empty(connection, {row.contact_id for row in moved if row.contact_id})
    _forget_judgements(connection, sorted(names))
    counted: Counter[str] = Counter()
    held = []
    for judgement in (j for contact in gathered for j in contact.judgements if j.one in names):
        reasons = [(reason.feature, reason.score, reason.seen) for reason in judgement.reasons]
        pair = {"one": judgement.one, "position": counted[judgement.one], "other": judgement.other}
        held.append(pair | {"verdict": judgement.verdict, "author": judgement.author, "reasons": reasons})
        counted[judgement.one] += 1
    if held:
        connection.execute(insert(_JUDGEMENTS), held)


def _make_contacts(connection: Connection, ids: Sequence[str]) -> None:
    known = set(_in_parts(connection, select(tables.contacts.c.id), tables.contacts.c.id, ids))
    fresh = [{"id": name} for name in ids if name not in known]
    if fresh:
        connection.execute(insert(tables.contacts), fresh)


def _drop_empty(connection: Connection, ids: set[str]) -> None:
    told = set(_in_parts(connection, select(_REPORTS.c.contact_id), _REPORTS.c.contact_id, sorted(ids)))
    for name in sorted(ids - told):
        connection.execute(delete(tables.contacts).where(tables.contacts.c.id == name))


def _forget_judgements(connection: Connection, names: Sequence[str]) -> None:
    for start in range(0, len(names), _MOST):
        connection.execute(delete(_JUDGEMENTS).where(_JUDGEMENTS.c.one.in_(names[start : start + _MOST])))


def _in_parts(connection: Connection, query: Any, column: Any, values: Sequence[str]) -> Iterable[str]:
    for start in range(0, len(values), _MOST):
        yield from connection.scalars(query.where(column.in_(values[start : start + _MOST])))


def _to_member(row: Row[Any]) -> Member:
    *people, family = row.block.split("\n")
    dated = row.date is not None
    place = Place(Hold(row.hold), row.first_day, row.last_day, row.month_day, row.told, dated)
    length = None if row.minutes is None else Duration(row.minutes, Bound(row.bound))
    return Member(
        row.member,
        row.member.partition(":")[0],
        tuple(people),
        Family(family),
        Kind(row.kind),
        Status(row.status),
        place,
        Level(row.level),
        length,
        row.initiator,
        frozenset(row.topics),
        row.focus,
    )
