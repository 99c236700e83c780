"""How much speaks for two reports' being of one contact: a table of features, each a score with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from telcon.contacts.members import Hold, Member
from telcon.model.contacts import Kind, Status
from telcon.model.durations import Bound, Duration
from telcon.model.values import value

NEAR = 1
"""Days that time zones may put between two accounts of one contact."""
LOOSE = frozenset({Kind.CALL, Kind.CONTACT})
"""Channels told loosely: they may be any of their family."""
MOST = {"day": 5.0, "channel": 1.0, "duration": 2.0, "status": 0.5, "topics": 1.0}
"""The most that a feature adds."""
ROUGH = {Bound.EXACT: 0.0, Bound.ABOUT: 0.2, Bound.UNDER: 0.2, Bound.OVER: 0.5}
"""How far, in parts of the length told, a length may lie from it: *over an hour* has been said of 90 minutes."""


@value(frozen=True, slots=True)
class Reason:
    """One feature of a comparison: its name, what it adds, and what it saw."""

    feature: str
    score: float
    seen: str


@value(frozen=True, slots=True)
class Comparison:
    """What two reports have in common; `score` is the sum of the reasons."""

    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """The sum of all features."""
        return sum(reason.score for reason in self.reasons)


def find_weakest(reasons: Iterable[Reason]) -> str:
    """The feature that falls shortest of what it could add: the doubt lies there. A day left out is one."""
    scores = {"day": 0.0} | {reason.feature: reason.score for reason in reasons if reason.feature in MOST}
    return max(scores, key=lambda feature: MOST[feature] - scores[feature])


Feature = Callable[[Member, Member], "Reason | None"]


def compare(one: Member, other: Member) -> Comparison:
    """Compare two reports of one block (the same people, the same family of channel)."""
    return Comparison(tuple(reason for feature in FEATURES if (reason := feature(one, other))))


def durations_agree(one: Duration, other: Duration) -> bool:
    """Whether two lengths may be of one conversation: 62 minutes and *over an hour* agree, 10 and 7 minutes do not."""
    return _covers(one, other) or _covers(other, one) or _overlap(one, other)


def kinds_agree(one: Kind, other: Kind) -> bool:
    """Whether two channels are the same, or one is told so loosely that it may be the other."""
    return one is other or not LOOSE.isdisjoint((one, other))


def compare_days(one: Member, other: Member) -> Reason | None:
    """The same day, one apart, within a vague date, or within what a page's own day allows."""
    a, b = one.place, other.place
    if a.hold is b.hold is Hold.DAY:
        apart = abs(a.first - b.first)
        if apart == 0:
            return Reason("day", 5, "the same day")
        return Reason("day", 2.5, "one day apart") if apart <= NEAR else Reason("day", -9, f"{apart} days apart")
    if Hold.YEARLESS in (a.hold, b.hold):
        return _compare_month_days(a.month_day, b.month_day)
    if Hold.LOOSE in (a.hold, b.hold):
        return None
    if a.first > b.last + NEAR or b.first > a.last + NEAR:
        return Reason("day", -9, "another time")
    dated = a.dated and b.dated
    return Reason("day", 2, "a vague date that may be it") if dated else Reason("day", 1.5, "told soon after")


def compare_kinds(one: Member, other: Member) -> Reason | None:
    """The channel, which pages often tell loosely."""
    if one.kind is other.kind:
        return Reason("channel", 1, f"both {one.kind}")
    if kinds_agree(one.kind, other.kind):
        return Reason("channel", 0.5, f"{one.kind} may be {other.kind}")
    return Reason("channel", -1, f"{one.kind} and {other.kind}")


def compare_durations(one: Member, other: Member) -> Reason | None:
    """The length, where both tell it."""
    if not one.duration or not other.duration:
        return None
    told = f"{one.duration.minutes} and {other.duration.minutes} minutes"
    agree = durations_agree(one.duration, other.duration)
    exact = one.duration == other.duration
    return Reason("duration", 2 if exact else 1, told) if agree else Reason("duration", -1.5, told)


def compare_initiators(one: Member, other: Member) -> Reason | None:
    """Who asked for it, where both tell it."""
    if not one.initiator or not other.initiator:
        return None
    agree = one.initiator == other.initiator
    return Reason("initiator", 0.5 if agree else -0.5, f"{one.initiator} and {other.initiator}")


def compare_statuses(one: Member, other: Member) -> Reason | None:
    """A plan may have come true; a denial stands against any other contact than the one denied for that day."""
    if one.status is other.status:
        return Reason("status", 0.5, f"both {one.status}")
    if Status.DENIED in (one.status, other.status):
        return Reason("status", -1, f"{one.status} and {other.status}")
    return Reason("status", 0, f"{one.status} and {other.status}")


def compare_topics(one: Member, other: Member) -> Reason | None:
    """What it dealt with; pages choose what they tell, so that no common topic says little."""
    if not one.topics or not other.topics:
        return None
    shared = one.topics & other.topics
    part = len(shared) / min(len(one.topics), len(other.topics))
    return Reason("topics", round(1.5 * part - 0.5, 2), f"{len(shared)} shared")


def compare_focus(one: Member, other: Member) -> Reason | None:
    """Pages that came out for the sake of the contact."""
    return Reason("focus", 0.5, "both pages are about it") if one.focus and other.focus else None


FEATURES: tuple[Feature, ...] = (
    compare_days,
    compare_kinds,
    compare_durations,
    compare_initiators,
    compare_statuses,
    compare_topics,
    compare_focus,
)


def _compare_month_days(one: int, other: int) -> Reason | None:
    if not one or not other:
        return None
    apart = abs(one - other)
    if apart == 0:
        return Reason("day", 3, "the same day, of a year that one page leaves out")
    return Reason("day", 1.5, "one day apart, the year left out") if apart <= NEAR else Reason("day", -9, "another day")


def _covers(told: Duration, other: Duration) -> bool:
    """Whether the exact length of `other` is what `told` says roughly."""
    if other.bound is not Bound.EXACT:
        return False
    slack = told.minutes * ROUGH[told.bound]
    low = told.minutes - slack if told.bound in (Bound.ABOUT, Bound.UNDER) else told.minutes
    high = told.minutes + slack if told.bound in (Bound.ABOUT, Bound.OVER) else told.minutes
    return low <= other.minutes <= high


def _overlap(one: Duration, other: Duration) -> bool:
    """Whether two rough lengths may be the same: *over an hour*, *about 70 minutes*."""
    if Bound.EXACT in (one.bound, other.bound):
        return one == other
    longer, shorter = max(one.minutes, other.minutes), min(one.minutes, other.minutes)
    slack = max(ROUGH[one.bound], ROUGH[other.bound])
    return longer - shorter <= slack * shorter
