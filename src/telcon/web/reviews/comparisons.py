"""Two reports side by side: what each tells, feature by feature, and what that adds to their being one contact."""

from __future__ import annotations

from collections.abc import Iterator

from telcon.contacts import Contact, Doubt, Judgement, Telling
from telcon.contacts.comparing import Reason, find_weakest
from telcon.messages import (
    name_date,
    name_feature,
    name_people,
    name_side,
    name_status,
    name_topic,
    name_value,
    say,
    tell_reason,
)
from telcon.model.contacts import Report
from telcon.model.values import value
from telcon.store import Store
from telcon.web.pages.excerpts import Excerpt, excerpts

FULL = 5.0
"""The score that fills one half of a bar."""
MOST_TOPICS = 6


@value(frozen=True, slots=True)
class Side:
    """One of the two reports, with the contact that it is part of now."""

    telling: Telling
    contact: Contact
    lines: tuple[Excerpt, ...]


@value(frozen=True, slots=True)
class Row:
    """One feature: what each report tells, what that adds (None where it cannot be compared), and why."""

    name: str
    one: str
    other: str
    score: float | None = None
    why: str = ""
    doubtful: bool = False

    @property
    def bar(self) -> tuple[float, float]:
        """Start and width of the bar, in hundredths of its frame; the middle is no score."""
        half = 50 * min(1.0, abs(self.score or 0) / FULL)
        return (50.0, half) if (self.score or 0) >= 0 else (50.0 - half, half)


@value(frozen=True, slots=True)
class Comparison:
    """Two reports side by side."""

    one: Side
    other: Side
    rows: tuple[Row, ...]
    score: float
    weakest: str


def compare_sides(store: Store, doubt: Doubt) -> Comparison | None:
    """The two reports of an unsure judgement; None where one of them is gone meanwhile."""
    judgement = doubt.judgement
    assert judgement is not None  # it is asked of these alone
    contacts = [contact for name in doubt.contacts if (contact := store.contact(name))]
    sides = [_side(contacts, name) for name in (judgement.one, judgement.other)]
    one, other = sides
    if one is None or other is None:
        return None
    weakest = find_weakest(judgement.reasons)
    rows = (_people(one, other), *_rows(judgement, one.telling.report, other.telling.report, weakest))
    reason = next((it for it in judgement.reasons if it.feature == weakest), None)
    told = f"{name_feature(weakest)} ({tell_reason(reason.seen)})" if reason else name_feature(weakest)
    return Comparison(one, other, rows, judgement.score, told)


def _side(contacts: list[Contact], member: str) -> Side | None:
    for contact in contacts:
        for telling in contact.tellings:
            if telling.member == member:
                return Side(telling, contact, tuple(excerpts(telling)))
    return None


def _people(one: Side, other: Side) -> Row:
    names = [name_people(side.telling.report.participants) for side in (one, other)]
    return Row(say("who"), names[0], names[1], why=say("they must be the same to be compared"))


def _rows(judgement: Judgement, one: Report, other: Report, weakest: str) -> Iterator[Row]:
    reasons: dict[str, Reason] = {reason.feature: reason for reason in judgement.reasons}
    told, against = _told(one), _told(other)
    for feature in told:
        reason = reasons.get(feature)
        if reason or told[feature] or against[feature] or feature == weakest:
            shown = (told[feature] or "–", against[feature] or "–")
            score, why = (reason.score, tell_reason(reason.seen)) if reason else (None, say("not told by both"))
            yield Row(name_feature(feature), *shown, score, why, feature == weakest)


def _told(report: Report) -> dict[str, str]:
    """What a report tells of each feature, empty where it tells nothing."""
    topics = [name_topic(topic) for topic in report.topics[:MOST_TOPICS]]
    more = len(report.topics) - len(topics)
    return {
        "day": name_date(report.date) if report.date else "",
        "channel": name_value("kind", report.kind),
        "duration": name_value("duration", report.duration) if report.duration else "",
        "initiator": name_side(report.initiator) if report.initiator else "",
        "status": name_status(report.status),
        "topics": ", ".join(topics) + (f" +{more}" if more else ""),
        "focus": say("the page is about it") if report.focus else "",
    }
