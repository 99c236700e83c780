"""What went wrong, as a page for people or as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from starlette.exceptions import HTTPException

from telcon.web.drawings.drawing import draw, hear
from telcon.web.guards.returning import login_address, login_from
from telcon.web.misfits import tell_misfit

CHALLENGE = {"WWW-Authenticate": 'Bearer realm="telcon"'}


def fail(request: Request, status: int, reason: str, headers: Mapping[str, str] | None = None) -> Response:
    """What went wrong. Who must say who they are first is led to the page for that, and from there back."""
    extra = dict(headers or {}) | (CHALLENGE if status == 401 else {})
    if request.url.path.startswith("/api/"):
        return JSONResponse({"reason": reason}, status_code=status, headers=extra)
    if status == 401 and request.method in ("GET", "HEAD") and "authorization" not in request.headers:
        return _to_login(request)
    response = draw(request, "failure.html", status=status, failed=status, reason=reason)
    response.headers.update(extra)
    return response


def fail_by(request: Request, error: Exception) -> Response:
    """An error with a status of its own."""
    assert isinstance(error, HTTPException)  # it is called for these alone
    return fail(request, error.status_code, str(error.detail), error.headers)


def fail_for_no_sense(request: Request, error: Exception) -> Response:
    """An address or a form that makes no sense."""
    assert isinstance(error, RequestValidationError)
    hear(request)
    return fail(request, 400, "; ".join(tell_misfit(part) for part in error.errors()))


def fail_for_no_record(request: Request, error: Exception) -> Response:
    """A record that cannot be read or written."""
    return fail(request, 500, str(error))


def _to_login(request: Request) -> Response:
    if "hx-request" in request.headers:  # a part of a page is asked for: the whole page is to go
        page = urlsplit(request.headers.get("hx-current-url", "/"))
        return Response(status_code=401, headers={"HX-Redirect": login_address(page.path, page.query)} | CHALLENGE)
    return RedirectResponse(login_from(request), 303, {"Cache-Control": "no-store"})
