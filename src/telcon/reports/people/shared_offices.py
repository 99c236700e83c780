"""One office that several states share: *lãnh đạo Đức, Pháp*, 中美元首, *the Russian and US presidents*."""

from __future__ import annotations

from collections.abc import Sequence

from telcon.letters.han import HAN
from telcon.model.contacts import Office
from telcon.model.mentions import How, Mark, Sort
from telcon.reports.people.clause_ends import STANDING
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


def counts_state(state: Presence, group: Presence, clean: str) -> bool:
    """Whether words for the leaders of several stand right behind a state, between Han characters: 俄乌两国总统."""
    beside = state.naming.sort is Sort.STATE and group.naming.sort is Sort.GROUP
    return beside and group.start - state.stop <= 1 and HAN.match(clean, group.start) is not None


def counts_states(left: Presence, right: Presence, presences: Sequence[Presence], clean: str) -> bool:
    """The same, or whether two states stand side by side before words for the leaders of both: 泰柬两国领导人."""
    if left.naming.sort is not Sort.STATE or right.naming.sort is not Sort.STATE:
        return counts_state(left, right, clean)
    return any(counts_state(right, group, clean) for group in presences if group.start >= right.stop)


def closes_place(left: Presence, right: Presence, presences: Sequence[Presence]) -> bool:
    """Whether somebody is named behind a state that is no leader's: *theo đề nghị của phía Nga, ông A*."""
    if left.naming.sort not in STANDING or right.naming.sort is not Sort.PERSON:
        return False
    before = [p for p in presences if p.stop <= left.start and p.naming.sort is not Sort.STATE][-1:]
    if left.naming.sort is not Sort.STATE:
        return left is presences[0]
    return not before or not shared_office(before[0])


def closes_list(mark: Mark, presences: Sequence[Presence], clean: str) -> bool:
    """Whether a word that is hardly more than *and* stands before the last of a list: A、B和C通电话."""
    before = [p for p in presences if p.stop <= mark.span.start][-2:]
    parted = len(before) > 1 and clean[before[0].stop : before[1].start].strip(" ") == "、"
    return parted and "faint" in mark.flags and mark.span.start - before[1].stop <= 1
