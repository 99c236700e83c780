"""`telcon explain`: why a value is what it is, from the words on the page to the rule and its examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.cli.records import DEFAULT_RECORD, RecordOption, find_contact, record_to_read
from telcon.messages import name_speakers, name_utterance, say

if TYPE_CHECKING:
    from telcon.model.contacts import Claim, Evidence, Statement
    from telcon.store import Contact, FiledPage

STATEMENTS = "statements"
_REACH = 120  # characters shown on either side of the words


def explain(
    contact: Annotated[str, typer.Argument(help=say("Its id or the beginning of it, as telcon contacts lists them."))],
    field: Annotated[
        str | None,
        typer.Argument(help=say("One field, as date or duration, or: statements. All where none is given.")),
    ] = None,
    *,
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Explain why a contact has the values it has.

    For each value: the line of the page with the words between » and «, what else it was resolved with, the rule that
    read it, the examples that protect the rule, the reasons for the choice and the next best value.

    \b
    Every value:        telcon explain 3f2a
    One field:          telcon explain 3f2a date
    Who said what:      telcon explain 3f2a statements
    """
    with record_to_read(record) as store:
        found = find_contact(store, contact)
    fields = dict.fromkeys(claim.field for telling in found.tellings for claim in telling.report.claims)
    if field not in (None, STATEMENTS, *fields):
        advice = say("it has {fields}", fields=", ".join([*fields, STATEMENTS]))
        raise Failure(str(field), say("the contact has no claim on such a field"), advice, status=WRONG_USE)
    lines = list(_lines(found, field))
    typer.echo("\n".join(lines) if lines else say("nothing stands behind this contact"), err=not lines)


def _lines(contact: Contact, field: str | None) -> Iterator[str]:
    for telling in contact.tellings:
        for claim in telling.report.claims:
            if field in (None, claim.field):
                yield from _claim(telling.page, claim)
        for statement in telling.statements if field in (None, STATEMENTS) else ():
            yield from _statement(telling.page, statement)


def _claim(page: FiledPage, claim: Claim) -> Iterator[str]:
    from telcon.cli.listings import clean  # noqa: PLC0415 - loads the database layer

    yield f"{claim.field} = {clean(claim.value)}"
    for number, evidence in enumerate(claim.evidence):
        yield from _words(page, evidence, say("read from") if number == 0 else say("resolved with"))
    yield from _rule(claim.rule)
    if claim.cited:
        yield from _part(say("cited"), ", ".join(claim.cited))
    for reason in claim.reasons:
        yield from _part(say("because"), reason)
    if claim.runner_up is not None:
        yield from _part(say("next best"), claim.runner_up)
    yield ""


def _statement(page: FiledPage, statement: Statement) -> Iterator[str]:
    yield say(
        "statement of {speaker} ({kind})",
        speaker=name_speakers(statement.speaker, statement.said_by),
        kind=name_utterance(statement.kind),
    )
    yield from _words(page, statement.evidence, say("read from"))
    yield from _rule(statement.rule)
    for reason in statement.reasons:
        yield from _part(say("because"), reason)
    yield ""


def _words(page: FiledPage, evidence: Evidence, label: str) -> Iterator[str]:
    span = evidence.span
    line = page.line_number(span.start)
    place = say("line {line}, characters {start} to {stop}", line=line, start=span.start, stop=span.stop)
    yield from _part(label, f"{page.label}, {place}")
    start, stop = page.line_around(span.start)
    stop = max(stop, span.stop)
    before = page.text[max(start, span.start - _REACH) : span.start]
    after = page.text[span.stop : min(stop, span.stop + _REACH)]
    cut = ("…" if span.start - _REACH > start else "", "…" if span.stop + _REACH < stop else "")
    yield from _part("", f"{cut[0]}{before}»{evidence.words}«{after}{cut[1]}")


def _rule(rule: str) -> Iterator[str]:
    from telcon.languages.rules import form_of, protecting_cases  # noqa: PLC0415 - loads the packs

    if not rule:
        return
    yield from _part(say("rule"), rule)
    if found := form_of(rule):
        sheet, form = found
        flags = "".join(f" {flag}" for flag in sorted(form.flags))
        yield from _part("", f"[{form.meaning}{flags}] {form.pattern}")
        for case in protecting_cases(sheet, form):
            yield from _part(say("protected by"), f"{case.source}: {case.text}")


def _part(label: str, text: str) -> Iterator[str]:
    from telcon.cli.listings import wrapped  # noqa: PLC0415

    indent = 17
    first, *rest = wrapped(text, indent).split("\n")
    yield f"  {label:<{indent - 2}}{first[indent:]}"
    yield from rest
