"""The ledger as JSON."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Request, Response

from telcon.contacts import make_ledger
from telcon.exports.ledgers import EntryLine, entry_row
from telcon.store import Selection
from telcon.web.answers import struct_answer
from telcon.web.describing import answers
from telcon.web.lists.asking import PAGE, catalogue_of, select_contacts
from telcon.web.lists.paging import After, Size, part_after

router = APIRouter(tags=["agreements"])
Asked = Annotated[Selection, Depends(select_contacts)]


class AgreementList(msgspec.Struct, frozen=True):
    """Part of the ledger; `next` is what `after` takes for the entries that follow, null at the end."""

    total: int
    next: str | None
    agreements: list[EntryLine]


@router.get("/agreements", **answers(AgreementList, "Entries of the ledger by the time they are due.", errors=(400,)))
def list_agreements(request: Request, asked: Asked, after: After = "", size: Size = PAGE) -> Response:
    """The ledger: agreements and follow-ups that came up in the contacts asked for, with who says what of them."""
    part = part_after(make_ledger(catalogue_of(request).contacts(asked)), lambda entry: entry.id, after, size)
    lines = [entry_row(entry, today=date.today()) for entry in part.rows]
    return struct_answer(AgreementList(part.total, part.next, lines))
