"""One leader."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from telcon.roster import load_roster

router = APIRouter(include_in_schema=False)


@router.get("/leaders/{who}")
def leader(request: Request, who: str) -> Response:
    """The contacts of a leader, by the roster's id or by name."""
    known = load_roster().people.get(who)
    return RedirectResponse(f"/contacts?{urlencode({'person': known.name if known else who})}")
