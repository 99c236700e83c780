"""The contacts of the record by what they are looked up by: id, report, page, those who took part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from telcon.contacts import Contact, person_key
from telcon.web.catalogues.catalogue import Catalogue
from telcon.web.lists.orders import soonest_first


def contacts_by_id(catalogue: Catalogue) -> Mapping[str, Contact]:
    """All contacts by their ids."""
    return catalogue.derived("by id", lambda found: {contact.id: contact for contact in found})


def contacts_by_page(catalogue: Catalogue) -> Mapping[str, Sequence[Contact]]:
    """The contacts that each page tells of, by the page's digest."""
    return catalogue.derived("by page", _by_page)


def contacts_by_report(catalogue: Catalogue) -> Mapping[str, Contact]:
    """The contact that each report is of, by the report's own name."""
    return catalogue.derived(
        "by report", lambda found: {it.member: contact for contact in found for it in contact.tellings}
    )


def contacts_by_people(catalogue: Catalogue) -> Mapping[frozenset[str], Sequence[Contact]]:
    """The contacts of the very same people, the earliest first."""
    return catalogue.derived("by people", _by_people)


def people_of(contact: Contact) -> frozenset[str]:
    """Who took part, as `contacts_by_people` knows them."""
    return frozenset(map(person_key, contact.participants))


def _by_page(contacts: Iterable[Contact]) -> Mapping[str, Sequence[Contact]]:
    found: dict[str, dict[str, Contact]] = defaultdict(dict)
    for contact in contacts:
        for telling in contact.tellings:
            found[telling.page.digest][contact.id] = contact
    return {digest: tuple(told.values()) for digest, told in found.items()}


def _by_people(contacts: Iterable[Contact]) -> Mapping[frozenset[str], Sequence[Contact]]:
    found: dict[frozenset[str], list[Contact]] = defaultdict(list)
    for contact in contacts:
        found[people_of(contact)].append(contact)
    return {people: soonest_first(told) for people, told in found.items()}
