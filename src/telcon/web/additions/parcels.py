"""What somebody sent to be read: its pages one after the other, what each tells, and what became of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from threading import Event
from time import monotonic

from telcon.contacts import FiledPage, HeldPage
from telcon.messages import say, tell_reason
from telcon.model.readings import Reading
from telcon.model.values import value
from telcon.model.views import View
from telcon.store import Outcome


class Stage(StrEnum):
    """How far a parcel has come."""

    READING = "reading"
    READ = "read"
    STORING = "storing"
    STORED = "stored"


@value(frozen=True, slots=True)
class Failure:
    """What could not be read or stored, and why."""

    name: str
    reason: str


@value(frozen=True, slots=True)
class Added:
    """A page that was stored, and what that did."""

    name: str
    digest: str
    outcome: Outcome
    skipped: str


@dataclass
class Parcel:
    """What somebody sent: read page by page, shown, and stored when they say so, or `at_once`.

    It is held in memory, for the one who sent it alone. `looked_at` is when somebody last asked for it.
    """

    key: str
    owner: str
    name: str
    at_once: bool = False
    stage: Stage = Stage.READING
    readings: list[Reading] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    notes: list[Failure] = field(default_factory=list)
    added: list[Added] = field(default_factory=list)
    looked_at: float = field(default_factory=monotonic)
    is_read: Event = field(default_factory=Event)
    is_stored: Event = field(default_factory=Event)

    @property
    def done(self) -> int:
        """How many pages were read so far, or stored, or could not be."""
        return len(self.added if self.stage in (Stage.STORING, Stage.STORED) else self.readings) + len(self.failures)


def count_up(parcel: Parcel) -> list[tuple[str, int]]:
    """What storing a parcel did, in words, each with its number of pages; why pages were passed over among it."""
    names = {
        Outcome.NEW: say("new"),
        Outcome.REVISED: say("new version"),
        Outcome.REREAD: say("read again"),
        Outcome.UNCHANGED: say("held already"),
    }
    told = Counter(names[it.outcome] for it in parcel.added if not it.skipped or it.outcome is Outcome.UNCHANGED)
    passed = Counter(
        tell_reason(it.skipped) for it in parcel.added if it.skipped and it.outcome is not Outcome.UNCHANGED
    )
    return [*told.items(), *((say("passed over: {reason}", reason=reason), count) for reason, count in passed.items())]


def slim(reading: Reading) -> Reading:
    """A reading without what only reading needs, so that many can be kept."""
    return replace(reading, text=replace(reading.text, view=View("", "", ""))) if reading.text else reading


def as_held(reading: Reading) -> HeldPage:
    """A page that was only read, as one of the record is shown."""
    page, text = reading.page, reading.text
    shown = FiledPage(
        page.digest,
        page.name,
        page.source,
        page.url,
        text.title.value if text and text.title else None,
        text.outlet.value if text and text.outlet else None,
        text.published.value if text and text.published else page.published,
        text.language if text else page.language,
        page.text,
        text.lines if text else (),
        tuple(credit.value for credit in text.credits) if text else (),
    )
    filed = (None,) * len(reading.contacts)
    return HeldPage(shown, reading.contacts, filed, reading.statements, reading.leftovers, reading.skipped)
