"""What a server answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

LONGEST_WAIT = 86_400
"""Seconds that a server can send us away for; who asks for more is asked again after a day."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a server marked its answer with (`ETag`, `Last-Modified`), to be asked whether it still holds."""

    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """Headers that ask for the answer only where it is another one by now."""
        told = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in told.items() if value}


UNMARKED = Marks()
"""No marks: whatever the address gives is wanted."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes that an address gave, unpacked: where they came from in the end, and what they are declared to be.

    `unchanged`: the server has nothing newer than what `Marks` were sent for, and sent no bytes.
    """

    url: httpx.URL
    body: bytes
    media_type: str = ""
    charset: str | None = None
    marks: Marks = UNMARKED
    unchanged: bool = False


def media_type_of(headers: httpx.Headers) -> tuple[str, str | None]:
    """Media type in small letters and character set, as `Content-Type` declares them."""
    kind, _, rest = headers.get("content-type", "").partition(";")
    found = (part.strip().partition("=") for part in rest.split(";"))
    named = [value.strip("\"' ") for name, _, value in found if name.strip().lower() == "charset"]
    return kind.strip().lower(), named[0] if named and named[0] else None


def marks_of(headers: httpx.Headers) -> Marks:
    """The marks of an answer; those too long to be any are left out."""
    etag, modified = headers.get("etag", ""), headers.get("last-modified", "")
    return Marks(*(mark if len(mark) <= 500 and mark.isprintable() else "" for mark in (etag, modified)))


def wait_told(headers: httpx.Headers) -> float:
    """Seconds that `Retry-After` asks to wait, given as a number or a date; 0 where it asks for nothing."""
    told = headers.get("retry-after", "").strip()
    if told.isdecimal():
        return float(min(int(told[:9]), LONGEST_WAIT))
    try:
        then = parsedate_to_datetime(told)
    except (ValueError, TypeError):
        return 0
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return min(max((then - datetime.now(UTC)).total_seconds(), 0), LONGEST_WAIT)
