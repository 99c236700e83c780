"""One request at a time to a host, with a pause behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock
from time import monotonic

import httpx

from telcon.fetching.failures import Cause, FetchError, StoppedError

PATIENCE = 120
"""Seconds that somebody waits for a turn; where a host asks for more, its address is put off."""


class Turns:
    """Whose turn it is to ask a host; can be used from any thread. `pause`: seconds between two requests to a host."""

    def __init__(self, pause: float, stop: Event) -> None:
        self._pause, self._stop = pause, stop
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)
        self._pauses: dict[str, float] = {}
        self._next: dict[str, float] = {}

    @contextmanager
    def turn(self, url: httpx.URL) -> Iterator[None]:
        """Wait until a host may be asked. Raises `FetchError` where that is too long, `StoppedError` on a stop."""
        host = url.host
        with self._locks[host]:
            self._wait(host)
            try:
                yield
            finally:
                self._put_off(host, self._pauses.get(host, self._pause))

    def slow_down(self, host: str, pause: float) -> None:
        """Leave longer pauses at a host from now on: what its robots.txt asks for."""
        self._pauses[host] = max(pause, self._pause)

    def put_off(self, host: str, seconds: float) -> None:
        """Ask a host nothing for some time."""
        self._put_off(host, seconds)

    def _put_off(self, host: str, seconds: float) -> None:
        self._next[host] = max(self._next.get(host, 0), monotonic() + seconds)

    def _wait(self, host: str) -> None:
        wait = self._next.get(host, 0) - monotonic()
        if wait > PATIENCE:
            raise FetchError(Cause.BUSY, f"{host} asks to wait {wait:.0f} seconds", after=wait)
        if self._stop.wait(max(wait, 0)) if wait > 0 else self._stop.is_set():
            raise StoppedError
