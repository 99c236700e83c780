"""The first page as JSON."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter, Request, Response

from telcon.exports.contacts import contact_to_json
from telcon.web.answers import json_answer
from telcon.web.front import find_front

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

    newest: list[msgspec.Raw]
    planned: list[msgspec.Raw]
    parted: list[msgspec.Raw]
    changed: list[ChangeRow]


@router.get("/home")
def show_home(request: Request) -> Response:
    """The newest contacts held, the next to come, those on which accounts part, and the pages that came last."""
    front = find_front(request)
    newest = [*([front.lead.contact] if front.lead else []), *front.newest]
    row = FrontRow(
        [msgspec.Raw(contact_to_json(it).encode()) for it in newest],
        [msgspec.Raw(contact_to_json(it.contact).encode()) for it in front.plans],
        [msgspec.Raw(contact_to_json(it.contact).encode()) for it in front.partings],
        [
            ChangeRow(it.page.digest, it.page.title, it.page.outlet, it.seen_at, list(it.contacts), it.skipped)
            for it in (change.arrival for change in front.changes)
        ],
    )
    return json_answer(msgspec.json.encode(row).decode())
