"""What sites ask of programs: robots.txt (RFC 9309), kept for a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from time import time

import httpx
from protego import Protego

from telcon.fetching.addresses import origin_of
from telcon.fetching.answers import Answer
from telcon.fetching.failures import Cause, FetchError

NAME = "telcon"
"""The name under which sites can speak of Telcon in their robots.txt."""
DAY, SOON = 86_400, 600
"""Seconds that rules are kept, and that a robots.txt that cannot be had is not asked for again."""
MOST = 500 * 1024
"""Bytes of a robots.txt that are read (RFC 9309, 2.5)."""
LONGEST_DELAY = 3600

Get = Callable[[httpx.URL], Answer]


@dataclass(frozen=True)
class Rules:
    """The robots.txt of a site: its words, None where they cannot be had, and until when it is kept (Unix time)."""

    words: str | None
    until: float

    @cached_property
    def parsed(self) -> Protego:
        """The rules, ready to be asked."""
        return Protego.parse(self.words or "")


class Robots:
    """What sites ask of programs, asked for once a day; can be used from any thread."""

    def __init__(self, get: Get) -> None:
        self._get, self._lock = get, Lock()
        self.kept: dict[str, Rules] = {}

    def check(self, url: httpx.URL) -> float:
        """Seconds that the site wants between two requests, 0 where it says nothing.

        Raises `FetchError` where it forbids the address, or where its wishes cannot be had: then nothing is asked.
        """
        rules = self._rules(url)
        if rules.words is None:
            wait = max(rules.until - time(), 1)
            raise FetchError(Cause.BUSY, "robots.txt of the site cannot be had, so nothing is asked", after=wait)
        if not rules.parsed.can_fetch(str(url), NAME):
            raise FetchError(Cause.REFUSED, "robots.txt of the site asks programs not to read it")
        delay = rules.parsed.crawl_delay(NAME)
        return min(max(float(delay or 0), 0), LONGEST_DELAY)

    def _rules(self, url: httpx.URL) -> Rules:
        origin = origin_of(url)
        with self._lock:
            known = self.kept.get(origin)
        if known is None or known.until <= time():
            known = self._ask(url)
            with self._lock:
                self.kept[origin] = known
        return known

    def _ask(self, url: httpx.URL) -> Rules:
        """RFC 9309, 2.3.1: no rules where the site has none (4xx), no requests where it cannot answer (5xx)."""
        try:
            answer = self._get(url.join("/robots.txt"))
        except FetchError as error:
            if error.cause in (Cause.DENIED, Cause.UNFIT):
                return Rules("", time() + DAY)
            if error.cause is Cause.BUSY:
                return Rules(None, time() + max(SOON, error.after))
            raise
        return Rules(answer.body[:MOST].decode("utf-8", "replace"), time() + DAY)
