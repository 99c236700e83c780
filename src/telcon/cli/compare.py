"""`telcon compare`: the accounts of one contact side by side."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.records import DEFAULT_RECORD, RecordOption, find_contact, record_to_read
from telcon.messages import name_kind, name_leader, name_side, name_speakers, name_state, name_status, name_topic, say

if TYPE_CHECKING:
    from telcon.contacts import Account, Contact, Matrix


FIRST, FURTHER = 6, 10
"""Columns that a statement is indented by, and that other renderings of it are."""
SEVERAL = 2
"""Governments from which on a topic is told by several."""


class CompareOutput(StrEnum):
    """How accounts are written."""

    TEXT = "text"
    JSON = "json"


def compare(
    contact: Annotated[str, typer.Argument(help=say("Its id or the beginning of it, as telcon contacts lists them."))],
    *,
    record: RecordOption = DEFAULT_RECORD,
    output: Annotated[CompareOutput, typer.Option(help=say("Text for people, or JSON."))] = CompareOutput.TEXT,
) -> None:
    """Set the accounts of one contact side by side: by topic, what each government and each independent source tells.

    Values on which accounts disagree come first, then the topics: those that several governments tell of, those that
    only one does, those that no government does.

    \b
    telcon compare 3f2a
    telcon compare 3f2a9c01 --output json
    """
    import msgspec  # noqa: PLC0415 - loads the database layer

    from telcon.contacts import build_matrix  # noqa: PLC0415
    from telcon.exports.accounts import matrix_line  # noqa: PLC0415

    with record_to_read(record) as store:
        found = find_contact(store, contact)
    matrix = build_matrix(found)
    if output is CompareOutput.JSON:
        typer.echo(msgspec.json.format(msgspec.json.encode(matrix_line(found, matrix)), indent=2))
    else:
        typer.echo("\n".join(_lines(found, matrix)))


def _lines(contact: Contact, matrix: Matrix) -> Iterator[str]:
    people = ", ".join(f"{name_leader(who)} ({who.country})" for who in contact.participants)
    yield f"{contact.id}  {name_kind(contact.kind)} {name_status(contact.status)}  {contact.date or say('no date')}"
    yield f"  {people}"
    yield say("  accounts: {accounts}", accounts=", ".join(map(_name, matrix.accounts)))
    yield from _disagreements(contact)
    for topic in sorted(matrix.topics, key=lambda topic: (not topic, -min(len(matrix.sides(topic)), SEVERAL))):
        yield ""
        heading = name_topic(topic) if topic else say("other words")
        yield f"{heading}: {_told_by(matrix, topic)}"
        for account in matrix.tellers(topic):
            yield from _account(matrix, topic, account)


def _told_by(matrix: Matrix, topic: str) -> str:
    sides = matrix.sides(topic)
    if not sides:
        return say("no government tells of it")
    if len(sides) == 1:
        return say("only {side}", side=name_state(sides[0]))
    return ", ".join(map(name_state, sides))


def _account(matrix: Matrix, topic: str, account: Account) -> Iterator[str]:
    from telcon.cli.listings import quoted  # noqa: PLC0415
    from telcon.contacts.renderings import Said, line_up  # noqa: PLC0415

    yield f"  {_name(account)}"
    cell = matrix.cell(topic, account)
    for group in line_up([Said(telling, statement) for telling, statement in cell.statements]):
        for place, said in enumerate(group):
            teller = name_speakers(said.statement.speaker, said.statement.said_by)
            yield quoted(said.telling, said.statement.evidence, teller, indent=FURTHER if place else FIRST)
    if not cell.statements:
        for telling, claim in cell.points:
            for evidence in claim.evidence[:1]:
                yield quoted(telling, evidence, ", ".join(claim.cited), indent=FIRST)


def _disagreements(contact: Contact) -> Iterator[str]:
    from telcon.cli.choice_lines import choice_lines  # noqa: PLC0415

    for field, choice in contact.choices.items():
        if choice.disagree:
            yield from choice_lines(field, choice)


def _name(account: Account) -> str:
    return name_side(account.side) if account.side else account.name
