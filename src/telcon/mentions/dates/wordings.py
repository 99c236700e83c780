"""What a form that was found says, by its heading and by what fills its slots.

Headings of the sheet `dates`: `[calendar]` parts as printed, with a number the year before an era's first, from which
`{reign}` and `{century}` (three digits) count; `[stretch]` from one to another; `[halves 1]` and `[halves 2]` half a
year, `[halves 3 5]` from one month to another; `[weekday]`, with a count of weeks from this one where the form says
so; `[relative unit amount]`; `[counted unit sign]`, `{n}` the amount, both with `anchor` where they count from the
date told of last, with `neighbour` where from that of another contact of the sentence, for the one right behind, with
`beside` where from a day told before them in the sentence; `[vague]`; `[none]`, no date.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from telcon.languages.packs import Pack
from telcon.mentions.dates.expressions import Calendar, Expression, Origin, Shift, Unit, Vague, Weekday
from telcon.mentions.dates.patterns import Found, Slots
from telcon.mentions.numerals import read_numeral

_NUMBER = re.compile(r"\d+")
_UNITS = frozenset(Unit)
_LATE = frozenset({"afternoon", "evening", "night"})


def read_expression(found: Found, slots: Slots, pack: Pack) -> Expression:
    """What the words say. Raises `ValueError` for a heading that is none of those above."""
    filled, flags = found.slots, found.form.flags
    match found.form.meaning:
        case "calendar" | "following":
            return _read_calendar(filled, flags, slots)
        case "stretch":
            return _read_stretch(filled, slots)
        case "halves":
            return _read_half(filled, flags, slots)
        case "weekday":
            return _read_weekday(filled, flags, slots)
        case "relative" | "counted":
            return _read_shift(filled, flags, pack)
        case "vague":
            return Vague()
        case other:
            raise ValueError(other)


def read_clock(words: str | None, part: str | None) -> str | None:
    """`HH:MM` from the digits of a time of day; an hour of the evening is counted from noon."""
    digits = _NUMBER.findall(words or "")
    if not digits:
        return None
    hour = int(digits[0])
    late = part in _LATE and 1 <= hour <= 11
    return f"{hour + 12 * late:02}:{int(digits[1]) if len(digits) > 1 else 0:02}"


def read_tense(found: Found, slots: Slots) -> bool | None:
    """Whether the words themselves place the date ahead (True) or behind (False)."""
    tense = slots.value("tense", found.slots.get("tense", ""))
    if tense is None:
        tense = next((flag for flag in found.form.flags if flag in ("past", "future")), None)
    return None if tense is None else tense == "future"


def _read_calendar(filled: Mapping[str, str], flags: frozenset[str], slots: Slots) -> Calendar:
    return Calendar(
        year=_integer(filled.get("year")) or _count_year(filled, flags),
        month=_integer(filled.get("month") or slots.value("monthname", filled.get("monthname", ""))),
        day=_integer(filled.get("day") or slots.value("dayname", filled.get("dayname", ""))),
        years=_integer(slots.value("years", filled.get("years", ""))),
        months=_integer(slots.value("months", filled.get("months", ""))),
        weekday=_integer(
            slots.held("weekday", filled.get("named") or filled.get("lead") or "")
            or slots.value("anyday", filled.get("anyday", ""))
        ),
    )


def _count_year(filled: Mapping[str, str], flags: frozenset[str]) -> int | None:
    """A year printed without its first digits, or counted from the beginning of an era (民国102年)."""
    if "brief" in filled:
        return 2000 + int(filled["brief"])
    counted = _integer(filled.get("reign") or filled.get("century"))
    era = next((int(flag) for flag in flags if _NUMBER.fullmatch(flag)), 0)
    return None if counted is None else era + counted


def _read_stretch(filled: Mapping[str, str], slots: Slots) -> Calendar:
    # What only the other end prints (the month, the year), or a month's name, holds for both.
    year, month, day = (_integer(filled.get(name)) for name in ("year", "month", "day"))
    named = _integer(slots.value("monthname", filled.get("monthname", "")))
    last_year, last_month, last_day = (_integer(filled.get(name)) for name in ("endyear", "endmonth", "endday"))
    last_named = _integer(slots.value("monthname", filled.get("endmonthname", "")))
    month, last_month = month or named, last_month or last_named or named
    months = _integer(slots.value("months", filled.get("months", "")))
    if month and not last_year:
        last_month = last_month or month
        last_year = year and year + (last_month < month)
    until = Calendar(last_year, last_month, last_day, months=months)
    first = year or (last_year if month is None else None)
    return Calendar(first, month or last_month, day, until=until)


def _read_half(filled: Mapping[str, str], flags: frozenset[str], slots: Slots) -> Calendar:
    year, years = _integer(filled.get("year")), _integer(slots.value("years", filled.get("years", "")))
    first, *last = sorted(int(flag) for flag in flags)
    if not last:
        first, last = 6 * first - 5, [6 * first]
    return Calendar(year, first, years=years, until=Calendar(year, last[0], years=years))


def _read_weekday(filled: Mapping[str, str], flags: frozenset[str], slots: Slots) -> Weekday:
    day = slots.value("weekday", filled["weekday"]) if "weekday" in filled else next(iter(flags), "")
    return Weekday(
        int(day or 0),
        _integer(slots.value("weeks", filled.get("weeks", ""))),
        strict="tense" in filled or "future" in flags,
    )


def _read_shift(filled: Mapping[str, str], flags: frozenset[str], pack: Pack) -> Expression:
    unit = next(Unit(flag) for flag in flags if flag in _UNITS)
    amount = next(int(flag) for flag in flags if _NUMBER.search(flag))
    count = read_numeral(filled["n"], pack) if "n" in filled else None
    if "n" in filled and not count:
        return Vague()
    origin = next((origin for origin in Origin if origin in flags), Origin.PUBLISHED)
    return Shift(unit, amount * int(count) if count else amount, origin, about="about" in flags)


def _integer(words: str | None) -> int | None:
    return int(words) if words else None
