"""`telcon watch`: ask sources for what is new, and read it into a record."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import INTERRUPTED, UNREADABLE, WRONG_USE, Failure, complain, leave
from telcon.cli.fetched import AllowHost, Contact, UseProxies, make_fetcher
from telcon.cli.inputs import DEFAULT_SIZE, MaxSize, parse_size
from telcon.cli.notify import make_notifier
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_write
from telcon.messages import say, tell_reason

if TYPE_CHECKING:
    from telcon.fetching.sources import Sources
    from telcon.store import Store
    from telcon.watching import Watcher


def watch(
    sources: Annotated[str, typer.Argument(metavar="SOURCES", help=say("A file of sources: sources.toml."))],
    *,
    record: RecordOption = DEFAULT_RECORD,
    once: Annotated[
        bool, typer.Option("--once", help=say("Ask for what is due, once, and leave: for cron and the like."))
    ] = False,
    every: Annotated[
        str | None,
        typer.Option(metavar="TIME", help=say("How often to ask, whatever the file says: 15m, 2h.")),
    ] = None,
    news: Annotated[
        Path | None,
        typer.Option("--notify", metavar="FILE", help=say("Tell subscribers after each round, see: telcon notify.")),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=say("Tell only of what went wrong."))] = False,
    allow_host: AllowHost = None,
    contact: Contact = "",
    use_proxies: UseProxies = False,
    max_size: MaxSize = DEFAULT_SIZE,
) -> None:
    """Ask sources of news for what is new, and read it into a record, until it is stopped.

    Feeds, sitemaps and index pages are asked for when they are due; of what they list, only what is new or changed is
    read. What was asked for and when stands in the record, so that a watch goes on where it was stopped. Write a file
    of sources to start from with: telcon sources --write sources.toml

    \b
    telcon watch sources.toml
    telcon watch sources.toml --every 2h --record archive.db
    */30 * * * *  telcon watch sources.toml --once --quiet

    \b
    Exit status: 0; 1 where something could not be read (the rest is); 2 wrong use. Ctrl-C and SIGTERM end a watch with
    what was read written: 0, and 130 with --once.
    """
    from telcon.cli.watch_lines import Teller  # noqa: PLC0415 - loads the database layer
    from telcon.engine.runs import read_safely  # noqa: PLC0415 - `telcon --help` needs none of the rooms
    from telcon.pages import Limit  # noqa: PLC0415
    from telcon.watching import Watcher  # noqa: PLC0415

    limit, told = Limit(parse_size(max_size)), _read_sources(sources, every)
    contact = contact.strip() or told.contact
    if not contact:
        advice = say('write contact = "…" into the file, or give --contact: an address for mail, or of a page')
        raise Failure(sources, say("it does not say whom the owner of a site can write to"), advice, status=WRONG_USE)
    teller = Teller(quiet=quiet)
    after = make_notifier(news) if news else _tell_nobody
    with stopping() as stop, record_to_write(record) as store:
        fetcher = make_fetcher([*told.allow, *(allow_host or [])], contact, use_proxies=use_proxies, stop=stop)
        watcher = Watcher(
            store, told.sources, fetcher, read_safely, tell=teller.tell, stop=stop, limit=limit, after=after
        )
        if once:
            _go_once(watcher, stop)
        else:
            teller.begin(record, len(told.sources))
            watcher.go_on()
            teller.end()


def _tell_nobody(_: Store) -> None:
    """Nobody subscribed."""


@contextmanager
def stopping() -> Iterator[Event]:
    """An event that is set by Ctrl-C and SIGTERM; the second of them ends the process as it always does."""
    stop = Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def ask_to_stop(number: int, _: object) -> None:
        stop.set()
        signal.signal(number, before[signal.Signals(number)])

    for number in before:
        signal.signal(number, ask_to_stop)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _go_once(watcher: Watcher, stop: Event) -> None:
    tally = watcher.go_round()
    if stop.is_set():
        complain("", say("interrupted"))
        leave(INTERRUPTED)
    if tally.is_lost:
        complain("", say("no source can be reached"), say("check the network, and run it again"))
    sys.stderr.flush()
    if tally.failed or tally.is_lost:
        leave(UNREADABLE)


def _read_sources(path: str, every: str | None) -> Sources:
    from telcon.fetching.sources import SourcesError, read_sources  # noqa: PLC0415
    from telcon.fetching.sources.reading import SHORTEST, parse_duration  # noqa: PLC0415

    try:
        told = read_sources(Path(path))
    except SourcesError as error:
        raise Failure(error.place, tell_reason(error.reason), tell_reason(error.advice), status=WRONG_USE) from error
    if every is None:
        return told
    time = parse_duration(every)
    if time is None or time < SHORTEST:
        advice = say("write 15m, 2h or 1d; a minute at least")
        raise Failure(every, say("it is no length of time"), advice, status=WRONG_USE)
    return replace(told, sources=tuple(replace(source, every=time) for source in told.sources))
