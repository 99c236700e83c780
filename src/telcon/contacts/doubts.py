"""What a person should look at: judgements left unsure, accounts that disagree, decisions that meet nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from telcon.contacts.decisions import Decision, Ruling
from telcon.contacts.judging import Judgement
from telcon.contacts.merging import Contact
from telcon.model.contacts import Level
from telcon.model.values import value


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
    nothing.
    """

    matter: Question
    contacts: tuple[str, ...] = ()
    weight: int = 0
    field: str = ""
    judgement: Judgement | None = None
    decisions: tuple[int, ...] = ()


def find_doubts(contacts: Sequence[Contact], unsure: Iterable[Judgement], decisions: Sequence[Decision]) -> list[Doubt]:
    """Everything in doubt, the most consequential first."""
    holder = {telling.member: contact for contact in contacts for telling in contact.tellings}
    found = [
        *_unsure_ones(unsure, holder, decisions),
        *_disagreements(contacts),
        *_contradictions(decisions),
        *(Doubt(Question.LOOSE_DECISION, decisions=(one.number,)) for one in decisions if _meets_nothing(one, holder)),
    ]
    return sorted(found, key=lambda doubt: (-doubt.weight, doubt.contacts, doubt.field, doubt.decisions))


def _unsure_ones(
    unsure: Iterable[Judgement], holder: dict[str, Contact], decisions: Sequence[Decision]
) -> Iterator[Doubt]:
    decided = {frozenset((one.subject, other)) for one in decisions for other in one.others}
    seen: set[frozenset[str]] = set()
    for judgement in unsure:
        ours, theirs = holder.get(judgement.one), holder.get(judgement.other)
        if ours is None or theirs is None or ours is theirs:
            continue
        pair = frozenset((ours.id, theirs.id))
        if pair not in seen and frozenset((judgement.one, judgement.other)) not in decided:
            seen.add(pair)
            ids = (ours.id, theirs.id)
            yield Doubt(Question.SAME, ids, _weigh(ours) + _weigh(theirs), judgement=judgement)


def _disagreements(contacts: Iterable[Contact]) -> Iterator[Doubt]:
    for contact in contacts:
        corrected = {decision.field for decision in contact.corrections}
        for field, choice in contact.choices.items():
            if choice.disagree and field not in corrected:
                yield Doubt(Question.VALUE, (contact.id,), _weigh(contact), field)


def _contradictions(decisions: Sequence[Decision]) -> Iterator[Doubt]:
    """Decisions of several people on the same thing that say different things; the last one counts."""
    on: dict[tuple[str, str], list[Decision]] = {}
    for decision in decisions:
        for other in decision.others or ([decision.field] if decision.ruling is Ruling.VALUE else []):
            first, second = sorted((decision.subject, other))
            on.setdefault((first, second), []).append(decision)
    told: set[tuple[int, ...]] = set()
    for made in on.values():
        numbers = tuple(decision.number for decision in made)
        if len({(decision.ruling, decision.value) for decision in made}) > 1 and numbers not in told:
            told.add(numbers)
            yield Doubt(Question.CONTRADICTION, decisions=numbers)


def _meets_nothing(decision: Decision, holder: dict[str, Contact]) -> bool:
    """Whether no report answers to the decision's names any more: its page is gone, or other people are read in it."""
    if decision.ruling is Ruling.HIDE:
        return False
    return decision.subject not in holder or any(other not in holder for other in decision.others)


def _weigh(contact: Contact) -> int:
    return len(contact.tellings) * (2 if contact.level is Level.LEADERS else 1)
