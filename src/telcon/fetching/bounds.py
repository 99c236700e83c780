"""How long, how large and how far one visit may be."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event
from time import monotonic

from telcon.fetching.failures import Cause, FetchError, StoppedError

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """Limits of one visit: seconds to connect, between bytes and in all; bytes sent and unpacked; redirects."""

    connecting: float = 10
    silence: float = 20
    total: float = 60
    bytes: int = 20 * MEGABYTE
    redirects: int = 8

    def too_large(self) -> FetchError:
        """What to say of an answer above the limit."""
        size = f"{self.bytes / MEGABYTE:g} MB" if self.bytes >= MEGABYTE / 10 else f"{self.bytes} bytes"
        return FetchError(Cause.UNFIT, f"larger than {size}")


class Stopwatch:
    """The time that one request has, and whether it is still wanted."""

    def __init__(self, bounds: Bounds, stop: Event) -> None:
        self._total, self._end, self._stop = bounds.total, monotonic() + bounds.total, stop

    def left(self) -> float:
        """Seconds left. Raises `FetchError` where there are none, `StoppedError` where nobody waits any more."""
        if self._stop.is_set():
            raise StoppedError
        left = self._end - monotonic()
        if left <= 0:
            raise FetchError(Cause.BROKEN, f"not done after {self._total:g} seconds")
        return left
