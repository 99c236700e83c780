"""What is planned, proposed or denied, as JSON."""

from __future__ import annotations

from itertools import chain
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Query, Request, Response

from telcon.store import Selection
from telcon.web.answers import struct_answer
from telcon.web.describing import answers
from telcon.web.lists.asking import PAGE, select_contacts
from telcon.web.lists.paging import After, Size, part_after
from telcon.web.overviews.plans import Outlook, PlanLine, make_plans, plan_line, planned_contacts

router = APIRouter(tags=["contacts"])
Asked = Annotated[Selection, Depends(select_contacts)]
Wanted = Annotated[Outlook | None, Query(description="Only those to come, past due or denied.")]


class PlanList(msgspec.Struct, frozen=True):
    """Part of a list of contacts that were not held; `next` is what `after` takes for those that follow."""

    total: int
    next: str | None
    plans: list[PlanLine]


@router.get("/planned", **answers(PlanList, "Contacts to come first, then past due, then denied.", errors=(400,)))
def list_planned(
    request: Request, asked: Asked, outlook: Wanted = None, after: After = "", size: Size = PAGE
) -> Response:
    """Contacts that are planned, proposed or denied, each with the words that say so and who says them."""
    found = planned_contacts(request, asked)
    wanted = found[outlook] if outlook else list(chain.from_iterable(found.values()))
    part = part_after(wanted, lambda contact: contact.id, after, size)
    plans = [plan_line(plan) for plan in make_plans(request, part.rows)]
    return struct_answer(PlanList(part.total, part.next, plans))
