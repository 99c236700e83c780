"""Entries of the ledger for other programs."""

from __future__ import annotations

from datetime import date

import msgspec

from telcon.contacts import Entry, Remark
from telcon.model.contacts import Agreement


class AgreedLine(msgspec.Struct, frozen=True):
    """A page's words on an agreement; `dates` are those told with it (EDTF), `due` those of them that lie ahead."""

    matter: str
    object: str | None
    stage: str
    words: str
    start: int
    stop: int
    dates: list[str]
    due: list[str]
    speaker: list[str]
    said_by: list[str]
    rule: str


class RemarkLine(AgreedLine, frozen=True):
    """One page's words on an agreement, and the contact in which it came up."""

    contact: str
    page: str


class EntryLine(msgspec.Struct, frozen=True):
    """An agreement or follow-up with all that pages say of it."""

    id: str
    sides: list[str]
    matter: str
    object: str | None
    stage: str
    standing: str
    due: str | None
    made: str | None
    contacts: list[str]
    remarks: list[RemarkLine]


def entry_to_json(entry: Entry, *, today: date) -> str:
    """An entry on one line of JSON, keys in a fixed order."""
    return msgspec.json.encode(entry_row(entry, today=today)).decode()


def entry_row(entry: Entry, *, today: date) -> EntryLine:
    """An entry for programs; `today` parts what is open from what is past due."""
    return EntryLine(
        entry.id,
        list(entry.sides),
        entry.matter.value,
        entry.object or None,
        entry.stage.value,
        entry.standing(today).value,
        entry.due,
        entry.made,
        [contact.id for contact in entry.contacts],
        list(map(remark_row, entry.remarks)),
    )


def remark_row(remark: Remark) -> RemarkLine:
    """One page's words on an agreement, for programs."""
    told = msgspec.structs.asdict(agreed_row(remark.agreement))
    return RemarkLine(**told, contact=remark.contact.id, page=remark.telling.page.label)


def agreed_row(told: Agreement) -> AgreedLine:
    """What a page tells of an agreement, for programs."""
    return AgreedLine(
        told.matter.value,
        told.object or None,
        told.stage.value,
        told.evidence.words,
        told.evidence.span.start,
        told.evidence.span.stop,
        [term.date for term in told.terms],
        [term.date for term in told.terms if term.due],
        list(told.speaker),
        list(told.said_by),
        told.rule,
    )
