"""Lists as spreadsheets."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from telcon.contacts import make_ledger
from telcon.exports.spreadsheets import claims_to_csv, contacts_to_csv, entries_to_csv, pages_to_csv
from telcon.store import Selection
from telcon.web.answers import file_answer
from telcon.web.asking import catalogue_of, select_contacts
from telcon.web.describing import files
from telcon.web.finding import find_contact
from telcon.web.shelf import PageSelection, pages_asked_for, select_pages

CSV = "text/csv; charset=utf-8"
router = APIRouter(tags=["files"])
Asked = Annotated[Selection, Depends(select_contacts)]


@router.get("/contacts.csv", **files(CSV, "Contacts, a row each."))
def contacts_csv(request: Request, asked: Asked) -> Response:
    """The contacts asked for as a spreadsheet."""
    return file_answer("contacts.csv", contacts_to_csv(catalogue_of(request).contacts(asked)), CSV)


@router.get("/contacts/{contact_id}.csv", **files(CSV, "Claims and statements, a row each.", errors=(404,)))
def claims_csv(request: Request, contact_id: str) -> Response:
    """All that pages claim of one contact as a spreadsheet, with the words."""
    return file_answer(f"contact-{contact_id}.csv", claims_to_csv(find_contact(request, contact_id)), CSV)


@router.get("/pages.csv", **files(CSV, "Pages, a row each."))
def pages_csv(request: Request, asked: Annotated[PageSelection, Depends(select_pages)]) -> Response:
    """The stored pages asked for as a spreadsheet, without their texts."""
    return file_answer("pages.csv", pages_to_csv(pages_asked_for(request, asked)), CSV)


@router.get("/agreements.csv", **files(CSV, "Entries, a row each."))
def agreements_csv(request: Request, asked: Asked) -> Response:
    """The ledger as a spreadsheet."""
    ledger = make_ledger(catalogue_of(request).contacts(asked))
    return file_answer("agreements.csv", entries_to_csv(ledger, today=date.today()), CSV)
