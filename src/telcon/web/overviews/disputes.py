"""Contacts on whose fields accounts part: by field, who says what, in which words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import Any

import msgspec
from fastapi import Request

from telcon.contacts import Choice, Contact, Option
from telcon.exports.accounts import OptionLine, option_line
from telcon.exports.exchange import ParticipantRow
from telcon.model.values import value
from telcon.store import Selection
from telcon.web.contacts.quoting import Quoted, QuoteLine, quote_line, quoted, quotes_of, with_claims
from telcon.web.lists.asking import catalogue_of, store_of
from telcon.web.lists.orders import newest_first


class Field(StrEnum):
    """A field on which accounts can part."""

    DATE = "date"
    KIND = "kind"
    STATUS = "status"
    DURATION = "duration"
    INITIATOR = "initiator"


@value(frozen=True, slots=True)
class Dispute:
    """A field of a contact on which accounts part."""

    contact: Contact
    field: Field


@value(frozen=True, slots=True)
class Stand:
    """One of the values that are told, with the words of the pages that tell it."""

    option: Option[Any]
    words: tuple[Quoted, ...]


class StandLine(msgspec.Struct, frozen=True):
    """One of the values that are told, who tells it, and the words of the pages."""

    told: OptionLine
    words: list[QuoteLine]


class DisputeLine(msgspec.Struct, frozen=True):
    """A field of a contact on which accounts part, the value that is shown first."""

    contact: str
    date: str | None
    participants: list[ParticipantRow]
    field: str
    values: list[StandLine]


def find_disputes(request: Request, asked: Selection, fields: Collection[Field]) -> list[Dispute]:
    """What accounts part on, by contact, the latest first; all fields where none is named."""
    catalogue = catalogue_of(request)
    parted = catalogue.derived("disputes", _parted)
    wanted = {contact.id for contact in catalogue.contacts(asked)} if asked != Selection() else None
    return [
        dispute
        for dispute in parted
        if (not fields or dispute.field in fields) and (wanted is None or dispute.contact.id in wanted)
    ]


def stands_of(request: Request, disputes: Sequence[Dispute]) -> list[tuple[Dispute, list[Stand]]]:
    """The values of each dispute, with the words."""
    contacts = {dispute.contact.id: dispute.contact for dispute in disputes}
    quotes = quotes_of(store_of(request), contacts.values(), list(Field))
    full = {name: with_claims(contact, quotes) for name, contact in contacts.items()}
    return [(dispute, _stands(full[dispute.contact.id], dispute.field, quotes)) for dispute in disputes]


def dispute_line(dispute: Dispute, stands: Sequence[Stand]) -> DisputeLine:
    """A dispute for programs."""
    contact = dispute.contact
    people = [ParticipantRow(who.name, who.country, who.role.value) for who in contact.participants]
    values = [StandLine(option_line(stand.option), list(map(quote_line, stand.words))) for stand in stands]
    return DisputeLine(contact.id, contact.date, people, dispute.field.value, values)


def _parted(contacts: Sequence[Contact]) -> list[Dispute]:
    return [
        Dispute(contact, Field(field))
        for contact in newest_first(contacts)
        for field, choice in contact.choices.items()
        if choice.disagree
    ]


def _stands(contact: Contact, field: Field, quotes: Any) -> list[Stand]:
    choice: Choice[Any] = contact.choices[field]
    words = quoted(contact, quotes, field)
    return [Stand(option, tuple(one for one in words if _tells(option, one))) for option in choice.options]


def _tells(option: Option[Any], one: Quoted) -> bool:
    return any(telling.page is one.page for telling in option.tellings)
