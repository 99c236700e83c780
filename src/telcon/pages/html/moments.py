"""Moments as pages declare them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d|\d{4}/\d\d?/\d\d?|\d{8})"
    r"(?:(?:\s*T\s*|\s+)(?P<hour>\d\d?):?(?P<minute>\d\d)(?::?(?P<second>\d\d))?(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?",
    re.I,
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_EARLIEST, _LATEST = 1990, 2100


def read_moment(words: str | None) -> str | None:
    """ISO 8601 for a declared moment, with its offset where it has one: `2025-02-13T08:30+07:00`, `2025-02-13`.

    Read are ISO 8601 and what is near it (a space for the T, slashes, no colon in the offset), dates as in mail, and
    seconds or milliseconds since 1970. None for anything else.
    """
    if not words:
        return None
    words = words.strip()
    if _EPOCH.fullmatch(words):
        return _stamp(int(words) / (1000 if len(words) == 13 else 1))
    if match := _ISO.match(words):
        return _read_iso(match)
    return _read_mail(words)


def _stamp(seconds: float) -> str | None:
    moment = datetime.fromtimestamp(seconds, UTC)
    return _written(moment, timed=True)


def _read_iso(match: re.Match[str]) -> str | None:
    digits = re.findall(r"\d+", match["day"])
    year, month, day = (
        (int(part) for part in digits)
        if len(digits) == 3
        else (int(match["day"][:4]), int(match["day"][4:6]), int(match["day"][6:]))
    )
    try:
        if match["hour"] is None:
            return _written(datetime(year, month, day), timed=False)
        clock = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
        return _written(datetime(year, month, day, *clock, tzinfo=_zone(match["zone"])), timed=True)
    except ValueError:
        return None


def _zone(told: str | None) -> timezone | None:
    if not told:
        return None
    if told[0] not in "+-":
        return UTC
    digits = told[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-offset if told[0] == "-" else offset)


def _read_mail(words: str) -> str | None:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - few pages have such dates, and it loads much

    try:
        return _written(parsedate_to_datetime(words), timed=True)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None


def _written(moment: datetime, *, timed: bool) -> str | None:
    if not _EARLIEST <= moment.year < _LATEST:
        return None
    if not timed:
        return date(moment.year, moment.month, moment.day).isoformat()
    return moment.isoformat(timespec="seconds" if moment.second else "minutes")
