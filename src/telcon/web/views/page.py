"""One stored page."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from telcon.model.texts import ARTICLE
from telcon.web.answers import file_answer
from telcon.web.catalogues.finding import find_page
from telcon.web.catalogues.indexes import contacts_by_id
from telcon.web.drawings.drawing import draw
from telcon.web.lists.asking import catalogue_of, store_of
from telcon.web.pages.lines import page_lines
from telcon.web.pages.marks import FirstTime, find_marks, name_letters
from telcon.web.pages.values import read_leftovers, read_reports, read_statements

router = APIRouter(include_in_schema=False)


@router.get("/pages/{digest}.txt")
def text(request: Request, digest: str) -> Response:
    """The text of a stored page as it was found."""
    held = find_page(request, digest)
    return file_answer(f"{held.page.digest[:16]}.txt", held.page.text, "text/plain; charset=utf-8")


@router.get("/pages/{digest}")
def page(request: Request, digest: str) -> Response:
    """A stored page: its lines by role, and what was read from it."""
    held = find_page(request, digest)
    marks = find_marks(held)
    contacts = contacts_by_id(catalogue_of(request))
    return draw(
        request,
        "page.html",
        held=held,
        lines=list(page_lines(held, marks)),
        article=sum(line.role in ARTICLE for line in held.page.lines),
        reports=list(read_reports(held, marks)),
        statements=list(read_statements(held, marks)),
        leftovers=list(read_leftovers(held, marks)),
        contacts=contacts,
        letters=name_letters(),
        fresh=FirstTime(),
        relatives=store_of(request).relatives(held.page.digest),
    )
