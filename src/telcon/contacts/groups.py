"""A contact while it is gathered: its reports, and how one more compares with them."""

from __future__ import annotations

from dataclasses import dataclass, field

from telcon.contacts.comparing import NEAR, Comparison, compare
from telcon.contacts.judging import NO_BONDS, Bonds, Judgement, Verdict
from telcon.contacts.members import Hold, Member
from telcon.model.values import value

MODELS = 8
"""The most reports of a contact that one more is compared with: the first of each that differ in what is compared."""


@value(frozen=True, slots=True)
class Match:
    """How a report compares with the one of a contact that it agrees with best."""

    group: Group
    model: Member
    comparison: Comparison

    @property
    def score(self) -> float:
        """The score of the comparison."""
        return self.comparison.score


@dataclass(slots=True, eq=False)
class Group:
    """Reports judged the same; `center` is the first one, whose day the others lie next to."""

    center: Member
    members: list[Member] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    pages: set[str] = field(default_factory=set)
    models: dict[tuple[object, ...], Member] = field(default_factory=dict)

    @classmethod
    def of(cls, member: Member) -> Group:
        """A contact of one report."""
        group = cls(member)
        group.add(member)
        return group

    def add(self, member: Member, *, models: bool = True) -> None:
        """Take a report in; where it is no model, others are not compared with it."""
        self.members.append(member)
        self.pages.add(member.page)
        if models and len(self.models) < MODELS:
            self.models.setdefault((*_day(member), member.kind, member.status, member.duration), member)

    def join(self, member: Member, match: Match, *, models: bool = True) -> None:
        """Take in a report that was judged the same."""
        self.add(member, models=models)
        self.judgements.append(Judgement(member.id, match.model.id, Verdict.SAME, match.comparison.reasons))

    @property
    def dated(self) -> int:
        """How many of the reports give the day."""
        return sum(member.place.hold is Hold.DAY for member in self.members)

    def admits(self, member: Member, bonds: Bonds = NO_BONDS) -> bool:
        """Whether a report may be of this contact at all: a page that tells of two tells them apart."""
        if member.page in self.pages:
            return False
        if member.place.hold is self.center.place.hold is Hold.DAY and self._is_far(member):
            return False
        return not (bonds.apart and any(bonds.part(member.id, one.id) for one in self.members))

    def match(self, member: Member) -> Match:
        """The best of the comparisons with the models."""
        return max((Match(self, model, compare(member, model)) for model in self.models.values()), key=_score)

    def _is_far(self, member: Member) -> bool:
        return abs(member.place.first - self.center.place.first) > NEAR


def _score(match: Match) -> float:
    return match.score


def _day(member: Member) -> tuple[int, int]:
    return member.place.first, member.place.month_day
