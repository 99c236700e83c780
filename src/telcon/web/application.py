"""The application: one record, its pages and their JSON twins, and what every answer carries."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from telcon import __version__
from telcon.fetching import Fetcher
from telcon.store import Store, StoreError
from telcon.web import downloads, views
from telcon.web.additions.desk import Desk, Reader
from telcon.web.catalogues.catalogue import Catalogue
from telcon.web.describing import DescribedApp
from telcon.web.drawings.remembering import Remembering
from telcon.web.failures import fail_by, fail_for_no_record, fail_for_no_sense
from telcon.web.guards.bodies import MOST_UPLOADED, Bounded
from telcon.web.guards.doorkeeper import Doorkeeper
from telcon.web.guards.gate import Gate
from telcon.web.guards.limiting import Limiting
from telcon.web.guards.rules import Rules
from telcon.web.twins import twins

STATIC = Path(__file__).parent / "static"
HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; "
        b"img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
"""Our own scripts alone, no other host, no frame: the text of pages is never trusted."""


def create_app(
    store: Store,
    rules: Rules = Rules(),  # noqa: B008 - a value
    *,
    reader: Reader | None = None,
    fetcher: Fetcher | None = None,
) -> FastAPI:
    """The application over an open record, for those whom the rules let in: by themselves, this machine alone.

    `reader` reads what people send, `fetcher` asks for the addresses that they give; without them neither is done.
    """
    app = DescribedApp(title="Telcon", version=__version__, docs_url=None, redoc_url=None)
    app.state.store, app.state.catalogue = store, Catalogue(store)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in (twins, *downloads.ROUTERS, *views.ROUTERS):
        app.include_router(router)
    app.add_exception_handler(HTTPException, fail_by)
    app.add_exception_handler(RequestValidationError, fail_for_no_sense)
    app.add_exception_handler(StoreError, fail_for_no_record)
    app.state.rules = rules
    app.state.doorkeeper, app.state.limiting = Doorkeeper(store, rules), Limiting(rules)
    app.state.desk, app.state.fetcher = Desk(store, reader) if reader else None, fetcher
    app.add_middleware(Bounded, more={"/add": MOST_UPLOADED})
    app.add_middleware(Remembering, store=store)
    app.add_middleware(Gate, rules=rules, doorkeeper=app.state.doorkeeper, limiting=app.state.limiting)
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
                message["headers"] = [*message["headers"], *HEADERS]
            await send(message)

        await self._app(scope, receive, guard)
