"""What is held of two reports, by a rule or by a person, and why."""

from __future__ import annotations

from enum import StrEnum

from telcon.contacts.comparing import Comparison, Reason
from telcon.model.values import value

SAME, UNSURE = 3.0, 2.0
"""The scores from which two reports are held to be of one contact, and from which that is unsure."""
MARGIN = 0.5
"""How much better than with the next contact a report without a day must agree with the one that it joins."""
RULE = "rule"


class Verdict(StrEnum):
    """Whether two reports are of one contact."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@value(frozen=True, slots=True)
class Judgement:
    """The verdict on two reports, named by their ids, `one` being the later judged; with its author and reasons."""

    one: str
    other: str
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    author: str = RULE

    @property
    def score(self) -> float:
        """The sum of the reasons."""
        return sum(reason.score for reason in self.reasons)


@value(frozen=True, slots=True)
class Bonds:
    """What people decided: pairs of reports, by their ids in order, that are one contact or are not."""

    same: frozenset[tuple[str, str]] = frozenset()
    apart: frozenset[tuple[str, str]] = frozenset()

    def part(self, one: str, other: str) -> bool:
        """Whether somebody decided that two reports are not of one contact."""
        return ((one, other) if one < other else (other, one)) in self.apart


NO_BONDS = Bonds()


def judge(comparison: Comparison) -> Verdict:
    """The verdict that a comparison alone gives."""
    if comparison.score >= SAME:
        return Verdict.SAME
    return Verdict.UNSURE if comparison.score >= UNSURE else Verdict.DIFFERENT
