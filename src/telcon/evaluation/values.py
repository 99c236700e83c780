"""When a date or a duration that was read counts as right."""

from __future__ import annotations

import re
from datetime import date, timedelta

from telcon.evaluation.rows import ContactRow

_EDTF = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")
_SLACK_MINUTES = 2
_SLACK_DAYS = 31

Days = tuple[date, date]


def find_days(edtf: str | None) -> Days | None:
    """Give the first and the last day of an EDTF value or interval; None where it has none (`XXXX-02-08`)."""
    if not edtf:
        return None
    value = edtf.rstrip("~?%")
    if "/" in value:
        first, last = (find_days(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    match = _EDTF.fullmatch(value)
    return _find_days(*(int(part) if part else None for part in match.groups())) if match else None


def _find_days(year: int | None, month: int | None, day: int | None) -> Days | None:
    try:
        if not year or not month:
            return (date(year or 0, 1, 1), date(year or 0, 12, 31)) if not day else None
        if day:
            return date(year, month, day), date(year, month, day)
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), after - timedelta(1)
    except ValueError:
        return None


def is_date_exact(gold: ContactRow, found: ContactRow) -> bool:
    """Tell whether the date is the gold's `date` or its `date_in_page`."""
    return found.date in (gold.date, gold.date_in_page)


def is_date_right(gold: ContactRow, found: ContactRow) -> bool:
    """Tell whether the date is exact, or meets the gold's and is no wider than that or a month.

    Where the gold has none, having none is right.
    """
    if not gold.date:
        return not found.date or found.date == gold.date_in_page
    if is_date_exact(gold, found):
        return True
    want, got = find_days(gold.date), find_days(found.date)
    if not want or not got:
        return False
    allowed = max(_SLACK_DAYS, (want[1] - want[0]).days)
    return got[0] <= want[1] and want[0] <= got[1] and (got[1] - got[0]).days <= allowed


def is_duration_right(gold: ContactRow, found: ContactRow) -> bool:
    """Tell whether both have none, or the same bound and minutes that differ by two at most."""
    want, got = gold.duration, found.duration
    if want is None or got is None:
        return want is got
    return abs(want.minutes - got.minutes) <= _SLACK_MINUTES and want.bound == got.bound
