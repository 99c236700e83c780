"""Dates in words: as a reader of the language spoken writes them, never finer than they are told."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from telcon.messages.catalogues import say, spoken
from telcon.model.dates import Edtf, Moment, Precision, parse_edtf

REMEMBERED = 16_384
"""How many dates are kept in words: lists show the same ones again and again."""
_LEAP = 2000  # stands for a year that nobody tells, so that 29 February can be written
REMEMBERED = 16_384
"""How many dates are kept as they were written: lists tell the same ones again and again."""


def name_date(told: str | None) -> str:
    """A date (EDTF), or the day of a time (ISO 8601): `21 January 2025`, `by June 2026`; what is neither as it is."""
    if not told:
        return say("no date")
    return _named(told, spoken())


def name_day(told: str | None) -> str:
    """A date as `name_date` has it, a single day with its day of the week."""
    dated = _read(told) if told else None
    day = dated.first_day() if dated and dated.start == dated.stop and dated.start and dated.start.day else None
    return _written(day, say("EEEE d MMMM yyyy")) if day else name_date(told)


def name_day_of(year: int | None, told: str | None) -> str:
    """A date below a heading that tells its year: `5 Feb`; as `name_date` has it where it is no day of that year."""
    dated = _read(told) if told else None
    day = dated.first_day() if dated and dated.precision is Precision.DAY else None
    return _written(day, say("d MMM")) if day and day.year == year else name_date(told)


def name_time(told: str | None) -> str:
    """A time (ISO 8601) with its hour as it is told, a date as `name_date` has it: `22 January 2025, 10:46`."""
    hour = told[11:16] if told and told[10:11] in ("T", " ") and told[13:14] == ":" else ""
    return f"{name_date(told)}, {hour}" if hour else name_date(told)


def name_short_day(told: str) -> str:
    """The day of a time (ISO 8601) where there is little room, with its year only where it is not this one."""
    day = date.fromisoformat(told[:10])
    return _written(day, say("d MMM") if day.year == date.today().year else say("d MMM yyyy"))


def name_month_day(day: date) -> str:
    """A day without its year."""
    return _written(day, say("d MMMM"))


@lru_cache(maxsize=REMEMBERED)
def _named(told: str, _: str) -> str:
    """A date in the language spoken, which is named so that it is remembered for that alone."""
    dated = _read(told)
    return _name_stretch(dated) if dated else told


def _read(told: str) -> Edtf | None:
    if told[10:11] in ("T", " ") and told[:4].isdigit():
        told = told[:10]
    try:
        return parse_edtf(told)
    except ValueError:
        return None  # what only a page's source gives may be written in any way


def _name_stretch(dated: Edtf) -> str:
    if dated.start is None:
        return say("by {date}", date=_name_moment(dated.stop))
    if dated.stop is None:
        return say("from {date} on", date=_name_moment(dated.start))
    first, last = _name_moment(dated.start), _name_moment(dated.stop)
    return first if first == last else f"{first} – {last}"


def _name_moment(moment: Moment | None) -> str:
    if moment is None:
        return say("no date")
    if moment.year is None and moment.month is None:
        return say("day {day}, month not told", day=moment.day)
    day = date(moment.year or _LEAP, moment.month or 1, moment.day or 1)
    if moment.year is None:
        written = _written(day, say("d MMMM") if moment.day else say("LLLL"))
        return say("{date}, year not told", date=written)
    if moment.day:
        return _written(day, say("d MMMM yyyy"))
    return _written(day, say("MMMM yyyy") if moment.month else "yyyy")


def _written(day: date, pattern: str) -> str:
    return _format(day, pattern, spoken())


@lru_cache(maxsize=REMEMBERED)
def _format(day: date, pattern: str, language: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415 - not needed where no date is told

    return format_date(day, pattern, locale=language)
