"""Passwords: what may be one, and keeping it so that nobody can read it."""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from telcon.store.errors import Refusal, RefusedError

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 12, 1024
"""Letters of a password. Argon2 takes any length; the upper bound keeps somebody from sending it a book."""
FEWEST_LETTERS = 5
"""Different letters that a password must have."""


def check_password(password: str, name: str) -> None:
    """Raises `RefusedError` where this may not be the password of the user of this name."""
    plain = _plain(password)
    if len(plain) < SHORTEST:
        raise RefusedError(Refusal.PASSWORD_SHORT)
    if len(plain) > LONGEST:
        raise RefusedError(Refusal.PASSWORD_LONG)
    if len(set(plain)) < FEWEST_LETTERS or plain.casefold() == _plain(name).casefold():
        raise RefusedError(Refusal.PASSWORD_PLAIN)


def hash_password(password: str) -> str:
    """What is kept of a password: Argon2id with its parameters and a salt."""
    return hasher().hash(_plain(password))


def is_password(password: str, kept: str | None) -> bool:
    """Whether this is the password of which so much is kept; takes as long where nothing is kept."""
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415 - loaded when one is asked for

    stand_in = _stand_in()
    if len(password) > LONGEST:
        return False
    try:
        return hasher().verify(kept or stand_in, _plain(password)) and kept is not None
    except (InvalidHashError, VerificationError):
        return False


def is_dated(kept: str) -> bool:
    """Whether a password should be kept anew, as the parameters have changed since."""
    return hasher().check_needs_rehash(kept)


@cache
def hasher() -> PasswordHasher:
    """Argon2id with the parameters that RFC 9106 recommends where memory is dear."""
    from argon2 import PasswordHasher  # noqa: PLC0415 - only log-ins need it

    return PasswordHasher()


@cache
def _stand_in() -> str:
    return hasher().hash(secrets.token_hex())


def _plain(text: str) -> str:
    """The same letters however a keyboard puts them together: Vietnamese ones have marks that come apart."""
    return unicodedata.normalize("NFKC", text)
