"""Users of a record: who they are and what they may do."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntEnum

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from telcon.store.auditing import Deed, note, now
from telcon.store.errors import Refusal, RefusedError
from telcon.store.passwords import check_password, hash_password, is_dated, is_password
from telcon.store.tables import sessions, users
from telcon.store.transactions import Transactions

LONGEST_NAME = 64


class Role(IntEnum):
    """What a person may do; each may do what the ones before may."""

    READER = 1
    EDITOR = 2
    ADMINISTRATOR = 3

    @property
    def code(self) -> str:
        return self.name.lower()

    @classmethod
    def of(cls, code: str) -> Role:
        """The role with this code. Raises `KeyError` where there is none."""
        return cls[code.upper()]


@dataclass(frozen=True, slots=True)
class User:
    """A user; `protected` where a password is kept. Who is disabled may do nothing."""

    number: int
    name: str
    role: Role
    protected: bool
    made_at: str
    disabled_at: str | None = None


class Users:
    """The users of a record. Changes raise `RefusedError` where they may not be, and stand in the audit log."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def exist(self) -> bool:
        """Whether the record has users at all, so that people must say who they are before they change it."""
        with self._transactions.reading() as connection:
            return connection.scalar(select(users.c.id).limit(1)) is not None

    def all(self) -> list[User]:
        """All of them, by name."""
        with self._transactions.reading() as connection:
            return [to_user(row) for row in connection.execute(select(users).order_by(users.c.key))]

    def find(self, name: str) -> User | None:
        """The user of a name, however it is written: letters large or small, marks together or apart."""
        with self._transactions.reading() as connection:
            row = connection.execute(select(users).where(users.c.key == name_key(name))).one_or_none()
            return to_user(row) if row else None

    def add(self, name: str, role: Role, password: str | None) -> User:
        """Add a user; without a password it is a proxy that says when it is they. The first one is an administrator."""
        name = _checked(name)
        kept = _kept(password, name)
        with self._transactions.writing() as connection:
            if connection.scalar(select(users.c.id).where(users.c.key == name_key(name))) is not None:
                raise RefusedError(Refusal.NAME_TAKEN)
            if role is not Role.ADMINISTRATOR and connection.scalar(select(func.count()).select_from(users)) == 0:
                raise RefusedError(Refusal.FIRST_RULES)
            row = {"name": name, "key": name_key(name), "role": role.code, "password": kept, "made_at": now()}
            connection.execute(insert(users).values(row))
            note(connection, Deed.USER_ADDED, name, role.code)
            return _get(connection, name)

    def change_role(self, name: str, role: Role) -> None:
        """Give a user another role."""
        with self._transactions.writing() as connection:
            user = _get(connection, name)
            if user.role is role:
                return
            if user.role is Role.ADMINISTRATOR:
                _keep_one(connection, user)
            connection.execute(update(users).where(users.c.id == user.number).values(role=role.code))
            note(connection, Deed.ROLE_CHANGED, user.name, f"{user.role.code} → {role.code}")

    def disable(self, name: str) -> None:
        """Let a user do nothing from now on, and log them out everywhere; what they did stays theirs."""
        with self._transactions.writing() as connection:
            user = _get(connection, name)
            if user.disabled_at:
                return
            if user.role is Role.ADMINISTRATOR:
                _keep_one(connection, user)
            connection.execute(update(users).where(users.c.id == user.number).values(disabled_at=now()))
            connection.execute(delete(sessions).where(sessions.c.user_id == user.number))
            note(connection, Deed.USER_DISABLED, user.name)

    def enable(self, name: str) -> None:
        """Let a disabled user do what the role allows again."""
        with self._transactions.writing() as connection:
            user = _get(connection, name)
            if user.disabled_at:
                connection.execute(update(users).where(users.c.id == user.number).values(disabled_at=None))
                note(connection, Deed.USER_ENABLED, user.name)

    def set_password(self, name: str, password: str) -> None:
        """Give a user another password, and log them out everywhere."""
        kept = _kept(password, name)
        with self._transactions.writing() as connection:
            user = _get(connection, name)
            connection.execute(update(users).where(users.c.id == user.number).values(password=kept))
            connection.execute(delete(sessions).where(sessions.c.user_id == user.number))
            note(connection, Deed.PASSWORD_SET, user.name)

    def check(self, name: str, password: str) -> User | None:
        """The user whose name and password these are, unless disabled; takes as long for a name that nobody has.

        A password kept with dated parameters is kept anew.
        """
        query = select(users).where(users.c.key == name_key(name))
        with self._transactions.reading() as connection:
            row = connection.execute(query).one_or_none()
        right = is_password(password, row.password if row else None)
        if row is None or not right or row.disabled_at:
            with self._transactions.writing() as connection:
                # What is no name may be a password, typed in the wrong field.
                note(connection, Deed.LOGIN_FAILED, row.name if row else "", "disabled" if right else "", who="")
            return None
        if is_dated(row.password):
            kept = hash_password(password)
            with self._transactions.writing() as connection:
                same = (users.c.id == row.id, users.c.password == row.password)
                connection.execute(update(users).where(*same).values(password=kept))
        return to_user(row)


def to_user(row: Row[tuple[object, ...]]) -> User:
    """A user as the table has it."""
    return User(row.id, row.name, Role.of(row.role), row.password is not None, row.made_at, row.disabled_at)


def name_key(name: str) -> str:
    """A name as names are compared."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def _checked(name: str) -> str:
    plain = unicodedata.normalize("NFC", name).strip()
    if not 0 < len(plain) <= LONGEST_NAME or not plain.isprintable():
        raise RefusedError(Refusal.NAME_ODD)
    return plain


def _kept(password: str | None, name: str) -> str | None:
    if password is None:
        return None
    check_password(password, name)
    return hash_password(password)


def _get(connection: Connection, name: str) -> User:
    row = connection.execute(select(users).where(users.c.key == name_key(name)).with_for_update()).one_or_none()
    if row is None:
        raise RefusedError(Refusal.NO_SUCH_USER)
    return to_user(row)


def _keep_one(connection: Connection, user: User) -> None:
    """Raises `RefusedError` where nobody else could rule; the rows stay locked, so that two do not both go."""
    ruling = (users.c.role == Role.ADMINISTRATOR.code, users.c.disabled_at.is_(None))
    left = set(connection.scalars(select(users.c.id).where(*ruling).with_for_update())) - {user.number}
    if not left and not user.disabled_at:
        raise RefusedError(Refusal.LAST_RULES)
