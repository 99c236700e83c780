"""Days along a line of a chart, and the ticks that tell which they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from babel.dates import get_month_names

from telcon.messages import spoken
from telcon.model.values import value

Width = Literal["wide", "abbreviated", "narrow"]
STEPS = (1, 3, 6, 12, 24, 60, 120)
"""Months between ticks."""


@value(frozen=True, slots=True)
class Axis:
    """The days from `start` to `stop`, both included, drawn from `low` to `high`; `high` before `low` runs back."""

    start: date
    stop: date
    low: float
    high: float

    def place(self, day: date) -> float:
        """Where a day stands, at its morning."""
        share = (day - self.start).days / max((self.stop - self.start).days + 1, 1)
        return self.low + share * (self.high - self.low)

    def between(self, first: date, last: date) -> float:
        """Where a stretch of days has its middle, as far as the axis shows it."""
        shown = max(first, self.start).toordinal() + min(last, self.stop).toordinal() + 1
        days = shown / 2 - self.start.toordinal()
        return self.low + days / max((self.stop - self.start).days + 1, 1) * (self.high - self.low)


@value(frozen=True, slots=True)
class Tick:
    """A first of a month with its name; `year` where it opens a year and is named by it."""

    day: date
    name: str
    year: bool


def find_ticks(axis: Axis, *, apart: float) -> Iterator[Tick]:
    """The months or years to be named, no two closer than `apart`."""
    first, last = _month(axis.start), _month(axis.stop)
    room = abs(axis.high - axis.low) / (last - first + 1)
    step = next((step for step in STEPS if room * step >= apart), STEPS[-1])
    for number in range(first, last + 1):
        day = date(number // 12, number % 12 + 1, 1)
        if number % step == 0 and day >= axis.start:
            yield Tick(day, str(day.year) if day.month == 1 else name_month(day.month), day.month == 1)


def name_month(month: int, width: Width = "abbreviated") -> str:
    """A month's name, in full, short, or of a letter or a number."""
    return str(get_month_names(width, context="stand-alone", locale=spoken())[month])


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
