"""What was read."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from telcon.web.drawings.drawing import draw
from telcon.web.overviews.coverage import find_coverage

router = APIRouter(include_in_schema=False)
SHOWN = 120
"""Rows of a table on the page: the files have all."""


@router.get("/coverage")
def coverage(request: Request) -> Response:
    """What was read, passed over, and came to nothing, and why."""
    return draw(request, "coverage.html", found=find_coverage(request), most=SHOWN)
