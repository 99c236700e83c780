"""Contacts as JSON."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response

from telcon.exports.contacts import contact_in_full, contact_to_json
from telcon.messages import say
from telcon.store import Selection
from telcon.web.answers import json_answer
from telcon.web.asking import PAGE, catalogue_of, select_contacts, store_of

router = APIRouter()
Asked = Annotated[Selection, Depends(select_contacts)]


@router.get("/contacts")
def list_contacts(
    request: Request, asked: Asked, after: str = "", size: Annotated[int, Query(ge=1, le=1000)] = PAGE
) -> Response:
    """Contacts in the order of the record; `next` is what `after` takes for those that follow, null at the end."""
    found = catalogue_of(request).contacts(asked)
    ids = [contact.id for contact in found]
    start = ids.index(after) + 1 if after in ids else 0
    rows = [contact_to_json(contact) for contact in found[start : start + size]]
    following = ids[start + size - 1] if start + size < len(ids) else None
    return json_answer(
        f'{{"total":{len(ids)},"next":{msgspec.json.encode(following).decode()},"contacts":[{",".join(rows)}]}}'
    )


@router.get("/contacts/{contact_id}")
def show_contact(request: Request, contact_id: str) -> Response:
    """One contact with claims, statements and agreements."""
    found = store_of(request).contact(contact_id)
    if found is None:
        raise HTTPException(404, say("no contact has an id that begins so"))
    return json_answer(contact_in_full(found))
