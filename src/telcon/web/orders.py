"""The orders in which contacts are listed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from telcon.contacts import Contact
from telcon.contacts.series import first_day
from telcon.model.dates import parse_edtf


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
