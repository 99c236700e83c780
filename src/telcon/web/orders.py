"""The orders in which contacts are listed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from telcon.contacts import Contact
from telcon.contacts.series import first_day


def newest_first(found: Iterable[Contact]) -> list[Contact]:
    """By day, the latest first, those without a date last."""
    return sorted(found, key=lambda contact: (first_day(contact) or date.min, contact.id), reverse=True)


def soonest_first(found: Iterable[Contact]) -> list[Contact]:
    """By day, the earliest first, those without a date last."""
    return sorted(found, key=lambda contact: (first_day(contact) or date.max, contact.id))


def is_past(contact: Contact) -> bool:
    """Whether its day lies behind."""
    day = first_day(contact)
    return day is not None and day < date.today()
