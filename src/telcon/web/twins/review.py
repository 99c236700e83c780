"""What is in doubt, and what was decided, as JSON."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter, Request, Response

from telcon.exports.decisions import DecisionRow, DoubtRow, decision_row, doubt_row
from telcon.web.answers import struct_answer
from telcon.web.describing import answers
from telcon.web.drawings.drawing import hear
from telcon.web.lists.asking import PAGE
from telcon.web.lists.paging import After, Size, part_after
from telcon.web.reviews.reviewing import doubts_of, history_of

router = APIRouter(tags=["review"])


class DoubtList(msgspec.Struct, frozen=True):
    """Part of what is in doubt; `next` is what `after` takes for those that follow, null at the end."""

    total: int
    next: str | None
    doubts: list[DoubtRow]


class DecisionList(msgspec.Struct, frozen=True):
    """Part of what was decided; `next` is what `after` takes for those before, null at the end."""

    total: int
    next: str | None
    decisions: list[DecisionRow]


@router.get("/review", **answers(DoubtList, "What is in doubt, the most consequential first.", errors=(400,)))
def list_doubts(request: Request, after: After = "", size: Size = PAGE) -> Response:
    """What the rules are unsure of and accounts disagree on, most consequential first, what was left open last."""
    hear(request)
    part = part_after(doubts_of(request), lambda doubt: doubt.key, after, size)
    return struct_answer(DoubtList(part.total, part.next, list(map(doubt_row, part.rows))))


@router.get("/decisions", **answers(DecisionList, "All decisions, the latest first.", errors=(400,)))
def list_decisions(request: Request, after: After = "", size: Size = PAGE) -> Response:
    """All decisions ever made, the latest first, those that were taken back among them."""
    hear(request)
    part = part_after(history_of(request)[::-1], lambda one: str(one.number), after, size)
    return struct_answer(DecisionList(part.total, part.next, list(map(decision_row, part.rows))))
