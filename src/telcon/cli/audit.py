"""`telcon audit`: every change of a record."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_read
from telcon.messages import name_deed, name_way, say

if TYPE_CHECKING:
    from telcon.store import AuditLine, Deed


class AuditOutput(StrEnum):
    """How the log is written."""

    TEXT = "text"
    JSONL = "jsonl"


def audit(
    *,
    record: RecordOption = DEFAULT_RECORD,
    who: Annotated[str, typer.Option(metavar="NAME", help=say("Who did it."))] = "",
    deed: Annotated[
        list[str] | None, typer.Option(metavar="DEED", help=say("What was done, as 'user added'. Repeatable: any."))
    ] = None,
    since: Annotated[str, typer.Option(metavar="DATE", help=say("From then on: 2025, 2025-01, 2025-01-21."))] = "",
    until: Annotated[str, typer.Option(metavar="DATE", help=say("Up to and with then."))] = "",
    most: Annotated[int, typer.Option(min=1, help=say("The latest so many."))] = 100,
    output: Annotated[AuditOutput, typer.Option(help=say("For people, or lines of JSON."))] = AuditOutput.TEXT,
) -> None:
    """List who changed what in a record, when and from where, the latest first.

    Pages added and read again, decisions, users, tokens, log-ins that failed and succeeded. The log only grows.

    \b
    telcon audit --since 2025-01
    telcon audit --deed "log-in failed" --most 20
    telcon audit --output jsonl > audit.jsonl
    """
    from telcon.store import AuditQuestion, is_day  # noqa: PLC0415 - loads the database layer

    for text in filter(None, (since, until)):
        if not is_day(text):
            raise Failure(text, say("it is no date"), say("write it as 2025, 2025-01 or 2025-01-21"), status=WRONG_USE)
    asked = AuditQuestion(who, _deeds(deed or []), since, until)
    with record_to_read(record) as store:
        for line in store.audit(asked, most=most):
            typer.echo(_to_json(line) if output is AuditOutput.JSONL else _to_text(line))


def _deeds(names: list[str]) -> tuple[Deed, ...]:
    from telcon.store import Deed  # noqa: PLC0415

    for name in names:
        if name not in list(Deed):
            listed = ", ".join(Deed)
            raise Failure(name, say("nothing is called so"), say("there are: {codes}", codes=listed), status=WRONG_USE)
    return tuple(map(Deed, names))


def _to_text(line: AuditLine) -> str:
    from telcon.cli.tables import printable  # noqa: PLC0415

    place = f"{name_way(line.way)} {line.address}".strip()
    parts = (line.at, line.who or "-", name_deed(line.deed), f"{line.subject} {line.detail}", place)
    return "  ".join(filter(None, map(printable, parts)))


def _to_json(line: AuditLine) -> str:
    import msgspec  # noqa: PLC0415

    return msgspec.json.encode(line).decode()
