"""What is asked for in an address: checked, and turned into a selection of contacts."""

from __future__ import annotations

from typing import Annotated

from fastapi import HTTPException, Query, Request

from telcon.messages import TOPICS, say
from telcon.model.contacts import Kind, Status
from telcon.store import Selection, Store, is_date, state_codes
from telcon.web.catalogue import Catalogue
from telcon.web.drawing import hear

PAGE = 100
"""Contacts on one page of a list."""


def select_contacts(
    request: Request,
    *,
    person: Annotated[list[str], Query(max_length=20)] = [],  # noqa: B006 - FastAPI copies it
    state: Annotated[list[str], Query(max_length=20)] = [],  # noqa: B006
    since: str = "",
    until: str = "",
    kind: Annotated[list[Kind], Query()] = [],  # noqa: B006
    status: Annotated[list[Status], Query()] = [],  # noqa: B006
    topic: Annotated[list[str], Query(max_length=40)] = [],  # noqa: B006
) -> Selection:
    """The selection that an address asks for; 400 with what was wrong for what makes no sense."""
    hear(request)
    people, states = [name for name in person if name.strip()], [name for name in state if name.strip()]
    for text in filter(None, (since, until)):
        if not is_date(text):
            raise HTTPException(
                400, f"{text}: {say('it is no date')} ({say('write it as 2025, 2025-01 or 2025-01-21')})"
            )
    for name in states:
        if not state_codes(name):
            raise HTTPException(400, f"{name}: {say('no state is known by that name')}")
    if unknown := [name for name in topic if name not in TOPICS]:
        raise HTTPException(400, f"{unknown[0]}: {say('no topic is called so')}")
    return Selection(
        people=tuple(people),
        states=tuple(states),
        since=since or None,
        until=until or None,
        kinds=tuple(kind),
        statuses=tuple(status),
        topics=tuple(topic),
    )


def store_of(request: Request) -> Store:
    """The record that is served."""
    store: Store = request.app.state.store
    return store


def catalogue_of(request: Request) -> Catalogue:
    """Its contacts."""
    catalogue: Catalogue = request.app.state.catalogue
    return catalogue
