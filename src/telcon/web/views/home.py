"""Home: what is newest, what is to come, where accounts part."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from telcon.model.contacts import Status
from telcon.web.asking import catalogue_of, store_of
from telcon.web.drawing import draw
from telcon.web.orders import is_past, newest_first, soonest_first

router = APIRouter(include_in_schema=False)
NEW, OPEN = 8, frozenset({Status.PLANNED, Status.PROPOSED})


@router.get("/")
def home(request: Request) -> Response:
    """What is newest, what is to come, where accounts part."""
    found = newest_first(catalogue_of(request).contacts())
    held = [contact for contact in found if contact.status is Status.HELD]
    to_come = soonest_first(one for one in found if one.status in OPEN and not is_past(one))
    apart = [contact for contact in found if any(choice.disagree for choice in contact.choices.values())]
    count = store_of(request).count_pages()
    return draw(request, "home.html", held=held, to_come=to_come, apart=apart, pages=count, contacts=found, most=NEW)
