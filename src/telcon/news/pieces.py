"""One piece of news in words and as data, in the language of whoever gets it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextvars import copy_context
from typing import TypeVar

import msgspec

from telcon.contacts import Contact
from telcon.exports.contacts import ContactLine, contact_line
from telcon.messages import name_occasion, speak
from telcon.messages.contacts import summary_of, title_of
from telcon.model.values import value
from telcon.store.news import Item

T = TypeVar("T")


@value(frozen=True, slots=True)
class Piece:
    """A piece of news, ready to be shown: `address` is empty where nobody said where the record is served."""

    item: Item
    contact: Contact
    heading: str
    title: str
    summary: str
    address: str


class NewsLine(msgspec.Struct, frozen=True):
    """A piece of news for programs: the payload of webhooks.

    `occasion`: `new`, `held` (planned or proposed when it was told first) or `both sides`. `contact` is as everywhere.
    """

    type: str
    timestamp: str
    subscription: str
    occasion: str
    title: str
    address: str
    contact: ContactLine


def make_pieces(found: Iterable[tuple[Item, Contact]], *, record: str, language: str) -> list[Piece]:
    """Pieces of news with the contacts that they tell of, in a language; two of one contact become one."""
    once: dict[str, tuple[Item, Contact]] = {}
    for item, contact in found:
        once.setdefault(contact.id, (item, contact))
    return in_language(language, lambda: [_piece(item, contact, record) for item, contact in once.values()])


def in_language(code: str, made: Callable[[], T]) -> T:
    """What is made while a language is spoken; whatever else goes on speaks its own."""

    def run() -> T:
        speak(code)
        return made()

    return copy_context().run(run)


def to_line(piece: Piece, subscription: str) -> NewsLine:
    """A piece for programs."""
    line = contact_line(piece.contact)
    told = (piece.item.made_at, subscription, piece.item.occasion, piece.title, piece.address)
    return NewsLine("contact", *told, line)


def plain(text: str) -> str:
    """A text on one line, without control characters."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _piece(item: Item, contact: Contact, record: str) -> Piece:
    address = f"{record.rstrip('/')}/contacts/{contact.id}" if record else ""
    heading = name_occasion(item.occasion)
    return Piece(item, contact, heading, plain(title_of(contact)), summary_of(contact), address)
