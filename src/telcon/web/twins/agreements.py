"""The ledger as JSON."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Request, Response

from telcon.contacts import make_ledger
from telcon.exports.ledgers import EntryLine, entry_row
from telcon.store import Selection
from telcon.web.answers import json_answer
from telcon.web.asking import catalogue_of, select_contacts
from telcon.web.describing import answers

router = APIRouter(tags=["agreements"])
Asked = Annotated[Selection, Depends(select_contacts)]


@router.get("/agreements", **answers(list[EntryLine], "Entries of the ledger by the time they are due.", errors=(400,)))
def list_agreements(request: Request, asked: Asked) -> Response:
    """The ledger of agreements and follow-ups."""
    rows = [entry_row(entry, today=date.today()) for entry in make_ledger(catalogue_of(request).contacts(asked))]
    return json_answer(msgspec.json.encode(rows).decode())
