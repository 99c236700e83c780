"""What is asked of the audit log in an address, and the part of it that answers."""

from __future__ import annotations

from typing import Annotated

from fastapi import HTTPException, Query, Request

from telcon.messages import say
from telcon.store import AuditLine, AuditQuestion, Deed, is_day
from telcon.web.lists.asking import store_of

AfterLine = Annotated[
    int | None, Query(ge=1, le=2**53, description="What `next` of the part before named; none for the latest lines.")
]


def ask_log(
    who: Annotated[str, Query(max_length=100)] = "",
    deed: Annotated[list[Deed], Query()] = [],  # noqa: B006 - FastAPI copies it
    since: Annotated[str, Query(description="The first day, month or year: 2025-01-21.")] = "",
    until: Annotated[str, Query(description="The last day, month or year.")] = "",
) -> AuditQuestion:
    """Which lines an address asks for; 400 with what was wrong for what makes no sense."""
    for text in filter(None, (since, until)):
        if not is_day(text):
            raise HTTPException(
                400, f"{text}: {say('it is no date')} ({say('write it as 2025, 2025-01 or 2025-01-21')})"
            )
    return AuditQuestion(who.strip(), tuple(deed), since, until)


def part_of_log(
    request: Request, asked: AuditQuestion, after: int | None, size: int
) -> tuple[list[AuditLine], int | None]:
    """The lines behind the one with this number, the latest first, and what the next part begins behind, if any."""
    lines = store_of(request).audit(asked, before=after, most=size + 1)
    return lines[:size], lines[size - 1].number if len(lines) > size else None
