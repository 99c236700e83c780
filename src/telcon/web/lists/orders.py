"""The orders in which contacts are listed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from telcon.contacts import Accord, Contact
from telcon.contacts.series import first_day
from telcon.messages import say
from telcon.model.contacts import Status
from telcon.model.dates import parse_edtf

TO_COME = 0
"""The heading of what is to come; those of all else are years."""
OPEN = frozenset({Status.PLANNED, Status.PROPOSED})


def newest_first(found: Iterable[Contact]) -> list[Contact]:
    """By day, the latest first, those without a date last."""
    return sorted(found, key=lambda contact: (first_day(contact) or date.min, contact.id), reverse=True)


def soonest_first(found: Iterable[Contact]) -> list[Contact]:
    """By day, the earliest first, those without a date last."""
    return sorted(found, key=lambda contact: (first_day(contact) or date.max, contact.id))


def is_past(contact: Contact, today: date | None = None) -> bool:
    """Whether the whole time that is told for it lies behind; a contact without a date is not past."""
    last = parse_edtf(contact.date).last_day() if contact.date else None
    return last is not None and last < (today or date.today())


class Order(StrEnum):
    """How a list of contacts is sorted; where that says nothing, by day, the latest first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    LONGEST = "longest"
    PAGES = "pages"
    PARTED = "parted"


Key = tuple[int | str, ...]
"""Where a contact stands in an order; keys of one order compare, and no two contacts have the same."""


def order_names() -> dict[Order, str]:
    """What the orders are called in the language spoken."""
    return {
        Order.NEWEST: say("newest first"),
        Order.OLDEST: say("oldest first"),
        Order.LONGEST: say("longest first"),
        Order.PAGES: say("most pages first"),
        Order.PARTED: say("where accounts part first"),
    }


def order_key(order: Order, contact: Contact, today: date) -> Key:
    """Where a contact stands: what is to come first, what has no day last, the id where all else is the same."""
    day = last_day(contact) if first_day(contact) is None else first_day(contact)
    undated, latest = int(day is None), -day.toordinal() if day else 0
    newest: Key = (int(not is_to_come(contact, today)), undated, latest, contact.id)
    if order is Order.OLDEST:
        return undated, -latest, contact.id
    if order is Order.LONGEST:
        return -contact.duration.minutes if contact.duration else 1, *newest
    if order is Order.PAGES:
        return -contact.page_count, *newest
    if order is Order.PARTED:
        return int(Accord.PART not in contact.accords), *newest
    return newest


def heading_of(contact: Contact, today: date) -> int | None:
    """What a contact stands under in a list by day: its year, `TO_COME`, or None where it has no day."""
    if is_to_come(contact, today):
        return TO_COME
    day = first_day(contact) or last_day(contact)
    return day.year if day else None


def is_to_come(contact: Contact, today: date) -> bool:
    """Whether it is planned or proposed for a day that has not passed."""
    day = last_day(contact)
    return contact.status in OPEN and day is not None and day >= today


def last_day(contact: Contact) -> date | None:
    """The last day on which a contact may have been; None where that is not known."""
    return parse_edtf(contact.date).last_day() if contact.date else None
