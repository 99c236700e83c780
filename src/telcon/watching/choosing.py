"""Which of the pages that a list has are to be asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from telcon.fetching.lists import Form, Listed, Listing
from telcon.fetching.sources import Source
from telcon.store import Watched
from telcon.watching.schedules import utc

MOST_LISTS = 20
"""Sitemaps of an index that are read at one time, the latest first."""

AGAIN = timedelta(hours=1)
"""Least time between two visits to a page: some lists give every page a new time whenever they are asked."""


def wanted_pages(source: Source, form: Form, listing: Listing) -> list[Listed]:
    """The pages of a list that its source is about."""
    return [listed for listed in listing.pages.values() if source.wants(listed, form)]


def fresh_pages(
    source: Source, wanted: Iterable[Listed], known: Mapping[str, Watched], now: datetime
) -> tuple[list[Watched], int]:
    """The pages to be asked for, the latest first, and how many more there are than are taken up at one time.

    These are pages that nothing is known of, unless they are dated longer ago than the source's `back`, and known ones
    to which their list now gives another time.
    """
    fresh = [listed for listed in wanted if _is_fresh(listed, known.get(listed.address), source, now)]
    fresh.sort(key=lambda listed: listed.published or listed.stamp, reverse=True)
    taken = [_to_ask(listed, known.get(listed.address), source, now) for listed in fresh[: source.most]]
    return taken, len(fresh) - len(taken)


def fresh_lists(
    source: Source, listing: Listing, known: Mapping[str, Watched], now: datetime
) -> tuple[list[Watched], int]:
    """The sitemaps of an index that are new or have another time, the latest first, and how many are left out."""
    fresh = [listed for listed in listing.lists.values() if _is_fresh(listed, known.get(listed.address), source, now)]
    fresh.sort(key=lambda listed: listed.stamp, reverse=True)
    taken = [_to_ask(listed, known.get(listed.address), source, now) for listed in fresh[:MOST_LISTS]]
    return [replace(entry, is_list=True) for entry in taken], len(fresh) - len(taken)


def _is_fresh(listed: Listed, known: Watched | None, source: Source, now: datetime) -> bool:
    if known is None:
        return not _is_old(listed.published or listed.stamp, source, now)
    # Two lists may give a page two times: only a later one tells of a change.
    told, before = _moment(listed.stamp), _moment(known.stamp)
    return told is not None and (before is None or told > before)


def _to_ask(listed: Listed, known: Watched | None, source: Source, now: datetime) -> Watched:
    if known is None:
        return Watched(listed.address, source.name, stamp=listed.stamp, next_at=utc(now))
    asked = _moment(known.asked_at)
    soonest = max(now, asked + AGAIN) if asked else now
    return replace(known, stamp=listed.stamp, steady=0, failures=0, next_at=utc(soonest))


def _is_old(told: str, source: Source, now: datetime) -> bool:
    moment = _moment(told)
    return moment is not None and moment.date() < (now - source.back).date()


def _moment(told: str) -> datetime | None:
    """A time of a list; one without a zone is taken for UTC, a day for its first second."""
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
