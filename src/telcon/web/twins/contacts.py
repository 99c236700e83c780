"""Contacts as JSON."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Query, Request, Response

from telcon.contacts import build_matrix
from telcon.exports.accounts import MatrixLine, matrix_line
from telcon.exports.annotations import MEDIA_TYPE, AnnotationPage, contact_annotations
from telcon.exports.contacts import ContactInFull, ContactLine, contact_in_full, contact_line
from telcon.store import Selection
from telcon.web.answers import struct_answer
from telcon.web.catalogues.finding import find_contact
from telcon.web.describing import answers
from telcon.web.lists.asking import PAGE, catalogue_of, select_contacts
from telcon.web.lists.facets import count_facets
from telcon.web.lists.listing import Listing, find_contacts
from telcon.web.lists.orders import Order
from telcon.web.lists.paging import After, Size

router = APIRouter(tags=["contacts"])
Asked = Annotated[Selection, Depends(select_contacts)]
VALUES = 200
"""Values of a facet that are counted at most."""


class ValueCount(msgspec.Struct, frozen=True):
    """One value of a facet, as the parameter takes it, with its name and how many contacts the list would have."""

    value: str
    name: str
    count: int


class ContactList(msgspec.Struct, frozen=True, omit_defaults=True):
    """Part of a list of contacts; `next` is what `after` takes for those that follow, null at the end.

    `facets`, where they are asked for: the values of each parameter that narrows the list, the most frequent first.
    """

    total: int
    next: str | None
    contacts: list[ContactLine]
    facets: dict[str, list[ValueCount]] | None = None


@router.get("/contacts", **answers(ContactList, "Contacts, sorted.", errors=(400,)))
def list_contacts(
    request: Request,
    *,
    asked: Asked,
    sort: Order = Order.NEWEST,
    after: After = "",
    size: Size = PAGE,
    facets: Annotated[bool, Query(description="Count the contacts by each value that the list can be narrowed by.")] = (
        False
    ),
) -> Response:
    """Contacts, the newest first unless `sort` says otherwise; what follows stays the same while others are added."""
    listing = find_contacts(catalogue_of(request), asked, sort)
    shown, following = listing.after(after, size)
    counted = _count(listing) if facets else None
    return struct_answer(ContactList(len(listing), following, list(map(contact_line, shown)), counted))


def _count(listing: Listing) -> dict[str, list[ValueCount]]:
    return {
        facet: [ValueCount(choice.told, choice.name, choice.count) for choice in choices]
        for facet, choices in count_facets(listing, VALUES).items()
    }


@router.get("/contacts/{contact_id}", **answers(ContactInFull, "The contact.", errors=(404,)))
def show_contact(request: Request, contact_id: str) -> Response:
    """One contact with claims, statements and agreements, each with the words it was read from."""
    return struct_answer(contact_in_full(find_contact(request, contact_id)))


@router.get("/contacts/{contact_id}/accounts", **answers(MatrixLine, "Its accounts.", errors=(404,)))
def compare_accounts(request: Request, contact_id: str) -> Response:
    """The accounts of a contact side by side: by field and by topic, what each side and each source tells."""
    found = find_contact(request, contact_id)
    return struct_answer(matrix_line(found, build_matrix(found)))


@router.get(
    "/contacts/{contact_id}/annotations",
    **answers(AnnotationPage, "Its claims and statements.", errors=(404,), media_type=MEDIA_TYPE),
)
def annotate_contact(request: Request, contact_id: str) -> Response:
    """What pages say of a contact as W3C Web Annotations: each value on the words of the page it was read from."""
    return struct_answer(contact_annotations(find_contact(request, contact_id)), MEDIA_TYPE)
