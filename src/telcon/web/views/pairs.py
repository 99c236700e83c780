"""Who with whom: leaders or states against each other."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from telcon.messages import say
from telcon.model.contacts import Status
from telcon.store import Selection
from telcon.web.catalogues.directory import Sort, find_directory
from telcon.web.courses.grids import find_grid
from telcon.web.drawings.drawing import draw
from telcon.web.lists.asking import catalogue_of, select_contacts
from telcon.web.lists.narrowing import Narrowing

router = APIRouter(include_in_schema=False)
Asked = Annotated[Selection, Depends(select_contacts)]


@router.get("/pairs")
def pairs(request: Request, asked: Asked, by: Sort = Sort.LEADERS) -> Response:
    """How many contacts each two had, for those who had most of those asked for."""
    directory, grid = find_directory(catalogue_of(request)), find_grid(request, asked, by)
    narrowing = Narrowing(request)
    rows = (
        narrowing.by_sort(say("Rows")),
        narrowing.by_period(directory.years, usual=say("all")),
        narrowing.by_kind(),
        narrowing.by_status(usual=Status.HELD),
    )
    kept = narrowing.kept("since", "until")
    return draw(request, "pairs.html", asked=asked, by=by, grid=grid, kept=kept, rows=rows)
