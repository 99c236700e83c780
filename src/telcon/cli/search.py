"""`telcon search`: the contacts in which words are found, with the words."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_read
from telcon.messages import find_topic, say, say_count, tell_reason

if TYPE_CHECKING:
    from telcon.store import Found, Store


class SearchOutput(StrEnum):
    """How what is found is written."""

    TABLE = "table"
    JSONL = "jsonl"


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help=say("What to look for."))],
    *,
    record: RecordOption = DEFAULT_RECORD,
    output: Annotated[SearchOutput, typer.Option(help=say("A table for people, or lines of JSON."))] = (
        SearchOutput.TABLE
    ),
) -> None:
    """Search articles, statements and facts for words, and list the contacts that hold all of them, by date.

    Words are found with and without their marks, unless marks are typed: to lam finds Tô Lâm, tô lâm does not find
    to làm. Leaders and states are found by their names in every language and script. Words in quotation marks stand
    so in a page; dates (2025-01, 21/1/2025) are those of contacts too.

    \b
    telcon search to lam '"đường ống"'
    telcon search 习近平 应约
    telcon search Путин 2025-01 --output jsonl
    """
    with record_to_read(record) as store:
        _print(store, _search(store, " ".join(words)), output)


def _search(store: Store, question: str) -> Found:
    from telcon.store import QuestionError  # noqa: PLC0415 - loads the database layer

    try:
        return store.search(question, topics=find_topic)
    except QuestionError as error:
        advice = say("give words, words in quotation marks, or dates")
        raise Failure(question[:80], tell_reason(str(error)), advice, status=WRONG_USE) from error


def _print(store: Store, found: Found, output: SearchOutput) -> None:
    import msgspec  # noqa: PLC0415

    from telcon.cli.listings import contacts_to_table, excerpt_text  # noqa: PLC0415
    from telcon.exports.findings import make_finding  # noqa: PLC0415
    from telcon.store import Selection  # noqa: PLC0415

    contacts = store.contacts(Selection(among=found.contacts))
    excerpts = store.excerpts(found, [contact.id for contact in contacts])
    if output is SearchOutput.JSONL:
        for contact in contacts:
            typer.echo(msgspec.json.encode(make_finding(contact, excerpts.get(contact.id, ()))).decode())
    elif contacts:
        typer.echo(contacts_to_table(contacts, {name: excerpt_text(told[0]) for name, told in excerpts.items()}))
    else:
        typer.echo(say("no contacts"), err=True)
    if found.page_count:
        told = say_count(
            "{count} page more tells of no contact", "{count} pages more tell of no contact", found.page_count
        )
        typer.echo(told, err=True)
