"""What people decided about reports and pages; it wins over the rules, and stays when pages are read again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from enum import StrEnum

from telcon.contacts.judging import Bonds
from telcon.contacts.members import FAMILIES, Family, Member, find_place
from telcon.model.contacts import Kind, Status
from telcon.model.dates import parse_edtf
from telcon.model.durations import Bound, Duration
from telcon.model.values import value


class Ruling(StrEnum):
    """What somebody can decide: that reports are one contact or not, a value, or that a page does not count.

    `unsure` decides nothing: whoever looked cannot tell, and the question goes behind those that nobody looked at.
    """

    SAME = "same"
    APART = "apart"
    VALUE = "value"
    HIDE = "hide"
    UNSURE = "unsure"


@value(frozen=True, slots=True)
class Decision:
    """One decision: `subject` is a report's own name (a page's key to hide it), `others` those it is held against.

    `number` counts the decisions of a record as they were made; a later one wins over an earlier one on the same.
    One with `undone_at` stands no longer.
    """

    number: int
    ruling: Ruling
    subject: str
    others: tuple[str, ...] = ()
    field: str = ""
    value: str = ""
    author: str = ""
    reason: str = ""
    made_at: str = ""
    undone_at: str = ""
    undone_by: str = ""


@value(frozen=True, slots=True)
class Decisions:
    """All decisions that stand, as the gathering takes them."""

    bonds: Bonds = Bonds()
    corrections: Mapping[str, Sequence[Decision]] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()


NO_DECISIONS = Decisions()
FIELDS = ("date", "kind", "status", "duration", "initiator")
LONGEST = 10_000
"""The most minutes that somebody may say a contact took: a week."""
Thing = frozenset[str]
"""What can be decided on: two reports, a report and one of its fields, or a page, by their names."""


def things_of(decision: Decision) -> frozenset[Thing]:
    """Everything that a decision is on."""
    if decision.field:
        return frozenset({frozenset((decision.subject, decision.field))})
    if decision.others:
        return frozenset(frozenset((decision.subject, other)) for other in decision.others)
    return frozenset({frozenset((decision.subject,))})


def last_on(things: frozenset[Thing], decisions: Iterable[Decision]) -> Decision | None:
    """The latest of the decisions, given in the order of their making, that is on one of these things."""
    found = None
    for decision in decisions:
        if not things.isdisjoint(things_of(decision)):
            found = decision
    return found


def sum_up(decisions: Iterable[Decision]) -> Decisions:
    """Put decisions, in the order of their making, into the shape in which they are applied."""
    pairs: dict[tuple[str, str], Ruling] = {}
    corrections: dict[str, dict[str, Decision]] = {}
    hidden: set[str] = set()
    for decision in decisions:
        if decision.ruling is Ruling.UNSURE:
            continue
        if decision.ruling is Ruling.HIDE:
            hidden.add(decision.subject)
        elif decision.ruling is Ruling.VALUE:
            corrections.setdefault(decision.subject, {})[decision.field] = decision
        for other in decision.others:
            pairs[decision.subject, other] = pairs[other, decision.subject] = decision.ruling
    same, apart = (
        frozenset(pair for pair, ruling in pairs.items() if ruling is wanted and pair[0] < pair[1])
        for wanted in (Ruling.SAME, Ruling.APART)
    )
    kept = {name: tuple(fields.values()) for name, fields in corrections.items()}
    return Decisions(Bonds(same, apart), kept, frozenset(hidden))


def parse_value(name: str, text: str) -> str | Kind | Status | Duration:
    """The value that a text means for a field (`name`): EDTF, a channel, a status, minutes and their bound, a side.

    Raises `ValueError` for one that the field cannot have, and for a field that cannot be corrected.
    """
    match name:
        case "date":
            return str(parse_edtf(text))
        case "kind":
            return Kind(text)
        case "status":
            return Status(text)
        case "duration":
            minutes, _, bound = text.partition(" ")
            if not (minutes.isascii() and minutes.isdigit() and len(minutes) < 6 and 0 < int(minutes) <= LONGEST):
                raise ValueError(text)
            return Duration(int(minutes), Bound(bound or Bound.EXACT))
        case "initiator":
            if text != "mutual" and not (text.isascii() and text.isalpha() and text.isupper()):
                raise ValueError(text)
            return text
    raise ValueError(name)


def apply_corrections(member: Member, decisions: Decisions) -> Member:
    """The report as people corrected it."""
    for decision in decisions.corrections.get(member.id, ()):
        told = parse_value(decision.field, decision.value)
        if isinstance(told, Kind):
            member = replace(member, kind=told, family=FAMILIES.get(told, Family.REMOTE))
        elif isinstance(told, Status):
            member = replace(member, status=told)
        elif isinstance(told, Duration):
            member = replace(member, duration=told)
        elif decision.field == "date":
            member = replace(member, place=replace(find_place(told, member.status, None), told=member.place.told))
        else:
            member = replace(member, initiator=told)
    return member
