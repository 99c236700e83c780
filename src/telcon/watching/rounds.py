"""One round: what is due is asked for, and what is new is read into the record.

A page is known to the record as one to be asked for before its list counts as read, and as read only once it is stored:
a round that is cut off, however it ends, loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from threading import Event as Flag

from telcon.fetching import UNMARKED, Cause, Fetcher, FetchError
from telcon.fetching.lists import Form, Listing
from telcon.fetching.sources import Source
from telcon.model.pages import Page
from telcon.model.readings import Reading
from telcon.pages import Limit
from telcon.store import FlawedReadingError, Outcome, Store, Watched
from telcon.watching.asking import Errand, Result, run_errand
from telcon.watching.choosing import fresh_lists, fresh_pages, wanted_pages
from telcon.watching.errands import Errands
from telcon.watching.events import Event, Failed, Filed, Noted, Polled
from telcon.watching.schedules import list_answered, list_failed, page_answered, page_failed, utc

LOT = 10
"""Pages that are written at once."""
ENOUGH = 5
"""Lists of which none can be reached, after which a round ends: the network is gone."""
FAULT = "internal error"

Read = Callable[[Page], Reading]
Tell = Callable[[Event], None]


@dataclass(slots=True)
class Tally:
    """What a round did. `reached`, `unreached`: lists that answered in some way, and those to which no way led."""

    lists: int = 0
    new: int = 0
    revised: int = 0
    failed: int = 0
    reached: int = 0
    unreached: int = 0

    @property
    def is_lost(self) -> bool:
        return self.unreached > 0 and not self.reached


class Round:
    """One round over some sources. `clock` tells the time (with its zone)."""

    def __init__(
        self, store: Store, fetcher: Fetcher, read: Read, *, limit: Limit, stop: Flag, tell: Tell,
        clock: Callable[[], datetime],
    ) -> None:  # fmt: skip
        self._store, self._read, self._tell, self._clock, self._stop = store, read, tell, clock, stop
        self._errands: Errands[Errand, Result] = Errands(partial(run_errand, fetcher=fetcher, limit=limit), stop)
        self._lot: list[tuple[Errand, Reading, Watched]] = []
        self._asked: set[str] = set()
        self._unreached: list[tuple[Errand, FetchError]] = []
        self.tally = Tally()

    def run(self, sources: Iterable[Source]) -> Tally:
        """Ask for what is due of some sources, until all that came of it is stored, or the stop is set."""
        try:
            for source in sources:
                self._begin(source)
            for result in self._errands.results():
                if result is not None:
                    self._take(result)
                if len(self._lot) >= LOT or result is None:
                    self._file()
                if self.tally.is_lost and self.tally.unreached >= ENOUGH:
                    self._errands.drop()
        except BaseException:
            self._stop.set()
            raise
        finally:
            self._errands.close()
            self._file()
        if not self.tally.is_lost:
            for errand, error in self._unreached:
                self._fail(errand, error)
        return self.tally

    def _begin(self, source: Source) -> None:
        now = utc(self._clock())
        known = self._store.watched.load(at.address for at in source.lists)
        for at in source.lists:
            root = known.get(at.address) or Watched(at.address, source.name, is_list=True)
            if root.next_at <= now:
                self._send(Errand(source, root, at.form))
        self._send_due(source)

    def _send_due(self, source: Source) -> None:
        now, roots = utc(self._clock()), {at.address for at in source.lists}
        for known in self._store.watched.due(source.name, now, lists=True):
            if known.address not in roots:
                self._send(Errand(source, known, Form.SITEMAP))
        for known in self._store.watched.due(source.name, now):
            self._send(Errand(source, known))

    def _send(self, errand: Errand) -> None:
        if errand.known.address not in self._asked:
            self._asked.add(errand.known.address)
            self._errands.add(errand.host, errand)

    def _take(self, result: Result) -> None:
        errand, error, form = result.errand, result.error, result.errand.form
        unreached = error is not None and error.cause is Cause.UNREACHABLE
        if form:
            self.tally.unreached += unreached
            self.tally.reached += not unreached
        if error and unreached:
            # Whether it is the host's fault or the network's is known at the end of the round.
            self._unreached.append((errand, error))
        elif error:
            self._fail(errand, error)
        elif form:
            self._take_list(result, form)
        else:
            self._take_page(result)

    def _take_list(self, result: Result, form: Form) -> None:
        errand = result.errand
        self.tally.lists += 1
        if result.listing is None:
            self._tell(Polled(errand.source.name, errand.known.address, unchanged=True))
        elif self._take_listing(errand, form, result.listing):
            # More than is taken up at one time: it is to be sent whole once more.
            result = replace(result, marks=UNMARKED, digest="")
        self._store.watched.save([self._next_of_list(result)])
        self._send_due(errand.source)

    def _take_listing(self, errand: Errand, form: Form, listing: Listing) -> int:
        """Write down what a list has, before the list counts as read; returns how many are left for later."""
        source, now, place = errand.source, self._clock(), errand.known.address
        wanted = wanted_pages(source, form, listing)
        known = self._store.watched.load([*(listed.address for listed in wanted), *listing.lists])
        pages, more = fresh_pages(source, wanted, known, now)
        lists, further = fresh_lists(source, listing, known, now)
        self._store.watched.save([*pages, *lists])
        self._tell(Polled(source.name, place, len(wanted), len(pages)))
        notes = list(listing.told())
        notes += [f"{more} more pages are new; they are taken up at the next visits"] if more else []
        notes += [f"{further} more of its sitemaps are new and left out (name those that you want)"] if further else []
        for words in notes:
            self._tell(Noted(source.name, place, words))
        return more

    def _next_of_list(self, result: Result) -> Watched:
        errand = result.errand
        after = list_answered(errand.known, result.marks, result.digest, self._clock(), errand.source.every)
        # A sitemap of an index that tells when it changed is asked for when it says so.
        is_root = errand.known.address in {at.address for at in errand.source.lists}
        return after if is_root or not after.stamp else replace(after, next_at="")

    def _take_page(self, result: Result) -> None:
        errand, page = result.errand, result.page
        after = page_answered(errand.known, result.marks, result.digest, self._clock())
        for words in result.notes:
            self._tell(Noted(errand.source.name, errand.known.address, words))
        if page is None:
            self._store.watched.save([after])
            return
        reading = self._read(_completed(page, errand))
        if (reading.skipped or "").startswith(FAULT):
            self._fail(errand, FetchError(Cause.UNFIT, reading.skipped or ""))
        else:
            self._lot.append((errand, reading, after))

    def _file(self) -> None:
        """Store what was read, and only then that it was."""
        lot, self._lot = self._lot, []
        if not lot:
            return
        outcomes = self._store.add_each([reading for _, reading, _ in lot])
        self._store.watched.save(after for _, _, after in lot)
        for (errand, reading, _), outcome in zip(lot, outcomes, strict=True):
            self._tell_filed(errand, reading, outcome)

    def _tell_filed(self, errand: Errand, reading: Reading, outcome: Outcome | FlawedReadingError) -> None:
        name, address = errand.source.name, errand.known.address
        if isinstance(outcome, FlawedReadingError):
            self.tally.failed += 1
            self._tell(Failed(name, address, f"read wrongly, not added: {'; '.join(outcome.flaws[:3])}"))
            return
        self.tally.new += outcome is Outcome.NEW
        self.tally.revised += outcome is Outcome.REVISED
        self._tell(Filed(name, address, outcome, len(reading.contacts), reading.skipped))

    def _fail(self, errand: Errand, error: FetchError) -> None:
        known, now, is_list = errand.known, self._clock(), errand.form is not None
        after = list_failed(known, error, now, errand.source.every) if is_list else page_failed(known, error, now)
        self.tally.failed += 1
        self._store.watched.save([after])
        self._tell(Failed(errand.source.name, known.address, error.reason, after.next_at, is_list))


def _completed(page: Page, errand: Errand) -> Page:
    """A page with the time that its list gives it, where it declares none itself."""
    return replace(page, published=page.published or errand.known.stamp or None)
