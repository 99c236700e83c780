"""What a list holds: pages, further lists, and what could not be taken from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from enum import StrEnum

import httpx

from telcon.fetching.addresses import LONGEST, parse_address, without_trail
from telcon.fetching.failures import FetchError

MOST = 50_000
"""Addresses that are taken from one list: what a sitemap may hold."""

_PLAIN = re.compile(r"(?!.*/\.)https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+/(?:[\w~%-][\w~%./-]*)?(?<!/)", re.A)
"""Addresses as most are, which parsing would leave as they are: it would take seconds for a long sitemap."""

_ZONE = re.compile(r"(?:GMT|UTC)\s*([+-])(\d{1,2})(?::?(\d\d))?$")


class Form(StrEnum):
    """What sort of list it is."""

    FEED = "feed"
    SITEMAP = "sitemap"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Listed:
    """A page, or a further list, as a list has it.

    `stamp` is the time of the latest change (ISO 8601, empty where the list tells none), `published` the first one.
    """

    address: str
    stamp: str = ""
    published: str | None = None


@dataclass(slots=True)
class Listing:
    """What a list holds, in its order, each address once; `notes` tell for people what was not taken from it."""

    base: httpx.URL
    pages: dict[str, Listed] = field(default_factory=dict)
    lists: dict[str, Listed] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    odd: int = 0

    def add_page(self, address: str, *, stamp: str = "", published: str | None = None) -> None:
        """Take a page in; an address that nobody can ask for is counted."""
        self._add(self.pages, address, stamp, published)

    def add_list(self, address: str, *, stamp: str = "") -> None:
        """Take a further list in."""
        self._add(self.lists, address, stamp, None)

    def is_full(self) -> bool:
        """Whether it holds as much as is taken."""
        return len(self.pages) + len(self.lists) >= MOST

    def told(self) -> Iterator[str]:
        """What is to be said of it, in words for people."""
        yield from self.notes
        if self.odd:
            yield f"{self.odd} of its addresses cannot be asked for"
        if self.is_full():
            yield f"only its first {MOST:,} addresses are read"

    def _add(self, where: dict[str, Listed], address: str, stamp: str, published: str | None) -> None:
        try:
            plain = _PLAIN.fullmatch(address) and len(address) <= LONGEST
            url = address if plain else str(without_trail(parse_address(address, base=self.base)))
        except FetchError:
            self.odd += 1
            return
        if not self.is_full() and url not in where and url != str(self.base):
            where[url] = Listed(url, stamp or published or "", published)


def moment(told: str | None) -> str | None:
    """ISO 8601 for a time as feeds and sitemaps give it, with its own zone; None for what is none.

    Kept as it is given, for the day that a page has is the day where it was written.
    """
    words = (told or "").strip()
    try:
        if len(words) == 10:
            return date.fromisoformat(words).isoformat()
        return datetime.fromisoformat(words).isoformat()
    except ValueError:
        return _mail_moment(words)


def _mail_moment(words: str) -> str | None:
    zone = _ZONE.search(words)
    try:
        found = parsedate_to_datetime(_ZONE.sub("+0000", words))
        if zone:
            shift = timedelta(hours=int(zone[2]), minutes=int(zone[3] or 0)) * (-1 if zone[1] == "-" else 1)
            found = found.replace(tzinfo=timezone(shift))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return found.isoformat()
