"""The gate: what every request passes before it is answered."""

from __future__ import annotations

from fastapi import HTTPException, Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from telcon.messages import say
from telcon.store import Doer, StoreError, Way, acting
from telcon.store import Scope as TokenScope
from telcon.web.drawings.drawing import hear
from telcon.web.failures import fail, fail_by
from telcon.web.guards.cookies import add_visitor
from telcon.web.guards.doorkeeper import Doorkeeper
from telcon.web.guards.limiting import Limiting
from telcon.web.guards.peers import Peer, find_peer, is_ours
from telcon.web.guards.people import SAFE, Person
from telcon.web.guards.rules import Rules

LOGIN, LOOKS = "/login", "/static/"
"""What whoever reaches the address may see: the page to log in at, and how it looks."""
LONGEST = 16 << 10
"""Bytes that somebody may send who has not said who they are: a form to log in takes less than one in ten of them."""


class Gate:
    """Lets in who may ask, tells views who it is (`person_of`), and has what they change written down as theirs.

    Views that change something ask for an `Editor` besides; what is sent by nobody does not even reach them.
    """

    def __init__(self, app: ASGIApp, rules: Rules, doorkeeper: Doorkeeper, limiting: Limiting) -> None:
        self._app, self._rules = app, rules
        self._doorkeeper, self._limiting = doorkeeper, limiting

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or say why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope, receive)
        request.state.peer = peer = find_peer(request, self._rules)
        hear(request)
        try:
            person = await self._admit(request, peer)
        except HTTPException as error:
            await fail_by(request, error)(scope, receive, send)
            return
        except StoreError as error:
            await fail(request, 500, str(error))(scope, receive, send)
            return
        with acting(_doer(request, peer, person)):
            await self._app(scope, receive, _baking(request, peer, send))

    async def _admit(self, request: Request, peer: Peer) -> Person | None:
        if not self._rules.answers_to(peer.host):
            advice = say("whoever runs it can add the name: telcon serve --name {name}", name=peer.host or "NAME")
            raise HTTPException(400, f"{say('the record is not asked for by this name')} ({advice})")
        if request.url.path.startswith(LOOKS):
            return None
        if not self._rules.loopback or self._rules.proxies:
            self._limiting.ask(peer)
        person = await self._identify(request, peer)
        if request.method not in SAFE and not is_ours(request, peer):
            raise HTTPException(403, say("another site sent this: send it from a page of the record"))
        if request.url.path != LOGIN:
            self._check_rights(request, person)
        if person is None and request.method not in SAFE and not _is_short(request):
            raise HTTPException(413, say("a form to log in is shorter"))
        return person

    async def _identify(self, request: Request, peer: Peer) -> Person | None:
        state = request.state
        state.people_known = await self._doorkeeper.people_known()
        state.person = person = await self._doorkeeper.find_person(request, peer)
        if person is not None and person.user is not None:
            state.personal = True
        if person is not None and person.token is not None:
            self._limiting.ask_by_token(person.token.number)
        return person

    def _check_rights(self, request: Request, person: Person | None) -> None:
        writes = request.method not in SAFE
        if person is None and writes and not request.state.people_known:
            advice = say("whoever runs it can add one: telcon users add NAME --role administrator")
            raise HTTPException(403, f"{say('the record has no users, and may not be changed from here')} ({advice})")
        if person is None and (writes or not self._rules.open_to_read):
            raise HTTPException(401, say("log in first"))
        if writes and person and person.token and person.token.scope is not TokenScope.WRITE:
            raise HTTPException(403, say("the token may only read: make one that may write"))


def _is_short(request: Request) -> bool:
    told = request.headers.get("content-length", "")
    return told.isdecimal() and int(told) <= LONGEST


def _doer(request: Request, peer: Peer, person: Person | None) -> Doer:
    by_program = request.url.path.startswith("/api/") or (person is not None and person.token is not None)
    return Doer(person.name if person else "", Way.API if by_program else Way.SCREEN, peer.address)


def _baking(request: Request, peer: Peer, send: Send) -> Send:
    """Send an answer, with the cookie that its forms are bound to where the browser has none."""

    async def bake(message: Message) -> None:
        if message["type"] == "http.response.start" and (secret := getattr(request.state, "new_visitor", "")):
            add_visitor(MutableHeaders(raw=message["headers"]), peer, secret)
        await send(message)

    return bake
