"""Contacts of a record for other programs, as JSON."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from telcon.contacts import Copy, make_ledger, walk
from telcon.exports.annotations import Selector, selectors
from telcon.exports.exchange import DurationRow, ParticipantRow, SourceRow
from telcon.exports.ledgers import RemarkLine, remark_row
from telcon.model.contacts import Claim, Evidence, Statement
from telcon.store import Contact, FiledPage, Telling


class CopyLine(msgspec.Struct, frozen=True):
    """From which of the contact's pages, counted from 0, a page took how much of its article, and what speaks for it.

    `share` is of the page's own article, from 0 to 1; `credited` whom both credit.
    """

    origin: int
    extent: str
    share: float
    credited: str | None
    reasons: list[str]


class PageLine(msgspec.Struct, frozen=True):
    """A page that tells of a contact: `digest` (SHA-256) is what the record knows it by.

    `copy` is null where it copies no other of the contact's pages.
    """

    name: str
    digest: str
    url: str | None
    title: str | None
    outlet: str | None
    published: str | None
    copy: CopyLine | None


class ContactLine(msgspec.Struct, frozen=True):
    """A contact as the record has it; fields as in the exchange format, and the pages that tell of it.

    `independent` counts the sources behind the pages: what was copied from one origin counts once.
    """

    id: str
    participants: list[ParticipantRow]
    level: str
    kind: str
    status: str
    date: str | None
    duration: DurationRow | None
    initiator: str | None
    focus: bool
    reported_by: list[SourceRow]
    topics: list[str]
    pages: list[PageLine]
    independent: int


class EvidenceLine(msgspec.Struct, frozen=True):
    """Words of a page: `[start, stop)` in code points of its text, `line` from 1, `selector` for annotations."""

    words: str
    start: int
    stop: int
    line: int
    selector: list[Selector]


class ClaimLine(msgspec.Struct, frozen=True):
    """One value that one page gives, with all its words."""

    page: int
    field: str
    value: str
    evidence: list[EvidenceLine]
    rule: str
    cited: list[str]
    reasons: list[str]
    runner_up: str | None


class StatementLine(msgspec.Struct, frozen=True):
    """Who said what, according to whom, on which page."""

    page: int
    speaker: list[str]
    said_by: list[str]
    kind: str
    evidence: EvidenceLine
    topics: list[str]
    rule: str


class ContactInFull(msgspec.Struct, frozen=True):
    """A contact with everything that stands behind it; `page` counts from 0 in the contact's pages."""

    contact: ContactLine
    claims: list[ClaimLine]
    statements: list[StatementLine]
    agreements: list[RemarkLine]


def contact_to_json(contact: Contact) -> str:
    """One line of JSON, keys always in one order."""
    return msgspec.json.encode(contact_line(contact)).decode()


def contact_in_full(contact: Contact) -> ContactInFull:
    """The contact with claims, statements and agreements, for programs."""
    return ContactInFull(
        contact_line(contact),
        [_claim(n, it.page, claim) for n, it in enumerate(contact.tellings) for claim in it.report.claims],
        [_statement(n, it.page, said) for n, it in enumerate(contact.tellings) for said in it.statements],
        [remark_row(remark) for entry in make_ledger([contact]) for remark in entry.remarks],
    )


def contact_line(contact: Contact) -> ContactLine:
    """A contact, for programs."""
    length = contact.duration
    return ContactLine(
        contact.id,
        [ParticipantRow(who.name, who.country, who.role.value) for who in contact.participants],
        contact.level.value,
        contact.kind.value,
        contact.status.value,
        contact.date,
        DurationRow(length.minutes, length.bound.value) if length else None,
        contact.initiator,
        contact.focus,
        [SourceRow(source.name, source.side) for source in contact.reported_by],
        list(contact.topics),
        _pages(contact),
        contact.source_count,
    )


def _pages(contact: Contact) -> list[PageLine]:
    numbers = {telling.page_name: number for number, telling in reversed(list(enumerate(contact.tellings)))}
    copies = {branch.copy.copy: branch.copy for _, branch in walk(contact.tree) if branch.copy}
    return [_page(telling, copies.get(telling.page_name), numbers) for telling in contact.tellings]


def _page(telling: Telling, copy: Copy | None, numbers: Mapping[str, int]) -> PageLine:
    page, copied = telling.page, _copy(copy, numbers) if copy else None
    return PageLine(page.name, page.digest, page.url, page.title, page.outlet, page.published, copied)


def _copy(copy: Copy, numbers: Mapping[str, int]) -> CopyLine:
    reasons = [reason.seen for reason in copy.grounds]
    return CopyLine(numbers[copy.origin], copy.extent.value, copy.share, copy.credited, reasons)


def evidence_line(page: FiledPage, evidence: Evidence) -> EvidenceLine:
    """Words of a page, for programs."""
    span = evidence.span
    return EvidenceLine(evidence.words, span.start, span.stop, page.line_number(span.start), selectors(page, evidence))


def _claim(number: int, page: FiledPage, claim: Claim) -> ClaimLine:
    return ClaimLine(
        number,
        claim.field,
        claim.value,
        [evidence_line(page, words) for words in claim.evidence],
        claim.rule,
        list(claim.cited),
        list(claim.reasons),
        claim.runner_up,
    )


def _statement(number: int, page: FiledPage, said: Statement) -> StatementLine:
    return StatementLine(
        number,
        list(said.speaker),
        list(said.said_by),
        said.kind.value,
        evidence_line(page, said.evidence),
        list(said.topics),
        said.rule,
    )
