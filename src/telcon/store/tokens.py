"""Tokens with which programs ask in a user's name: shown once, kept as a hash."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import Row, insert, select, update

from telcon.store.auditing import Deed, note, now
from telcon.store.errors import Refusal, RefusedError
from telcon.store.sessions import RANDOM, ago, digest_of
from telcon.store.tables import tokens, users
from telcon.store.transactions import Transactions
from telcon.store.users import LONGEST_NAME, User, to_user

MARK = "telcon_"
"""How every token begins, so that programs that look for secrets in published files know one."""
USUAL_DAYS, MOST_DAYS = 90, 366


class Scope(StrEnum):
    """What a token is good for; never more than its user may do."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Token:
    """A token; `number` names it and opens nothing."""

    number: int
    user: User
    name: str
    scope: Scope
    made_at: str
    expires_at: str
    used_at: str | None = None
    revoked_at: str | None = None

    @property
    def is_over(self) -> bool:
        return self.revoked_at is not None or self.expires_at <= now() or self.user.disabled_at is not None


class Tokens:
    """The tokens of a record's users. Changes stand in the audit log."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def make(self, user: User, name: str, scope: Scope, *, days: int = USUAL_DAYS) -> str:
        """Make a token; returns it, which can never be had again. Raises `RefusedError` for a bad name or length."""
        name = name.strip()
        if not 0 < len(name) <= LONGEST_NAME or not name.isprintable():
            raise RefusedError(Refusal.TOKEN_UNNAMED)
        if not 1 <= days <= MOST_DAYS:
            raise RefusedError(Refusal.TOKEN_DAYS)
        secret = MARK + secrets.token_urlsafe(RANDOM)
        row = {"user_id": user.number, "name": name, "digest": digest_of(secret), "scope": scope, "made_at": now()}
        with self._transactions.writing() as connection:
            connection.execute(insert(tokens).values(row | {"expires_at": ago(-timedelta(days=days))}))
            note(connection, Deed.TOKEN_MADE, user.name, f"{name} ({scope})")
        return secret

    def find(self, digest: str) -> Token | None:
        """The token that has this digest, unless it is over."""
        with self._transactions.reading() as connection:
            row = connection.execute(_ALL.where(tokens.c.digest == digest)).one_or_none()
        found = _to_token(row) if row else None
        return None if found is None or found.is_over else found

    def all(self, user: User | None = None) -> list[Token]:
        """The tokens of a user, or of all, the newest first; those that are over too."""
        query = _ALL if user is None else _ALL.where(users.c.id == user.number)
        with self._transactions.reading() as connection:
            return [_to_token(row) for row in connection.execute(query.order_by(tokens.c.id.desc()))]

    def use(self, token: Token) -> None:
        """Write down that somebody asked with it just now."""
        with self._transactions.writing() as connection:
            connection.execute(update(tokens).where(tokens.c.id == token.number).values(used_at=now()))

    def revoke(self, number: int, user: User | None = None) -> bool:
        """Let a token, of this user where one is given, open nothing from now on; False where none such is left."""
        with self._transactions.writing() as connection:
            row = connection.execute(_ALL.where(tokens.c.id == number, tokens.c.revoked_at.is_(None))).one_or_none()
            token = _to_token(row) if row else None
            if token is None or (user is not None and token.user.number != user.number):
                return False
            connection.execute(update(tokens).where(tokens.c.id == number).values(revoked_at=now()))
            note(connection, Deed.TOKEN_REVOKED, token.user.name, token.name)
        return True


_PREFIX = "token_"
_COLUMNS = (*(column.label(_PREFIX + column.name) for column in tokens.c), *users.c)
_ALL = select(*_COLUMNS).join(users, users.c.id == tokens.c.user_id)


def _to_token(row: Row[tuple[object, ...]]) -> Token:
    scope, times = Scope(row.token_scope), (row.token_made_at, row.token_expires_at, row.token_used_at)
    return Token(row.token_id, to_user(row), row.token_name, scope, *times, row.token_revoked_at)
