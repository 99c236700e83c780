"""Days that a date or a term may reach over, as ISO days that compare as text."""

from __future__ import annotations

import re
from functools import lru_cache

from telcon.roster.entries import Term

DAY = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
"""A regular expression for a date of day, month or year precision."""
DATE = re.compile(f"{DAY}$")
FIRST, LAST = "0000-01-01", "9999-12-31"
_DAYS_A_MONTH, _DAYS_A_YEAR = 31, 372


def first_day(date: str | None) -> str:
    """The earliest day of a date of day, month or year precision; the beginning of time for None."""
    return FIRST if date is None else date + "-01-01"[len(date) - 4 :]


def last_day(date: str | None) -> str:
    """The latest day of a date of day, month or year precision; the end of time for None."""
    return LAST if date is None else date + "-12-31"[len(date) - 4 :]


@lru_cache(maxsize=4096)
def reach(on: str | None) -> tuple[str, str] | None:
    """First and last day of an EDTF date, date and time, or interval; None where a part of it is unknown."""
    if not on:
        return None
    start, _, stop = on.partition("/")
    start, stop = start.partition("T")[0], (stop or start).partition("T")[0]
    if not DATE.match(start) or not DATE.match(stop):
        return None
    return first_day(start), last_day(stop)


def covers(term: Term, days: tuple[str, str]) -> bool:
    """Tell whether the term, its first and last day included, shares a day with `days`."""
    return first_day(term.start) <= days[1] and days[0] <= last_day(term.stop)


def distance(term: Term, days: tuple[str, str]) -> int:
    """Days, roughly, from the term to `days`; 0 where the term covers one of them."""
    before, after = first_day(term.start), last_day(term.stop)
    if before > days[1]:
        return _ordinal(before) - _ordinal(days[1])
    return max(_ordinal(days[0]) - _ordinal(after), 0)


def _ordinal(day: str) -> int:
    return int(day[:4]) * _DAYS_A_YEAR + int(day[5:7]) * _DAYS_A_MONTH + int(day[8:10])
