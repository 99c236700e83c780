"""When an address is asked for again, by what came of asking."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from telcon.fetching import Cause, FetchError, Marks
from telcon.store import Watched

EARLY = 0.95
"""Share of the time between two visits after which a list is due: a run started each half hour must not miss it."""

LOOKS = (timedelta(days=1), timedelta(days=3), timedelta(days=9))
"""When a page that was read is looked at again, for corrections; then only where its list gives it another time."""

FIRST_RETRY, LAST_RETRY = timedelta(minutes=10), timedelta(days=1)
MOST_TRIES = 6
"""Visits to a page that fail, one longer after the other, until it is given up: some three days."""
LONGEST_LIST_WAIT = timedelta(days=1)
SECOND_CHANCE = timedelta(hours=1)
"""When a page that is not there is asked for once more: lists are often ahead of the pages that they name."""


def utc(moment: datetime) -> str:
    """A time as the record keeps it."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def list_answered(known: Watched, marks: Marks, digest: str, now: datetime, every: timedelta) -> Watched:
    """A list answered; an empty digest: it holds what it held before."""
    return replace(_answered(known, marks, digest, now), next_at=utc(now + every * EARLY))


def list_failed(known: Watched, error: FetchError, now: datetime, every: timedelta) -> Watched:
    """A list could not be read: it is asked for less and less often, at least once a day."""
    longer = min(every * 2 ** min(known.failures, 10), max(LONGEST_LIST_WAIT, every))
    wait = max(longer * EARLY, timedelta(seconds=error.after))
    return _failed(known, error, now, utc(now + wait))


def page_answered(known: Watched, marks: Marks, digest: str, now: datetime) -> Watched:
    """A page answered; an empty digest: it holds what it held before."""
    after = _answered(known, marks, digest, now)
    return replace(after, next_at=utc(now + LOOKS[after.steady]) if after.steady < len(LOOKS) else "")


def page_failed(known: Watched, error: FetchError, now: datetime) -> Watched:
    """A page could not be read: what may pass is tried again, later each time, what is not there once more."""
    wait: timedelta | None = None
    if error.may_pass and known.failures + 1 < MOST_TRIES:
        wait = min(FIRST_RETRY * 3**known.failures, LAST_RETRY)
        wait = max(wait, timedelta(seconds=error.after))
    elif error.cause is Cause.DENIED and not known.failures:
        wait = SECOND_CHANCE
    return _failed(known, error, now, utc(now + wait) if wait else "")


def _answered(known: Watched, marks: Marks, digest: str, now: datetime) -> Watched:
    same = not digest or digest == known.digest
    # A server that has nothing newer may leave its marks out.
    etag, modified = (marks.etag, marks.last_modified) if digest else (known.etag, known.last_modified)
    return replace(
        known,
        etag=etag,
        last_modified=modified,
        digest=known.digest if same else digest,
        asked_at=utc(now),
        changed_at=known.changed_at if same else utc(now),
        steady=known.steady + 1 if same else 0,
        failures=0,
        failure="",
    )


def _failed(known: Watched, error: FetchError, now: datetime, next_at: str) -> Watched:
    failures = known.failures + 1
    return replace(known, asked_at=utc(now), failures=failures, failure=error.reason, next_at=next_at)
