"""The ledger of agreements and follow-ups."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from telcon.contacts import make_ledger
from telcon.store import Selection
from telcon.web.drawings.drawing import draw
from telcon.web.lists.asking import catalogue_of, select_contacts

router = APIRouter(include_in_schema=False)
Asked = Annotated[Selection, Depends(select_contacts)]


@router.get("/agreements")
def agreements(request: Request, asked: Asked) -> Response:
    """The ledger of agreements and follow-ups."""
    ledger = make_ledger(catalogue_of(request).contacts(asked))
    return draw(request, "agreements.html", ledger=ledger, asked=asked)
