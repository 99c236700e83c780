"""What was read from a stored page, value by value, each with the codes of its words and the chain behind it."""

from __future__ import annotations

from collections.abc import Iterator

from telcon.contacts import HeldPage
from telcon.messages import (
    name_field,
    name_matter,
    name_speakers,
    name_stage,
    name_topic,
    name_utterance,
    name_value,
    say,
    tell_reason,
)
from telcon.model.contacts import Claim, Kind, Report, Status
from telcon.model.values import value
from telcon.web.pages.chains import Chain, agreement_chain, claim_chain, statement_chain
from telcon.web.pages.marks import AGREEMENT, LETTERS, NOTHING, STATEMENT, Mark, Marks

FIELDS = ("participant", "kind", "status", "date", "duration", "initiator", "reported_by", "topic")


@value(frozen=True, slots=True)
class ReadValue:
    """One value in words, the marks of the words that say it, and how it came from them; `note` says more of it."""

    told: str
    marks: tuple[Mark, ...]
    chains: tuple[Chain, ...]
    note: str = ""


@value(frozen=True, slots=True)
class ValueRow:
    """A field with its values."""

    name: str
    values: tuple[ReadValue, ...]


@value(frozen=True, slots=True)
class ReadReport:
    """One contact that the page tells of; `contact` is the id that it is filed under."""

    kind: Kind
    status: Status
    contact: str | None
    rows: tuple[ValueRow, ...]


def read_reports(held: HeldPage, marks: Marks) -> Iterator[ReadReport]:
    """The contacts that a page tells of, in its order."""
    filed = held.contacts or (None,) * len(held.reports)
    for report, contact in zip(held.reports, filed, strict=True):
        rows = (*_rows(held, report, marks), *_agreements(held, report, marks))
        yield ReadReport(report.kind, report.status, contact, rows)


def _rows(held: HeldPage, report: Report, marks: Marks) -> Iterator[ValueRow]:
    for field in FIELDS:
        told: dict[str, list[Claim]] = {}
        for claim in report.claims:
            if claim.field == field and claim.evidence:
                told.setdefault(claim.value, []).append(claim)
        if told:
            yield ValueRow(name_field(field), tuple(_value(held, field, it, marks) for it in told.items()))


def _value(held: HeldPage, field: str, told: tuple[str, list[Claim]], marks: Marks) -> ReadValue:
    shown, claims = told
    found = dict.fromkeys(marks[LETTERS[field], claim.evidence[0].span] for claim in claims)
    return ReadValue(name_value(field, shown), tuple(found), tuple(claim_chain(held.page, it) for it in claims))


def _agreements(held: HeldPage, report: Report, marks: Marks) -> Iterator[ValueRow]:
    values = [
        ReadValue(
            f"{name_matter(agreed.matter, agreed.object)}, {name_stage(agreed.stage)}",
            (marks[AGREEMENT, agreed.evidence.span],),
            (agreement_chain(held.page, agreed),),
        )
        for agreed in report.agreements
    ]
    if values:
        yield ValueRow(say("agreed"), tuple(values))


def read_statements(held: HeldPage, marks: Marks) -> Iterator[ReadValue]:
    """Who said something, and on what."""
    for said in held.statements:
        about = ", ".join(map(name_topic, said.topics)) or name_utterance(said.kind)
        mark, way = marks[STATEMENT, said.evidence.span], statement_chain(held.page, said)
        yield ReadValue(name_speakers(said.speaker, said.said_by), (mark,), (way,), about)


def read_leftovers(held: HeldPage, marks: Marks) -> Iterator[ReadValue]:
    """The cues that came to nothing, each with its reason."""
    for left in held.leftovers:
        yield ReadValue(left.evidence.words, (marks[NOTHING, left.evidence.span],), (), tell_reason(left.reason))
