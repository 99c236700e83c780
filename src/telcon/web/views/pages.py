"""The list of stored pages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from telcon.messages import say
from telcon.web.drawings.drawing import draw, hear
from telcon.web.overviews.shelf import PageSelection, Tells, counted_by, pages_asked_for, select_pages

router = APIRouter(include_in_schema=False)
Asked = Annotated[PageSelection, Depends(select_pages)]
SIZE, OUTLETS = 50, 200


@router.get("/pages")
def pages(request: Request, asked: Asked, page: Annotated[int, Query(ge=1, le=100_000)] = 1) -> Response:
    """The list of stored pages, those seen last first."""
    hear(request)
    found = pages_asked_for(request, asked)
    kept = [(name, told) for name, told in request.query_params.multi_items() if name not in ("page", "lang") and told]
    return draw(
        request,
        "pages.html",
        asked=asked,
        found=found[(page - 1) * SIZE : page * SIZE],
        total=len(found),
        page=page,
        last=-(-len(found) // SIZE),
        kept=kept,
        q=request.query_params.get("q", ""),
        outlets=counted_by(request, "outlet")[:OUTLETS],
        tongues=counted_by(request, "language"),
        tellings={
            Tells.SOME: say("tell of a contact"),
            Tells.NONE: say("tell of none"),
            Tells.PASSED: say("passed over"),
        },
    )
