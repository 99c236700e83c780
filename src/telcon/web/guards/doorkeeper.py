"""Telling who asks: by a session, a token, a trusted proxy's word, or for sitting at the machine."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import ParamSpec, TypeVar, cast

from fastapi import HTTPException, Request
from starlette.concurrency import run_in_threadpool

from telcon.messages import say
from telcon.store import Role, Session, Store, StoreError, Token, User, machine_user
from telcon.store.sessions import ago, digest_of
from telcon.web.guards.cookies import session_cookie, visitor_cookie
from telcon.web.guards.peers import Peer
from telcon.web.guards.people import Person
from telcon.web.guards.rules import Rules

P = ParamSpec("P")
T = TypeVar("T")
KEPT = 5.0
"""Seconds for which is believed what the record said, where it cannot be told cheaply that it still says so."""
MOST_KEPT = 10_000
SEEN_AGAIN = timedelta(minutes=1)
"""How long after it was written down that somebody asked that is written down again."""
AT_ONCE = max(1, (os.cpu_count() or 1) // 4)
"""Passwords that are checked at once: each takes four cores, where there are as many, and 64 MiB."""


class Doorkeeper:
    """Asks the record who somebody is, and keeps what it said until anything is written."""

    def __init__(self, store: Store, rules: Rules) -> None:
        self._store, self._rules = store, rules
        self._kept: dict[tuple[str, str], tuple[float, object]] = {}
        self._pulse: int | None = None
        self._hashing = asyncio.Semaphore(AT_ONCE)
        self._writing = set[asyncio.Task[None]]()

    async def people_known(self) -> bool:
        """Whether the record has users. Asked first for every request, it forgets what may be so no longer."""
        pulse = self._store.pulse()
        if pulse != self._pulse or len(self._kept) > MOST_KEPT:
            self._kept.clear()
            self._pulse = pulse
        return await self._ask(("users", ""), self._store.users.exist)

    async def find_person(self, request: Request, peer: Peer) -> Person | None:
        """Who asks. Raises 401 for a token that opens nothing, 403 for somebody whom only the proxy knows."""
        request.state.secret = request.cookies.get(visitor_cookie(peer), "")
        scheme, _, secret = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return await self._by_token(secret.strip())
        if peer.proxied and (named := request.headers.getlist(self._rules.trusted_header)):
            return await self._by_proxy(named)
        if secret := request.cookies.get(session_cookie(peer), ""):
            session = await self._session(secret)
            if session is not None:
                request.state.secret = secret
                return Person(session.user.name, session.user.role, session.user, session)
        if self._sits_here(peer) and not await self.people_known():
            return Person(machine_user(), Role.ADMINISTRATOR)
        return None

    async def hash(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do what takes as long as a password takes, beside everything else, and not too much of it at once."""
        async with self._hashing:
            return await run_in_threadpool(work, *args, **kwargs)

    def _sits_here(self, peer: Peer) -> bool:
        return self._rules.loopback and not self._rules.proxies and not peer.passed_on

    async def _by_token(self, secret: str) -> Person:
        digest = digest_of(secret)
        token: Token | None = await self._ask(("token", digest), lambda: self._store.tokens.find(digest))
        if token is None or token.is_over:
            raise HTTPException(401, say("the token is not known, has expired or was revoked: make another one"))
        if token.used_at is None or token.used_at < ago(SEEN_AGAIN):
            self._write(lambda: self._store.tokens.use(token))
        return Person(token.user.name, token.user.role, token.user, token=token)

    async def _by_proxy(self, named: Sequence[str]) -> Person:
        if len(named) > 1:
            raise HTTPException(400, say("the proxy passes on a user's name that is not its own"))
        name = _as_written(named[0])
        user: User | None = await self._ask(("user", name), lambda: self._store.users.find(name))
        if user is None or user.disabled_at:
            raise HTTPException(403, say("{name} is no user of this record: an administrator can add them", name=name))
        return Person(user.name, user.role, user)

    async def _session(self, secret: str) -> Session | None:
        digest = digest_of(secret)
        session: Session | None = await self._ask(("session", digest), lambda: self._store.sessions.find(digest))
        if session is None or session.is_over:
            return None
        if session.seen_at < ago(SEEN_AGAIN):
            self._write(lambda: self._store.sessions.see(session))
        return session

    async def _ask(self, key: tuple[str, str], find: Callable[[], T]) -> T:
        until, found = self._kept.get(key, (0.0, None))
        if until < time.monotonic():
            pulse = self._pulse
            found = await run_in_threadpool(find)
            if pulse == self._pulse:  # else it may be no longer so
                self._kept[key] = time.monotonic() + KEPT, found
        return cast(T, found)

    def _write(self, work: Callable[[], None]) -> None:
        """Write down beside the answer, which does not wait for it; that a record is read-only is no matter."""

        async def write() -> None:
            try:
                await run_in_threadpool(work)
            except StoreError:
                return

        if not self._writing:  # one at a time: what is not written now is written with a later request
            task = asyncio.create_task(write())
            self._writing.add(task)
            task.add_done_callback(self._writing.discard)


def _as_written(header: str) -> str:
    """What a header says: letters beyond Latin ones are sent as UTF-8, and read as something else."""
    try:
        return header.encode("latin-1").decode()
    except UnicodeError:
        return header


def doorkeeper_of(request: Request) -> Doorkeeper:
    """Who knows who asks."""
    doorkeeper: Doorkeeper = request.app.state.doorkeeper
    return doorkeeper
