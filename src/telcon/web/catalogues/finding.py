"""The one contact or page that an address names."""

from __future__ import annotations

from fastapi import HTTPException, Request

from telcon.contacts import Contact, HeldPage
from telcon.messages import say
from telcon.web.drawings.drawing import hear
from telcon.web.lists.asking import store_of


def find_contact(request: Request, contact_id: str) -> Contact:
    """The contact of this id, in full; 404 where the record has none."""
    hear(request)
    found = store_of(request).contact(contact_id)
    if found is None:
        raise HTTPException(404, say("no contact has this id; it may stand under another one since the record changed"))
    return found


def find_page(request: Request, digest: str) -> HeldPage:
    """The stored page whose digest begins so; 404 where the record holds none."""
    hear(request)
    held = store_of(request).page(digest)
    if held is None:
        raise HTTPException(404, say("the record holds no such page"))
    return held
