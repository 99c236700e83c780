"""The JSON twins of the pages, under one version of the format."""

from __future__ import annotations

from fastapi import APIRouter, Security
from fastapi.security import HTTPBearer

from telcon.web.twins import (
    agreements,
    contacts,
    disagreements,
    home,
    pages,
    pairs,
    people,
    planned,
    record,
    review,
    search,
    sides,
)

BY_TOKEN = HTTPBearer(auto_error=False, description="A token; needed where reading is not open, and to write.")
"""For the description alone: the gate has looked at the token before."""

twins = APIRouter(prefix="/api/v1", dependencies=[Security(BY_TOKEN)])
for module in (
    *(contacts, search, home, sides, pairs, pages, planned, disagreements, agreements, record),
    *(people, review),
):
    twins.include_router(module.router)
