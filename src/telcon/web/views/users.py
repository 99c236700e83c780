"""The users of the record, for administrators."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from telcon.messages import say
from telcon.store import RefusedError, Role
from telcon.web.drawings.drawing import draw
from telcon.web.guards.doorkeeper import doorkeeper_of
from telcon.web.guards.people import Administrator, Person
from telcon.web.lists.asking import store_of
from telcon.web.views.login import SECRET

router = APIRouter(include_in_schema=False)
HERE = "/users"
Text = Annotated[str, Form()]


@router.get(HERE)
def users(request: Request, person: Administrator, done: str = "") -> Response:
    """The users of the record."""
    return _page(request, done=done)


@router.post(f"{HERE}/add")
async def add_user(
    request: Request, person: Administrator, name: Text = "", role: Text = "", password: Text = ""
) -> Response:
    """Add a user; without a password it is the proxy that says when it is they."""
    return await _try(request, person, lambda: store_of(request).users.add(name, _role(role), password or None))


@router.post(f"{HERE}/role")
async def change_role(request: Request, person: Administrator, name: Text = "", role: Text = "") -> Response:
    """Give a user another role."""
    return await _try(request, person, lambda: store_of(request).users.change_role(name, _role(role)))


@router.post(f"{HERE}/disable")
async def disable_user(request: Request, person: Administrator, name: Text = "") -> Response:
    """Let a user do nothing from now on."""
    return await _try(request, person, lambda: store_of(request).users.disable(name))


@router.post(f"{HERE}/enable")
async def enable_user(request: Request, person: Administrator, name: Text = "") -> Response:
    """Let a user do again what the role allows."""
    return await _try(request, person, lambda: store_of(request).users.enable(name))


@router.post(f"{HERE}/password")
async def set_password(request: Request, person: Administrator, name: Text = "", password: Text = "") -> Response:
    """Give a user another password."""
    return await _try(request, person, lambda: store_of(request).users.set_password(name, password))


def _role(code: str) -> Role:
    if code.upper() not in Role.__members__:
        raise HTTPException(400, say("no such role"))
    return Role.of(code)


async def _try(request: Request, person: Person, change: Callable[[], object]) -> Response:
    """Make a change and show the users as they are now, or why it may not be."""
    try:
        await doorkeeper_of(request).hash(change)
    except RefusedError as error:
        return _page(request, wrong=say(error.refusal.value), status=409)
    # Who sat at the machine is nobody any more once the record has its first user.
    return RedirectResponse(f"{HERE}?done=yes" if person.user else f"/login?next={HERE}", 303)


def _page(request: Request, *, done: str = "", wrong: str = "", status: int = 200) -> Response:
    found, told = store_of(request).users.all(), say("It is done.") if done else ""
    response = draw(request, "users.html", status=status, users=found, roles=list(Role), told=told, wrong=wrong)
    response.headers.update(SECRET)
    return response
