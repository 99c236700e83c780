"""What charts draw of contacts."""

from __future__ import annotations

from datetime import date

from telcon.model.contacts import Kind, Status
from telcon.model.durations import Duration
from telcon.model.values import value


@value(frozen=True, slots=True)
class Event:
    """One contact as charts draw it.

    It may have been on any day from `first` to `last`; `told` is what it is in words, `label` the same where there is
    little room, `length_told` its length. `lanes` are the numbers of those who took part where there are lanes, `new`
    marks what is newest.
    """

    first: date
    last: date
    kind: Kind
    status: Status
    told: str
    address: str
    label: str = ""
    lanes: tuple[int, ...] = ()
    new: bool = False
    length: Duration | None = None
    length_told: str = ""
