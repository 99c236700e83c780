"""The stretch of time that a chart shows."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from telcon.model.contacts import Status
from telcon.store import Selection, day_range
from telcon.web.catalogues.directory import Placed

BACK, AHEAD = 12, 6
"""Months that are shown before the newest contact, and at most behind it, where nothing else is asked for."""
STALE = timedelta(days=120)
"""How long after its newest contact a record still counts as up to date, so that today is shown."""
FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)


def find_period(asked: Selection, placed: Iterable[Placed], *, today: date) -> tuple[date, date]:
    """From the first day of a month to the last of one: what is asked for, else the newest months with contacts."""
    days = [it for it in placed if it.first and it.last and it.first >= FIRST and it.last <= LAST]
    if asked.since or asked.until:
        first = first_asked(asked) or min((it.first for it in days if it.first), default=today)
        last = last_asked(asked) or max((it.last for it in days if it.last), default=today)
        return _opening(first), _closing(max(first, last))
    held = max((it.first for it in days if it.first and it.contact.status is Status.HELD), default=today)
    newest = today if held <= today <= held + STALE else held
    ahead = add_months(newest, AHEAD)
    to_come = [it.last for it in days if it.last and it.contact.status is not Status.HELD and newest < it.last < ahead]
    return add_months(newest, -BACK), _closing(max(to_come, default=newest))


def first_asked(asked: Selection) -> date | None:
    """The first day asked for."""
    return _day(day_range(asked.since)[0]) if asked.since else None


def last_asked(asked: Selection) -> date | None:
    """The last day asked for."""
    return _day(day_range(asked.until)[1]) if asked.until else None


def add_months(day: date, months: int) -> date:
    """The first day of the month so many months later."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _day(text: str) -> date:
    """A day that the calendar has, at or before the one written, within the years that charts show."""
    year, month, day = map(int, text.split("-"))
    if not FIRST.year <= year <= LAST.year:
        return FIRST if year < FIRST.year else LAST
    return date(year, month, min(day, monthrange(year, month)[1]))


def _opening(day: date) -> date:
    return day.replace(day=1)


def _closing(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
