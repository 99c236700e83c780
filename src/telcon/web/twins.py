"""The JSON twins of the pages, and their lists as spreadsheets."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response

from telcon.contacts import make_ledger
from telcon.exports.contacts import contact_in_full, contact_to_json
from telcon.exports.ledgers import entry_row
from telcon.exports.spreadsheets import contacts_to_csv, entries_to_csv
from telcon.messages import say
from telcon.store import Selection
from telcon.web.asking import PAGE, catalogue_of, select_contacts, store_of

twins = APIRouter(prefix="/api/v1")
downloads = APIRouter()
Asked = Annotated[Selection, Depends(select_contacts)]


@twins.get("/contacts")
def list_contacts(
    request: Request, asked: Asked, after: str = "", size: Annotated[int, Query(ge=1, le=1000)] = PAGE
) -> Response:
    """Contacts in the order of the record; `next` is what `after` takes for those that follow, null at the end."""
    found = catalogue_of(request).contacts(asked)
    ids = [contact.id for contact in found]
    start = ids.index(after) + 1 if after in ids else 0
    rows = [contact_to_json(contact) for contact in found[start : start + size]]
    following = ids[start + size - 1] if start + size < len(ids) else None
    return _json(
        f'{{"total":{len(ids)},"next":{msgspec.json.encode(following).decode()},"contacts":[{",".join(rows)}]}}'
    )


@twins.get("/contacts/{contact_id}")
def show_contact(request: Request, contact_id: str) -> Response:
    """One contact with claims, statements and agreements."""
    found = store_of(request).contact(contact_id)
    if found is None:
        raise HTTPException(404, say("no contact has an id that begins so"))
    return _json(contact_in_full(found))


@twins.get("/agreements")
def list_agreements(request: Request, asked: Asked) -> Response:
    """The ledger of agreements and follow-ups."""
    rows = [entry_row(entry, today=date.today()) for entry in make_ledger(catalogue_of(request).contacts(asked))]
    return _json(msgspec.json.encode(rows).decode())


@downloads.get("/contacts.csv")
def contacts_csv(request: Request, asked: Asked) -> Response:
    """The contacts asked for as a spreadsheet."""
    return _file("contacts.csv", contacts_to_csv(catalogue_of(request).contacts(asked)))


@downloads.get("/agreements.csv")
def agreements_csv(request: Request, asked: Asked) -> Response:
    """The ledger as a spreadsheet."""
    ledger = make_ledger(catalogue_of(request).contacts(asked))
    return _file("agreements.csv", entries_to_csv(ledger, today=date.today()))


def _file(name: str, text: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


def _json(text: str) -> Response:
    return Response(text, media_type="application/json")
