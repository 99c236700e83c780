"""One contact."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response

from telcon.contacts import build_matrix, make_ledger
from telcon.messages import say
from telcon.web.asking import store_of
from telcon.web.drawing import draw
from telcon.web.trees import tree_rows

router = APIRouter(include_in_schema=False)


@router.get("/contacts/{contact_id}")
def contact(request: Request, contact_id: str) -> Response:
    """One contact: facts with who says so, accounts side by side, agreements, pages."""
    found = store_of(request).contact(contact_id)
    if found is None:
        raise HTTPException(404, say("no contact has an id that begins so"))
    matrix, ledger = build_matrix(found), make_ledger([found])
    return draw(request, "contact.html", contact=found, matrix=matrix, ledger=ledger, tree=list(tree_rows(found)))
