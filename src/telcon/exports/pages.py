"""Stored pages for other programs, as JSON: each alone with all that was read from it, and in a list."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from telcon.contacts import HeldPage, PageOutline, Relative
from telcon.exports.contacts import EvidenceLine, evidence_line
from telcon.exports.exchange import DurationRow, ParticipantRow, SourceRow
from telcon.exports.ledgers import AgreedLine, agreed_row
from telcon.model.contacts import Claim, Leftover, Report, Statement


class PageOutlineLine(msgspec.Struct, frozen=True):
    """A page without its text: `contacts` are the ids of those it tells of, `skipped` why nothing was read from it."""

    digest: str
    name: str
    url: str | None
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    seen_at: str
    contacts: list[str]
    skipped: str | None


class TextLine(msgspec.Struct, frozen=True):
    """A line of a page: `number` from 1, `[start, stop)` in code points, what the line is and the rule that says so."""

    number: int
    start: int
    stop: int
    role: str
    reason: str


class ReadClaim(msgspec.Struct, frozen=True):
    """One value with all its words: first those that say it, then what it was resolved with."""

    field: str
    value: str
    evidence: list[EvidenceLine]
    rule: str
    cited: list[str]
    reasons: list[str]
    runner_up: str | None


class ReadReport(msgspec.Struct, frozen=True):
    """The page's account of one contact; `contact` is the id that it is filed under, dates are EDTF."""

    contact: str | None
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
    claims: list[ReadClaim]
    agreements: list[AgreedLine]


class ReadStatement(msgspec.Struct, frozen=True):
    """Who said what, according to whom; `report` counts the page's reports from 0."""

    report: int | None
    speaker: list[str]
    said_by: list[str]
    kind: str
    evidence: EvidenceLine
    topics: list[str]
    rule: str


class ReadLeftover(msgspec.Struct, frozen=True):
    """A cue for a contact that came to nothing, and why."""

    evidence: EvidenceLine
    reason: str


class RelatedPage(msgspec.Struct, frozen=True):
    """A page that shares text: `copies` where it took it from the page in hand, else that one took it from this."""

    digest: str
    name: str
    url: str | None
    title: str | None
    copies: bool
    extent: str
    share: float
    credited: str | None


class PageInFull(msgspec.Struct, frozen=True):
    """A page as it was found, and all that was read from it; `newer` is the digest of the version that replaced it."""

    digest: str
    name: str
    url: str | None
    title: str | None
    outlet: str | None
    credits: list[str]
    published: str | None
    language: str | None
    seen_at: str
    skipped: str | None
    newer: str | None
    text: str
    lines: list[TextLine]
    reports: list[ReadReport]
    statements: list[ReadStatement]
    leftovers: list[ReadLeftover]
    related: list[RelatedPage]


def outline_line(outline: PageOutline) -> PageOutlineLine:
    """A page without its text, for programs."""
    page = outline.page
    known = (page.digest, page.name, page.url, page.title, page.outlet, page.published, page.language, page.seen_at)
    return PageOutlineLine(*known, list(outline.contacts), outline.skipped)


def page_in_full(held: HeldPage, relatives: Iterable[Relative]) -> PageInFull:
    """A page with all that was read from it, for programs."""
    page, filed = held.page, held.contacts or (None,) * len(held.reports)
    return PageInFull(
        page.digest,
        page.name,
        page.url,
        page.title,
        page.outlet,
        list(page.credits),
        page.published,
        page.language,
        page.seen_at,
        held.skipped,
        held.newer,
        page.text,
        [TextLine(it.number, it.span.start, it.span.stop, it.role.value, it.reason) for it in page.lines],
        [_report(held, report, contact) for report, contact in zip(held.reports, filed, strict=True)],
        [_statement(held, said) for said in held.statements],
        [_leftover(held, left) for left in held.leftovers],
        [_related(relative) for relative in relatives],
    )


def _report(held: HeldPage, report: Report, contact: str | None) -> ReadReport:
    length = report.duration
    return ReadReport(
        contact,
        [ParticipantRow(who.name, who.country, who.role.value) for who in report.participants],
        report.level.value,
        report.kind.value,
        report.status.value,
        report.date,
        report.date_in_page,
        DurationRow(length.minutes, length.bound.value) if length else None,
        report.initiator,
        report.focus,
        [SourceRow(source.name, source.side) for source in report.reported_by],
        list(report.topics),
        [_claim(held, claim) for claim in report.claims],
        [agreed_row(agreed) for agreed in report.agreements],
    )


def _claim(held: HeldPage, claim: Claim) -> ReadClaim:
    words = [evidence_line(held.page, it) for it in claim.evidence]
    why = (claim.rule, list(claim.cited), list(claim.reasons), claim.runner_up)
    return ReadClaim(claim.field, claim.value, words, *why)


def _statement(held: HeldPage, said: Statement) -> ReadStatement:
    words = evidence_line(held.page, said.evidence)
    who = (list(said.speaker), list(said.said_by), said.kind.value)
    return ReadStatement(said.contact, *who, words, list(said.topics), said.rule)


def _leftover(held: HeldPage, left: Leftover) -> ReadLeftover:
    return ReadLeftover(evidence_line(held.page, left.evidence), left.reason)


def _related(relative: Relative) -> RelatedPage:
    page, copy = relative.page, relative.copy
    how = (relative.copied, copy.extent.value, copy.share, copy.credited)
    return RelatedPage(page.digest, page.name, page.url, page.title, *how)
