"""Uncertain dates: the part of EDTF (ISO 8601-2) that pages of news need."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import StrEnum
from functools import lru_cache

from telcon.model.values import value

_MOMENT = re.compile(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?|XXXX-XX-(\d\d)")
_DAYS = 31
_LEAP = 2000


class Precision(StrEnum):
    """The finest part that a date gives; `stretch` for an interval."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    STRETCH = "stretch"


@value(frozen=True, slots=True)
class Moment:
    """A day, a month or a year, as far as known. `year` is None where only month and day, or one of them, are known
    (`XXXX-02-08`, `XXXX-02`, `XXXX-XX-08`).

    Raises `ValueError` for what no calendar has.
    """

    year: int | None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and (self.day is None if self.year is None else self.day is not None):
            raise ValueError("a day of a year without its month, or no part at all")
        if self.month is None and self.day is not None and not 1 <= self.day <= _DAYS:
            raise ValueError("no month has such a day")
        if self.year == 0:
            raise ValueError("no calendar has a year 0")
        if self.month is not None:
            date(self.year or _LEAP, self.month, self.day or 1)

    def __str__(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04}"
        if self.month is None:
            return year if self.day is None else f"{year}-XX-{self.day:02}"
        return f"{year}-{self.month:02}" if self.day is None else f"{year}-{self.month:02}-{self.day:02}"


@value(frozen=True, slots=True)
class Edtf:
    """A date or an interval; `start` and `stop` are the same for a single date, None where an interval is open."""

    start: Moment | None
    stop: Moment | None

    @classmethod
    def of(cls, year: int | None, month: int | None = None, day: int | None = None) -> Edtf:
        """A single date of the parts that are known."""
        moment = Moment(year, month, day)
        return cls(moment, moment)

    @classmethod
    def on(cls, day: date, *, until: date | None = None) -> Edtf:
        """A day of the calendar, or the stretch from it until another, both included."""
        last = until or day
        return cls(Moment(day.year, day.month, day.day), Moment(last.year, last.month, last.day))

    def __str__(self) -> str:
        if self._single:
            return str(self.start)
        return f"{self.start or '..'}/{self.stop or '..'}"

    @property
    def precision(self) -> Precision:
        """How fine the date is."""
        if self.start is None or not self._single:
            return Precision.STRETCH
        if self.start.day is not None:
            return Precision.DAY
        return Precision.YEAR if self.start.month is None else Precision.MONTH

    @property
    def _single(self) -> bool:
        # Mostly it is one and the same moment, which needs no comparing.
        return self.start is self.stop or self.start == self.stop

    @property
    def dated(self) -> bool:
        """Tell whether every end that is given has its year."""
        return all(moment.year is not None for moment in (self.start, self.stop) if moment)

    def first_day(self) -> date | None:
        """The first day that the date may mean; None where the start is open or has no year."""
        if self.start is None or self.start.year is None:
            return None
        return date(self.start.year, self.start.month or 1, self.start.day or 1)

    def last_day(self) -> date | None:
        """The last day that the date may mean; None where the end is open or has no year."""
        if self.stop is None or self.stop.year is None:
            return None
        month = self.stop.month or 12
        return date(self.stop.year, month, self.stop.day or monthrange(self.stop.year, month)[1])


@lru_cache(maxsize=1 << 14)
def parse_edtf(text: str) -> Edtf:
    """Read `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `XXXX-MM`, `XXXX-MM-DD`, `XXXX-XX-DD`, `a/b`, `../b` or `a/..`.

    Raises `ValueError` for anything else, and for days that no calendar has.
    """
    start, slash, stop = text.partition("/")
    if not slash:
        moment = _parse_moment(start)
        return Edtf(moment, moment)
    if start == stop == "..":
        raise ValueError(text)
    return Edtf(None if start == ".." else _parse_moment(start), None if stop == ".." else _parse_moment(stop))


def _parse_moment(text: str) -> Moment:
    parts = _MOMENT.fullmatch(text)
    if not parts:
        raise ValueError(text)
    year, month, day, alone = parts.groups()
    day = day or alone
    return Moment(
        int(year) if year and year != "XXXX" else None, int(month) if month else None, int(day) if day else None
    )
