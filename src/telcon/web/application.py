"""The application: one record, its pages and their JSON twins, and what every answer carries."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from telcon import __version__
from telcon.store import Store, StoreError
from telcon.web import downloads, views
from telcon.web.catalogue import Catalogue
from telcon.web.drawing import draw
from telcon.web.remembering import Remembering
from telcon.web.twins import twins

STATIC = Path(__file__).parent / "static"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
"""Our own scripts alone, no other host, no frame: the text of pages is never trusted."""


def create_app(store: Store) -> FastAPI:
    """The application over an open record."""
    app = FastAPI(title="Telcon", version=__version__, docs_url=None, redoc_url=None)
    app.state.store, app.state.catalogue = store, Catalogue(store)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in (twins, *downloads.ROUTERS, *views.ROUTERS):
        app.include_router(router)
    app.add_exception_handler(HTTPException, _no_such_page)
    app.add_exception_handler(RequestValidationError, _no_sense)
    app.add_exception_handler(StoreError, _no_record)

    app.add_middleware(Remembering, store=store)
    app.add_middleware(Guarding)
    return app


class Guarding:
    """Puts on every answer what keeps browsers from running or telling on anything."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the headers."""

        async def guard(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(raw=message["headers"]).update(HEADERS)
            await send(message)

        await self._app(scope, receive, guard)


def _no_such_page(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # it is called for these alone
    return _fail(request, error.status_code, str(error.detail))


def _no_sense(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    told = "; ".join(f"{part['loc'][-1]}: {part['msg']}" for part in error.errors())
    return _fail(request, 400, told)


def _no_record(request: Request, error: Exception) -> Response:
    return _fail(request, 500, str(error))


def _fail(request: Request, status: int, reason: str) -> Response:
    """What went wrong, as a page for people or as JSON."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"reason": reason}, status_code=status)
    return draw(request, "failure.html", status=status, reason=reason)
