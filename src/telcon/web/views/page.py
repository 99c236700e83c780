"""One stored page."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response

from telcon.messages import say
from telcon.web.asking import store_of
from telcon.web.drawing import draw
from telcon.web.lines import page_lines

router = APIRouter(include_in_schema=False)


@router.get("/pages/{digest}")
def page(request: Request, digest: str) -> Response:
    """A stored page: its lines by role, and what was read from it."""
    held = store_of(request).page(digest)
    if held is None:
        raise HTTPException(404, say("the record holds no such page"))
    return draw(request, "page.html", held=held, lines=list(page_lines(held)))
