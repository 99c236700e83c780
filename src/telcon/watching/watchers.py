"""Watching: round after round, through losses of the network, until somebody says stop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from threading import Event as Flag
from time import time

from telcon.fetching import Fetcher
from telcon.fetching.robots import Rules
from telcon.fetching.sources import Source
from telcon.pages import Limit
from telcon.store import SiteRules, Store
from telcon.watching.events import Back, Done, Event, Lost, Polled
from telcon.watching.rounds import Read, Round, Tally, Tell

LOOK = 30
"""Seconds after which it is looked again what is due."""
FIRST_WAIT, LAST_WAIT = 15.0, 300.0
"""Seconds before a lost network is tried again: the first time, and at most."""


def _now() -> datetime:
    return datetime.now(UTC)


class Watcher:
    """Watches sources for a record. `read` reads a page; `tell` hears of what happens; `stop` ends it all.

    `after` is called with the record behind each round.
    """

    def __init__(
        self, store: Store, sources: tuple[Source, ...], fetcher: Fetcher, read: Read, *, tell: Tell, stop: Flag,
        limit: Limit | None = None, clock: Callable[[], datetime] = _now, first_wait: float = FIRST_WAIT,
        after: Callable[[Store], None] = lambda _: None,
    ) -> None:  # fmt: skip
        self._store, self._sources, self._fetcher, self._read = store, sources, fetcher, read
        self._tell, self._stop, self._limit, self._clock = tell, stop, limit or Limit(), clock
        self._first_wait, self._lost, self._after = first_wait, 0.0, after

    def go_round(self) -> Tally:
        """Ask for everything that is due, once."""
        robots = self._fetcher.robots
        for rules in self._store.watched.rules(time()):
            robots.kept.setdefault(rules.origin, Rules(rules.words, rules.until))
        before = dict(robots.kept)
        how = {"limit": self._limit, "stop": self._stop, "tell": self._hear, "clock": self._clock}
        try:
            tally = Round(self._store, self._fetcher, self._read, **how).run(self._sources)  # type: ignore[arg-type]
            if tally.lists or tally.new or tally.revised or tally.failed:
                self._tell(Done(tally.lists, tally.new, tally.revised, tally.failed))
            if not self._stop.is_set():
                self._after(self._store)
            return tally
        finally:
            kept = {origin: rules for origin, rules in robots.kept.items() if before.get(origin) is not rules}
            self._store.watched.save_rules(
                SiteRules(origin, rules.words, rules.until) for origin, rules in kept.items()
            )

    def go_on(self) -> None:
        """Go round whenever something is due, until the stop is set."""
        while not self._stop.is_set():
            tally = self.go_round()
            if tally.is_lost and not self._stop.is_set():
                self._lose()
            self._stop.wait(self._lost or LOOK)

    def _lose(self) -> None:
        """The network is gone: said once, and tried again, after a longer time each time."""
        if not self._lost:
            self._tell(Lost(self._first_wait))
        self._lost = min(self._lost * 2, LAST_WAIT) or self._first_wait

    def _hear(self, event: Event) -> None:
        if self._lost and isinstance(event, Polled):
            self._lost = 0.0
            self._tell(Back())
        self._tell(event)
