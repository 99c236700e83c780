"""Another try for what may pass."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import TypeVar

from telcon.fetching.failures import FetchError

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tries:
    """`most` tries in all, `pause` seconds before the second, doubled each time; longer than `patience` none waits."""

    most: int
    pause: float
    patience: float


def keep_trying(
    ask: Callable[[], T],
    tries: Tries,
    sleep: Callable[[float], object],
    hear: Callable[[FetchError], object] = lambda _: None,
) -> T:
    """Ask until there is an answer, waiting between tries at least as long as the other side says.

    `hear` is told of each failure. Raises the last `FetchError`: of one that will not pass, of the last try, or where
    the wait would be too long.
    """
    for tried in count(1):
        try:
            return ask()
        except FetchError as error:
            hear(error)
            wait = max(error.after, tries.pause * 2.0 ** (tried - 1))
            if not error.may_pass or tried >= tries.most or wait > tries.patience:
                raise
            sleep(wait)
    raise AssertionError("it is counted without end")
