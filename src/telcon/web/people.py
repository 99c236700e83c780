"""Who asks, and what they may do."""

from __future__ import annotations

import getpass
import hmac
import secrets
from enum import IntEnum
from typing import Annotated

from fastapi import Depends, Form, HTTPException, Request

from telcon.messages import say
from telcon.model.values import value
from telcon.web.drawing import hear

SECRET = secrets.token_bytes(32)


class Role(IntEnum):
    """What a person may do; each may do what the ones before may."""

    READER = 1
    EDITOR = 2
    ADMINISTRATOR = 3


@value(frozen=True, slots=True)
class Person:
    """Somebody who asks."""

    name: str
    role: Role


def person_of(request: Request) -> Person | None:
    """Who asks; None for a reader who has not said who they are."""
    return Person(getpass.getuser(), Role.ADMINISTRATOR)


def form_token(request: Request) -> str:
    """What a form of ours carries, so that no other page can send it in the reader's name."""
    request.state.personal = True
    return hmac.digest(SECRET, b"form", "sha256").hex()


def an_editor(request: Request, token: Annotated[str, Form()] = "") -> Person:
    """The editor who sends a form of ours; 403 for anybody else. The form has a hidden field `token`."""
    hear(request)
    person = person_of(request)
    if person is None or person.role < Role.EDITOR:
        raise HTTPException(403, say("only an editor may do this"))
    if not hmac.compare_digest(token, form_token(request)):
        raise HTTPException(403, say("the form is too old: load the page again"))
    return person


Editor = Annotated[Person, Depends(an_editor)]
