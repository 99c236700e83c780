"""Keeping what people decided, and letting it count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from telcon.contacts.decisions import Decision, Decisions, Ruling, sum_up
from telcon.store import tables
from telcon.store.auditing import Deed, note, now, who_acts
from telcon.store.gathering import gather_again
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
    return [
        Decision(
            row.id,
            Ruling(row.ruling),
            row.subject,
            tuple(row.others),
            row.field,
            row.value,
            row.author,
            row.reason,
            row.made_at,
        )
        for row in rows
    ]


def decide(connection: Connection, wish: Wish, *, author: str, reason: str) -> int:
    """Make a decision and let it count; returns its number."""
    row = {"ruling": wish.ruling, "subject": wish.subject, "others": list(wish.others), "field": wish.field}
    made = {"value": wish.value, "author": author, "reason": reason, "made_at": now()}
    key = connection.execute(insert(_DECISIONS).values(row | made)).inserted_primary_key
    assert key is not None  # the table counts its rows
    number = int(key[0])
    note(connection, Deed.DECIDED, str(number), _told(wish, author))
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
    _let_count(connection, Ruling(row.ruling), (row.subject, *row.others))
    return True


def load_decisions(connection: Connection) -> Decisions:
    """The decisions that stand, as the gathering takes them."""
    return sum_up(list_decisions(connection))


def _told(wish: Wish, author: str) -> str:
    """A decision on one line, with its author where that is not who acts."""
    parts = (wish.ruling, wish.field, wish.value, wish.subject, *wish.others)
    by = "" if author == who_acts().name else f" ({author})"
    return " ".join(" ".join(parts).split()) + by


def _let_count(connection: Connection, ruling: Ruling, names: Sequence[str]) -> None:
    decisions = load_decisions(connection)
    touched = {
        place
        for version in _versions_of(connection, ruling, names)
        for place in file_version(connection, version, decisions)
    }
    gather_again(connection, touched, decisions)


def _versions_of(connection: Connection, ruling: Ruling, names: Sequence[str]) -> Iterable[int]:
    current = select(_VERSIONS.c.id).where(_VERSIONS.c.superseded_by.is_(None)).distinct().order_by(_VERSIONS.c.id)
    if ruling is Ruling.HIDE:
        pages = tables.pages
        query = current.join(pages, pages.c.id == _VERSIONS.c.page_id).where(pages.c.key.in_(names))
    else:
        query = current.join(_REPORTS, _REPORTS.c.version_id == _VERSIONS.c.id).where(_REPORTS.c.member.in_(names))
    return connection.scalars(query).all()
