"""The reports of a block that a change may touch, so that only they are gathered again.

Reports whose day is known lie on islands of days that follow each other; a report without a day looks at the islands
that it may join, and at others without a day whose pages came out about the same time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, or_, select

from telcon.contacts.comparing import NEAR
from telcon.contacts.gathering import TOGETHER, find_islands
from telcon.contacts.members import Hold
from telcon.store import tables

_REPORTS = tables.reports.c
SEEN: tuple[ColumnElement[Any], ...] = (
    *(_REPORTS.id, _REPORTS.version_id, _REPORTS.member, _REPORTS.block, _REPORTS.contact_id, _REPORTS.position),
    _REPORTS.hold,
    *(_REPORTS.first_day, _REPORTS.last_day, _REPORTS.month_day, _REPORTS.told, _REPORTS.minutes, _REPORTS.bound),
    *(_REPORTS.kind, _REPORTS.status, _REPORTS.level, _REPORTS.initiator, _REPORTS.topics, _REPORTS.focus),
    _REPORTS.date,
)
_Rows = dict[int, Row[Any]]
MOST = 200  # parts of one condition: databases limit how deep it may nest


@dataclass(frozen=True, slots=True)
class Trace:
    """Where on the time line of its block a report lies or lay, and on which version of a page."""

    version: int
    block: str
    hold: str
    first: int
    last: int
    month_day: int
    told: int | None
    minutes: int | None


def trace(row: Row[Any]) -> Trace:
    """Where a report lies, from its row."""
    return Trace(row.version_id, row.block, row.hold, row.first_day, row.last_day, row.month_day, row.told, row.minutes)


class Neighbourhood:
    """Loads, of one block, the reports that must be looked at when some of them change."""

    def __init__(self, connection: Connection, block: str) -> None:
        self._connection, self._block = connection, block
        self.touched: _Rows = {}
        self.rows: _Rows = {}

    def load(self, traces: Iterable[Trace]) -> None:
        """Fill `touched` with what is to be gathered again, `rows` with that and all that it is compared with."""
        changed = list(traces)
        islands = self._load_islands(chain_all(map(_may_join, changed)))
        known = [place for place in (*map(trace, islands.values()), *changed) if place.hold == Hold.DAY]
        vague = self._load_vague([*_may_be_joined_by(known), *chain_all(map(_told_with, changed))])
        self.touched = islands | vague
        self.rows = self.touched | self._load_islands(chain_all(_may_join(trace(row)) for row in vague.values()))

    def _load_islands(self, conditions: Iterable[ColumnElement[bool]]) -> _Rows:
        """The reports with a day that meet a condition, and the whole islands on which they lie."""
        found: _Rows = {}
        wanted = list(conditions)
        while fresh := {row.id: row for row in self._select(wanted, hold=Hold.DAY) if row.id not in found}:
            found |= fresh
            days = sorted({row.first_day for row in found.values()})
            wanted = [_REPORTS.first_day.between(first - NEAR, last + NEAR) for first, last in find_islands(days)]
        return found

    def _load_vague(self, conditions: Iterable[ColumnElement[bool]]) -> _Rows:
        """The reports without a day that meet a condition, and those told of about the same time as they."""
        found: _Rows = {}
        wanted = list(conditions)
        while wanted:
            fresh = {row.id: row for row in self._select(wanted, vague=True) if row.id not in found}
            found |= fresh
            wanted = list(chain_all(_told_with(place) for place in {trace(row): None for row in fresh.values()}))
        return found

    def _select(
        self, conditions: list[ColumnElement[bool]], *, hold: Hold | None = None, vague: bool = False
    ) -> Iterator[Row[Any]]:
        sort = _REPORTS.hold != Hold.DAY if vague else _REPORTS.hold == hold
        for start in range(0, len(conditions), MOST):
            part = or_(*conditions[start : start + MOST])
            yield from self._connection.execute(select(*SEEN).where(_REPORTS.block == self._block, sort, part))


def chain_all(parts: Iterable[Iterable[ColumnElement[bool]]]) -> Iterator[ColumnElement[bool]]:
    """All conditions of several, one after the other."""
    for part in parts:
        yield from part


def _may_join(place: Trace) -> Iterator[ColumnElement[bool]]:
    """What holds of the reports with a day that a report may be of one contact with."""
    if place.hold in (Hold.DAY, Hold.STRETCH):
        yield _REPORTS.first_day.between(place.first - NEAR, place.last + NEAR)
    elif place.hold == Hold.YEARLESS:
        yield _REPORTS.month_day.between(place.month_day - NEAR, place.month_day + NEAR)
    elif place.minutes is not None:
        yield _REPORTS.minutes == place.minutes


def _may_be_joined_by(known: Sequence[Trace]) -> Iterator[ColumnElement[bool]]:
    """What holds of the reports without a day that may be of a contact with a day, or might have been of one."""
    for first, last in find_islands(sorted({place.first for place in known})):
        lies = and_(_REPORTS.first_day <= last + NEAR, _REPORTS.last_day >= first - NEAR)
        yield and_(_REPORTS.hold == Hold.STRETCH, lies)
    for first, last in find_islands(sorted({place.month_day for place in known})):
        yield and_(_REPORTS.hold == Hold.YEARLESS, _REPORTS.month_day.between(first - NEAR, last + NEAR))
    if minutes := {place.minutes for place in known if place.minutes is not None}:
        yield and_(_REPORTS.hold == Hold.LOOSE, _REPORTS.minutes.in_(sorted(minutes)))


def _told_with(place: Trace) -> Iterator[ColumnElement[bool]]:
    """What holds of the reports without a day that one without a day may be gathered with, or must not be since their
    page tells them apart; itself among them.
    """
    if place.hold == Hold.DAY:
        return
    if place.told is not None:
        yield _REPORTS.told.between(place.told - TOGETHER, place.told + TOGETHER)
        return
    yield _REPORTS.version_id == place.version
    lies = (_REPORTS.first_day == place.first, _REPORTS.last_day == place.last, _REPORTS.month_day == place.month_day)
    yield and_(_REPORTS.hold == place.hold, _REPORTS.told.is_(None), *lies)
