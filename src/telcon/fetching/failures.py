"""Why an address could not be read, and whether it is worth another try."""

from __future__ import annotations

from enum import StrEnum


class Cause(StrEnum):
    """What stood in the way."""

    REFUSED = "refused"
    """We do not ask: the address, what it resolves to, or the site's robots.txt forbids it."""
    UNREACHABLE = "unreachable"
    """No connection came about."""
    BROKEN = "broken"
    """The connection broke off, was too slow, or what came was damaged."""
    BUSY = "busy"
    """The server asks to come back later, or fails."""
    DENIED = "denied"
    """The server says that there is no such page, or not for us."""
    UNFIT = "unfit"
    """What came is nothing that is read here."""


PASSING = frozenset({Cause.UNREACHABLE, Cause.BROKEN, Cause.BUSY})


class FetchError(Exception):
    """An address could not be read: `reason` in words for people; `after`: seconds until which asking is in vain."""

    def __init__(self, cause: Cause, reason: str, *, after: float = 0) -> None:
        super().__init__(reason)
        self.cause, self.reason, self.after = cause, reason, after

    @property
    def may_pass(self) -> bool:
        return self.cause in PASSING


class StoppedError(Exception):
    """Whoever asked for the address wants it no more."""
