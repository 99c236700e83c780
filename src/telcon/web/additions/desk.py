"""The desk where what people send is read, one page at a time beside everything else, and kept until it is stored."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextvars import copy_context
from itertools import islice
from threading import Lock, Thread
from time import monotonic

from telcon.messages import say, tell_reason
from telcon.model.pages import Page, Unreadable
from telcon.model.readings import Reading
from telcon.store import FlawedReadingError, Store, StoreError
from telcon.web.additions.parcels import Added, Failure, Parcel, Stage, slim

Reader = Callable[[Page], Reading]
"""Reads a page; never raises for what it holds."""
MOST_PAGES, MOST_LETTERS = 2_000, 50_000_000
"""Pages, and characters of them, that are read of one parcel."""
MOST_PARCELS, MOST_KEPT = 20, 6_000
"""Parcels, and pages of them, that are kept; those looked at longest ago go first."""
KEPT = 3600.0
"""Seconds that a parcel is kept after somebody looked at it."""
LOT = 10
"""Pages that are stored at once."""
FAULT = "internal error"


class Desk:
    """Keeps parcels, and has them read and stored."""

    def __init__(self, store: Store, reader: Reader) -> None:
        self._store, self._reader = store, reader
        self._parcels: OrderedDict[str, Parcel] = OrderedDict()
        self._looking, self._reading = Lock(), Lock()

    def take(self, open_pages: Callable[[Parcel], Iterable[Page | Unreadable]], parcel: Parcel) -> Parcel:
        """Have a parcel read, and where it says so, stored; `open_pages` gives its pages, on a thread of its own."""
        with self._looking:
            self._parcels[parcel.key] = parcel
            self._clear_away()
        self._begin(lambda: self._read(open_pages, parcel))
        return parcel

    def find(self, key: str, owner: str) -> Parcel | None:
        """A parcel, for the one who sent it."""
        with self._looking:
            self._clear_away()
            parcel = self._parcels.get(key)
            if parcel is None or parcel.owner != owner:
                return None
            self._parcels.move_to_end(key)
            parcel.looked_at = monotonic()
            return parcel

    def store(self, parcel: Parcel) -> None:
        """Have all that was read of a parcel stored, just as it was read; asked for twice it is stored once."""
        with self._looking:
            if parcel.stage is not Stage.READ:
                return
            parcel.stage = Stage.STORING
        self._begin(lambda: self._file(parcel))

    def _begin(self, work: Callable[[], None]) -> None:
        # The context says who acts and in which language.
        Thread(target=copy_context().run, args=(work,), daemon=True).start()

    def _read(self, open_pages: Callable[[Parcel], Iterable[Page | Unreadable]], parcel: Parcel) -> None:
        try:
            self._read_pages(iter(open_pages(parcel)), parcel)
        except Exception as error:  # whatever breaks, the parcel does not stay half read for ever
            parcel.failures.append(Failure(parcel.name, f"{FAULT}: {type(error).__name__}: {error}"))
        parcel.stage = Stage.STORING if parcel.at_once else Stage.READ
        parcel.is_read.set()
        if parcel.at_once:
            self._file(parcel)

    def _read_pages(self, pages: Iterable[Page | Unreadable], parcel: Parcel) -> None:
        letters, rest = 0, iter(pages)
        for page in islice(rest, MOST_PAGES):
            if isinstance(page, Unreadable):
                parcel.failures.append(Failure(page.name, tell_reason(page.reason)))
                continue
            letters += len(page.text)
            if letters > MOST_LETTERS:
                break
            with self._reading:
                reading = self._reader(page)
            if (reading.skipped or "").startswith(FAULT):
                parcel.failures.append(Failure(page.name, reading.skipped or ""))
            else:
                parcel.readings.append(slim(reading))
        else:
            if next(rest, None) is None:
                return
        advice = say("the rest was not read: it is too much at once (telcon add takes any number of pages)")
        parcel.failures.append(Failure(parcel.name, advice))

    def _file(self, parcel: Parcel) -> None:
        try:
            for start in range(0, len(parcel.readings), LOT):
                lot = parcel.readings[start : start + LOT]
                for reading, outcome in zip(lot, self._store.add_each(lot), strict=True):
                    if isinstance(outcome, FlawedReadingError):
                        flaws = "; ".join(outcome.flaws[:3])
                        parcel.failures.append(
                            Failure(reading.page.name, say("read wrongly, not added: {flaws}", flaws=flaws))
                        )
                    else:
                        skipped = reading.skipped or ""
                        parcel.added.append(Added(reading.page.name, reading.page.digest, outcome, skipped))
        except StoreError as error:
            parcel.failures.append(Failure(parcel.name, str(error)))
        parcel.stage = Stage.STORED
        parcel.readings = []
        parcel.is_stored.set()

    def _clear_away(self) -> None:
        """Forget what nobody looked at for long, and the oldest where too much is kept; never what is at work."""
        now, kept = monotonic(), sum(len(parcel.readings) for parcel in self._parcels.values())
        for key, parcel in list(self._parcels.items())[:-1]:
            full = len(self._parcels) > MOST_PARCELS or kept > MOST_KEPT
            if parcel.stage in (Stage.READ, Stage.STORED) and (full or now - parcel.looked_at > KEPT):
                kept -= len(parcel.readings)
                del self._parcels[key]


def new_key() -> str:
    """A key that nobody guesses."""
    return secrets.token_urlsafe(16)
