"""Logging in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool

from telcon.messages import say
from telcon.store import User, name_key
from telcon.web.drawings.drawing import draw
from telcon.web.guards.cookies import give_session, take_session
from telcon.web.guards.doorkeeper import doorkeeper_of
from telcon.web.guards.limiting import limiting_of
from telcon.web.guards.peers import peer_of
from telcon.web.guards.people import check_form, person_of
from telcon.web.guards.returning import local_path
from telcon.web.lists.asking import store_of

router = APIRouter(include_in_schema=False)
SECRET = {"Cache-Control": "no-store"}
LONGEST = 256
"""Letters of a name that are looked at."""


@router.get("/login")
def login(request: Request, next: str = "/") -> Response:  # noqa: A002 - as it stands in the address
    """The page to log in at."""
    return _page(request, local_path(next))


@router.post("/login")
async def log_in(
    request: Request,
    name: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",  # noqa: A002
) -> Response:
    """Log in, and go back to where one came from; whoever is logged in here already is logged out."""
    await check_form(request)
    there, name = local_path(next), name[:LONGEST]
    limiting, peer = limiting_of(request), peer_of(request)
    try:
        limiting.try_login(name_key(name), peer)
    except HTTPException as error:
        advice = say("the password is not lost; an administrator can set another one")
        response = _page(request, there, name=name, wrong=f"{error.detail} ({advice})", status=error.status_code)
        response.headers.update(error.headers or {})
        return response
    user = await doorkeeper_of(request).hash(store_of(request).users.check, name, password)
    if user is None:
        return _page(request, there, name=name, wrong=say("name or password is wrong"), status=401)
    limiting.be_logged_in(name_key(name), peer)
    return await begin_session(request, user, there)


@router.post("/logout")
async def log_out(request: Request) -> Response:
    """Log out here."""
    await check_form(request)
    response = RedirectResponse("/", 303, SECRET)
    person = person_of(request)
    if person and person.session:
        await run_in_threadpool(store_of(request).sessions.end, person.session)
    take_session(response, peer_of(request))
    return response


async def begin_session(request: Request, user: User, there: str) -> Response:
    """Log a user in under a number that nobody knew before, and go on."""
    store, person = store_of(request), person_of(request)
    if person and person.session:
        await run_in_threadpool(store.sessions.end, person.session)
    secret = await run_in_threadpool(store.sessions.begin, user, agent=request.headers.get("user-agent", ""))
    response = RedirectResponse(there, 303, SECRET)
    give_session(response, peer_of(request), secret)
    return response


def _page(request: Request, there: str, *, name: str = "", wrong: str = "", status: int = 200) -> Response:
    response = draw(request, "login.html", status=status, there=there, name=name, wrong=wrong)
    response.headers.update(SECRET)
    return response
