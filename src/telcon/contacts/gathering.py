"""Reports of many pages gathered into contacts.

The invariant: which reports are one contact follows from the set of reports alone, never from the order in which they
came. Reports whose page gives the day are gathered first, among themselves; the others join what was gathered so, or
else each other, and never change it: a date found in this way cannot support its own judgement.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from telcon.contacts.comparing import NEAR
from telcon.contacts.groups import Group, Match
from telcon.contacts.judging import MARGIN, NO_BONDS, SAME, UNSURE, Bonds, Judgement, Verdict
from telcon.contacts.members import Hold, Member
from telcon.model.values import value

TOGETHER = 2
"""Days between two pages' own days within which reports without a day may be told of one occasion."""
LENGTH = 12


@value(frozen=True, slots=True)
class Gathered:
    """A contact: its id, its reports in order, and the judgements that join them or that were left unsure."""

    id: str
    members: tuple[Member, ...]
    judgements: tuple[Judgement, ...]


def gather(members: Iterable[Member], bonds: Bonds = NO_BONDS) -> list[Gathered]:
    """Gather reports into contacts, in the order of their ids."""
    blocks: dict[str, list[Member]] = defaultdict(list)
    for member in members:
        blocks[member.block].append(member)
    named: dict[str, Group] = {}
    for block, inside in blocks.items():
        named |= _name(block, _gather_block(sorted(inside, key=_order), bonds))
    joined = _join(named, bonds) if bonds.same else named
    return [
        Gathered(name, tuple(sorted(group.members, key=_order)), tuple(group.judgements))
        for name, group in sorted(joined.items())
    ]


