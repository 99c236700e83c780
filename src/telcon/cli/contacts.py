"""`telcon contacts`: the contacts of a record, one a line."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.asked import BetweenOption, StateOption, check_dates, check_states
from telcon.cli.failures import WRONG_USE, Failure
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_read
from telcon.messages import TOPICS, find_topic, say
from telcon.model.contacts import Kind, Status

if TYPE_CHECKING:
    from telcon.store import Contact


class ContactsOutput(StrEnum):
    """How contacts are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


def contacts(
    *,
    record: RecordOption = DEFAULT_RECORD,
    person: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help=say("Who took part, in any writing: Xi, 'to lam'; repeatable.")),
    ] = None,
    state: StateOption = None,
    between: BetweenOption = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help=say("From then on: 2025, 2025-01, 2025-01-21."))
    ] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help=say("Up to and with then."))] = None,
    kind: Annotated[list[Kind] | None, typer.Option(help=say("The channel. Repeatable: any."))] = None,
    status: Annotated[list[Status] | None, typer.Option(help=say("How sure it is. Repeatable: any."))] = None,
    topic: Annotated[
        list[str] | None, typer.Option(metavar="TOPIC", help=say("What it dealt with, as taiwan. Repeatable: any."))
    ] = None,
    side: Annotated[
        list[str] | None, typer.Option(metavar="STATE", help=say("Told by that side, as RU. Repeatable: any."))
    ] = None,
    output: Annotated[ContactsOutput, typer.Option(help=say("A table for people, lines of JSON, or CSV."))] = (
        ContactsOutput.TABLE
    ),
) -> None:
    """List the contacts of a record, by date.

    A vague date (2025-01, an interval) is listed where it may lie within the time asked for; a contact without any date
    only where no time is asked for. PAGES counts the pages that tell of it, in brackets the independent sources among
    them where those are fewer.

    \b
    telcon contacts --person "to lam" --since 2025
    telcon contacts --between RU "Trung Quốc" --kind phone --kind video
    telcon contacts --state VN --status held --output csv > contacts.csv
    """
    from telcon.store import Selection  # noqa: PLC0415 - loads the database layer

    check_dates(since, until)
    check_states([*(state or ()), *(side or ())])
    selection = Selection(
        people=tuple(person or ()),
        states=tuple(state or ()),
        between=between,
        since=since,
        until=until,
        kinds=tuple(kind or ()),
        statuses=tuple(status or ()),
        topics=tuple(map(_find_topic, topic or ())),
        sides=tuple(side or ()),
    )
    with record_to_read(record) as store:
        _print(store.contacts(selection), output)


def _find_topic(words: str) -> str:
    topic = find_topic(words)
    if topic is None:
        reason, advice = say("no topic is called so"), say("there are: {codes}", codes=", ".join(TOPICS))
        raise Failure(words, reason, advice, status=WRONG_USE)
    return topic


def _print(found: list[Contact], output: ContactsOutput) -> None:
    from telcon.cli.listings import contacts_to_table  # noqa: PLC0415
    from telcon.exports.contacts import contact_to_json  # noqa: PLC0415
    from telcon.exports.spreadsheets import contacts_to_csv  # noqa: PLC0415

    if output is ContactsOutput.JSONL:
        for contact in found:
            typer.echo(contact_to_json(contact))
    elif output is ContactsOutput.CSV:
        typer.echo(contacts_to_csv(found), nl=False)
    elif found:
        typer.echo(contacts_to_table(found))
    else:
        typer.echo(say("no contacts"), err=True)
