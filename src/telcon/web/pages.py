"""The pages for people."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response

from telcon.contacts import Contact, build_matrix, make_ledger, make_series
from telcon.contacts.series import first_day
from telcon.messages import TOPICS, say
from telcon.model.contacts import Kind, Status
from telcon.store import Selection
from telcon.web.asking import PAGE, catalogue_of, select_contacts, store_of
from telcon.web.drawing import draw
from telcon.web.lines import page_lines
from telcon.web.trees import tree_rows

pages = APIRouter(include_in_schema=False)
Asked = Annotated[Selection, Depends(select_contacts)]
NEW, OPEN = 8, frozenset({Status.PLANNED, Status.PROPOSED})


@pages.get("/")
def home(request: Request) -> Response:
    """What is newest, what is to come, where accounts part."""
    found = _newest_first(catalogue_of(request).contacts())
    held = [contact for contact in found if contact.status is Status.HELD]
    to_come = sorted((one for one in found if one.status in OPEN and not _is_past(one)), key=_soonest_first)
    apart = [contact for contact in found if any(choice.disagree for choice in contact.choices.values())]
    count = store_of(request).count_pages()
    return draw(request, "home.html", held=held, to_come=to_come, apart=apart, pages=count, contacts=found, most=NEW)


@pages.get("/contacts")
def contacts(request: Request, asked: Asked, page: Annotated[int, Query(ge=1, le=10_000)] = 1) -> Response:
    """The list of contacts, newest first."""
    found = _newest_first(catalogue_of(request).contacts(asked))
    shown = found[(page - 1) * PAGE : page * PAGE]
    rest = [(name, told) for name, told in request.query_params.multi_items() if name not in ("page", "lang")]
    return draw(
        request,
        "contacts.html",
        asked=asked,
        found=found,
        shown=shown,
        page=page,
        size=PAGE,
        rest=rest,
        kinds=list(Kind),
        statuses=list(Status),
        topics=sorted(TOPICS),
    )


@pages.get("/contacts/{contact_id}")
def contact(request: Request, contact_id: str) -> Response:
    """One contact: facts with who says so, accounts side by side, agreements, pages."""
    found = store_of(request).contact(contact_id)
    if found is None:
        raise HTTPException(404, say("no contact has an id that begins so"))
    matrix, ledger = build_matrix(found), make_ledger([found])
    return draw(request, "contact.html", contact=found, matrix=matrix, ledger=ledger, tree=list(tree_rows(found)))


@pages.get("/pages/{digest}")
def page(request: Request, digest: str) -> Response:
    """A stored page: its lines by role, and what was read from it."""
    held = store_of(request).page(digest)
    if held is None:
        raise HTTPException(404, say("the record holds no such page"))
    return draw(request, "page.html", held=held, lines=list(page_lines(held)))


@pages.get("/agreements")
def agreements(request: Request, asked: Asked) -> Response:
    """The ledger of agreements and follow-ups."""
    ledger = make_ledger(catalogue_of(request).contacts(asked))
    return draw(request, "agreements.html", ledger=ledger, asked=asked)


@pages.get("/pairs/{one}/{other}")
def pair(request: Request, one: str, other: str) -> Response:
    """Two sides over time."""
    found = catalogue_of(request).contacts(Selection(between=(one, other)))
    summed = make_series(found, today=date.today())
    return draw(request, "pair.html", one=one, other=other, found=_newest_first(found), summed=summed)


def _newest_first(found: list[Contact]) -> list[Contact]:
    return sorted(found, key=lambda contact: (first_day(contact) or date.min, contact.id), reverse=True)


def _soonest_first(contact: Contact) -> tuple[date, str]:
    return first_day(contact) or date.max, contact.id


def _is_past(contact: Contact) -> bool:
    day = first_day(contact)
    return day is not None and day < date.today()
