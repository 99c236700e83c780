"""Stored pages as JSON."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Request, Response

from telcon.exports.annotations import MEDIA_TYPE, AnnotationPage, page_annotations
from telcon.exports.pages import PageInFull, PageOutlineLine, outline_line, page_in_full
from telcon.web.answers import struct_answer
from telcon.web.catalogues.finding import find_page
from telcon.web.describing import answers
from telcon.web.drawings.drawing import hear
from telcon.web.lists.asking import PAGE, store_of
from telcon.web.lists.paging import After, Size, part_after
from telcon.web.overviews.shelf import PageSelection, pages_asked_for, select_pages

router = APIRouter(tags=["pages"])
Asked = Annotated[PageSelection, Depends(select_pages)]


class PageList(msgspec.Struct, frozen=True):
    """Part of a list of pages; `next` is what `after` takes for those that follow, null at the end."""

    total: int
    next: str | None
    pages: list[PageOutlineLine]


@router.get("/pages", **answers(PageList, "Stored pages, those seen last first.", errors=(400,)))
def list_pages(request: Request, asked: Asked, after: After = "", size: Size = PAGE) -> Response:
    """Stored pages without their texts, those seen last first."""
    hear(request)
    part = part_after(pages_asked_for(request, asked), lambda outline: outline.page.digest, after, size)
    return struct_answer(PageList(part.total, part.next, list(map(outline_line, part.rows))))


@router.get("/pages/{digest}", **answers(PageInFull, "The page.", errors=(404,)))
def show_page(request: Request, digest: str) -> Response:
    """A stored page, by the beginning of its digest: text, lines by role, and all that was read from it."""
    held = find_page(request, digest)
    return struct_answer(page_in_full(held, store_of(request).relatives(held.page.digest)))


@router.get(
    "/pages/{digest}/annotations",
    **answers(AnnotationPage, "Its claims and statements.", errors=(404,), media_type=MEDIA_TYPE),
)
def annotate_page(request: Request, digest: str) -> Response:
    """What was read from a page as W3C Web Annotations: each value on the words it was read from."""
    return struct_answer(page_annotations(find_page(request, digest)), MEDIA_TYPE)
