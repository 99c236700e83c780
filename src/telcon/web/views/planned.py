"""What is planned, proposed or denied."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from telcon.messages import say
from telcon.store import Selection
from telcon.web.drawings.drawing import draw
from telcon.web.lists.asking import select_contacts
from telcon.web.overviews.plans import Outlook, make_plans, planned_contacts

router = APIRouter(include_in_schema=False)
Asked = Annotated[Selection, Depends(select_contacts)]
SHORT, LONG = 20, 50
"""Contacts of each sort where all are shown, and on a page of one sort alone."""


@router.get("/planned")
def planned(
    request: Request,
    asked: Asked,
    outlook: Outlook | None = None,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """What is to come, what should have been, what was denied: each with the words."""
    found = planned_contacts(request, asked)
    kinds = [outlook] if outlook else list(Outlook)
    size = LONG if outlook else SHORT
    shown = {one: make_plans(request, found[one][(page - 1) * size : page * size]) for one in kinds}
    kept = [
        (name, told) for name, told in request.query_params.multi_items() if name not in ("page", "lang", "outlook")
    ]
    return draw(
        request,
        "planned.html",
        asked=asked,
        shown=shown,
        totals={one: len(contacts) for one, contacts in found.items()},
        outlook=outlook,
        page=page,
        size=size,
        kept=kept,
        headings={
            Outlook.TO_COME: say("To come"),
            Outlook.PAST_DUE: say("The day has passed, nothing told yet"),
            Outlook.DENIED: say("Denied"),
        },
    )
