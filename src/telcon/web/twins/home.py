"""The first page as JSON."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter, Request, Response

from telcon.exports.contacts import ContactLine, contact_line
from telcon.web.answers import struct_answer
from telcon.web.describing import answers
from telcon.web.overviews.front import find_front

router = APIRouter()


class ChangeRow(msgspec.Struct, frozen=True):
    """A page that came into the record: when it was seen (ISO 8601), and the ids of the contacts that it tells of."""

    page: str
    title: str | None
    outlet: str | None
    seen_at: str
    contacts: list[str]
    skipped: str | None


class FrontRow(msgspec.Struct, frozen=True):
    """What is newest, to come, in dispute, and what changed; contacts as in their list."""

    newest: list[ContactLine]
    planned: list[ContactLine]
    parted: list[ContactLine]
    changed: list[ChangeRow]


@router.get("/home", **answers(FrontRow, "What is new."))
def show_home(request: Request) -> Response:
    """The newest contacts held, the next to come, those on which accounts part, and the pages that came last."""
    front = find_front(request)
    newest = [*([front.lead.contact] if front.lead else []), *front.newest]
    row = FrontRow(
        [contact_line(it) for it in newest],
        [contact_line(it.contact) for it in front.plans],
        [contact_line(it.contact) for it in front.partings],
        [
            ChangeRow(it.page.digest, it.page.title, it.page.outlet, it.seen_at, list(it.contacts), it.skipped)
            for it in (change.arrival for change in front.changes)
        ],
    )
    return struct_answer(row)
