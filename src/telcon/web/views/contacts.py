"""The list of contacts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from telcon.messages import TOPICS
from telcon.model.contacts import Kind, Status
from telcon.store import Selection
from telcon.web.asking import PAGE, catalogue_of, select_contacts
from telcon.web.drawing import draw
from telcon.web.orders import newest_first

router = APIRouter(include_in_schema=False)
Asked = Annotated[Selection, Depends(select_contacts)]


@router.get("/contacts")
def contacts(request: Request, asked: Asked, page: Annotated[int, Query(ge=1, le=10_000)] = 1) -> Response:
    """The list of contacts, newest first."""
    found = newest_first(catalogue_of(request).contacts(asked))
    shown = found[(page - 1) * PAGE : page * PAGE]
    rest = [(name, told) for name, told in request.query_params.multi_items() if name not in ("page", "lang")]
    return draw(
        request,
        "contacts.html",
        asked=asked,
        found=found,
        shown=shown,
        page=page,
        size=PAGE,
        rest=rest,
        kinds=list(Kind),
        statuses=list(Status),
        topics=sorted(TOPICS),
    )
