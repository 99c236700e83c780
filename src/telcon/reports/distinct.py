"""Each of several things once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


def each_once(things: Iterable[Thing]) -> tuple[Thing, ...]:
    """The things in order, each where it first stands."""
    found = tuple(things)
    # Mostly there is one or none: nothing needs to be hashed then.
    return found if len(found) < 2 else tuple(dict.fromkeys(found))
