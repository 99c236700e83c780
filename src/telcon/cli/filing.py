"""Putting readings into a record, lot by lot."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from telcon import __version__
from telcon.cli.going import Going, shown
from telcon.cli.inputs import Asked, Complaints
from telcon.cli.tallies import FAULT, tell_fault
from telcon.messages import say, say_count, tell_reason

if TYPE_CHECKING:
    from telcon.engine.runs import Outcome as ReadOutcome
    from telcon.model.pages import Waymark
    from telcon.model.readings import Reading
    from telcon.pages import Found
    from telcon.pages.ways import Since
    from telcon.store import Outcome, Store

LOT = 10
"""Pages that are written at once; a run that is killed loses at most so many, and reads them when it is run again."""

PATIENCE = 2.0
"""Seconds for which a waymark waits to be written where no lot gets full."""


def manner_of(asked: Asked) -> str:
    """What tells this way of reading from others: a newer Telcon, or other options, may find more in the same bytes."""
    return sha256(f"{__version__} {asked}".encode()).hexdigest()[:16]


@dataclass(slots=True)
class Filing:
    """Putting readings into a record, and counting what that did; `again`: also of pages that it holds."""

    manner: str
    again: bool = False
    done: Counter[str] = field(default_factory=Counter)
    passed_over: Counter[str] = field(default_factory=Counter)
    complaints: Complaints = field(default_factory=Complaints)
    going: Going = field(default_factory=Going)
    _lot: list[Reading] = field(default_factory=list)
    _marks: dict[str, Waymark] = field(default_factory=dict)
    _written: float = field(default_factory=time.monotonic)

    def since(self, store: Store) -> Since:
        """What tells how far earlier runs went through a source; reading again begins at its beginning."""

        def find(source: str, edition: str) -> Waymark | None:
            before = None if self.again else store.waymark(source, edition, self.manner)
            self.going.begin(source, before)
            if before:
                self.complaints.note(source, _told_before(before))
            return before

        return find

    def unknown(self, found: Iterable[Found], store: Store) -> Iterator[Found]:
        """Yield the pages that the record does not hold, and all else; the others need not be read."""
        from telcon.model.pages import Page  # noqa: PLC0415 - loaded by the commands that read
        from telcon.store import Outcome  # noqa: PLC0415

        for one in found:
            if self.again or not isinstance(one, Page) or not store.holds(one):
                yield one
            else:
                self.done[Outcome.UNCHANGED] += 1

    def file(self, outcomes: Iterable[ReadOutcome], store: Store) -> None:
        """Add every reading, lot by lot; what could not be read, or contradicts its page, is told and left out."""
        try:
            with shown(self.going, output=False) as show:
                for outcome in outcomes:
                    self._take(outcome)
                    show()
                    if self._is_due():
                        self._write(store)
        finally:
            self._write(store)

    def _take(self, outcome: ReadOutcome) -> None:
        from telcon.model.pages import Unreadable, Waymark  # noqa: PLC0415

        if isinstance(outcome, Waymark):
            self.going.take(outcome)
            self._marks[outcome.source] = outcome
            return
        self.going.count()
        if isinstance(outcome, Unreadable):
            self.complaints.add(outcome.source, outcome.reason)
        elif (outcome.skipped or "").startswith(FAULT):
            self.complaints.add(outcome.page.source, tell_fault(outcome.skipped or ""))
        else:
            self._lot.append(outcome)

    def _is_due(self) -> bool:
        """Tell whether it is time to write: a lot is full, or waymarks wait for so long."""
        waits = time.monotonic() - self._written > PATIENCE
        return len(self._lot) >= LOT or (bool(self._marks) and waits)

    def _write(self, store: Store) -> None:
        """Add readings at once, and the waymarks behind them; of one that contradicts its page it is told."""
        from telcon.store import FlawedReadingError, Reached  # noqa: PLC0415

        lot, self._lot = self._lot, []
        marks, self._marks = tuple(self._marks.values()), {}
        self._written = time.monotonic()
        if not lot and not marks:
            return
        reached = Reached(self.manner, marks) if marks else None
        for reading, outcome in zip(lot, store.add_each(lot, again=self.again, reached=reached), strict=True):
            if isinstance(outcome, FlawedReadingError):
                flaws = "; ".join(outcome.flaws[:3])
                reason = say("read wrongly, not added: {flaws} (report it; the run goes on)", flaws=flaws)
                self.complaints.add(reading.page.source, reason)
            else:
                self._count(reading, outcome)

    def told(self) -> str:
        """The counts in words: `3 new pages, 1 new version, 20 unchanged, 1 passed over (the page holds no text)`."""
        from telcon.store import Outcome  # noqa: PLC0415

        new, revised, unchanged = (self.done[it] for it in (Outcome.NEW, Outcome.REVISED, Outcome.UNCHANGED))
        again, failed = self.done[Outcome.REREAD], self.complaints.unreadable
        parts = [say_count("{count} new page", "{count} new pages", new)]
        parts += [say_count("{count} new version", "{count} new versions", revised)] if revised else []
        parts += [say("{count} read again", count=again)] if again else []
        parts += [say("{count} unchanged", count=unchanged)] if unchanged else []
        parts += [
            say("{count} passed over ({reason})", count=count, reason=tell_reason(reason))
            for reason, count in sorted(self.passed_over.items())
        ]
        parts += self.going.told_passed()
        parts += [say_count("{count} could not be read", "{count} could not be read", failed)] if failed else []
        return ", ".join(parts)

    def _count(self, reading: Reading, outcome: Outcome) -> None:
        from telcon.store import Outcome  # noqa: PLC0415

        if reading.skipped and outcome is not Outcome.UNCHANGED:
            self.passed_over[reading.skipped] += 1
        else:
            self.done[outcome] += 1


def _told_before(before: Waymark) -> str:
    if before.ended:
        return say("gone through before, and unchanged since (--again reads it anew)")
    return say("goes on behind record {count}, where an earlier run stopped", count=before.records)
