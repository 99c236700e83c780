"""One round of telling: what is new is written down, and what is due is sent, each way on its own."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from pathlib import Path

import msgspec

from telcon.contacts import Contact
from telcon.model.values import value
from telcon.news.failures import SendingError
from telcon.news.feeds import KEPT, write_feed
from telcon.news.hooks import Hooks, send_hook
from telcon.news.looking import Find, Survey, find_news, is_settled, survey, write_down
from telcon.news.mails import PATIENCE, Mails, make_mail, send_mail
from telcon.news.pieces import Piece, make_pieces, to_line
from telcon.news.subscriptions import FEED, HOOK, MAIL, Subscription, Subscriptions
from telcon.store import Store
from telcon.store.news import Item, Lot, ReportKey, keys_of

DIGEST = 50
"""Pieces of news in one mail."""
ENOUGH = 3
"""Failures in a row after which a way is left until the next round."""


@value(frozen=True, slots=True)
class Outcome:
    """What came of one way of one subscription: how many pieces were sent, and why others were not."""

    subscription: str
    way: str
    sent: int
    failures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Means:
    """By what is sent: the environment with the secrets, the folder that paths of feeds start from, and limits.

    What failed is left alone for a `rest`, for those who go round again and again.
    """

    folder: Path
    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    hooks: Hooks = field(default_factory=Hooks)
    trusted: ssl.SSLContext | None = None
    patience: float = PATIENCE
    rest: timedelta = timedelta()


def foresee(store: Store, subscriptions: Subscriptions) -> Iterator[tuple[Subscription, list[Find]]]:
    """What a round would write down as new for each subscription; nothing is written or sent."""
    seen = survey(store)
    for subscription in subscriptions.subscription:
        found = find_news(subscription, seen, store.news.read(subscription.name))
        yield subscription, [find for find in found if find.occasion]


def tell(store: Store, subscriptions: Subscriptions, means: Means) -> list[Outcome]:
    """Tell all subscribers what is new, and what could not be told before.

    A receiver that fails keeps nobody else waiting but for its time-outs; what it did not get waits for the next round.
    """
    edition, seen = store.news.looked()[1], None
    for subscription in subscriptions.subscription:
        if not is_settled(store, subscription, edition):
            seen = seen or survey(store)
            write_down(store, subscription, seen)
    known = Known(store, seen)
    return [
        _tell_by(_Post(store, known, subscriptions, subscription, way, means))
        for subscription in subscriptions.subscription
        for way in subscription.ways
    ]


class Known:
    """The contacts of a record by their reports, loaded when something is to be sent, unless they are at hand."""

    def __init__(self, store: Store, seen: Survey | None = None) -> None:
        self._store, self._seen = store, seen

    def find(self, items: Iterable[Item]) -> list[tuple[Item, Contact]]:
        """The contact that each piece of news tells of now; those of which no page tells any more are left out."""
        found = (
            (item, next((self._by_report[key] for key in item.reports if key in self._by_report), None))
            for item in items
        )
        return [(item, contact) for item, contact in found if contact]

    @cached_property
    def _by_report(self) -> Mapping[ReportKey, Contact]:
        seen = self._seen or survey(self._store)
        return {key: contact for contact in seen.contacts for key in keys_of(contact, seen.places)}


@dataclass(frozen=True, slots=True)
class _Post:
    """One way of one subscription."""

    store: Store
    known: Known
    file: Subscriptions
    subscription: Subscription
    way: str
    means: Means

    @property
    def most(self) -> int:
        """How many pieces go out together: messages to programs one by one."""
        return 1 if self.way == HOOK else DIGEST if self.way.startswith(MAIL) else KEPT * 10

    def pieces(self, found: Iterable[tuple[Item, Contact]]) -> list[Piece]:
        return make_pieces(found, record=self.file.record, language=self.subscription.language)

    def send(self, lot: Lot, pieces: Sequence[Piece]) -> None:
        """Send a lot. Raises `SendingError`."""
        if self.way == FEED:
            self.write_feed()
        elif self.way == HOOK:
            self.send_hook(lot, pieces[0])
        else:
            self.send_mail(lot, pieces)

    def write_feed(self) -> None:
        latest = self.store.news.latest(self.subscription.name, FEED, most=KEPT)
        pieces = self.pieces(self.known.find(latest))
        write_feed(self.means.folder / self.subscription.feed, self.subscription, pieces, record=self.file.record)

    def send_hook(self, lot: Lot, piece: Piece) -> None:
        body = msgspec.json.encode(to_line(piece, self.subscription.name))
        hooks = replace(self.means.hooks, allowed=self.means.hooks.allowed | frozenset(self.file.allow))
        secret = self.means.environment.get(self.subscription.secret, "")
        send_hook(self.subscription.webhook, f"msg_{lot.name}", body, secret, hooks)

    def send_mail(self, lot: Lot, pieces: Sequence[Piece]) -> None:
        assert self.file.mail is not None
        to = self.way.removeprefix(f"{MAIL}:")
        message = make_mail(self.subscription, to, pieces, sender=self.file.mail.sender, name=lot.name)
        trusted = self.means.trusted
        send_mail(message, Mails(self.file.mail, self.means.environment, trusted, self.means.patience))


def _tell_by(post: _Post) -> Outcome:
    news, name = post.store.news, post.subscription.name
    after, sent, failures, in_a_row = 0, 0, list[str](), 0
    while in_a_row < ENOUGH and (lot := news.take(name, post.way, most=post.most, after=after, rest=post.means.rest)):
        found = post.known.find(lot.items)
        gone = {item.number for item in lot.items} - {item.number for item, _ in found}
        pieces = post.pieces(found)
        try:
            if pieces:
                post.send(lot, pieces)
        except SendingError as error:
            news.failed(lot, error.reason, surely=error.surely)
            failures.append(error.reason)
            after, in_a_row = lot.items[-1].number, in_a_row + 1
        else:
            news.sent(lot, name, post.way, lapsed=gone)
            sent, in_a_row = sent + len(pieces), 0
    if post.way == FEED and not failures and not (post.means.folder / post.subscription.feed).exists():
        failures += _begin_feed(post)
    return Outcome(name, post.way, sent, tuple(failures))


def _begin_feed(post: _Post) -> list[str]:
    """An empty feed, so that whoever looks for it finds one."""
    try:
        post.write_feed()
    except SendingError as error:
        return [error.reason]
    return []
