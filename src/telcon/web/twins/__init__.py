"""The JSON twins of the pages, under one version of the format."""

from __future__ import annotations

from fastapi import APIRouter

from telcon.web.twins import agreements, contacts, pages, people

twins = APIRouter(prefix="/api/v1")
for module in (contacts, pages, agreements, people):
    twins.include_router(module.router)
