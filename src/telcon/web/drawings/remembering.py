"""Answers kept until the record changes: asked for again they cost nothing, and a browser that has one is told so."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from datetime import date
from hashlib import blake2b

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from telcon.model.values import value
from telcon.store import Store
from telcon.web.drawings.drawing import choose
from telcon.web.guards.origins import origin_of

MOST_KEPT = 64 << 20
"""Bytes of answers that are kept in all; the longest unasked for go first."""
LONGEST, SHORTEST_PACKED = 2 << 20, 1 << 10
"""Bytes above which an answer passes as it comes, and below which packing gains nothing."""
PACKED = ("text/", "application/json", "application/ld+json", "application/atom+xml", "image/svg+xml")
LOOKS = "/static/"
Key = tuple[int, date, str, bool, str, bytes]


@value(frozen=True, slots=True)
class Answer:
    """A whole answer; its content is `packed` in gzip where that pays and may be."""

    headers: tuple[tuple[bytes, bytes], ...]
    content: bytes
    packed: bool
    etag: str


class Remembering:
    """Keeps the answers that are the same for everybody, names each by its content, and packs it.

    An answer is nobody else's where it sets a cookie, or where a view says so by `request.state.personal`.
    """

    def __init__(self, app: ASGIApp, store: Store, most: int = MOST_KEPT) -> None:
        self._app, self._store, self._most = app, store, most
        self._kept: OrderedDict[Key, Answer] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory, or pass on and remember."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        key = self._key(request)
        kept = self._find(key)
        if kept is None:
            gathering = _Gathering(send)
            # What is asked for without its body is made all the same: its headers tell of the body.
            await self._app({**scope, "method": "GET"}, receive, gathering.take)
            kept = gathering.answer(own=getattr(request.state, "personal", False))
            if kept is None:
                return
            if key is not None and not gathering.own:
                self._keep(key, kept)
        await _send(kept, request, send)

    def _key(self, request: Request) -> Key | None:
        if request.url.path.startswith(LOOKS):  # of the program, whatever the record tells
            return 0, date.min, "", False, request.url.path, b""
        if request.headers.get("authorization") or getattr(request.state, "personal", False):
            return None
        # Pages of a record with users show where to log in.
        known, asked = getattr(request.state, "people_known", False), request.scope["query_string"]
        # Feeds and citations hold the record's own address.
        path = f"{origin_of(request)}{request.url.path}"
        return self._store.edition(), date.today(), choose(request), known, path, asked

    def _find(self, key: Key | None) -> Answer | None:
        if key is None or key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def _keep(self, key: Key, answer: Answer) -> None:
        if key in self._kept:
            self._size -= len(self._kept.pop(key).content)
        self._kept[key] = answer
        self._size += len(answer.content)
        while self._size > self._most:
            self._size -= len(self._kept.popitem(last=False)[1].content)


class _Gathering:
    """An answer on its way: held back while it may be kept, else passed on."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = bytearray()
        self._passing = False
        self.own = False

    async def take(self, message: Message) -> None:
        """Take one message of the application."""
        if self._passing:
            await self._send(message)
        elif message["type"] == "http.response.start":
            self._start = message
            if message["status"] != 200:
                await self._pass_on()
        else:
            self._body += message.get("body", b"")
            if len(self._body) > LONGEST:
                await self._pass_on(more=message.get("more_body", False))

    async def _pass_on(self, *, more: bool = True) -> None:
        assert self._start is not None  # an answer starts before its body
        self._passing = True
        await self._send(self._start)
        if self._body or not more:
            await self._send({"type": "http.response.body", "body": bytes(self._body), "more_body": more})

    def answer(self, *, own: bool) -> Answer | None:
        """The whole answer; None where it was passed on."""
        if self._passing or self._start is None:
            return None
        headers = Headers(raw=list(self._start["headers"]))
        self.own = own or "set-cookie" in headers
        body = bytes(self._body)
        pays = len(body) >= SHORTEST_PACKED and headers.get("content-type", "").startswith(PACKED)
        # What is somebody's own holds a secret of a form: packed with words of the address it could be guessed.
        packed = pays and not self.own
        content = gzip.compress(body, 5, mtime=0) if packed else body
        kept = tuple((name, told) for name, told in headers.raw if name != b"content-length")
        return Answer(kept, content, packed, f'"{blake2b(body, digest_size=16).hexdigest()}"')


async def _send(answer: Answer, request: Request, send: Send) -> None:
    """Send an answer, or only that the one the browser holds still stands."""
    headers = MutableHeaders(raw=list(answer.headers))
    headers["etag"] = answer.etag
    headers.setdefault("cache-control", "private, no-cache")
    headers.add_vary_header("Accept-Encoding, Accept-Language, Cookie")
    asked = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
    if answer.etag in asked or "*" in asked:
        await send({"type": "http.response.start", "status": 304, "headers": headers.raw})
        await send({"type": "http.response.body", "body": b""})
        return
    body = answer.content
    if answer.packed and "gzip" in request.headers.get("accept-encoding", ""):
        headers["content-encoding"] = "gzip"
    elif answer.packed:
        body = gzip.decompress(body)
    headers["content-length"] = str(len(body))
    await send({"type": "http.response.start", "status": 200, "headers": headers.raw})
    await send({"type": "http.response.body", "body": b"" if request.method == "HEAD" else body})
