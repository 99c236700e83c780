"""`telcon notify`: those who subscribed are told of new contacts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import UNREADABLE, WRONG_USE, Failure, complain, leave
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_read
from telcon.messages import name_occasion, name_stuck, say, say_count

if TYPE_CHECKING:
    from telcon.news import Outcome, Subscriptions
    from telcon.store import Store

REST = timedelta(minutes=5)
"""How long a receiver that failed is left alone by a command that goes round and round."""


def notify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=say("The subscriptions, a file in TOML."))],
    *,
    record: RecordOption = DEFAULT_RECORD,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("Only show what would be sent."))] = False,
) -> None:
    """Tell those who subscribed what is new in a record: by feed, webhook or mail.

    Each contact is told of once when it is new, once more when a planned one was held, and once more when the second
    side's own account came. What could not be sent is tried again the next time. The exit status is 1 where anything
    could not be sent.

    \b
    telcon notify subscriptions.toml --dry-run
    telcon notify subscriptions.toml
    """
    from telcon.news import Means, tell  # noqa: PLC0415 - loads the record's rooms

    subscriptions = load_subscriptions(file)
    with record_to_read(record) as store:
        if dry_run:
            _foresee(store, subscriptions)
            return
        outcomes = tell(store, subscriptions, Means(file.absolute().parent))
        _tell_outcomes(outcomes)
        _tell_stuck(store)
    if any(outcome.failures for outcome in outcomes):
        leave(UNREADABLE)


def load_subscriptions(file: Path) -> Subscriptions:
    """The subscriptions of a file. Raises `Failure` (status 2) that names what is wrong in it."""
    from telcon.news import SubscriptionError, read_subscriptions  # noqa: PLC0415

    try:
        return read_subscriptions(file)
    except SubscriptionError as error:
        advice = say("see docs/news.md for what a file of subscriptions holds")
        raise Failure(error.place, error.reason, advice, status=WRONG_USE) from error


def make_notifier(file: Path) -> Callable[[Store], None]:
    """What tells those who subscribed whenever it is called with the record, for commands that go round and round.

    What failed is tried again after some minutes; nothing that goes wrong ends the rounds. Raises `Failure` as
    `load_subscriptions` does.
    """
    from telcon.news import Means, tell  # noqa: PLC0415
    from telcon.store import StoreError  # noqa: PLC0415

    subscriptions, means = load_subscriptions(file), Means(file.absolute().parent, rest=REST)

    def tell_news(store: Store) -> None:
        try:
            _tell_outcomes(tell(store, subscriptions, means))
        except StoreError as error:
            complain(error.record, error.reason, error.advice)

    return tell_news


def _foresee(store: Store, subscriptions: Subscriptions) -> None:
    from telcon.messages.contacts import title_of  # noqa: PLC0415
    from telcon.news import foresee  # noqa: PLC0415
    from telcon.news.pieces import plain  # noqa: PLC0415

    for subscription, finds in foresee(store, subscriptions):
        told = say_count("{count} piece of news", "{count} pieces of news", len(finds))
        typer.echo(f"{subscription.name}: {told} ({', '.join(subscription.ways)})")
        for find in finds:
            if find.occasion:
                typer.echo(f"  {find.contact.id[:8]}  {name_occasion(find.occasion)}: {plain(title_of(find.contact))}")
    _tell_stuck(store)


def _tell_outcomes(outcomes: Iterable[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.sent:
            told = say_count("{count} piece of news sent", "{count} pieces of news sent", outcome.sent)
            typer.echo(f"{outcome.subscription}, {outcome.way}: {told}")
        for failure in dict.fromkeys(outcome.failures):
            complain(f"{outcome.subscription}, {outcome.way}", failure, say("it is kept and tried again the next time"))


def _tell_stuck(store: Store) -> None:
    for stuck in store.news.stuck():
        told = say_count("{count} piece of news", "{count} pieces of news", stuck.count)
        state, since = name_stuck(stuck.state), stuck.since[:10]
        line = f"{stuck.subscription}, {stuck.way}: {told}, {state}, {since}"
        typer.echo(f"{line}: {stuck.failure}" if stuck.failure else line, err=True)
