"""What is in doubt and what people decided, as rows for programs."""

from __future__ import annotations

import msgspec

from telcon.contacts import Decision, Doubt


class ReasonRow(msgspec.Struct, frozen=True):
    """What one feature adds to two reports' being of one contact, and what it saw."""

    feature: str
    score: float
    seen: str


class DoubtRow(msgspec.Struct, frozen=True):
    """One thing that is unsure. `weight` is what hangs on it: pages, those of leaders' contacts twice.

    `matter` is `same` (whether the reports `one` and `other` are of one contact), `value` (on whose `field` accounts
    disagree), `contradiction` or `loose decision` (of or with the decisions numbered). `left_open` is the number of the
    decision by which somebody who looked left it as it is.
    """

    key: str
    matter: str
    contacts: list[str]
    weight: int
    field: str | None = None
    one: str | None = None
    other: str | None = None
    reasons: list[ReasonRow] = []
    decisions: list[int] = []
    left_open: int | None = None


class DecisionRow(msgspec.Struct, frozen=True):
    """One decision: `subject` is a report's own name (a page's key to hide it), `others` those it is held against."""

    number: int
    ruling: str
    subject: str
    others: list[str]
    field: str | None
    value: str | None
    author: str
    reason: str
    made_at: str
    undone_at: str | None
    undone_by: str | None


def doubt_row(doubt: Doubt) -> DoubtRow:
    """A doubt as a row."""
    judged = doubt.judgement
    return DoubtRow(
        doubt.key,
        doubt.matter,
        list(doubt.contacts),
        doubt.weight,
        doubt.field or None,
        judged.one if judged else None,
        judged.other if judged else None,
        [ReasonRow(reason.feature, reason.score, reason.seen) for reason in judged.reasons] if judged else [],
        list(doubt.decisions),
        doubt.left_open or None,
    )


def decision_row(decision: Decision) -> DecisionRow:
    """A decision as a row."""
    return DecisionRow(
        decision.number,
        decision.ruling,
        decision.subject,
        list(decision.others),
        decision.field or None,
        decision.value or None,
        decision.author,
        decision.reason,
        decision.made_at,
        decision.undone_at or None,
        decision.undone_by or None,
    )
