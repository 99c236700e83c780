"""Two sides over time."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, Request, Response

from telcon.contacts import make_series
from telcon.store import Selection
from telcon.web.asking import catalogue_of
from telcon.web.drawing import draw
from telcon.web.orders import newest_first

router = APIRouter(include_in_schema=False)


@router.get("/pairs/{one}/{other}")
def pair(request: Request, one: str, other: str) -> Response:
    """Two sides over time."""
    found = catalogue_of(request).contacts(Selection(between=(one, other)))
    summed = make_series(found, today=date.today())
    return draw(request, "pair.html", one=one, other=other, found=newest_first(found), summed=summed)
