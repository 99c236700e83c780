"""Contacts on whose fields accounts part."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from telcon.store import Selection
from telcon.web.drawings.drawing import draw
from telcon.web.lists.asking import select_contacts
from telcon.web.overviews.disputes import Field, find_disputes, stands_of

router = APIRouter(include_in_schema=False)
Asked = Annotated[Selection, Depends(select_contacts)]
SIZE = 25


@router.get("/disagreements")
def disagreements(
    request: Request,
    asked: Asked,
    field: Annotated[list[Field], Query()] = [],  # noqa: B006 - FastAPI copies it
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """Where accounts part: by contact and field, each value with who tells it and the words."""
    found = find_disputes(request, asked, frozenset(field))
    kept = [(name, told) for name, told in request.query_params.multi_items() if name not in ("page", "lang")]
    return draw(
        request,
        "disagreements.html",
        asked=asked,
        chosen=field,
        fields=list(Field),
        total=len(found),
        shown=stands_of(request, found[(page - 1) * SIZE : page * SIZE]),
        page=page,
        size=SIZE,
        kept=kept,
    )
