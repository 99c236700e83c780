"""The reports of a record, each with the contact that it was judged part of."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from telcon.contacts import Contact, Telling
from telcon.exports.exchange import DurationRow, ParticipantRow, SourceRow

IN_PAGE, IN_CONTACT = "page", "contact"


class ReportRow(msgspec.Struct, frozen=True):
    """One page's report. `date` is EDTF; where the page gives none as fine, it is the contact's (`date_from`)."""

    page: str
    url: str | None
    contact: str
    participants: list[ParticipantRow]
    level: str
    kind: str
    status: str
    date: str | None
    date_from: str | None
    duration: DurationRow | None
    initiator: str | None
    focus: bool
    reported_by: list[SourceRow]
    topics: list[str]


def reports_of(contact: Contact) -> Iterator[ReportRow]:
    """The reports of a contact, in its order."""
    for telling in contact.tellings:
        yield _row(contact, telling)


def encode_report(row: ReportRow) -> bytes:
    """Write a report as one line of JSON, keys in the order of the format, without the line break."""
    return msgspec.json.encode(row)


def _row(contact: Contact, telling: Telling) -> ReportRow:
    report = telling.report
    own = contact.date_of(telling)
    length = report.duration
    return ReportRow(
        telling.page.name,
        telling.page.url,
        contact.id,
        [ParticipantRow(who.name, who.country, who.role.value) for who in report.participants],
        report.level.value,
        report.kind.value,
        report.status.value,
        own,
        None if own is None else IN_PAGE if own == report.date else IN_CONTACT,
        DurationRow(length.minutes, length.bound.value) if length else None,
        report.initiator,
        report.focus,
        [SourceRow(source.name, source.side) for source in report.reported_by],
        list(report.topics),
    )
