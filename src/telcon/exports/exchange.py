"""The exchange format: one object a page, with the fields that other programs and the scoring of readings use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from telcon.model.contacts import Claim, Evidence, Leftover, Report, Statement
from telcon.model.pages import Page, Unreadable
from telcon.model.readings import Reading
from telcon.model.spans import Span

MARGIN = 5
"""Words of a statement that `begins` and `ends` hold (twice as many characters where words are not spaced)."""


class ParticipantRow(msgspec.Struct, frozen=True):
    """One side's person: usual English name, ISO 3166-1 alpha-2 code, office at the time."""

    name: str
    country: str
    role: str


class DurationRow(msgspec.Struct, frozen=True):
    """Whole minutes, and `exact`, `about`, `over` or `under`."""

    minutes: int
    bound: str


class SourceRow(msgspec.Struct, frozen=True):
    """Who tells of a contact, and the government it speaks for."""

    name: str
    side: str | None


class ClaimRow(msgspec.Struct, frozen=True):
    """A value and the words it was read from: `words` stands at `[start, stop)` of the page's text."""

    field: str
    value: str
    words: str
    start: int
    stop: int
    rule: str
    cited: list[str]
    reasons: list[str]


class ContactRow(msgspec.Struct, frozen=True):
    """A contact as one page tells of it; dates are EDTF, `start` and `stop` count code points of the page's text."""

    participants: list[ParticipantRow]
    level: str
    kind: str
    status: str
    date: str | None
    date_in_page: str | None
    duration: DurationRow | None
    initiator: str | None
    focus: bool
    reported_by: list[SourceRow]
    topics: list[str]
    start: int
    stop: int
    claims: list[ClaimRow] = []


class StatementRow(msgspec.Struct, frozen=True):
    """Who said what; `contact` is an index into the page's contacts, `end` repeats `stop`."""

    speaker: list[str]
    said_by: list[str]
    kind: str
    begins: str
    ends: str
    contact: int | None
    topics: list[str]
    text: str
    start: int
    stop: int
    end: int


class LeftoverRow(msgspec.Struct, frozen=True):
    """A cue for a contact that came to nothing, and why."""

    words: str
    start: int
    stop: int
    reason: str


class PageRow(msgspec.Struct, frozen=True):
    """What was read in one page; `skipped` says why nothing was. `file` is where the page came from.

    `leftovers` is there only where it was asked for, `flags` only where there are any (`fiction`).
    """

    id: str
    file: str
    lang: str | None = None
    url: str | None = None
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    credits: list[str] = []
    body_lines: list[int] = []
    contacts: list[ContactRow] = []
    statements: list[StatementRow] = []
    skipped: str | None = None
    leftovers: list[LeftoverRow] | msgspec.UnsetType = msgspec.UNSET
    flags: list[str] | msgspec.UnsetType = msgspec.UNSET


def reading_to_row(reading: Reading) -> PageRow:
    """Put a reading into the exchange format. `published` is the page's own stamp, else what its source declares."""
    page, text = reading.page, reading.text
    if text is None:
        return _passed_over(page, reading.skipped or "nothing was read")
    return PageRow(
        page.name,
        page.source,
        text.language or None,
        page.url,
        text.published.value if text.published else page.published,
        text.title.value if text.title else None,
        text.outlet.value if text.outlet else None,
        [credit.value for credit in text.credits],
        list(text.body_lines),
        [_contact(report) for report in reading.contacts],
        [_statement(statement) for statement in reading.statements],
        reading.skipped,
        flags=list(reading.flags) or msgspec.UNSET,
    )


def with_leftovers(row: PageRow, reading: Reading) -> PageRow:
    """The row with the cues that came to nothing, each with its reason."""
    return msgspec.structs.replace(row, leftovers=[_leftover(leftover) for leftover in reading.leftovers])


def unreadable_to_row(unreadable: Unreadable) -> PageRow:
    """Put an input that could not be read into the exchange format: its name, its place and the reason."""
    return PageRow(unreadable.name, unreadable.source, skipped=unreadable.reason)


def encode_row(row: PageRow) -> bytes:
    """Write a row as one line of JSON, keys in the order of the format, without the line break."""
    return msgspec.json.encode(row)


def encode_array(rows: Iterable[PageRow]) -> Iterator[bytes]:
    """Write rows as the pieces of one JSON array, indented for people, holding one row at a time."""
    between = b"[\n"
    for row in rows:
        yield between + msgspec.json.format(encode_row(row), indent=2)
        between = b",\n"
    yield b"[]\n" if between == b"[\n" else b"\n]\n"


def decode_row(line: bytes | str) -> PageRow:
    """Read a row back; fields it does not know are ignored. Raises `msgspec.ValidationError` where one is amiss."""
    return msgspec.json.decode(line, type=PageRow)


def _passed_over(page: Page, reason: str) -> PageRow:
    return PageRow(page.name, page.source, page.language, page.url, page.published, skipped=reason)


def _contact(report: Report) -> ContactRow:
    length = report.duration
    return ContactRow(
        [ParticipantRow(person.name, person.country, person.role.value) for person in report.participants],
        report.level.value,
        report.kind.value,
        report.status.value,
        report.date,
        report.date_in_page,
        DurationRow(length.minutes, length.bound.value) if length else None,
        report.initiator,
        report.focus,
        [SourceRow(source.name, source.side) for source in report.reported_by if not source.hosts],
        list(report.topics),
        report.span.start,
        report.span.stop,
        [_claim(claim) for claim in report.claims],
    )


def _claim(claim: Claim) -> ClaimRow:
    first = claim.evidence[0] if claim.evidence else Evidence(Span(0, 0), "")
    return ClaimRow(
        claim.field,
        claim.value,
        first.words,
        first.span.start,
        first.span.stop,
        claim.rule,
        list(claim.cited),
        list(claim.reasons),
    )


def _statement(statement: Statement) -> StatementRow:
    words, span = statement.evidence.words, statement.evidence.span
    begins, ends = _margins(words)
    return StatementRow(
        list(statement.speaker),
        list(statement.said_by),
        statement.kind.value,
        begins,
        ends,
        statement.contact,
        list(statement.topics),
        words,
        span.start,
        span.stop,
        span.stop,
    )


def _margins(words: str) -> tuple[str, str]:
    """The first and the last words as they stand, spacing between them untouched."""
    parts = words.split()
    if len(parts) * 12 < len(words):
        return words[: 2 * MARGIN], words[-2 * MARGIN :]
    first, last = parts[:MARGIN], parts[-MARGIN:]
    stop = 0
    for part in first:
        stop = words.index(part, stop) + len(part)
    start = len(words)
    for part in reversed(last):
        start = words.rindex(part, 0, start)
    return words[:stop].strip(), words[start:].strip()


def _leftover(leftover: Leftover) -> LeftoverRow:
    span = leftover.evidence.span
    return LeftoverRow(leftover.evidence.words, span.start, span.stop, leftover.reason)
