"""`telcon review`: what a person should look at."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_read
from telcon.messages import name_field, say

if TYPE_CHECKING:
    from telcon.contacts import Doubt


class ReviewOutput(StrEnum):
    """How doubts are written."""

    TEXT = "text"
    JSONL = "jsonl"


def review(
    *,
    record: RecordOption = DEFAULT_RECORD,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help=say("The most that are listed."))] = 20,
    output: Annotated[ReviewOutput, typer.Option(help=say("Text for people, or lines of JSON."))] = ReviewOutput.TEXT,
) -> None:
    """List what is unsure, most consequential first, with the command that would settle it.

    Contacts that may be the same, values on which accounts disagree, decisions that contradict each other, and those
    that no report answers to any more.

    \b
    telcon review
    telcon review --limit 100 --output jsonl
    """
    import msgspec  # noqa: PLC0415 - loads the database layer

    with record_to_read(record) as store:
        doubts = store.doubts()
    for doubt in doubts[:limit]:
        if output is ReviewOutput.JSONL:
            typer.echo(msgspec.json.encode(doubt))
        else:
            typer.echo("\n".join(_lines(doubt)))
    if not doubts:
        typer.echo(say("nothing is unsure"), err=True)
    elif len(doubts) > limit:
        typer.echo(say("{count} more: --limit {all}", count=len(doubts) - limit, all=len(doubts)), err=True)


def _lines(doubt: Doubt) -> list[str]:
    from telcon.cli.listings import ID_SHOWN, reasons_text  # noqa: PLC0415
    from telcon.contacts.doubts import Question  # noqa: PLC0415

    ids = [name[:ID_SHOWN] for name in doubt.contacts]
    numbers = ", ".join(map(str, doubt.decisions))
    match doubt.matter:
        case Question.SAME:
            reasons = doubt.judgement.reasons if doubt.judgement else ()
            asked = say("{one} and {other} may be one contact", one=ids[0], other=ids[1])
            return [asked, f"    {reasons_text(reasons)}", f"    telcon judge same {ids[0]} {ids[1]}"]
        case Question.VALUE:
            told = say("{id}: accounts disagree on: {field}", id=ids[0], field=name_field(doubt.field))
            return [told, f"    telcon compare {ids[0]}", f"    telcon judge value {ids[0]} {doubt.field} …"]
        case Question.CONTRADICTION:
            told = say("decisions {numbers} contradict each other; the last one counts", numbers=numbers)
            return [told, f"    telcon judge undo {doubt.decisions[-1]}"]
    told = say("decision {numbers}: no report answers to it any more", numbers=numbers)
    return [told, f"    telcon judge undo {numbers}"]
