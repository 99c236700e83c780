"""What a person should look at: judgements left unsure, accounts that disagree, decisions that meet nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from hashlib import sha256

from telcon.contacts.decisions import Decision, Ruling, Thing, things_of
from telcon.contacts.judging import Judgement
from telcon.contacts.merging import Contact
from telcon.model.contacts import Level
from telcon.model.values import value

LENGTH = 12
_Asked = Iterator[tuple["Doubt", frozenset[Thing]]]


class Question(StrEnum):
    """What is in doubt."""

    SAME = "same"
    VALUE = "value"
    CONTRADICTION = "contradiction"
    LOOSE_DECISION = "loose decision"


@value(frozen=True, slots=True)
class Doubt:
    """One thing to look at. `contacts` are the ids concerned, `weight` how much hangs on it (pages, twice for leaders).

    `field` is the one in doubt, `judgement` the unsure one, `decisions` the numbers of those that contradict or meet
    nothing. `left_open` is the number of the decision by which somebody who looked left it as it is, 0 for none.
    """

    matter: Question
    contacts: tuple[str, ...] = ()
    weight: int = 0
    field: str = ""
    judgement: Judgement | None = None
    decisions: tuple[int, ...] = ()
    left_open: int = 0

    @property
    def key(self) -> str:
        """What the doubt is known by as long as it stands."""
        pair = (self.judgement.one, self.judgement.other) if self.judgement else self.contacts
        parts = (self.matter, *pair, self.field, *map(str, self.decisions))
        return sha256("\n".join(parts).encode()).hexdigest()[:LENGTH]


def find_doubts(contacts: Sequence[Contact], unsure: Iterable[Judgement], decisions: Sequence[Decision]) -> list[Doubt]:
    """Everything in doubt, the most consequential first, what somebody left open behind all else."""
    holder = {telling.member: contact for contact in contacts for telling in contact.tellings}
    asked = (
        *_unsure_ones(unsure, holder, decisions),
        *_disagreements(contacts),
        *_contradictions(decisions),
        *_loose_ones(decisions, holder),
    )
    left = {thing: one.number for one in decisions if one.ruling is Ruling.UNSURE for thing in things_of(one)}
    found = [replace(doubt, left_open=_left_open(doubt, things, left)) for doubt, things in asked]
    return sorted(found, key=lambda it: (it.left_open, -it.weight, it.contacts, it.field, it.decisions))


def things_asked(field: str, members: Iterable[str], others: Iterable[str] = ()) -> frozenset[Thing]:
    """What a question is on: a field of the reports of one contact, or whether any of two sets of reports are one."""
    if field:
        return frozenset(frozenset((member, field)) for member in members)
    against = list(others)
    return frozenset(frozenset((member, other)) for member in members for other in against)


def _unsure_ones(unsure: Iterable[Judgement], holder: Mapping[str, Contact], decisions: Sequence[Decision]) -> _Asked:
    ruled = (Ruling.SAME, Ruling.APART)
    decided = {thing for one in decisions if one.ruling in ruled for thing in things_of(one)}
    seen: set[frozenset[str]] = set()
    for judgement in unsure:
        ours, theirs = holder.get(judgement.one), holder.get(judgement.other)
        if ours is None or theirs is None or ours is theirs:
            continue
        pair, thing = frozenset((ours.id, theirs.id)), frozenset((judgement.one, judgement.other))
        if pair not in seen and thing not in decided:
            seen.add(pair)
            doubt = Doubt(Question.SAME, (ours.id, theirs.id), _weigh(ours) + _weigh(theirs), judgement=judgement)
            yield doubt, frozenset({thing})


def _disagreements(contacts: Iterable[Contact]) -> _Asked:
    for contact in contacts:
        corrected = {decision.field for decision in contact.corrections}
        for field in contact.parted:
            if field not in corrected:
                members = (telling.member for telling in contact.tellings)
                yield Doubt(Question.VALUE, (contact.id,), _weigh(contact), field), things_asked(field, members)


def _contradictions(decisions: Sequence[Decision]) -> _Asked:
    """Decisions of several people on the same thing that say different things; the last one counts."""
    on: dict[Thing, list[Decision]] = {}
    for decision in decisions:
        if decision.ruling is not Ruling.UNSURE:
            for thing in things_of(decision):
                on.setdefault(thing, []).append(decision)
    told: set[tuple[int, ...]] = set()
    for thing, made in on.items():
        numbers = tuple(decision.number for decision in made)
        last_words = {decision.author: (decision.ruling, decision.value) for decision in made}
        if len(set(last_words.values())) > 1 and numbers not in told:
            told.add(numbers)
            yield Doubt(Question.CONTRADICTION, decisions=numbers), frozenset({thing})


def _loose_ones(decisions: Iterable[Decision], holder: Mapping[str, Contact]) -> _Asked:
    """Decisions that no report answers to any more: their page is gone, or other people are read in it."""
    for decision in decisions:
        if decision.ruling in (Ruling.HIDE, Ruling.UNSURE):
            continue
        if any(name not in holder for name in (decision.subject, *decision.others)):
            yield Doubt(Question.LOOSE_DECISION, decisions=(decision.number,)), things_of(decision)


def _left_open(doubt: Doubt, things: frozenset[Thing], left: Mapping[Thing, int]) -> int:
    """The latest decision that left the question open, none from before what is now in question."""
    number = max((left.get(thing, 0) for thing in things), default=0)
    return number if number > max(doubt.decisions, default=0) else 0


def _weigh(contact: Contact) -> int:
    return len(contact.tellings) * (2 if contact.level is Level.LEADERS else 1)
