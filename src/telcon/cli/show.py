"""`telcon show`: one contact in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.records import DEFAULT_RECORD, RecordOption, find_contact, record_to_read
from telcon.messages import (
    name_kind,
    name_leader,
    name_office,
    name_side,
    name_source,
    name_speakers,
    name_state,
    name_status,
    name_topic,
    name_utterance,
    name_value,
    name_verdict,
    say,
)

if TYPE_CHECKING:
    from telcon.model.contacts import Claim, Statement
    from telcon.store import Contact, Telling


class ShowOutput(StrEnum):
    """How a contact is written."""

    TEXT = "text"
    JSON = "json"


def show(
    contact: Annotated[str, typer.Argument(help=say("Its id or the beginning of it, as telcon contacts lists them."))],
    *,
    record: RecordOption = DEFAULT_RECORD,
    output: Annotated[ShowOutput, typer.Option(help=say("Text for people, or JSON."))] = ShowOutput.TEXT,
) -> None:
    """Show one contact in full: every value with who says so and the words, statements, pages.

    \b
    telcon show 3f2a
    telcon show 3f2a9c01 --output json
    """
    import msgspec  # noqa: PLC0415 - loads the database layer

    from telcon.exports.contacts import contact_in_full  # noqa: PLC0415 - loads the database layer

    with record_to_read(record) as store:
        found = find_contact(store, contact)
    if output is ShowOutput.JSON:
        typer.echo(msgspec.json.format(msgspec.json.encode(contact_in_full(found)), indent=2))
    else:
        typer.echo("\n".join(_lines(found)))


def _lines(contact: Contact) -> Iterator[str]:
    from telcon.cli.ledger_lines import entry_lines  # noqa: PLC0415 - loads the database layer
    from telcon.cli.page_trees import page_lines  # noqa: PLC0415
    from telcon.contacts import make_ledger  # noqa: PLC0415

    yield from _heading(contact)
    yield from _disagreements(contact)
    if claims := contact.claims:
        yield from ("", say("Facts"))
        for (field, value), told in claims.items():
            yield from _fact(field, value, told)
    if said := [(telling, statement) for telling in contact.tellings for statement in telling.statements]:
        yield from ("", say("Statements"))
        for telling, statement in said:
            yield from _statement(telling, statement)
    if entries := make_ledger([contact]):
        yield from ("", say("Agreements and follow-ups"))
        for entry in entries:
            yield from entry_lines(entry)
    yield from page_lines(contact)
    if contact.judgements:
        yield from ("", say("Why these pages are held to tell of one contact"))
        yield from _judgements(contact)


def _heading(contact: Contact) -> Iterator[str]:
    kind, status, date = name_kind(contact.kind), name_status(contact.status), contact.date or say("no date")
    yield f"{contact.id}  {kind} {status}  {date}"
    for person in contact.participants:
        yield f"  {name_leader(person)} ({name_state(person.country)}), {name_office(person.role)}"
    if contact.duration:
        yield say("  lasted {length}", length=name_value("duration", contact.duration))
    if contact.initiator:
        yield say("  asked for by {side}", side=name_side(contact.initiator))
    if contact.reported_by:
        sources = ", ".join(name_source(source.name, source.side) for source in contact.reported_by)
        yield say("  told by {sources}", sources=sources)
    if contact.topics:
        yield say("  about {topics}", topics=", ".join(map(name_topic, contact.topics)))


def _disagreements(contact: Contact) -> Iterator[str]:
    from telcon.cli.choice_lines import choice_lines  # noqa: PLC0415

    for field, choice in contact.choices.items():
        if choice.disagree or (choice.options and choice.options[0].author):
            yield from choice_lines(field, choice)


def _judgements(contact: Contact) -> Iterator[str]:
    from telcon.cli.listings import reasons_text, wrapped  # noqa: PLC0415

    pages = {telling.member: telling.page.label for telling in contact.tellings}
    for held in contact.judgements:
        one, other = pages[held.one], pages.get(held.other) or say("a page of another contact")
        yield wrapped(f"{one} - {other}: {name_verdict(held.verdict)} ({held.score:g})", 2)
        yield wrapped(reasons_text(held.reasons), 6)


def _fact(field: str, value: str, told: Sequence[tuple[Telling, Claim]]) -> Iterator[str]:
    from telcon.cli.listings import clean, quoted  # noqa: PLC0415

    yield f"  {field} = {clean(value)}"
    for telling, claim in told:
        for evidence in claim.evidence[:1]:
            yield quoted(telling, evidence, ", ".join(claim.cited), indent=6)


def _statement(telling: Telling, statement: Statement) -> Iterator[str]:
    from telcon.cli.listings import quoted, wrapped  # noqa: PLC0415

    yield wrapped(f"{name_speakers(statement.speaker, statement.said_by)} ({name_utterance(statement.kind)}):", 2)
    yield quoted(telling, statement.evidence, indent=6)
