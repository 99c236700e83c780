"""How much may be sent: counted as it comes, so that nothing larger is taken in."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from telcon.messages import say
from telcon.web.guards.people import SAFE

MEGABYTE = 1_000_000
MOST = 1 * MEGABYTE
"""Bytes of a form."""
MOST_UPLOADED = 32 * MEGABYTE
"""Bytes of a form with files."""
MOST_PASTED, MOST_FILES = 5 * MEGABYTE, 200
DRAINED = 8
"""How many times as much as may be sent is still listened to, so that the browser hears why it is too much."""


class Bounded:
    """Takes in no more than may be sent to an address: 1 MB, to some addresses `more`. Raises 413 within for others."""

    def __init__(self, app: ASGIApp, more: Mapping[str, int]) -> None:
        self._app, self._more = app, more

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, its body counted."""
        if scope["type"] != "http" or scope["method"] in SAFE:
            await self._app(scope, receive, send)
            return
        most, taken = self._more.get(scope["path"], MOST), 0
        told = Headers(scope=scope).get("content-length", "")
        declared = int(told) if told.isascii() and told.isdigit() else 0

        async def count() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if max(taken, declared) > most:
                await _drain(message, receive, DRAINED * most)
                raise HTTPException(413, too_much(most))
            return message

        await self._app(scope, count, send)


class UploadRoute(APIRoute):
    """A route whose form may have many files and a long text."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Read the form with limits of its own before it is looked at."""
        answer = super().get_route_handler()

        async def take(request: Request) -> Response:
            try:
                await request.form(max_files=MOST_FILES, max_fields=20, max_part_size=MOST_PASTED)
            except HTTPException as error:
                if error.status_code == 400:
                    raise HTTPException(413, too_much_in_form()) from error
                raise
            return await answer(request)

        return take


def too_much(most: int) -> str:
    """Why what is larger than so many bytes is not taken in."""
    return say("at most {size} MB can be sent at once; telcon add takes files of any size", size=f"{most / MEGABYTE:g}")


def too_much_in_form() -> str:
    """Why a longer text, or more files, are not taken in."""
    size = MOST_PASTED // MEGABYTE
    return say(
        "too much at once: a text has at most {size} MB, and {count} files go at once", size=size, count=MOST_FILES
    )


async def _drain(message: Message, receive: Receive, most: int) -> None:
    taken = 0
    while message.get("more_body") and taken < most:
        message = await receive()
        taken += len(message.get("body", b""))
