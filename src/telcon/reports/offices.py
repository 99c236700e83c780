"""The office that states behind it, or before it, share."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.model.contacts import Office
from telcon.model.mentions import How, Sort
from telcon.reports.scenes import Presence


def share_office(left: Presence, right: Presence) -> bool:
    """Whether two states stand before one office: 中美元首."""
    return left.naming.how is right.naming.how is How.OFFICE and left.naming.roles == right.naming.roles


def led_by_states(run: Sequence[Presence]) -> bool:
    """Whether states stand before an office that they share with the last: *the Russian and US presidents*."""
    return len(run) > 1 and all(p.naming.sort is Sort.STATE for p in run[:-1]) and run[-1].naming.how is How.OFFICE


def shared_office(first: Presence) -> tuple[Office, ...]:
    """The office that the states behind the first of a run share: *lãnh đạo Đức, Pháp*, *người đồng cấp Đức, Pháp*."""
    if first.naming.how is How.COUNTERPART and first.leader and first.leader.role:
        return (first.leader.role,)
    return first.naming.roles if first.naming.how is How.OFFICE else ()
