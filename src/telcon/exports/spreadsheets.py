"""Contacts and the ledger for spreadsheets, as CSV with a heading; several values in one cell are parted by `; `."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from telcon.contacts import Contact, Entry, PageOutline, Telling
from telcon.exports.ledgers import entry_row
from telcon.exports.pages import PageOutlineLine, outline_line
from telcon.model.contacts import Evidence, Participant, Source

COLUMNS = ("id", "sides", "matter", "object", "stage", "standing", "due", "made", "contacts", "pages", "words")
CONTACT_COLUMNS = (
    *("id", "date", "kind", "status", "level", "participants", "minutes", "bound", "initiator", "reported_by"),
    *("topics", "pages", "independent"),
)
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection): words of pages are never run."""


def contacts_to_csv(contacts: Iterable[Contact]) -> str:
    """A table with a heading, one contact a row; several values in one cell are parted by `; `."""
    return rows_to_csv(CONTACT_COLUMNS, map(_contact_row, contacts))


def _contact_row(contact: Contact) -> Sequence[object]:
    length = contact.duration
    return [
        *(contact.id, contact.date, contact.kind.value, contact.status.value, contact.level.value),
        [person_text(person) for person in contact.participants],
        *((length.minutes, length.bound.value) if length else (None, None)),
        contact.initiator,
        [_source_text(source) for source in contact.reported_by],
        *(list(contact.topics), [telling.page.label for telling in contact.tellings], contact.source_count),
    ]


def entries_to_csv(entries: Iterable[Entry], *, today: date) -> str:
    """A table with a heading, one entry a row, with the words of its first remark."""
    return rows_to_csv(COLUMNS, (_entry_cells(entry, today) for entry in entries))


def _entry_cells(entry: Entry, today: date) -> Sequence[object]:
    row = entry_row(entry, today=today)
    told = (row.matter, row.object, row.stage, row.standing, row.due, row.made)
    words = " ".join(row.remarks[0].words.split())
    return [row.id, list(row.sides), *told, list(row.contacts), _page_count(entry), words]


def person_text(person: Participant) -> str:
    """`Xi Jinping (CN)`."""
    return f"{person.name} ({person.country})"


def _source_text(source: Source) -> str:
    return f"{source.name} ({source.side})" if source.side else source.name


def _page_count(entry: Entry) -> int:
    return len({remark.telling.page.label for remark in entry.remarks})


def rows_to_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with a heading; nothing stands for None, several values in one cell are parted by `; `.

    A cell of words that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return written.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULAS) else value


def pages_to_csv(pages: Iterable[PageOutline]) -> str:
    """A table with a heading, one stored page a row, without its text."""
    rows = (msgspec.structs.astuple(outline_line(outline)) for outline in pages)
    return rows_to_csv(PageOutlineLine.__struct_fields__, rows)


def claims_to_csv(contact: Contact) -> str:
    """All that pages claim of a contact, and all statements, a row each with the words and where they stand."""
    columns = ("field", "value", "words", "cited", "page", "digest", "line", "start", "stop", "rule")
    return rows_to_csv(columns, _claims(contact))


def _claims(contact: Contact) -> Iterator[Sequence[object]]:
    for telling in contact.tellings:
        for claim in telling.report.claims:
            for words in claim.evidence[:1]:
                yield claim.field, claim.value, *_quoted(telling, words, claim.cited), claim.rule
        for said in telling.statements:
            who = (*said.speaker, *said.said_by)
            yield "statement", said.kind.value, *_quoted(telling, said.evidence, who), said.rule


def _quoted(telling: Telling, words: Evidence, cited: Sequence[str]) -> tuple[object, ...]:
    page, span = telling.page, words.span
    told = " ".join(words.words.split())
    return told, list(cited), page.label, page.digest, page.line_number(span.start), span.start, span.stop
