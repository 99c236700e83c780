"""The audit log: every change of a record, by whom, and from where. It only grows."""

from __future__ import annotations

import getpass
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache

from sqlalchemy import Connection, func, insert, select

from telcon.store.tables import audit


class Way(StrEnum):
    """From where somebody acts; `program` is a caller that says nothing of it."""

    SCREEN = "screen"
    API = "api"
    COMMAND = "command"
    PROGRAM = "program"


class Deed(StrEnum):
    """What somebody did."""

    PAGE_ADDED = "page added"
    PAGE_REVISED = "page revised"
    PAGE_REREAD = "page read again"
    DECIDED = "decided"
    UNDONE = "decision undone"
    UPGRADED = "record brought up to date"
    USER_ADDED = "user added"
    ROLE_CHANGED = "role changed"
    USER_DISABLED = "user disabled"
    USER_ENABLED = "user enabled"
    PASSWORD_SET = "password set"
    TOKEN_MADE = "token made"
    TOKEN_REVOKED = "token revoked"
    LOGGED_IN = "logged in"
    LOGIN_FAILED = "log-in failed"
    LOGGED_OUT = "logged out"
    SESSIONS_ENDED = "sessions ended"
    NEWS_SENT = "news sent"


OF_CONTENT = frozenset({Deed.PAGE_ADDED, Deed.PAGE_REVISED, Deed.PAGE_REREAD, Deed.DECIDED, Deed.UNDONE, Deed.UPGRADED})
"""Deeds that change what the record tells: what was made of it before no longer holds."""


@dataclass(frozen=True, slots=True)
class Doer:
    """Who acts, and from where; `address` is the network's, empty on this machine."""

    name: str
    way: Way = Way.PROGRAM
    address: str = ""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One change: `subject` is what it was done to, `detail` what is to be known of it, never a secret."""

    number: int
    at: str
    who: str
    way: Way
    address: str
    deed: Deed
    subject: str
    detail: str


@dataclass(frozen=True, slots=True)
class AuditQuestion:
    """What is asked of the log; every part that is given must hold. `since` and `until`: see `is_day`."""

    who: str = ""
    deeds: tuple[Deed, ...] = ()
    since: str = ""
    until: str = ""


_doer: ContextVar[Doer | None] = ContextVar("doer", default=None)


@contextmanager
def acting(doer: Doer) -> Iterator[None]:
    """Let all that is changed within, in this thread or task, be written down as this person's doing."""
    before = _doer.set(doer)
    try:
        yield
    finally:
        _doer.reset(before)


def who_acts() -> Doer:
    """Who acts now; where nobody said so, whoever runs the program."""
    return _doer.get() or Doer(machine_user())


@cache
def machine_user() -> str:
    """The name of whoever runs this program."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name for the number, as in some containers
        return "unknown"


def note(connection: Connection, deed: Deed, subject: str = "", detail: str = "", *, who: str | None = None) -> None:
    """Write a line, in the transaction that changes what it tells of; `who` where that is not who acts."""
    doer = who_acts()
    row = {"at": now(), "who": doer.name if who is None else who, "way": doer.way, "address": doer.address}
    told = {"deed": deed, "of_content": deed in OF_CONTENT, "subject": subject, "detail": detail}
    connection.execute(insert(audit).values(row | told))


def last_change(connection: Connection) -> int:
    """The number of the last line that tells of a change of content, 0 where there is none."""
    query = select(func.max(audit.c.id)).where(audit.c.of_content.is_(True))
    return connection.scalar(query) or 0


def read_lines(connection: Connection, asked: AuditQuestion, *, before: int | None, most: int) -> list[AuditLine]:
    """Lines, the newest first, at most so many; those `before` a number, where one is given."""
    columns = audit.c
    query = select(audit).order_by(columns.id.desc()).limit(most)
    if before is not None:
        query = query.where(columns.id < before)
    if asked.who:
        query = query.where(columns.who == asked.who)
    if asked.deeds:
        query = query.where(columns.deed.in_(asked.deeds))
    if asked.since:
        query = query.where(columns.at >= asked.since)
    if asked.until:
        query = query.where(columns.at < asked.until + "U")  # a letter behind the T that a time has there
    return [
        AuditLine(row.id, row.at, row.who, Way(row.way), row.address, Deed(row.deed), row.subject, row.detail)
        for row in connection.execute(query)
    ]


def is_day(text: str) -> bool:
    """Whether this is a day, a month or a year: 2025-01-21, 2025-01, 2025."""
    return re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text) is not None


def now() -> str:
    """This second, UTC (ISO 8601)."""
    return datetime.now(UTC).isoformat(timespec="seconds")
