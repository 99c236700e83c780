"""When a page was put where it is, as its address tells: *…/2019/05/24/…*, *…/20190524-…*, *…/2019/05/…*."""

from __future__ import annotations

import re
from datetime import date

FIRST_YEAR, LAST_YEAR = 1995, 2099
"""The years that an address may name: the web is no older."""

_YEAR, _MONTH, _DAY = r"(?P<year>(?:19|20)\d\d)", r"(?P<month>[01]?\d)", r"(?P<day>[0-3]?\d)"
_DAYS = (
    re.compile(rf"(?<!\d){_YEAR}[/_-]{_MONTH}[/_-]{_DAY}(?!\d)"),
    re.compile(r"(?<![\d.])(?P<year>(?:19|20)\d\d)/?(?P<month>[01]\d)/?(?P<day>[0-3]\d)(?![\d.])"),
)
_MONTHS = (re.compile(r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>[01]\d)/"),)
_PATH = re.compile(r"^[a-z]+://[^/]+", re.IGNORECASE)


def find_time(url: str | None) -> str | None:
    """The first whole day in the path of an address, else a month that is a folder of its own (ISO 8601, EDTF).

    None where it names neither, or no address is known. It is the time at which the page was put there, mostly that of
    publication, else the day after.
    """
    path = _PATH.sub("", url) if url else ""
    for forms in (_DAYS, _MONTHS):
        found = [match for form in forms for match in form.finditer(path)]
        for match in sorted(found, key=re.Match.start):
            if told := _write(match):
                return told
    return None


def _write(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    year, month, day = int(parts["year"]), int(parts["month"]), parts.get("day")
    try:
        first = date(year, month, int(day or 1))
    except ValueError:
        return None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return first.isoformat() if day else first.isoformat()[:7]
