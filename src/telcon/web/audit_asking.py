"""What is asked of the audit log in an address."""

from __future__ import annotations

from typing import Annotated

from fastapi import HTTPException, Query

from telcon.messages import say
from telcon.store import AuditQuestion, Deed, is_day


def ask_log(
    who: Annotated[str, Query(max_length=100)] = "",
    deed: Annotated[list[Deed], Query()] = [],  # noqa: B006 - FastAPI copies it
    since: str = "",
    until: str = "",
) -> AuditQuestion:
    """Which lines an address asks for; 400 with what was wrong for what makes no sense."""
    for text in filter(None, (since, until)):
        if not is_day(text):
            raise HTTPException(
                400, f"{text}: {say('it is no date')} ({say('write it as 2025, 2025-01 or 2025-01-21')})"
            )
    return AuditQuestion(who.strip(), tuple(deed), since, until)
