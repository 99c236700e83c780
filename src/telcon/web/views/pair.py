"""Two sides over time, each a leader or a state."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request, Response

from telcon.store import Selection
from telcon.web.catalogues.addresses import pair_address
from telcon.web.catalogues.directory import find_directory
from telcon.web.catalogues.resolving import resolve
from telcon.web.courses.profiles import draw_profile
from telcon.web.lists.asking import catalogue_of, select_contacts

router = APIRouter(include_in_schema=False)
Asked = Annotated[Selection, Depends(select_contacts)]
Name = Annotated[str, Path(max_length=100)]


@router.get("/pairs/{one}/{other}")
def pair(request: Request, asked: Asked, one: Name, other: Name) -> Response:
    """The contacts of two sides, each given by an id, a code or a name."""
    directory = find_directory(catalogue_of(request))
    sides = resolve(request, [directory.find_sides(one), directory.find_sides(other)], pair_address)
    return sides if isinstance(sides, Response) else draw_profile(request, "pair.html", sides, asked)
