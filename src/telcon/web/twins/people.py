"""Users, one's own account and the audit log as JSON; nothing of it is a secret."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Query, Request, Response

from telcon.store import AuditQuestion, User
from telcon.web.answers import json_answer
from telcon.web.asking import PAGE, store_of
from telcon.web.audit_asking import ask_log
from telcon.web.people import Administrator, Reader

router = APIRouter()
Asked = Annotated[AuditQuestion, Depends(ask_log)]


@router.get("/users")
def list_users(request: Request, person: Administrator) -> Response:
    """The users of the record, for administrators."""
    return _answer([_user(user) for user in store_of(request).users.all()])


@router.get("/account")
def show_account(request: Request, person: Reader) -> Response:
    """Who asks, with what they may do, their tokens and where they are logged in."""
    store, user = store_of(request), person.user
    tokens = [
        {"number": token.number, "name": token.name, "scope": token.scope, "made_at": token.made_at}
        | {"expires_at": token.expires_at, "used_at": token.used_at, "revoked_at": token.revoked_at}
        for token in (store.tokens.all(user) if user else ())
    ]
    sessions = [
        {"number": session.number, "made_at": session.made_at, "seen_at": session.seen_at}
        | {"address": session.address, "agent": session.agent}
        for session in (store.sessions.of(user) if user else ())
    ]
    return _answer({"name": person.name, "role": person.role.code, "tokens": tokens, "sessions": sessions})


@router.get("/audit")
def list_audit(
    request: Request,
    person: Administrator,
    asked: Asked,
    before: Annotated[int | None, Query(ge=1)] = None,
    size: Annotated[int, Query(ge=1, le=1000)] = PAGE,
) -> Response:
    """Every change, the latest first, for administrators; `next` is what `before` takes for older ones."""
    lines = store_of(request).audit(asked, before=before, most=size + 1)
    following = lines[size - 1].number if len(lines) > size else None
    return _answer({"next": following, "lines": lines[:size]})


def _user(user: User) -> dict[str, object]:
    told = {"name": user.name, "role": user.role.code, "protected": user.protected}
    return told | {"made_at": user.made_at, "disabled_at": user.disabled_at}


def _answer(told: object) -> Response:
    response = json_answer(msgspec.json.encode(told).decode())
    response.headers["Cache-Control"] = "no-store"
    return response
