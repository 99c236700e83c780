"""How long a contact took, and how exactly that is said."""

from __future__ import annotations

from enum import StrEnum

from telcon.model.values import value


class Bound(StrEnum):
    """`under` is a little less than, `over` a little more than the minutes given."""

    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    UNDER = "under"


@value(frozen=True, slots=True)
class Duration:
    """A length in whole minutes with its bound."""

    minutes: int
    bound: Bound = Bound.EXACT
