"""One leader: their contacts over time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response

from telcon.store import Selection
from telcon.web.catalogues.addresses import side_address
from telcon.web.catalogues.directory import find_directory
from telcon.web.catalogues.resolving import resolve
from telcon.web.courses.profiles import draw_profile
from telcon.web.lists.asking import catalogue_of, select_contacts

router = APIRouter(include_in_schema=False)
Asked = Annotated[Selection, Depends(select_contacts)]


@router.get("/leaders/{who}")
def leader(request: Request, asked: Asked, who: Annotated[str, Path(max_length=100)]) -> Response:
    """The contacts of a leader, by the roster's id or by name."""
    sides = resolve(request, [find_directory(catalogue_of(request)).find_leaders(who)], side_address)
    return sides if isinstance(sides, Response) else draw_profile(request, "leader.html", sides, asked)
