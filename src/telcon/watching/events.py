"""What happens while sources are watched, for whoever wants to follow."""

from __future__ import annotations

from dataclasses import dataclass

from telcon.store import Outcome


@dataclass(frozen=True, slots=True)
class Polled:
    """A list was asked for: how many pages it has that its source wants, and how many of them are new or changed."""

    source: str
    address: str
    listed: int = 0
    fresh: int = 0
    unchanged: bool = False


@dataclass(frozen=True, slots=True)
class Filed:
    """A page was read and stored: what that did, of how many contacts it tells, or why it was passed over."""

    source: str
    address: str
    outcome: Outcome
    contacts: int
    skipped: str | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """Something was lost on the way without making a list or page unreadable."""

    source: str
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A list or page could not be read; it is tried again at a time (UTC, ISO 8601), or never where that is empty."""

    source: str
    address: str
    reason: str
    again_at: str = ""
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """No source can be reached: the network is gone. It is tried again after some seconds, and from then on."""

    wait: float


@dataclass(frozen=True, slots=True)
class Back:
    """The network is there again."""


@dataclass(frozen=True, slots=True)
class Done:
    """A round is over in which something was asked for: lists, new pages, new versions, and what could not be read."""

    lists: int
    new: int
    revised: int
    failed: int


Event = Polled | Filed | Noted | Failed | Lost | Back | Done
