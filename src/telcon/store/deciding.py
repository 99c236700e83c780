"""Keeping what people decided, and letting it count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from telcon.contacts.decisions import Decision, Decisions, Ruling, last_on, sum_up
from telcon.contacts.doubts import things_asked
from telcon.store import tables
from telcon.store.auditing import Deed, note, now, who_acts
from telcon.store.errors import OvertakenError
from telcon.store.gathering import gather_again
from telcon.store.passages import file_passages
from telcon.store.refiling import file_version

_DECISIONS, _REPORTS, _VERSIONS = tables.decisions, tables.reports, tables.page_versions


@dataclass(frozen=True, slots=True)
class Wish:
    """A decision to be made: see `Decision`."""

    ruling: Ruling
    subject: str
    others: tuple[str, ...] = ()
    field: str = ""
    value: str = ""


def list_decisions(connection: Connection) -> list[Decision]:
    """The decisions that stand, in the order of their making."""
    rows = connection.execute(select(_DECISIONS).where(_DECISIONS.c.undone_at.is_(None)).order_by(_DECISIONS.c.id))
    return [_decision(row) for row in rows]


def list_history(connection: Connection) -> list[Decision]:
    """All decisions ever made, in the order of their making, those that were taken back among them."""
    return [_decision(row) for row in connection.execute(select(_DECISIONS).order_by(_DECISIONS.c.id))]


def decide(connection: Connection, wish: Wish, *, author: str, reason: str, seen: int | None = None) -> int:
    """Make a decision and let it count; returns its number.

    With `seen`, the number of the latest decision on this that stood when the wish was made (0 for none), the same
    wish sent again counts once, and another decision made meanwhile, or that one taken back, raises `OvertakenError`.
    """
    if seen is not None:
        standing = _find_standing(connection, wish)
        if (standing and standing.number > seen) or (seen and not _stands(connection, seen)):
            if standing and _says_as_much(standing, wish, reason):
                return standing.number
            raise OvertakenError(standing)
    row = {"ruling": wish.ruling, "subject": wish.subject, "others": list(wish.others), "field": wish.field}
    made = {"value": wish.value, "author": author, "reason": reason, "made_at": now()}
    key = connection.execute(insert(_DECISIONS).values(row | made)).inserted_primary_key
    assert key is not None  # the table counts its rows
    number = int(key[0])
    note(connection, Deed.DECIDED, str(number), _told(wish, author))
    if wish.ruling is not Ruling.UNSURE:
        _let_count(connection, wish.ruling, (wish.subject, *wish.others))
    return number


def undo(connection: Connection, number: int, *, author: str) -> bool:
    """Take a decision back; False where none with that number stands."""
    standing = (_DECISIONS.c.id == number, _DECISIONS.c.undone_at.is_(None))
    row = connection.execute(select(_DECISIONS).where(*standing)).one_or_none()
    if row is None:
        return False
    connection.execute(update(_DECISIONS).where(*standing).values(undone_at=now(), undone_by=author))
    wish = Wish(Ruling(row.ruling), row.subject, tuple(row.others), row.field, row.value)
    note(connection, Deed.UNDONE, str(number), _told(wish, author))
    if wish.ruling is not Ruling.UNSURE:
        _let_count(connection, wish.ruling, (row.subject, *row.others))
    return True


def load_decisions(connection: Connection) -> Decisions:
    """The decisions that stand, as the gathering takes them."""
    return sum_up(list_decisions(connection))


def _told(wish: Wish, author: str) -> str:
    """A decision on one line, with its author where that is not who acts."""
    parts = (wish.ruling, wish.field, wish.value, wish.subject, *wish.others)
    by = "" if author == who_acts().name else f" ({author})"
    return " ".join(" ".join(parts).split()) + by


def _find_standing(connection: Connection, wish: Wish) -> Decision | None:
    """The decision that stands on what is wished for; a value stands for all reports of a contact."""
    if wish.field:
        own = select(_REPORTS.c.contact_id).where(_REPORTS.c.member == wish.subject).scalar_subquery()
        members = connection.scalars(select(_REPORTS.c.member).where(_REPORTS.c.contact_id == own))
        things = things_asked(wish.field, {wish.subject, *members})
    elif wish.others:
        things = things_asked("", (wish.subject,), wish.others)
    else:
        things = frozenset({frozenset((wish.subject,))})
    return last_on(things, list_decisions(connection))


def _stands(connection: Connection, number: int) -> bool:
    undone = select(_DECISIONS.c.undone_at).where(_DECISIONS.c.id == number)
    return (row := connection.execute(undone).one_or_none()) is not None and row.undone_at is None


def _says_as_much(decision: Decision, wish: Wish, reason: str) -> bool:
    told = (decision.ruling, decision.field, decision.value)
    names = {decision.subject, *decision.others}
    covered = wish.field or names >= {wish.subject, *wish.others}
    return bool(covered) and told == (wish.ruling, wish.field, wish.value) and reason in ("", decision.reason)


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        row.id,
        Ruling(row.ruling),
        row.subject,
        tuple(row.others),
        row.field,
        row.value,
        row.author,
        row.reason,
        row.made_at,
        row.undone_at or "",
        row.undone_by or "",
    )


def _let_count(connection: Connection, ruling: Ruling, names: Sequence[str]) -> None:
    decisions = load_decisions(connection)
    versions = list(_versions_of(connection, ruling, names))
    touched = {place for version in versions for place in file_version(connection, version, decisions)}
    gather_again(connection, touched, decisions)
    if ruling is Ruling.HIDE:
        for version in versions:
            file_passages(connection, version, decisions)


def _versions_of(connection: Connection, ruling: Ruling, names: Sequence[str]) -> Iterable[int]:
    current = select(_VERSIONS.c.id).where(_VERSIONS.c.superseded_by.is_(None)).distinct().order_by(_VERSIONS.c.id)
    if ruling is Ruling.HIDE:
        pages = tables.pages
        query = current.join(pages, pages.c.id == _VERSIONS.c.page_id).where(pages.c.key.in_(names))
    else:
        query = current.join(_REPORTS, _REPORTS.c.version_id == _VERSIONS.c.id).where(_REPORTS.c.member.in_(names))
    return connection.scalars(query).all()
