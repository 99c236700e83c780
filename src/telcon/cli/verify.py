"""`telcon verify`: hold everything in a record against its pages again."""

from __future__ import annotations

import typer

from telcon.cli.failures import UNREADABLE, leave
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_read
from telcon.messages import say


def verify(*, record: RecordOption = DEFAULT_RECORD) -> None:
    """Check that a record is sound: every value's words stand on its page, nothing is missing or torn.

    Prints what is wrong, with page and place; exit status 1 if anything is.

    \b
    telcon verify
    telcon verify --record archive.db
    """
    from telcon.cli.listings import clean  # noqa: PLC0415 - loads the database layer

    count = 0
    with record_to_read(record) as store:
        for flaw in store.flaws():
            count += 1
            typer.echo(clean(f"{flaw.place}: {flaw.reason}"))
        pages = store.count_pages()
    if count:
        typer.echo(say("{count} wrong in {record}", count=count, record=record), err=True)
        leave(UNREADABLE)
    typer.echo(say("{record}: {count} pages, all sound", record=record, count=pages), err=True)
