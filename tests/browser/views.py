"""An address of every page for people, so that none can be forgotten."""

from __future__ import annotations

import re

from fastapi.routing import APIRoute

from telcon.contacts import Contact
from telcon.store import Store
from telcon.web import views

PART = re.compile(r"\{(\w+)(?::\w+)?\}")


def page_addresses(store: Store) -> dict[str, str]:
    """Every view that shows a page when it is asked for, with an address on it in this record."""
    told = _parts(store)
    routes = [route for router in views.ROUTERS for route in router.routes if isinstance(route, APIRoute)]
    paths = [route.path for route in routes if "GET" in route.methods]
    assert {"/", "/contacts"} < set(paths)
    return {path: PART.sub(lambda found: told[found[1]], path) for path in paths if "." not in path}


def most_told(store: Store) -> Contact:
    """The contact of two people that most pages tell of."""
    pairs = [contact for contact in store.contacts() if len(contact.participants) == 2]
    return max(pairs, key=lambda contact: (contact.page_count, contact.id))


def _parts(store: Store) -> dict[str, str]:
    contact = most_told(store)
    one, other = contact.participants
    told = store.contact(contact.id)
    rules = [claim.rule for telling in told.tellings for claim in telling.report.claims] if told else []
    language, _, place = next(rule for rule in rules if ".forms.txt:" in rule).partition("/")
    return {
        "language": language,
        "place": place,
        "contact_id": contact.id,
        "digest": contact.tellings[0].page.digest[:16],
        "one": one.country,
        "other": other.country,
        "who": one.person or one.name,
        "code": one.country,
    }
