"""One office that several states share: *lãnh đạo Đức, Pháp*, 中美元首, *the Russian and US presidents*."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.model.contacts import Office
from telcon.model.mentions import How, Sort
from telcon.reports.scenes import Presence


def share_office(left: Presence, right: Presence) -> bool:
    """Whether two states stand before one office: 中美元首."""
    return left.naming.how is right.naming.how is How.OFFICE and left.naming.roles == right.naming.roles


def led_by_states(run: Sequence[Presence]) -> bool:
    """Whether states stand before an office that they share with the last (*the Russian and US presidents*) or before
    words for both their leaders (俄罗斯和乌克兰两国总统).
    """
    if len(run) < 2 or any(p.naming.sort is not Sort.STATE for p in run[:-1]):
        return False
    return run[-1].naming.how is How.OFFICE or is_counted(run)


def is_counted(run: Sequence[Presence]) -> bool:
    """Whether the last of a run counts the states before it, whose leaders it means."""
    group = run[-1].naming
    return group.sort is Sort.GROUP and group.size == len(run) - 1 > 1


def shared_office(first: Presence) -> tuple[Office, ...]:
    """The office that the states behind the first of a run share: *lãnh đạo Đức, Pháp*, *người đồng cấp Đức, Pháp*."""
    if first.naming.how is How.COUNTERPART and first.leader and first.leader.role:
        return (first.leader.role,)
    return first.naming.roles if first.naming.how is How.OFFICE else ()
