"""What can go wrong with a record, in words for people."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from sqlalchemy.exc import SQLAlchemyError

from telcon.contacts.decisions import Decision

# What the database says, what it means, what to do. First match wins.
_MEANINGS = (
    ("database or disk is full", "no room left to write", "free some space and run it again; what was added is kept"),
    ("disk i/o error", "the disk did not take what was written", "check its space and run it again"),
    ("readonly database", "it is read-only", "make the file and its folder writable"),
    ("not a database", "it is not a record of Telcon, nor any database", "name another file with --record"),
    ("malformed", "the file is damaged", "take it from a copy, or make it anew with telcon add"),
    ("locked", "another program is writing to it", "wait until it is done and run it again"),
    ("unable to open", "it cannot be opened", "check that its folder exists and may be written to"),
)


class StoreError(Exception):
    """A record cannot be opened, read or written: which, why, and what to do about it."""

    def __init__(self, record: str, reason: str, advice: str = "") -> None:
        super().__init__(f"{record}: {reason}" + (f" ({advice})" if advice else ""))
        self.record = record
        self.reason = reason
        self.advice = advice


class OvertakenError(Exception):
    """Somebody decided on the same thing meanwhile, or took back what stood; `decision` is what stands now, if any."""

    def __init__(self, decision: Decision | None) -> None:
        super().__init__(f"decision {decision.number} was made meanwhile" if decision else "it was undone meanwhile")
        self.decision = decision


class FlawedReadingError(ValueError):
    """A reading contradicts its page, so it is not stored; `flaws` says where."""

    def __init__(self, page: str, flaws: tuple[str, ...]) -> None:
        super().__init__(f"{page}: {'; '.join(flaws)}")
        self.page = page
        self.flaws = flaws


class Refusal(StrEnum):
    """Why a change of users, passwords or tokens is refused, in words for people."""

    NAME_TAKEN = "there is a user of that name already"
    NAME_ODD = "a name has 1 to 64 letters, digits and signs"
    NO_SUCH_USER = "there is no user of that name"
    FIRST_RULES = "the first user must be an administrator"
    LAST_RULES = "one administrator must be left: make another one first"
    PASSWORD_SHORT = "a password has 12 characters or more"
    PASSWORD_LONG = "a password has 1024 characters at most"
    PASSWORD_PLAIN = "that password is too easy to guess"
    PASSWORD_WRONG = "that is not the present password"
    TOKEN_UNNAMED = "a token needs a name of 1 to 64 letters"
    TOKEN_DAYS = "a token lasts 1 to 366 days"


class RefusedError(ValueError):
    """A change of users, passwords or tokens is refused; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


@contextmanager
def told_of(record: str) -> Iterator[None]:
    """Turn what the database complains of within into a `StoreError` that names the record."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreError(record, *_explain(error)) from error


def _explain(error: Exception) -> tuple[str, str]:
    said = str(getattr(error, "orig", None) or error)
    for sign, reason, advice in _MEANINGS:
        if sign in said.lower():
            return reason, advice
    return said.splitlines()[0] if said else type(error).__name__, ""
