"""What is in doubt, and what was decided, as JSON."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Query, Request, Response

from telcon.contacts import Decision, Doubt
from telcon.web.answers import json_answer
from telcon.web.asking import PAGE
from telcon.web.reviewing import doubts_of, history_of

router = APIRouter()
Size = Annotated[int, Query(ge=1, le=1000)]


@router.get("/review")
def list_doubts(request: Request, after: str = "", size: Size = PAGE) -> Response:
    """What is in doubt, the most consequential first; `next` is what `after` takes for those that follow."""
    found = doubts_of(request)
    keys = [doubt.key for doubt in found]
    start = keys.index(after) + 1 if after in keys else 0
    rows = [_doubt_row(doubt) for doubt in found[start : start + size]]
    following = keys[start + size - 1] if start + size < len(keys) else None
    return _answer({"total": len(found), "next": following, "doubts": rows})


@router.get("/decisions")
def list_decisions(request: Request, before: Annotated[int | None, Query(ge=1)] = None, size: Size = PAGE) -> Response:
    """All decisions ever made, the latest first; `next` is what `before` takes for those that follow."""
    found = [one for one in reversed(history_of(request)) if before is None or one.number < before]
    following = found[size - 1].number if size < len(found) else None
    rows = [_decision_row(one) for one in found[:size]]
    return _answer({"total": len(history_of(request)), "next": following, "decisions": rows})


def _doubt_row(doubt: Doubt) -> dict[str, Any]:
    return {"key": doubt.key, **msgspec.to_builtins(doubt)}


def _decision_row(decision: Decision) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(decision)
    return row | {"undone_at": decision.undone_at or None, "undone_by": decision.undone_by or None}


def _answer(told: dict[str, Any]) -> Response:
    return json_answer(msgspec.json.encode(told).decode())
