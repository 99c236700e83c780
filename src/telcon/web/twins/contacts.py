"""Contacts as JSON."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Request, Response

from telcon.contacts import build_matrix
from telcon.exports.accounts import MatrixLine, matrix_line
from telcon.exports.annotations import MEDIA_TYPE, AnnotationPage, contact_annotations
from telcon.exports.contacts import ContactInFull, ContactLine, contact_in_full, contact_line
from telcon.store import Selection
from telcon.web.answers import struct_answer
from telcon.web.asking import PAGE, catalogue_of, select_contacts
from telcon.web.describing import answers
from telcon.web.finding import find_contact
from telcon.web.paging import After, Size, part_after

router = APIRouter(tags=["contacts"])
Asked = Annotated[Selection, Depends(select_contacts)]


class ContactList(msgspec.Struct, frozen=True):
    """Part of a list of contacts; `next` is what `after` takes for those that follow, null at the end."""

    total: int
    next: str | None
    contacts: list[ContactLine]


@router.get("/contacts", **answers(ContactList, "Contacts in the order of the record.", errors=(400,)))
def list_contacts(request: Request, asked: Asked, after: After = "", size: Size = PAGE) -> Response:
    """Contacts in the order of the record: by date, those without one last."""
    part = part_after(catalogue_of(request).contacts(asked), lambda contact: contact.id, after, size)
    return struct_answer(ContactList(part.total, part.next, list(map(contact_line, part.rows))))


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
