"""Feeds: RSS in all its versions, and Atom, well-formed or not."""

from __future__ import annotations

import re
from calendar import timegm
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time

from telcon.fetching.answers import Answer
from telcon.fetching.failures import Cause, FetchError
from telcon.fetching.lists.listing import Listing, moment

MOST_ELEMENTS = 30_000
"""Elements of a feed, some 2,500 entries: feedparser takes a tenth of a millisecond for each, and more for odd ones."""

_KEPT = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.S)
_TAG = re.compile(rb"<[A-Za-z]")


def read_feed(answer: Answer) -> Listing:
    """Read what a feed lists. Raises `FetchError` for what is no feed."""
    # Slow to import, and needed only where there is a feed.
    import feedparser  # type: ignore[import-untyped]  # noqa: PLC0415

    if len(_TAG.findall(_KEPT.sub(b"", answer.body))) > MOST_ELEMENTS:
        raise FetchError(Cause.UNFIT, f"a feed of more than {MOST_ELEMENTS:,} elements")
    declared = f"{answer.media_type}; charset={answer.charset}" if answer.charset else answer.media_type
    headers = {"content-type": declared, "content-location": str(answer.url)}
    # A stream: bytes that look like an address would be asked for.
    feed = feedparser.parse(
        BytesIO(answer.body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    if not feed.get("version") and not feed.entries:
        raise FetchError(Cause.UNFIT, "it is no feed (give the address of its RSS or Atom feed, or make it an `index`)")
    listing = Listing(answer.url)
    for entry in feed.entries:
        if link := entry.get("link"):
            published = _time(entry, "published") or _time(entry, "updated")
            listing.add_page(str(link), stamp=_time(entry, "updated") or "", published=published)
    if feed.bozo and isinstance(feed.get("bozo_exception"), Exception) and _is_broken(feed.bozo_exception):
        listing.notes.append(f"the feed is not well-formed; {len(listing.pages)} of its entries could be read")
    if feed.entries and not listing.pages and not listing.odd:
        listing.notes.append("the entries of the feed have no links")
    return listing


def _time(entry: dict[str, object], what: str) -> str | None:
    """A time of an entry as it is given; where only feedparser can read it, in UTC."""
    # By dict: for what is missing feedparser gives something else, with a warning.
    if told := moment(str(dict.get(entry, what) or "")):
        return told
    parsed = dict.get(entry, f"{what}_parsed")
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC).isoformat() if isinstance(parsed, struct_time) else None
    except (ValueError, OverflowError):
        return None


def _is_broken(error: Exception) -> bool:
    """Whether this means damage, not merely a character set or media type declared wrongly."""
    return type(error).__name__ not in ("CharacterEncodingOverride", "NonXMLContentType", "CharacterEncodingUnknown")
