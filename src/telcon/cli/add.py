"""`telcon add`: read pages into a record."""

from __future__ import annotations

import sys
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import Annotated

import typer

from telcon.cli.failures import UNREADABLE, WRONG_USE, Failure, leave
from telcon.cli.fetched import AllowHost, Contact, UseProxies, make_fetcher
from telcon.cli.filing import Filing, manner_of
from telcon.cli.inputs import (
    DEFAULT_SIZE,
    Asked,
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
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_write
from telcon.messages import say


def add(
    paths: Paths = None,
    *,
    record: RecordOption = DEFAULT_RECORD,
    again: Annotated[
        bool, typer.Option("--again", help=say("Also read pages anew that the record holds: after an upgrade, say."))
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
    """Read pages into a record, which is made where there is none.

    A page that the record holds already is not read again; one that has changed becomes its newer version. A run that
    was cut short is completed by running it again; in web archives and dumps it goes on where it stopped.

    \b
    A folder, into telcon.db:      telcon add pages/
    A dump, into another record:   telcon add crawl.jsonl.gz --record archive.db --jobs 4
    A crawl, from storage:         telcon add s3://news/2025/crawl.warc.gz
    A page of the web:             telcon add https://example.org/two-leaders-spoke
    Then:                          telcon contacts

    \b
    Exit status: 0; 1 where some input could not be read (the rest is added); 2 wrong use.
    """
    from telcon.engine.runs import read_pages  # noqa: PLC0415 - `telcon --help` needs none of the rooms
    from telcon.pages import Fields  # noqa: PLC0415

    if not paths:
        advice = say("name files, folders, dumps or addresses, or - for standard input")
        raise Failure("add", say("no path given"), advice, status=WRONG_USE)
    fields = Fields(text_field, id_field, url_field, date_field, language_field)
    asked = Asked(fields, language, max_size, every_page)
    filing = Filing(manner_of(asked), again)
    ways = find_ways(asked, filing.complaints)
    fetcher = partial(make_fetcher, allow_host, contact, use_proxies=use_proxies)
    with record_to_write(record) as store:
        pages = open_inputs(paths, replace(ways, since=filing.since(store)), language, fetcher)
        try:
            with closing(read_pages(filing.unknown(pages, store), jobs=jobs)) as outcomes:
                filing.file(outcomes, store)
        finally:
            filing.complaints.close()
            print(f"{record}: {filing.told()}", file=sys.stderr)
    if filing.complaints.unreadable:
        leave(UNREADABLE)
