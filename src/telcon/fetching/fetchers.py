"""Asking for addresses with manners: robots.txt, one request at a time, pauses, another try for what may pass."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from threading import Event

import httpx

from telcon import __version__
from telcon.fetching.addresses import fold_host, parse_address
from telcon.fetching.answers import UNMARKED, Answer, Marks
from telcon.fetching.bounds import Bounds
from telcon.fetching.failures import FetchError
from telcon.fetching.proxies import Proxies
from telcon.fetching.robots import Robots
from telcon.fetching.tries import Tries, keep_trying
from telcon.fetching.turns import PATIENCE, Turns
from telcon.fetching.visits import Manners, visit

TRIES = 3
"""Requests for one address in all, where what stands in the way may pass."""


@dataclass(frozen=True, slots=True)
class Conduct:
    """How addresses are asked for.

    `contact`: whom site owners can write to. `allowed`: names that may resolve to private addresses. `pause`: seconds
    between two requests to a host. `wait`: seconds before the second try, doubled before the third.
    """

    contact: str = ""
    allowed: frozenset[str] = frozenset()
    proxies: bool = False
    pause: float = 2
    wait: float = 2
    tries: int = TRIES
    bounds: Bounds = field(default_factory=Bounds)


class Fetcher:
    """Asks for addresses; can be used from any thread. `stop` ends what is under way with `StoppedError`."""

    def __init__(self, conduct: Conduct | None = None, *, stop: Event | None = None) -> None:
        self.conduct = conduct or Conduct()
        self._stop = stop or Event()
        allowed = frozenset(map(fold_host, self.conduct.allowed))
        self._manners = Manners(agent(self.conduct.contact), allowed, Proxies(self.conduct.proxies), self._stop)
        self._turns = Turns(self.conduct.pause, self._stop)
        self.robots = Robots(self._get_rules)

    def get(
        self, address: str | httpx.URL, *, marks: Marks = UNMARKED, accept: str = "*/*", size: int | None = None
    ) -> Answer:
        """Ask for an address; `marks`: only where it changed since; `size`: bytes it may have, where not as usual.

        Raises `FetchError` where it cannot be had, after some tries where what stands in the way may pass.
        """
        url = parse_address(str(address))
        bounds = replace(self.conduct.bounds, bytes=size) if size else self.conduct.bounds

        def ask() -> Answer:
            return visit(url, manners=self._manners, bounds=bounds, turn=self._turn, marks=marks, accept=accept)

        def hear(error: FetchError) -> None:
            if error.after:
                self._turns.put_off(url.host, error.after)

        return keep_trying(ask, Tries(self.conduct.tries, self.conduct.wait, PATIENCE), self._stop.wait, hear)

    def _turn(self, url: httpx.URL) -> AbstractContextManager[None]:
        if pause := self.robots.check(url):
            self._turns.slow_down(url.host, pause)
        return self._turns.turn(url)

    def _get_rules(self, url: httpx.URL) -> Answer:
        return visit(url, manners=self._manners, bounds=self.conduct.bounds, turn=lambda _: nullcontext())


def agent(contact: str) -> str:
    """What visits call themselves: `Telcon/0.1.0 (reads news for …; desk@example.org)`."""
    line = "".join(letter if " " <= letter <= "~" else "?" for letter in contact).strip()
    told = "reads news for the record of leaders' contacts"
    return f"Telcon/{__version__} ({told}; {line})" if line else f"Telcon/{__version__} ({told})"
