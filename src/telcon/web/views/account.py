"""One's own account: password, tokens for programs, where one is logged in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from telcon.messages import say
from telcon.store import Refusal, RefusedError, Scope, User, name_key
from telcon.store.tokens import MOST_DAYS, USUAL_DAYS
from telcon.web.drawings.drawing import draw
from telcon.web.guards.doorkeeper import doorkeeper_of
from telcon.web.guards.limiting import limiting_of
from telcon.web.guards.peers import peer_of
from telcon.web.guards.people import Person, Reader
from telcon.web.lists.asking import store_of
from telcon.web.views.login import SECRET, begin_session

router = APIRouter(include_in_schema=False)
HERE = "/account"


@router.get(HERE)
def account(request: Request, person: Reader, done: str = "") -> Response:
    """One's own account."""
    return _page(request, person, done=done)


@router.post(f"{HERE}/password")
async def change_password(
    request: Request,
    person: Reader,
    present: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Take another password: whoever is logged in under the old one is logged out, here one stays."""
    user, users, doorkeeper = _user(person), store_of(request).users, doorkeeper_of(request)
    if password != again:
        return _page(request, person, wrong=say("the two new passwords differ"), status=400)
    limiting_of(request).try_login(name_key(user.name), peer_of(request))
    if await doorkeeper.hash(users.check, user.name, present) is None:
        return _page(request, person, wrong=say(Refusal.PASSWORD_WRONG.value), status=403)
    try:
        await doorkeeper.hash(users.set_password, user.name, password)
    except RefusedError as error:
        return _page(request, person, wrong=say(error.refusal.value), status=400)
    return await begin_session(request, user, f"{HERE}?done=password")


@router.post(f"{HERE}/tokens")
def make_token(
    request: Request,
    person: Reader,
    name: Annotated[str, Form()] = "",
    scope: Annotated[Scope, Form()] = Scope.READ,
    days: Annotated[int, Form()] = USUAL_DAYS,
) -> Response:
    """Make a token and show it, this once."""
    try:
        secret = store_of(request).tokens.make(_user(person), name, scope, days=days)
    except RefusedError as error:
        return _page(request, person, wrong=say(error.refusal.value), status=400)
    return _page(request, person, new_token=secret)


@router.post(f"{HERE}/tokens/revoke")
def revoke_token(request: Request, person: Reader, number: Annotated[int, Form()]) -> Response:
    """Let one of one's tokens open nothing from now on."""
    if not store_of(request).tokens.revoke(number, _user(person)):
        return _page(request, person, wrong=say("that token was revoked before"), status=409)
    return RedirectResponse(f"{HERE}?done=token", 303)


@router.post(f"{HERE}/sessions/end")
def end_session(request: Request, person: Reader, number: Annotated[int, Form()]) -> Response:
    """Log oneself out of one other browser."""
    sessions = store_of(request).sessions
    for session in sessions.of(_user(person)):
        if session.number == number:
            sessions.end(session)
    return RedirectResponse(f"{HERE}?done=session", 303)


@router.post(f"{HERE}/sessions/end-all")
def end_sessions(request: Request, person: Reader) -> Response:
    """Log oneself out everywhere."""
    store_of(request).sessions.end_all(_user(person))
    return RedirectResponse("/login", 303)


def _user(person: Person) -> User:
    if person.user is None or person.token is not None:
        raise HTTPException(403, say("an account is changed by its user, on screen"))
    return person.user


def _page(
    request: Request, person: Person, *, done: str = "", wrong: str = "", new_token: str = "", status: int = 200
) -> Response:
    store, user = store_of(request), person.user
    told = {
        "password": say("The password is changed; everywhere else you are logged out."),
        "token": say("The token is revoked."),
        "session": say("You are logged out there."),
    }
    response = draw(
        request,
        "account.html",
        status=status,
        told=told.get(done, ""),
        wrong=wrong,
        new_token=new_token,
        tokens=store.tokens.all(user) if user else [],
        sessions=store.sessions.of(user) if user else [],
        scopes=list(Scope),
        usual_days=USUAL_DAYS,
        most_days=MOST_DAYS,
    )
    response.headers.update(SECRET)
    return response
