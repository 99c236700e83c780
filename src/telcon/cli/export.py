"""`telcon export`: what a record holds, for other programs."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_read
from telcon.messages import say


class What(StrEnum):
    """What is exported."""

    REPORTS = "reports"


class ExportOutput(StrEnum):
    """In which format."""

    JSONL = "jsonl"


def export(
    what: Annotated[What, typer.Argument(help=say("reports: what each page tells of each contact."))],
    *,
    record: RecordOption = DEFAULT_RECORD,
    output: Annotated[ExportOutput, typer.Option(help=say("Lines of JSON."))] = ExportOutput.JSONL,
) -> None:
    """Write the reports of all pages, one a line, each with the contact that it was judged part of.

    A report that gives no day has that of its contact, and says so (`date_from`).

    \b
    telcon export reports --output jsonl > reports.jsonl
    """
    from telcon.exports.gathered import encode_report, reports_of  # noqa: PLC0415 - loads the database layer

    with record_to_read(record) as store:
        for contact in store.contacts():
            for row in reports_of(contact):
                typer.echo(encode_report(row))
