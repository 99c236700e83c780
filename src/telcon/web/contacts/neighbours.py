"""The contacts beside a contact: earlier and later ones of the same people, and others that the same pages tell of."""

from __future__ import annotations

from collections.abc import Iterator

from telcon.contacts import Contact
from telcon.contacts.series import first_day
from telcon.messages import say, say_count
from telcon.model.values import value
from telcon.web.catalogues.catalogue import Catalogue
from telcon.web.catalogues.indexes import contacts_by_page, contacts_by_people, people_of

BEFORE, AFTER, BESIDE = 4, 3, 8


@value(frozen=True, slots=True)
class Neighbour:
    """A contact of the same people; `apart` says in words how far it lies, empty for the contact itself."""

    contact: Contact
    apart: str


def same_people(contact: Contact, catalogue: Catalogue) -> list[Neighbour]:
    """The last contacts of the same people before it, itself, and the next ones; nothing where there is no other."""
    row = contacts_by_people(catalogue).get(people_of(contact), ())
    ids = [one.id for one in row]
    if contact.id not in ids or len(row) == 1:
        return []
    place = ids.index(contact.id)
    return [Neighbour(one, _apart(one, contact)) for one in row[max(place - BEFORE, 0) : place + AFTER + 1]]


def same_pages(contact: Contact, catalogue: Catalogue) -> list[Contact]:
    """Other contacts that its pages tell of."""
    return list({one.id: one for one in _told_with(contact, catalogue)}.values())[:BESIDE]


def _told_with(contact: Contact, catalogue: Catalogue) -> Iterator[Contact]:
    by_page = contacts_by_page(catalogue)
    for telling in contact.tellings:
        yield from (one for one in by_page.get(telling.page.digest, ()) if one.id != contact.id)


def _apart(one: Contact, contact: Contact) -> str:
    if one.id == contact.id:
        return ""
    day, here = first_day(one), first_day(contact)
    if day is None or here is None:
        return say("no date")
    if day == here:
        return say("the same day")
    days = (day - here).days
    if days < 0:
        return say_count("{count} day earlier", "{count} days earlier", -days)
    return say_count("{count} day later", "{count} days later", days)
