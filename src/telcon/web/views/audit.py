"""The audit log, for administrators."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from telcon.store import AuditQuestion, Deed
from telcon.web.asking import PAGE, store_of
from telcon.web.audit_asking import ask_log
from telcon.web.drawing import draw
from telcon.web.people import Administrator
from telcon.web.views.login import SECRET

router = APIRouter(include_in_schema=False)
Asked = Annotated[AuditQuestion, Depends(ask_log)]


@router.get("/audit")
def audit(
    request: Request, person: Administrator, asked: Asked, before: Annotated[int | None, Query(ge=1)] = None
) -> Response:
    """Every change of the record, the latest first."""
    lines = store_of(request).audit(asked, before=before, most=PAGE + 1)
    rest = [(name, told) for name, told in request.query_params.multi_items() if name not in ("before", "lang")]
    response = draw(
        request,
        "audit.html",
        lines=lines[:PAGE],
        older=lines[PAGE - 1].number if len(lines) > PAGE else None,
        before=before,
        asked=asked,
        rest=rest,
        deeds=list(Deed),
    )
    response.headers.update(SECRET)
    return response
