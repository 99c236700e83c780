"""What is planned, proposed or denied: what is to come, what should have been and was not told of, what was denied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import msgspec
from fastapi import Request

from telcon.contacts import Contact
from telcon.exports.contacts import ContactLine, contact_line
from telcon.model.contacts import Status
from telcon.model.values import value
from telcon.store import Selection
from telcon.web.contacts.quoting import Quoted, QuoteLine, quote_line, quoted, quotes_of
from telcon.web.lists.asking import catalogue_of, store_of
from telcon.web.lists.orders import is_past, newest_first, soonest_first

OPEN = frozenset({Status.PLANNED, Status.PROPOSED})
FIELDS = ("status", "kind")


class Outlook(StrEnum):
    """To come, or its day not told; its day has passed and nothing was told of it since; denied."""

    TO_COME = "to_come"
    PAST_DUE = "past_due"
    DENIED = "denied"


@value(frozen=True, slots=True)
class Plan:
    """A contact that was not held, as far as pages tell, with the words that say so."""

    contact: Contact
    outlook: Outlook
    words: tuple[Quoted, ...]


class PlanLine(msgspec.Struct, frozen=True):
    """The same for programs: `to_come`, `past_due` (its day has passed, nothing was told since) or `denied`."""

    outlook: str
    contact: ContactLine
    words: list[QuoteLine]


def planned_contacts(request: Request, asked: Selection) -> dict[Outlook, list[Contact]]:
    """What is asked for, by its outlook: to come the soonest first, the rest the latest first."""
    found = [contact for contact in catalogue_of(request).contacts(asked) if contact.status is not Status.HELD]
    sorted_out: dict[Outlook, list[Contact]] = {outlook: [] for outlook in Outlook}
    for contact in found:
        sorted_out[outlook_of(contact)].append(contact)
    return {
        Outlook.TO_COME: soonest_first(sorted_out[Outlook.TO_COME]),
        Outlook.PAST_DUE: newest_first(sorted_out[Outlook.PAST_DUE]),
        Outlook.DENIED: newest_first(sorted_out[Outlook.DENIED]),
    }


def outlook_of(contact: Contact, today: date | None = None) -> Outlook:
    """What is to be expected of a contact that was not held."""
    if contact.status is Status.DENIED:
        return Outlook.DENIED
    return Outlook.PAST_DUE if is_past(contact, today) else Outlook.TO_COME


def make_plans(request: Request, contacts: Sequence[Contact]) -> list[Plan]:
    """Contacts with the words of each page that say that they are to be; its words for the contact where none do."""
    quotes = quotes_of(store_of(request), contacts, FIELDS)
    plans = []
    for contact in contacts:
        words = quoted(contact, quotes, "status")
        told = {one.page.digest for one in words}
        words += [one for one in quoted(contact, quotes, "kind") if one.page.digest not in told]
        plans.append(Plan(contact, outlook_of(contact), tuple(words)))
    return plans


def plan_line(plan: Plan) -> PlanLine:
    """A plan for programs."""
    return PlanLine(plan.outlook.value, contact_line(plan.contact), list(map(quote_line, plan.words)))
