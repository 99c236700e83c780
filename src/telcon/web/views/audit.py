"""The audit log, for administrators."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from telcon.store import AuditQuestion, Deed
from telcon.web.drawings.drawing import draw
from telcon.web.guards.audit_asking import AfterLine, ask_log, part_of_log
from telcon.web.guards.people import Administrator
from telcon.web.lists.asking import PAGE
from telcon.web.views.login import SECRET

router = APIRouter(include_in_schema=False)
Asked = Annotated[AuditQuestion, Depends(ask_log)]


@router.get("/audit")
def audit(request: Request, person: Administrator, asked: Asked, after: AfterLine = None) -> Response:
    """Every change of the record, the latest first."""
    lines, older = part_of_log(request, asked, after, PAGE)
    rest = [(name, told) for name, told in request.query_params.multi_items() if name not in ("after", "lang")]
    response = draw(
        request, "audit.html", lines=lines, older=older, after=after, asked=asked, rest=rest, deeds=list(Deed)
    )
    response.headers.update(SECRET)
    return response
