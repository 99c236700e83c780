"""A feed of a subscription's news as a file, to be put where any server can serve it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from telcon.exports.feeds import Feed, FeedEntry, newest, to_atom
from telcon.files import write_whole
from telcon.messages import say
from telcon.news.failures import SendingError
from telcon.news.pieces import Piece, in_language
from telcon.news.subscriptions import Subscription

KEPT = 100
"""Entries of a feed, the newest first."""


def write_feed(path: Path, subscription: Subscription, pieces: Sequence[Piece], *, record: str) -> None:
    """Write a feed, whole or not at all. Raises `SendingError` where it cannot be written."""
    written = in_language(subscription.language, lambda: to_atom(_feed(subscription, pieces, record)))
    try:
        write_whole(path, written)
    except OSError as error:
        raise SendingError(f"{path} cannot be written: {error.strerror or error}", surely=True) from error


def _feed(subscription: Subscription, pieces: Sequence[Piece], record: str) -> Feed:
    entries = [_entry(subscription, piece) for piece in pieces]
    links = {"alternate": f"{record.rstrip('/')}/contacts"} if record else {}
    title = say("Telcon: {name}", name=subscription.name)
    updated = newest(entry.updated for entry in entries)
    return Feed(f"subscription:{subscription.name}", title, subscription.language, links, entries, updated)


def _entry(subscription: Subscription, piece: Piece) -> FeedEntry:
    contact = piece.contact
    terms = (piece.item.occasion, contact.kind.value, contact.status.value, *contact.topics)
    name = f"news:{subscription.name}:{piece.item.number}"
    return FeedEntry(name, f"{piece.heading}: {piece.title}", piece.summary, piece.address, piece.item.made_at, terms)
