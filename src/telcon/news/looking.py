"""Looking a record through for what is news to a subscription."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from telcon.contacts import Contact
from telcon.model.values import value
from telcon.news.occasions import Occasion, find_occasion, what_is_told
from telcon.news.subscriptions import Subscription
from telcon.store import Store
from telcon.store.news import Book, Looked, ReportKey, Told, keys_of

Places = Mapping[str, tuple[ReportKey, int]]


@value(frozen=True, slots=True)
class Find:
    """A contact that a subscription asks for; without an occasion it is only written down as known."""

    contact: Contact
    keys: tuple[ReportKey, ...]
    occasion: Occasion | None


@value(frozen=True, slots=True)
class Survey:
    """All contacts of a record at one time, how their reports are known to news, and what time that is."""

    contacts: Sequence[Contact]
    places: Places
    version: int
    edition: int


def survey(store: Store) -> Survey:
    """Look at a record once for all subscriptions. What is added meanwhile is seen the next time."""
    version, edition = store.news.looked()
    return Survey(store.contacts(), store.news.places(), version, edition)


def is_settled(store: Store, subscription: Subscription, edition: int) -> bool:
    """Whether nothing can be new to a subscription, as the record is what it was when it was looked through last."""
    looked = store.news.looked_by(subscription.name)
    return looked is not None and (looked.asked, looked.edition) == (subscription.asked, edition)


def find_news(subscription: Subscription, seen: Survey, book: Book) -> list[Find]:
    """The contacts asked for, each with the occasion on which it is news.

    To a subscription that begins now, whatever the record held before is known. Where it asks for something else than
    before, what it would have been told of long ago is known too: a contact with a page that came since is news.
    """
    known_up_to = -1
    if book.looked is None:
        known_up_to = seen.version if subscription.start == "now" else -1
    elif book.looked.asked != subscription.asked:
        known_up_to = book.looked.version
    return list(_find(subscription, seen, book, known_up_to))


def write_down(store: Store, subscription: Subscription, seen: Survey) -> list[Find]:
    """Write down what is news to a subscription, to be sent in its ways, and how far the record was looked through."""
    with store.news.open(subscription.name) as book:
        finds = find_news(subscription, seen, book)
        told: dict[ReportKey, Told] = {}
        for find in finds:
            if find.occasion:
                book.put(subscription.ways, find.occasion, find.contact.id, find.keys)
            told |= what_is_told(find.contact, find.keys, book.told)
        book.tell(told)
        book.close(Looked(subscription.asked, seen.version, seen.edition))
    return finds


def _find(subscription: Subscription, seen: Survey, book: Book, known_up_to: int) -> Iterator[Find]:
    for contact in seen.contacts:
        keys = tuple(keys_of(contact, seen.places))
        if not keys or not subscription.holds(contact):
            continue
        occasion = find_occasion(contact, [book.told[key] for key in keys if key in book.told])
        latest = max(seen.places[it.member][1] for it in contact.tellings if it.member in seen.places)
        if occasion is Occasion.NEW and latest <= known_up_to:
            occasion = None
        yield Find(contact, keys, occasion)
