"""Lists as spreadsheets."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from telcon.contacts import make_ledger
from telcon.exports.spreadsheets import contacts_to_csv, entries_to_csv
from telcon.store import Selection
from telcon.web.answers import file_answer
from telcon.web.asking import catalogue_of, select_contacts

CSV = "text/csv; charset=utf-8"
router = APIRouter()
Asked = Annotated[Selection, Depends(select_contacts)]


@router.get("/contacts.csv")
def contacts_csv(request: Request, asked: Asked) -> Response:
    """The contacts asked for as a spreadsheet."""
    return file_answer("contacts.csv", contacts_to_csv(catalogue_of(request).contacts(asked)), CSV)


@router.get("/agreements.csv")
def agreements_csv(request: Request, asked: Asked) -> Response:
    """The ledger as a spreadsheet."""
    ledger = make_ledger(catalogue_of(request).contacts(asked))
    return file_answer("agreements.csv", entries_to_csv(ledger, today=date.today()), CSV)
