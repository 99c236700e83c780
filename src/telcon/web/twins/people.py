"""Users, one's own account and the audit log as JSON; nothing of it is a secret."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Request, Response

from telcon.store import AuditLine, AuditQuestion, Session, Token, User
from telcon.web.answers import struct_answer
from telcon.web.describing import answers
from telcon.web.guards.audit_asking import AfterLine, ask_log, part_of_log
from telcon.web.guards.people import Administrator, Reader
from telcon.web.lists.asking import PAGE, store_of
from telcon.web.lists.paging import Size

router = APIRouter(tags=["people"])
Asked = Annotated[AuditQuestion, Depends(ask_log)]


class UserRow(msgspec.Struct, frozen=True):
    """A user; `protected` where a password is kept."""

    name: str
    role: str
    protected: bool
    made_at: str
    disabled_at: str | None


class UserList(msgspec.Struct, frozen=True):
    """All users of a record, by name."""

    users: list[UserRow]


class TokenRow(msgspec.Struct, frozen=True):
    """A token, by all but what it opens with."""

    number: int
    name: str
    scope: str
    made_at: str
    expires_at: str
    used_at: str | None
    revoked_at: str | None


class SessionRow(msgspec.Struct, frozen=True):
    """A browser in which somebody is logged in."""

    number: int
    made_at: str
    seen_at: str
    address: str
    agent: str


class Account(msgspec.Struct, frozen=True):
    """Who asks."""

    name: str
    role: str
    tokens: list[TokenRow]
    sessions: list[SessionRow]


class AuditPart(msgspec.Struct, frozen=True):
    """Part of the log; `next` is what `after` takes for the older lines that follow, null at the end."""

    next: int | None
    lines: list[AuditLine]


@router.get("/users", **answers(UserList, "The users."))
def list_users(request: Request, person: Administrator) -> Response:
    """The users of the record, for administrators."""
    return _secretly(UserList([_user_row(user) for user in store_of(request).users.all()]))


@router.get("/account", **answers(Account, "Who asks."))
def show_account(request: Request, person: Reader) -> Response:
    """Who asks, with what they may do, their tokens and where they are logged in."""
    store, user = store_of(request), person.user
    tokens = [_token_row(token) for token in store.tokens.all(user)] if user else []
    sessions = [_session_row(session) for session in store.sessions.of(user)] if user else []
    return _secretly(Account(person.name, person.role.code, tokens, sessions))


@router.get("/audit", **answers(AuditPart, "Part of the log.", errors=(400,)))
def list_audit(
    request: Request, person: Administrator, asked: Asked, after: AfterLine = None, size: Size = PAGE
) -> Response:
    """Every change of the record, the latest first, for administrators."""
    lines, following = part_of_log(request, asked, after, size)
    return _secretly(AuditPart(following, lines))


def _user_row(user: User) -> UserRow:
    return UserRow(user.name, user.role.code, user.protected, user.made_at, user.disabled_at)


def _token_row(token: Token) -> TokenRow:
    times = token.made_at, token.expires_at, token.used_at, token.revoked_at
    return TokenRow(token.number, token.name, token.scope, *times)


def _session_row(session: Session) -> SessionRow:
    return SessionRow(session.number, session.made_at, session.seen_at, session.address, session.agent)


def _secretly(told: msgspec.Struct) -> Response:
    response = struct_answer(told)
    response.headers["Cache-Control"] = "no-store"
    return response
