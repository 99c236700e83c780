"""The days that a date in EDTF (ISO 8601-2) may lie on, as ISO days that compare as text."""

from __future__ import annotations

import re
from functools import lru_cache

REMEMBERED = 16_384
"""How many dates are kept with their days: contacts of one day are many."""
FIRST, LAST = "0000-01-01", "9999-12-31"
_POINT = r"[\dX]{4}(-[\dX]{2}(-[\dX]{2})?)?(T[\d:.Z+-]+)?[?~%]?"
_DATE = re.compile(rf"({_POINT})?(\.\.)?(/(\.\.|{_POINT})?)?$")


def is_date(text: str) -> bool:
    """Tell whether a text is a date, a vague date or an interval in the part of EDTF that Telcon writes."""
    return bool(text and text not in ("/", "..") and _DATE.match(text))


@lru_cache(maxsize=REMEMBERED)
def day_range(date: str | None) -> tuple[str, str]:
    """First and last day that a date may lie on; all days for None."""
    start, slash, stop = (date or "/").partition("/")
    return _edge(start, "0"), _edge(stop if slash else start, "9")


def _edge(point: str, filler: str) -> str:
    first = filler == "0"
    if point in ("", ".."):
        return FIRST if first else LAST
    parts = point.partition("T")[0].rstrip("?~%").split("-")
    year, month, day = (part.replace("X", filler) for part in (*parts, "XX", "XX")[:3])
    return f"{year}-{_within(month, 12, first)}-{_within(day, 31, first)}"


def _within(part: str, highest: int, first: bool) -> str:
    # A season stands where the month would: the whole year is the nearest that is safe.
    number = int(part)
    if number > highest and first:
        return "01"
    return f"{min(max(number, 1), highest):02}"
