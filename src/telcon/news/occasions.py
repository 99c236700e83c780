"""Whether a contact is news to somebody: it is new, it has been held by now, or the other side's account came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from telcon.contacts import Contact
from telcon.model.contacts import Status
from telcon.store.news import ReportKey, Told

_OPEN = frozenset({Status.PLANNED.value, Status.PROPOSED.value})


class Occasion(StrEnum):
    """Why somebody is told of a contact."""

    NEW = "new"
    HELD = "held"
    BOTH_SIDES = "both sides"


def find_occasion(contact: Contact, before: Sequence[Told]) -> Occasion | None:
    """Why a contact is news to whoever was told `before` of some of its reports; None where it is none.

    What people were told once of a report stays told, however reports are gathered later.
    """
    if not before:
        return Occasion.NEW
    statuses = {told.status for told in before}
    if contact.status is Status.HELD and statuses & _OPEN and Status.HELD.value not in statuses:
        return Occasion.HELD
    known = {side for told in before for side in told.sides}
    return Occasion.BOTH_SIDES if len(_sides(contact)) > 1 and len(known) < 2 else None


def what_is_told(contact: Contact, keys: Iterable[ReportKey], told: Mapping[ReportKey, Told]) -> dict[ReportKey, Told]:
    """What stands as told of the contact's reports once somebody knows it as it is now."""
    listed = list(keys)
    before = [told[key] for key in listed if key in told]
    held = any(known.status == Status.HELD for known in before)
    sides = sorted(_sides(contact).union(*(known.sides for known in before)))
    now = Told(Status.HELD.value if held else contact.status.value, tuple(sides))
    return dict.fromkeys(listed, now)


def _sides(contact: Contact) -> set[str]:
    """The sides concerned whose own accounts there are."""
    return set(contact.states.intersection(contact.tellers))
