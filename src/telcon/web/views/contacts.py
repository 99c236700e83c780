"""The list of contacts: searched, narrowed by facets, sorted, page by page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response

from telcon.messages import say
from telcon.store import Selection
from telcon.web.drawings.drawing import draw
from telcon.web.lists.asking import Searched, catalogue_of, select_contacts, store_of
from telcon.web.lists.facets import chosen_values, facet_boxes
from telcon.web.lists.groups import group_contacts
from telcon.web.lists.listing import find_contacts
from telcon.web.lists.orders import Order, order_names
from telcon.web.lists.queries import asking
from telcon.web.lists.rows import draw_rows
from telcon.web.lists.strips import make_strip

router = APIRouter(include_in_schema=False)
Asked = Annotated[Selection, Depends(select_contacts)]
SHOWN = 50
"""Contacts on one page of the list."""
WIDE, NARROW = (856.0, 32.0), (358.0, 36.0)
"""Widths of the strip of months, for screens and for phones, and of a label of it."""


@router.get("/contacts")
def contacts(
    request: Request,
    asked: Asked,
    found: Searched,
    sort: Order = Order.NEWEST,
    page: Annotated[int, Query(ge=1)] = 1,
) -> Response:
    """The list of contacts."""
    listing = find_contacts(catalogue_of(request), asked, sort)
    pages = max(1, -(-len(listing) // SHOWN))
    if page > pages:
        raise HTTPException(404, say("the list has {count} pages, no page {page}", count=pages, page=page))
    shown, store = listing.page(page, SHOWN), store_of(request)
    here = asking(request)
    response = draw(
        request,
        "contacts.html",
        listing=listing,
        boxes=facet_boxes(listing),
        groups=group_contacts(listing, page, SHOWN),
        strips=[make_strip(listing, *size) for size in (WIDE, NARROW)],
        row=draw_rows(catalogue_of(request)),
        excerpts=store.excerpts(found, [contact.id for contact in shown]) if found else {},
        alone=store.page_excerpts(found) if found and page == 1 else [],
        alone_count=found.page_count if found else 0,
        question=request.query_params.get("q", ""),
        asking=here,
        chosen=chosen_values(listing, here),
        sort=sort,
        sorts=order_names(),
        page=page,
        pages=pages,
    )
    response.headers["HX-Push-Url"] = str(here)  # without what the form left empty
    return response
