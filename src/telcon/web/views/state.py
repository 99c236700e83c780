"""One state or organisation: the contacts of its leaders over time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response

from telcon.store import Selection
from telcon.web.catalogues.addresses import side_address
from telcon.web.catalogues.directory import find_states
from telcon.web.catalogues.resolving import resolve
from telcon.web.courses.profiles import draw_profile
from telcon.web.lists.asking import select_contacts

router = APIRouter(include_in_schema=False)
Asked = Annotated[Selection, Depends(select_contacts)]


@router.get("/states/{code}")
def state(request: Request, asked: Asked, code: Annotated[str, Path(max_length=100)]) -> Response:
    """The contacts of a state, by its code or its name in any language that the roster has."""
    sides = resolve(request, [find_states(code)], side_address)
    return sides if isinstance(sides, Response) else draw_profile(request, "leader.html", sides, asked)
