"""One contact."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from telcon.contacts import build_matrix, make_ledger
from telcon.contacts.accounts import find_sides
from telcon.messages.contacts import title_of
from telcon.web.catalogues.finding import find_contact
from telcon.web.contacts.agreeing import agreement_of, sides_heard
from telcon.web.contacts.citing import cite
from telcon.web.contacts.differences import find_differences
from telcon.web.contacts.facts import fact_rows
from telcon.web.contacts.matrices import matrix_columns, matrix_rows, rendered_statements
from telcon.web.contacts.neighbours import same_pages, same_people
from telcon.web.contacts.trees import page_trees
from telcon.web.drawings.drawing import draw
from telcon.web.lists.asking import catalogue_of
from telcon.web.reviews.settled import Done, settled_on

router = APIRouter(include_in_schema=False)
GLANCE = ("date", "kind", "duration", "initiator")


@router.get("/contacts/{contact_id}")
def contact(request: Request, contact_id: str, done: Done = 0) -> Response:
    """One contact: facts with who says so, accounts side by side, agreements, pages; `done` is a decision just made."""
    found = find_contact(request, contact_id)
    matrix, catalogue = build_matrix(found), catalogue_of(request)
    columns = matrix_columns(matrix)
    return draw(
        request,
        "contact.html",
        contact=found,
        title=title_of(found),
        glance={field: agreement_of(found, field) for field in GLANCE},
        differences=find_differences(found, matrix),
        facts=fact_rows(found),
        matrix=matrix,
        sides=find_sides(found),
        names={telling.member: telling.page.label for telling in found.tellings},
        heard=sides_heard(found, matrix),
        columns=columns,
        topics=matrix_rows(found, matrix, columns),
        rendered=rendered_statements(found),
        ledger=make_ledger([found]),
        trees=page_trees(found),
        near=same_people(found, catalogue),
        beside=same_pages(found, catalogue),
        citations=cite(found, request),
        settled=settled_on(request, found, done),
    )
