"""Holding what was read against the page that it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from telcon.model.contacts import Evidence, Report, Statement
from telcon.model.readings import Reading
from telcon.model.spans import Span


def reading_flaws(reading: Reading) -> tuple[str, ...]:
    """Everything in which a reading contradicts its page; empty for a sound one."""
    text = reading.page.text
    flaws = [*_text_flaws(text), *report_flaws(text, reading.contacts), *statement_flaws(text, reading.statements)]
    for number, leftover in enumerate(reading.leftovers):
        flaws += evidence_flaws(text, leftover.evidence, f"leftover {number}")
    for statement in reading.statements:
        if statement.contact is not None and not 0 <= statement.contact < len(reading.contacts):
            flaws.append(f"a statement belongs to contact {statement.contact}, which the page does not tell of")
    if reading.text is not None and reading.text.raw != text:
        flaws.append("the text that was read is not the page's")
    return tuple(flaws)


def report_flaws(text: str, reports: Iterable[Report]) -> Iterator[str]:
    """Yield where reports, their claims and agreements contradict the text."""
    for index, report in enumerate(reports):
        yield from _span_flaws(text, report.span, f"contact {index}")
        if not report.participants:
            yield f"contact {index}: nobody takes part in it"
        for claim in report.claims:
            place = f"contact {index}, {claim.field} = {claim.value}"
            if not claim.evidence:
                yield f"{place}: no words stand for it"
            for evidence in claim.evidence:
                yield from evidence_flaws(text, evidence, place)
        for agreement in report.agreements:
            for evidence in (agreement.evidence, *(term.evidence for term in agreement.terms)):
                yield from evidence_flaws(text, evidence, f"contact {index}, agreement on a {agreement.matter}")


def statement_flaws(text: str, statements: Iterable[Statement]) -> Iterator[str]:
    """Yield where statements contradict the text."""
    for index, statement in enumerate(statements):
        yield from evidence_flaws(text, statement.evidence, f"statement {index}")


def evidence_flaws(text: str, evidence: Evidence, place: str) -> Iterator[str]:
    """Yield why the words are not what the text has at their span."""
    yield from _span_flaws(text, evidence.span, place)
    found = text[evidence.span.start : evidence.span.stop]
    if found != evidence.words:
        where = f"characters {evidence.span.start} to {evidence.span.stop}"
        yield f"{place}: {where} read {_short(found)}, not {_short(evidence.words)}"


def _span_flaws(text: str, span: Span, place: str) -> Iterator[str]:
    if not 0 <= span.start <= span.stop <= len(text):
        yield f"{place}: characters {span.start} to {span.stop} are no place in a text of {len(text)}"


def _text_flaws(text: str) -> Iterator[str]:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        yield f"character {error.start} of the text is half of a character"


def _short(words: str) -> str:
    return repr(words if len(words) <= 60 else words[:57] + "…")
