"""`telcon read`: what pages tell of contacts, at once, without a store."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import UNREADABLE, WRONG_USE, Failure, leave
from telcon.cli.fetched import AllowHost, Contact, UseProxies, make_fetcher
from telcon.cli.inputs import (
    DEFAULT_SIZE,
    Asked,
    Complaints,
    DateField,
    EveryPage,
    IdField,
    Jobs,
    Language,
    LanguageField,
    MaxSize,
    Paths,
    TextField,
    UrlField,
    find_ways,
    open_inputs,
)
from telcon.cli.tallies import Tally
from telcon.messages import say

if TYPE_CHECKING:
    from telcon.exports import PageRow
    from telcon.model.pages import Unreadable
    from telcon.model.readings import Reading


class Output(StrEnum):
    """How readings are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def read(
    paths: Paths = None,
    *,
    output: Annotated[
        Output,
        typer.Option("--output", "-o", help=say("table for people, json (one array), jsonl (one object a page).")),
    ] = Output.TABLE,
    leftovers: Annotated[
        bool, typer.Option("--leftovers", help=say("Also show the cues that came to nothing, each with its reason."))
    ] = False,
    text_field: TextField = None,
    id_field: IdField = None,
    url_field: UrlField = None,
    date_field: DateField = None,
    language_field: LanguageField = None,
    language: Language = None,
    max_size: MaxSize = DEFAULT_SIZE,
    every_page: EveryPage = False,
    jobs: Jobs = 1,
    allow_host: AllowHost = None,
    contact: Contact = "",
    use_proxies: UseProxies = False,
) -> None:
    """Read pages and print who talked to whom, when, how, for how long, and according to whom.

    \b
    One page, as a table:          telcon read page.txt
    A folder, one object a page:   telcon read pages/ --output jsonl > readings.jsonl
    A dump with its own fields:    telcon read crawl.jsonl.gz --text-field body --jobs 4
    Standard input:                zcat crawl.gz | telcon read - -o jsonl
    Why was nothing found?         telcon read page.txt --leftovers

    \b
    Exit status: 0; 1 where some input could not be read (the rest is); 2 wrong use.
    """
    from telcon.engine.runs import read_pages  # noqa: PLC0415 - `telcon --help` needs none of the rooms
    from telcon.pages import Fields  # noqa: PLC0415

    if not paths:
        raise Failure(
            "read",
            say("no path given"),
            say("name files, folders, dumps or addresses, or - for standard input"),
            status=WRONG_USE,
        )
    complaints = Complaints()
    fields = Fields(text_field, id_field, url_field, date_field, language_field)
    ways = find_ways(Asked(fields, language, max_size, every_page), complaints)
    fetcher = partial(make_fetcher, allow_host, contact, use_proxies=use_proxies)
    pages = open_inputs(paths, ways, language, fetcher)
    tally = Tally()
    with closing(read_pages(pages, jobs=jobs)) as outcomes:
        _print(_rows(tally.watch(outcomes, complaints), leftovers), output)
    sys.stdout.flush()
    complaints.close()
    print(tally.told(), file=sys.stderr)
    if tally.failed:
        leave(UNREADABLE)


def _rows(outcomes: Iterable[Reading | Unreadable], leftovers: bool) -> Iterator[PageRow]:
    from telcon.exports import reading_to_row, unreadable_to_row, with_leftovers  # noqa: PLC0415
    from telcon.model.pages import Unreadable  # noqa: PLC0415

    for outcome in outcomes:
        if isinstance(outcome, Unreadable):
            yield unreadable_to_row(outcome)
        else:
            row = reading_to_row(outcome)
            yield with_leftovers(row, outcome) if leftovers else row


def _print(rows: Iterator[PageRow], output: Output) -> None:
    {Output.TABLE: _print_tables, Output.JSON: _print_array, Output.JSONL: _print_lines}[output](rows)


def _print_tables(rows: Iterable[PageRow]) -> None:
    from rich.console import Console  # noqa: PLC0415 - the tables alone need rich

    from telcon.cli.tables import print_row  # noqa: PLC0415

    console = Console(highlight=False, markup=False, emoji=False)
    for row in rows:
        print_row(console, row)


def _print_array(rows: Iterable[PageRow]) -> None:
    from telcon.exports import encode_array  # noqa: PLC0415

    for piece in encode_array(rows):
        sys.stdout.buffer.write(piece)


def _print_lines(rows: Iterable[PageRow]) -> None:
    from telcon.exports import encode_row  # noqa: PLC0415

    for row in rows:
        sys.stdout.buffer.write(encode_row(row) + b"\n")
