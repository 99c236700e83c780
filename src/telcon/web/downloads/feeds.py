"""Lists to be subscribed to: Atom."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from telcon.contacts import Contact
from telcon.exports.feeds import MEDIA_TYPE, Feed, newest, to_atom
from telcon.messages import say, spoken
from telcon.store import Selection
from telcon.web.describing import files
from telcon.web.guards.origins import whole_address
from telcon.web.lists.asking import catalogue_of, select_contacts
from telcon.web.lists.subscriptions import feed_entry, updated_at

router = APIRouter(tags=["files"])
Asked = Annotated[Selection, Depends(select_contacts)]
SIZE = 100
"""Entries of one part of a feed."""


@router.get("/contacts.atom", **files(MEDIA_TYPE, "A feed, what changed last first."))
def contacts_atom(request: Request, asked: Asked, page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Response:
    """The contacts asked for as an Atom feed, those of which the record last learned something first."""
    found = sorted(catalogue_of(request).contacts(asked), key=_age, reverse=True)
    shown = found[(page - 1) * SIZE : page * SIZE]
    kept = sorted((name, told) for name, told in request.query_params.multi_items() if name not in ("page", "lang"))
    links = {
        "self": whole_address(request, "/contacts.atom", [*kept, ("page", str(page))] if page > 1 else kept),
        "alternate": whole_address(request, "/contacts", kept),
        "first": whole_address(request, "/contacts.atom", kept),
    }
    if page * SIZE < len(found):
        links["next"] = whole_address(request, "/contacts.atom", [*kept, ("page", str(page + 1))])
    entries = [feed_entry(request, contact) for contact in shown]
    name, updated = f"contacts:{kept}", newest(updated_at(contact) for contact in found)
    feed = Feed(name, say("Telcon: contacts of leaders"), spoken(), links, entries, updated)
    return Response(to_atom(feed), media_type=MEDIA_TYPE)


def _age(contact: Contact) -> tuple[str, str]:
    return updated_at(contact), contact.id
