"""Who asks, and what they may do: what views say of those they are for."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from telcon.messages import say
from telcon.model.values import value
from telcon.store import Role, Session, Token, User

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
FORM_HEADER = "x-form-token"
"""Where a script of ours puts what forms have in the field `token`."""


@value(frozen=True, slots=True)
class Person:
    """Somebody who asks; without `user` it is whoever sits at the machine. They came by a `session` or a `token`."""

    name: str
    role: Role
    user: User | None = None
    session: Session | None = None
    token: Token | None = None


def person_of(request: Request) -> Person | None:
    """Who asks; None for a reader who has not said who they are."""
    person: Person | None = getattr(request.state, "person", None)
    return person


def form_token(request: Request) -> str:
    """What a form of ours carries, so that no other page can send it in the reader's name.

    It is bound to the session, for those who have none to a random cookie that is set with the answer.
    """
    state = request.state
    state.personal = True
    if not getattr(state, "secret", ""):
        state.secret = state.new_visitor = secrets.token_urlsafe(16)
    person = person_of(request)
    return hmac.digest(state.secret.encode(), f"form of {person.name if person else ''}".encode(), "sha256").hex()


async def check_form(request: Request) -> None:
    """Raises 403 where a form is not one that we gave to this very person."""
    given = request.headers.get(FORM_HEADER, "")
    if not given and request.headers.get("content-type", "").startswith(FORMS):
        field = (await request.form()).get("token")
        given = field if isinstance(field, str) else ""
    if not getattr(request.state, "secret", "") or not hmac.compare_digest(
        given.encode(), form_token(request).encode()
    ):
        raise HTTPException(403, say("the form is too old, or cookies are switched off: load the page again"))


def somebody(role: Role) -> Callable[[Request], Awaitable[Person]]:
    """Who asks, with this role or more; 401 where nobody said who they are, 403 for others. Forms are checked."""

    async def find(request: Request) -> Person:
        person = person_of(request)
        if person is None:
            raise HTTPException(401, _lacking(role))
        if person.role < role:
            raise HTTPException(403, _lacking(role))
        if request.method in SAFE:
            return person
        if person.token is None:
            await check_form(request)
        elif role is Role.ADMINISTRATOR:
            raise HTTPException(403, say("no token may do this: log in, or use the command line"))
        return person

    return find


def _lacking(role: Role) -> str:
    if role is Role.READER:
        return say("only a user may do this: log in")
    return say("only an administrator may do this") if role is Role.ADMINISTRATOR else say("only an editor may do this")


an_editor = somebody(Role.EDITOR)
Reader = Annotated[Person, Depends(somebody(Role.READER))]
Editor = Annotated[Person, Depends(an_editor)]
Administrator = Annotated[Person, Depends(somebody(Role.ADMINISTRATOR))]
"""For parameters of views. What is sent by POST must be a form of ours, or come with a token."""

__all__ = [
    "Administrator",
    "Editor",
    "Person",
    "Reader",
    "Role",
    "an_editor",
    "check_form",
    "form_token",
    "person_of",
    "somebody",
]
