"""What a search finds, as JSON."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Request, Response

from telcon.exports.findings import FindingLine, HitLine, make_finding, make_hit
from telcon.messages import say
from telcon.store import Selection
from telcon.web.answers import struct_answer
from telcon.web.describing import answers
from telcon.web.lists.asking import PAGE, Searched, catalogue_of, select_contacts, store_of
from telcon.web.lists.listing import find_contacts
from telcon.web.lists.orders import Order
from telcon.web.lists.paging import After, Size

router = APIRouter(tags=["contacts"])
Asked = Annotated[Selection, Depends(select_contacts)]


class SearchList(msgspec.Struct, frozen=True):
    """Part of what was found; `next` is what `after` takes for what follows, null at the end.

    `pages` counts the pages that hold the words and tell of no contact; `hits` shows the latest of them.
    """

    total: int
    next: str | None
    contacts: list[FindingLine]
    pages: int
    hits: list[HitLine]


@router.get("/search", **answers(SearchList, "Contacts with the words found.", errors=(400,)))
def search(
    request: Request,
    *,
    asked: Asked,
    found: Searched,
    sort: Order = Order.NEWEST,
    after: After = "",
    size: Size = PAGE,
) -> Response:
    """Contacts that hold all words of `q`, each with where they stand on its pages; narrowed as `contacts` are."""
    if found is None:
        raise HTTPException(400, f"q: {say('it holds no word to search for')}")
    listing, store = find_contacts(catalogue_of(request), asked, sort), store_of(request)
    shown, following = listing.after(after, size)
    excerpts = store.excerpts(found, [contact.id for contact in shown])
    findings = [make_finding(contact, excerpts.get(contact.id, ())) for contact in shown]
    alone = [] if after else store.page_excerpts(found)
    return struct_answer(SearchList(len(listing), following, findings, found.page_count, list(map(make_hit, alone))))
