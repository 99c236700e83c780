"""The list of contacts for other programs, in the order in which it is shown."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from telcon.exports.contacts import contact_to_json
from telcon.exports.spreadsheets import contacts_to_csv
from telcon.exports.tables import contacts_to_parquet
from telcon.store import Selection
from telcon.web.answers import file_answer
from telcon.web.describing import files
from telcon.web.lists.asking import catalogue_of, select_contacts
from telcon.web.lists.listing import find_contacts
from telcon.web.lists.orders import Order

CSV, JSONL, PARQUET = "text/csv; charset=utf-8", "application/jsonl", "application/vnd.apache.parquet"
router = APIRouter(tags=["files"])
Asked = Annotated[Selection, Depends(select_contacts)]


@router.get("/contacts.csv", **files(CSV, "Contacts, a row each."))
def contacts_csv(request: Request, asked: Asked, sort: Order = Order.NEWEST) -> Response:
    """The contacts asked for as a spreadsheet."""
    found = find_contacts(catalogue_of(request), asked, sort).contacts
    return file_answer("contacts.csv", contacts_to_csv(found), CSV)


@router.get("/contacts.jsonl", **files(JSONL, "Contacts, a line each."))
def contacts_jsonl(request: Request, asked: Asked, sort: Order = Order.NEWEST) -> Response:
    """The contacts asked for as lines of JSON, each as the API gives it."""
    found = find_contacts(catalogue_of(request), asked, sort).contacts
    lines = "".join(f"{contact_to_json(contact)}\n" for contact in found)
    return file_answer("contacts.jsonl", lines, JSONL)


@router.get("/contacts.parquet", **files(PARQUET, "Contacts, a row each."))
def contacts_parquet(request: Request, asked: Asked, sort: Order = Order.NEWEST) -> Response:
    """The contacts asked for as a table with typed columns."""
    found = find_contacts(catalogue_of(request), asked, sort).contacts
    return file_answer("contacts.parquet", contacts_to_parquet(found), PARQUET)
