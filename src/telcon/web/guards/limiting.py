"""How often somebody may ask: counted in memory, in windows that move along."""

from __future__ import annotations

import math
import time

from fastapi import HTTPException, Request
from limits import RateLimitItem, parse
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from telcon.messages import say_count
from telcon.web.guards.peers import Peer
from telcon.web.guards.rules import Rules

MANY = 6
"""How many times as often as one name from one address: all names from one address, one name from all addresses."""
MOST_KNOWN = 10_000


class Limiting:
    """Counts what is asked. Raises 429, with the time to wait, once that is too often."""

    def __init__(self, rules: Rules) -> None:
        self._known = set[tuple[str, str]]()
        self._windows = MovingWindowRateLimiter(MemoryStorage())
        self._logins, self._address, self._token = (
            parse(told) if told else None for told in (rules.logins, rules.asked_by_address, rules.asked_by_token)
        )

    def ask(self, peer: Peer) -> None:
        """Count a request from an address."""
        self._count(self._address, "address", peer.crowd)

    def ask_by_token(self, number: int) -> None:
        """Count a request with a token."""
        self._count(self._token, "token", str(number))

    def try_login(self, name: str, peer: Peer) -> None:
        """Count an attempt to log in: of a name from an address, from an address, and of a name.

        Where its owner has logged in from before, they can again, however often others try from elsewhere.
        """
        many = self._logins and type(self._logins)(self._logins.amount * MANY, self._logins.multiples)
        self._count(many, "logins from", peer.crowd)
        self._count(self._logins, "logins of", name, peer.crowd)
        if (name, peer.crowd) not in self._known:
            self._count(many, "logins of", name)

    def be_logged_in(self, name: str, peer: Peer) -> None:
        """Forget the attempts of a name from an address: its owner sits there."""
        if self._logins:
            self._windows.clear(self._logins, "logins of", name, peer.crowd)
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        self._known.add((name, peer.crowd))

    def _count(self, limit: RateLimitItem | None, *key: str) -> None:
        if limit is None or self._windows.hit(limit, *key):
            return
        wait = max(1, math.ceil(self._windows.get_window_stats(limit, *key).reset_time - time.time()))
        raise HTTPException(429, _told(wait), {"Retry-After": str(wait)})


def _told(wait: int) -> str:
    if wait < 120:
        return say_count("too often: try again in {count} second", "too often: try again in {count} seconds", wait)
    minutes = math.ceil(wait / 60)
    return say_count("too often: try again in {count} minute", "too often: try again in {count} minutes", minutes)


def is_limit(told: str) -> bool:
    """Whether this is how a limit is written: `600/minute`, `10/15 minutes`."""
    try:
        parse(told)
    except ValueError:
        return False
    return True


def limiting_of(request: Request) -> Limiting:
    """What counts how often the record is asked."""
    limiting: Limiting = request.app.state.limiting
    return limiting