def find_islands(days: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of the days, given in order, that follow each other within what time zones explain."""
    start = 0
    for place in range(1, len(days) + 1):
        if place == len(days) or days[place] - days[place - 1] > NEAR:
            yield days[start], days[place - 1]
            start = place


def _gather_block(members: Sequence[Member], bonds: Bonds) -> list[Group]:
    dated = [member for member in members if member.place.hold is Hold.DAY]
    vague = [member for member in members if member.place.hold is not Hold.DAY]
    islands: list[Group] = []
    begin = 0
    firsts = [member.place.first for member in dated]
    for _, last in find_islands(firsts):
        stop = bisect_left(firsts, last + 1)
        islands += _gather_island(dated[begin:stop], bonds)
        begin = stop
    return islands + _join_vague(vague, Timeline(islands), bonds)


def _gather_island(members: Sequence[Member], bonds: Bonds) -> list[Group]:
    """Gather reports of days that follow each other: those of pages that tell of several first, then day by day, the
    day most told of first.
    """
    groups: list[Group] = []
    pages, days = Counter(m.page for m in members), Counter(m.place.first for m in members)

    def rank(member: Member) -> tuple[object, ...]:
        several = pages[member.page] > 1
        return not several, -pages[member.page], -days[member.place.first], *_order(member)

    for member in sorted(members, key=rank):
        matches = [group.match(member) for group in groups if group.admits(member, bonds)]
        best = max(matches, key=lambda match: match.score, default=None)
        if best and best.score >= SAME:
            best.group.join(member, best)
            continue
        groups.append(Group.of(member))
        groups[-1].judgements += _doubts(member, matches)
    return groups


class Timeline:
    """The contacts of one block whose day is known, found by the time in which a vague report may lie."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._groups = sorted(groups, key=lambda group: group.center.place.first)
        self._days = [group.center.place.first for group in self._groups]
        self._by_month_day: dict[int, list[Group]] = defaultdict(list)
        self._by_minutes: dict[int, list[Group]] = defaultdict(list)
        for group in self._groups:
            for member in group.models.values():
                _put(self._by_month_day[member.place.month_day], group)
                if member.duration:
                    _put(self._by_minutes[member.duration.minutes], group)

    def near(self, member: Member) -> Iterable[Group]:
        """The contacts that a report without a day may be of."""
        place = member.place
        if place.hold is Hold.STRETCH:
            start = bisect_left(self._days, place.first - NEAR)
            return self._groups[start : bisect_left(self._days, place.last + NEAR + 1)]
        if place.hold is Hold.YEARLESS:
            near = (place.month_day + step for step in range(-NEAR, NEAR + 1))
            return [group for day in near for group in self._by_month_day.get(day, ())]
        return self._by_minutes.get(member.duration.minutes, ()) if member.duration else ()


def _join_vague(members: Iterable[Member], timeline: Timeline, bonds: Bonds) -> list[Group]:
    """Let reports without a day join the contact that alone fits them; those left over are gathered by themselves."""
    left: list[Group] = []
    alone: dict[tuple[object, ...], list[Group]] = defaultdict(list)
    for member in members:
        matches = [group.match(member) for group in timeline.near(member) if group.admits(member, bonds)]
        best = _find_only(matches)
        if best:
            best.group.join(member, best, models=False)
            continue
        doubts = _doubts(member, matches)
        places = list(_places_alone(member))
        near = {id(group): group for place in places for group in alone.get(place, ())}
        among = [group.match(member) for group in near.values() if group.admits(member, bonds)]
        other = max(among, key=lambda match: match.score, default=None)
        if other and other.score >= SAME:
            other.group.join(member, other)
            other.group.judgements += doubts
        else:
            left.append(Group.of(member))
            left[-1].judgements += doubts
        for place in places[-1:]:
            _put(alone[place], other.group if other and other.score >= SAME else left[-1])
    return left


def _places_alone(member: Member) -> Iterator[tuple[object, ...]]:
    """Where a report that joined nothing looks for others, its own place last."""
    place = member.place
    if place.told is not None:
        yield from (("told", place.told + step) for step in range(-TOGETHER, TOGETHER + 1) if step)
        yield "told", place.told
    elif place.hold is not Hold.LOOSE:
        yield place.hold, place.first, place.last, place.month_day


def _find_only(matches: Sequence[Match]) -> Match | None:
    """The contact that fits, where no other fits about as well."""
    ranked = sorted(matches, key=lambda match: -match.score)
    if not ranked or ranked[0].score < SAME:
        return None
    return ranked[0] if len(ranked) == 1 or ranked[0].score - ranked[1].score >= MARGIN else None


def _doubts(member: Member, matches: Iterable[Match]) -> list[Judgement]:
    """The judgements that were left unsure: the report stands apart, and a person may look."""
    return [
        Judgement(member.id, match.model.id, Verdict.UNSURE, match.comparison.reasons)
        for match in sorted(matches, key=lambda match: -match.score)[:2]
        if match.score >= UNSURE
    ]


def _name(block: str, groups: Iterable[Group]) -> dict[str, Group]:
    """Ids: of a contact whose day is known by its people, channel and day, of another by its first report."""
    named: dict[str, Group] = {}
    told: Counter[str] = Counter()
    ordered = sorted(groups, key=lambda group: (-group.dated, group.center.id))
    for group in ordered:
        day = group.center.place.first if group.center.place.hold is Hold.DAY else None
        key = f"{block}\n{day}" if day else f"{block}\n{min(member.id for member in group.members)}"
        told[key] += 1
        named[_hash(key if told[key] == 1 else f"{key}\n{told[key]}")] = group
    return named


def _join(named: dict[str, Group], bonds: Bonds) -> dict[str, Group]:
    """Join the contacts of reports that somebody decided are one, whatever the rules say."""
    holder = {member.id: name for name, group in named.items() for member in group.members}
    root = {name: name for name in named}

    def find(name: str) -> str:
        while root[name] != name:
            name = root[name]
        return name

    for one, other in sorted(bonds.same):
        if one in holder and other in holder:
            first, second = sorted((find(holder[one]), find(holder[other])))
            root[second] = first
    joined: dict[str, Group] = {}
    for name in sorted(named):
        kept, group = joined.setdefault(find(name), named[find(name)]), named[name]
        if kept is not group:
            kept.members += group.members
            kept.judgements += group.judgements
    return joined


def _put(groups: list[Group], group: Group) -> None:
    if group not in groups:
        groups.append(group)


def _order(member: Member) -> tuple[int, int, str]:
    return member.place.first or member.place.month_day, member.place.told or 0, member.id


def _hash(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:LENGTH]
