"""The record as a whole, as JSON: its sources, and what was read."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from telcon.web.answers import struct_answer
from telcon.web.describing import answers
from telcon.web.overviews.coverage import Coverage, find_coverage
from telcon.web.overviews.sources import Sources, find_sources

router = APIRouter(tags=["record"])


@router.get("/sources", **answers(Sources, "Outlets, and those whom they cite."))
def show_sources(request: Request) -> Response:
    """What each outlet and each side tells, who is first, who copies whom."""
    return struct_answer(find_sources(request))


@router.get("/coverage", **answers(Coverage, "What was read."))
def show_coverage(request: Request) -> Response:
    """Pages by language, outlet and month; what was passed over and what came to nothing, each with why."""
    return struct_answer(find_coverage(request))
