"""Outlets, and those whom they cite."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from telcon.web.drawings.drawing import draw
from telcon.web.overviews.sources import find_sources

router = APIRouter(include_in_schema=False)
SHOWN = 300
"""Rows of a table on the page: the files have all."""


@router.get("/sources")
def sources(request: Request) -> Response:
    """What each outlet and each side tells, who is first, who copies whom."""
    return draw(request, "sources.html", found=find_sources(request), most=SHOWN)
