"""Contacts over time: how many, first, last and longest, gaps, who asked, what about, and what became of plans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from telcon.contacts.merging import Contact
from telcon.model.contacts import Kind, Status
from telcon.model.dates import parse_edtf
from telcon.model.values import value


@value(frozen=True, slots=True)
class Gap:
    """Days between two contacts that were held and follow each other."""

    days: int
    before: Contact
    after: Contact


@value(frozen=True, slots=True)
class Series:
    """What a row of contacts amounts to.

    `held` are in order of their days, those without one left out of `first`, `last` and `gaps`. `initiators` counts
    sides, `topics` counts by year, the years in order. `open` are plans whose day has not passed, `lapsed` those whose
    day has passed while nobody reported them held.
    """

    held: tuple[Contact, ...]
    kinds: Mapping[Kind, int]
    initiators: Mapping[str, int]
    topics: Mapping[int, Mapping[str, int]]
    gaps: tuple[Gap, ...]
    longest: Contact | None
    open: tuple[Contact, ...]
    lapsed: tuple[Contact, ...]
    denied: tuple[Contact, ...]

    @property
    def first(self) -> Contact | None:
        """The earliest contact held whose day is known."""
        return next((contact for contact in self.held if first_day(contact)), None)

    @property
    def last(self) -> Contact | None:
        """The latest contact held whose day is known."""
        return next((contact for contact in reversed(self.held) if first_day(contact)), None)


def make_series(contacts: Iterable[Contact], *, today: date) -> Series:
    """Sum up contacts, in whatever order they come; `today` parts open plans from lapsed ones."""
    ordered = sorted(contacts, key=lambda contact: (first_day(contact) or date.max, contact.id))
    held = [contact for contact in ordered if contact.status is Status.HELD]
    plans = [contact for contact in ordered if contact.status in (Status.PLANNED, Status.PROPOSED)]
    timed = [contact for contact in held if contact.duration]
    return Series(
        tuple(held),
        Counter(contact.kind for contact in held),
        Counter(contact.initiator for contact in held if contact.initiator),
        _topics(held),
        tuple(_gaps([contact for contact in held if first_day(contact)])),
        max(timed, key=_minutes, default=None),
        tuple(plan for plan in plans if not _is_past(plan, today)),
        tuple(plan for plan in plans if _is_past(plan, today)),
        tuple(contact for contact in ordered if contact.status is Status.DENIED),
    )


def first_day(contact: Contact) -> date | None:
    """The first day on which a contact may have been; None where its year is not known."""
    return parse_edtf(contact.date).first_day() if contact.date else None


def _topics(held: Sequence[Contact]) -> dict[int, Counter[str]]:
    years: dict[int, Counter[str]] = {}
    for contact in held:
        day = first_day(contact)
        if day and contact.topics:
            years.setdefault(day.year, Counter()).update(contact.topics)
    return dict(sorted(years.items()))


def _gaps(held: Sequence[Contact]) -> Iterable[Gap]:
    """The longest gap first."""
    pairs = [
        Gap((after - before).days, one, other)
        for one, other in pairwise(held)
        if (before := first_day(one)) and (after := first_day(other))
    ]
    return sorted(pairs, key=lambda gap: -gap.days)


def _minutes(contact: Contact) -> int:
    return contact.duration.minutes if contact.duration else 0


def _is_past(plan: Contact, today: date) -> bool:
    """Whether the time planned for has passed; an undated plan is open."""
    last = parse_edtf(plan.date).last_day() if plan.date else None
    return last is not None and last < today - timedelta(days=1)
