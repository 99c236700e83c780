"""Where accounts part, as JSON."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Query, Request, Response

from telcon.store import Selection
from telcon.web.answers import struct_answer
from telcon.web.describing import answers
from telcon.web.lists.asking import PAGE, select_contacts
from telcon.web.lists.paging import After, Size, part_after
from telcon.web.overviews.disputes import Dispute, DisputeLine, Field, dispute_line, find_disputes, stands_of

router = APIRouter(tags=["contacts"])
Asked = Annotated[Selection, Depends(select_contacts)]
Wanted = Annotated[list[Field], Query(description="Only disagreements on these fields.")]


class DisputeList(msgspec.Struct, frozen=True):
    """Part of a list of disagreements; `next` is what `after` takes for those that follow, null at the end."""

    total: int
    next: str | None
    disagreements: list[DisputeLine]


@router.get("/disagreements", **answers(DisputeList, "Disagreements, the latest contact first.", errors=(400,)))
def list_disagreements(
    request: Request,
    asked: Asked,
    field: Wanted = [],  # noqa: B006 - FastAPI copies it
    after: After = "",
    size: Size = PAGE,
) -> Response:
    """Contacts on whose fields accounts part: each value with who tells it and the words."""
    part = part_after(find_disputes(request, asked, frozenset(field)), _name, after, size)
    lines = [dispute_line(dispute, stands) for dispute, stands in stands_of(request, part.rows)]
    return struct_answer(DisputeList(part.total, part.next, lines))


def _name(dispute: Dispute) -> str:
    return f"{dispute.contact.id}.{dispute.field.value}"
