"""What is asked for in an address: checked, and turned into a selection of contacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from fastapi import Depends, HTTPException, Query, Request

from telcon.contacts import Accord
from telcon.messages import TOPICS, find_topic, say, tell_reason
from telcon.model.contacts import Kind, Status
from telcon.store import Found, QuestionError, Selection, Store, day_range, is_date, state_codes
from telcon.web.catalogues.catalogue import Catalogue
from telcon.web.drawings.drawing import hear

PAGE = 100
"""Rows on one page of a list, and in one part of it."""


People = Annotated[list[str], Query(max_length=20, description="Leaders who all took part, in any writing.")]
States = Annotated[list[str], Query(max_length=20, description="States whose leaders all took part: codes or names.")]
Since = Annotated[str, Query(description="From this year, month or day on (`2025`, `2025-01`, `2025-01-21`).")]
Until = Annotated[str, Query(description="Up to and with this year, month or day.")]
Kinds = Annotated[list[Kind], Query(description="By any of these channels.")]
Statuses = Annotated[list[Status], Query(description="Of any of these statuses.")]
Topics = Annotated[list[str], Query(max_length=40, description="On any of these topics, by their codes.")]
Pairs = Annotated[list[str], Query(max_length=20, description="Between any of these two states (`CN-RU`).")]
Years = Annotated[list[int], Query(max_length=40, description="In any of these years.")]
Accounts = Annotated[
    list[Accord], Query(description="`part`: accounts disagree; `alone`: one alone of the sides tells of it.")
]
Sides = Annotated[list[str], Query(max_length=20, description="Told by the side of any of these states.")]


def search_record(
    request: Request, q: Annotated[str, Query(description="Words, words in quotation marks, dates.")] = ""
) -> Found | None:
    """What the words in an address find; None where there are none, 400 for what cannot be searched for."""
    language = hear(request)
    if not q.strip():
        return None
    store = store_of(request)
    try:
        return catalogue_of(request).derived(("search", q, language), lambda _: store.search(q, topics=find_topic))
    except QuestionError as error:
        advice = say("give words, words in quotation marks, or dates")
        raise HTTPException(400, f"{q[:40]}: {tell_reason(str(error))} ({advice})") from error


Searched = Annotated[Found | None, Depends(search_record)]


def select_contacts(
    request: Request,
    *,
    found: Searched,
    person: People = [],  # noqa: B006 - FastAPI copies it
    state: States = [],  # noqa: B006
    pair: Pairs = [],  # noqa: B006
    since: Since = "",
    until: Until = "",
    year: Years = [],  # noqa: B006
    kind: Kinds = [],  # noqa: B006
    status: Statuses = [],  # noqa: B006
    topic: Topics = [],  # noqa: B006
    accounts: Accounts = [],  # noqa: B006
    side: Sides = [],  # noqa: B006
) -> Selection:
    """The selection that an address asks for; 400 with what was wrong for what makes no sense."""
    hear(request)
    since, until = since.strip(), until.strip()
    for text in filter(None, (since, until)):
        if not is_date(text):
            raise HTTPException(
                400, f"{text}: {say('it is no date')} ({say('write it as 2025, 2025-01 or 2025-01-21')})"
            )
    if since and until and day_range(until)[1] < day_range(since)[0]:
        raise HTTPException(400, f"{since} – {until}: {say('the end lies before the beginning')}")
    if unknown := [name for name in topic if name not in TOPICS]:
        raise HTTPException(400, f"{unknown[0]}: {say('no topic is called so')}")
    return Selection(
        people=tuple(name for name in person if name.strip()),
        states=tuple(_states(state)),
        since=since or None,
        until=until or None,
        kinds=tuple(kind),
        statuses=tuple(status),
        topics=tuple(topic),
        pairs=tuple(map(_pair, filter(str.strip, pair))),
        sides=tuple(_states(side)),
        years=tuple(year),
        accords=tuple(accounts),
        among=None if found is None else found.contacts,
    )


def _states(names: Iterable[str]) -> Iterator[str]:
    """States by their codes where a name means one alone; 400 for a name that no state has."""
    for name in filter(str.strip, names):
        codes = state_codes(name)
        if not codes:
            raise HTTPException(400, f"{name}: {say('no state is known by that name')}")
        yield next(iter(codes)) if len(codes) == 1 else name


def _pair(text: str) -> tuple[str, str]:
    """Two states told with a dash between them; the dash may stand in a name, too."""
    for place in (place for place, letter in enumerate(text) if letter in "-–"):
        one, other = state_codes(text[:place]), state_codes(text[place + 1 :])
        if len(one) == len(other) == 1 and one != other:
            return next(iter(one)), next(iter(other))
    raise HTTPException(400, f"{text}: {say('it is no pair of states')} ({say('write it as CN-RU')})")


def store_of(request: Request) -> Store:
    """The record that is served."""
    store: Store = request.app.state.store
    return store


def catalogue_of(request: Request) -> Catalogue:
    """Its contacts."""
    catalogue: Catalogue = request.app.state.catalogue
    return catalogue
