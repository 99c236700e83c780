"""Reports as they are compared, written by hand."""

from __future__ import annotations

from telcon.contacts.members import Family, Member, find_place
from telcon.model.contacts import Kind, Status
from telcon.model.durations import Duration

FAMILIES = {Kind.MEETING: Family.MEETING, Kind.MESSAGE: Family.MESSAGE}


def member(
    page: str,
    date: str | None = None,
    *,
    index: int = 0,
    published: str | None = None,
    kind: Kind = Kind.PHONE,
    status: Status = Status.HELD,
    minutes: int | None = None,
    topics: str = "",
    people: str = "Q1 Q2",
    focus: bool = True,
) -> Member:
    """A report of a page, of a telephone call that was held, unless told otherwise."""
    return Member(
        f"{page}:{index}",
        page,
        tuple(people.split()),
        FAMILIES.get(kind, Family.REMOTE),
        kind,
        status,
        find_place(date, status, published),
        duration=Duration(minutes) if minutes else None,
        topics=frozenset(topics.split()),
        focus=focus,
    )
