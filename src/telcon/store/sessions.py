"""Where users are logged in: the browser keeps a random number, the record only its hash."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from sqlalchemy import Row, delete, insert, or_, select, update

from telcon.store.auditing import Deed, note, now, who_acts
from telcon.store.tables import sessions, users
from telcon.store.transactions import Transactions
from telcon.store.users import User, to_user

IDLE, WHOLE = timedelta(hours=12), timedelta(days=7)
"""How long a session lasts when nobody asks anything, and at most."""
RANDOM = 32
"""Bytes of a session's number, and of a token."""


@dataclass(frozen=True, slots=True)
class Session:
    """A browser in which a user is logged in; `number` names it and opens nothing."""

    number: int
    user: User
    made_at: str
    seen_at: str
    address: str
    agent: str

    @property
    def is_over(self) -> bool:
        return self.made_at < ago(WHOLE) or self.seen_at < ago(IDLE) or self.user.disabled_at is not None


class Sessions:
    """The sessions of a record's users."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def begin(self, user: User, *, agent: str = "") -> str:
        """Log a user in; returns the number for their browser to keep, which can never be had again."""
        secret = secrets.token_urlsafe(RANDOM)
        made, address = now(), who_acts().address
        row = {"user_id": user.number, "digest": digest_of(secret), "made_at": made, "seen_at": made}
        over = or_(sessions.c.made_at < ago(WHOLE), sessions.c.seen_at < ago(IDLE))
        with self._transactions.writing() as connection:
            connection.execute(delete(sessions).where(over))
            connection.execute(insert(sessions).values(row | {"address": address, "agent": agent[:200]}))
            note(connection, Deed.LOGGED_IN, user.name, who=user.name)
        return secret

    def find(self, digest: str) -> Session | None:
        """The session whose number has this digest, unless it is over."""
        with self._transactions.reading() as connection:
            row = connection.execute(_ALL.where(sessions.c.digest == digest)).one_or_none()
        found = _to_session(row) if row else None
        return None if found is None or found.is_over else found

    def of(self, user: User) -> list[Session]:
        """The sessions of a user, the one asked in last first."""
        query = _ALL.where(users.c.id == user.number).order_by(sessions.c.seen_at.desc(), sessions.c.id.desc())
        with self._transactions.reading() as connection:
            found = [_to_session(row) for row in connection.execute(query)]
        return [session for session in found if not session.is_over]

    def see(self, session: Session) -> None:
        """Write down that somebody asked in it just now."""
        with self._transactions.writing() as connection:
            connection.execute(update(sessions).where(sessions.c.id == session.number).values(seen_at=now()))

    def end(self, session: Session) -> None:
        """Log a user out of one browser."""
        with self._transactions.writing() as connection:
            if connection.execute(delete(sessions).where(sessions.c.id == session.number)).rowcount:
                note(connection, Deed.LOGGED_OUT, session.user.name)

    def end_all(self, user: User) -> None:
        """Log a user out everywhere."""
        with self._transactions.writing() as connection:
            if connection.execute(delete(sessions).where(sessions.c.user_id == user.number)).rowcount:
                note(connection, Deed.SESSIONS_ENDED, user.name)


def digest_of(secret: str) -> str:
    """What is kept of a session's number or of a token: of 256 random bits no slower hash is needed."""
    return sha256(secret.encode()).hexdigest()


def ago(time: timedelta) -> str:
    """The second so long ago, UTC (ISO 8601)."""
    return (datetime.now(UTC) - time).isoformat(timespec="seconds")


_PREFIX = "session_"
_COLUMNS = (*(column.label(_PREFIX + column.name) for column in sessions.c), *users.c)
_ALL = select(*_COLUMNS).join(users, users.c.id == sessions.c.user_id)


def _to_session(row: Row[tuple[object, ...]]) -> Session:
    times = row.session_made_at, row.session_seen_at
    return Session(row.session_id, to_user(row), *times, row.session_address, row.session_agent)
