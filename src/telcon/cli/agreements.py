"""`telcon agreements`: the ledger of agreements and follow-ups."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.asked import BetweenOption, StateOption, TodayOption, check_dates, check_states, day_of
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_read
from telcon.messages import say
from telcon.model.contacts import Matter, Stage, Standing

if TYPE_CHECKING:
    from telcon.contacts import Contact, Entry
    from telcon.store import Store


class AgreementsOutput(StrEnum):
    """How the ledger is written."""

    TABLE = "table"
    TEXT = "text"
    JSONL = "jsonl"
    CSV = "csv"


def agreements(
    *,
    record: RecordOption = DEFAULT_RECORD,
    state: StateOption = None,
    between: BetweenOption = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help=say("Came up in contacts from then on: 2025, 2025-01-21."))
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help=say("Came up in contacts up to and with then."))
    ] = None,
    matter: Annotated[list[Matter] | None, typer.Option(help=say("What it is. Repeatable: any."))] = None,
    stage: Annotated[list[Stage] | None, typer.Option(help=say("How far it has come. Repeatable: any."))] = None,
    standing: Annotated[
        list[Standing] | None, typer.Option(help=say("What became of it by today. Repeatable: any."))
    ] = None,
    today: TodayOption = None,
    output: Annotated[
        AgreementsOutput, typer.Option(help=say("A table or text with all words for people, lines of JSON, or CSV."))
    ] = AgreementsOutput.TABLE,
) -> None:
    """List what sides agreed on or mean to do, as it came up in their contacts, by the time it is due.

    STAGE is how far it had come by the last contact that tells of it. STANDING holds its time against today: open, past
    due (nobody reported it done), done, or off.

    \b
    telcon agreements --between RU "Trung Quốc" --standing open
    telcon agreements --state VN --matter visit --output text
    telcon agreements --since 2025 --output csv > agreements.csv
    """
    from telcon.contacts import make_ledger  # noqa: PLC0415 - loads the database layer
    from telcon.store import Selection  # noqa: PLC0415

    check_dates(since, until)
    check_states(state or [])
    day = day_of(today)
    selection = Selection(states=tuple(state or ()), between=between, since=since, until=until)
    with record_to_read(record) as store:
        found = store.contacts(selection)
        found = _in_full(store, found) if output is AgreementsOutput.TEXT else found
    chosen = [
        entry
        for entry in make_ledger(found)
        if (not matter or entry.matter in matter)
        and (not stage or entry.stage in stage)
        and (not standing or entry.standing(day) in standing)
    ]
    _print(chosen, output, day)


def _in_full(store: Store, contacts: list[Contact]) -> list[Contact]:
    """The contacts in which something came up, with the texts of their pages."""
    told = (contact for contact in contacts if any(telling.report.agreements for telling in contact.tellings))
    return [full for contact in told if (full := store.contact(contact.id))]


def _print(entries: list[Entry], output: AgreementsOutput, today: date) -> None:
    from telcon.cli.ledger_lines import entries_to_table, entry_text  # noqa: PLC0415
    from telcon.exports.ledgers import entry_to_json  # noqa: PLC0415
    from telcon.exports.spreadsheets import entries_to_csv  # noqa: PLC0415

    if output is AgreementsOutput.JSONL:
        for entry in entries:
            typer.echo(entry_to_json(entry, today=today))
    elif output is AgreementsOutput.CSV:
        typer.echo(entries_to_csv(entries, today=today), nl=False)
    elif not entries:
        typer.echo(say("no agreements"), err=True)
    elif output is AgreementsOutput.TABLE:
        typer.echo(entries_to_table(entries, today=today))
    else:
        typer.echo("\n\n".join(entry_text(entry, today=today) for entry in entries))
