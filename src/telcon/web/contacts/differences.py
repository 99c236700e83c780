"""Where the accounts of a contact part, what one side alone tells, and where they agree less exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from telcon.contacts import Contact, Matrix, Option
from telcon.contacts.accounts import find_sides
from telcon.messages import name_field, name_state, name_topic, name_value, say, say_count
from telcon.model.contacts import Source
from telcon.model.values import value
from telcon.web.contacts.agreeing import (
    Standing,
    agreement_of,
    sides_concerned,
    sides_heard,
    sides_telling,
    topics_of_one,
)
from telcon.web.contacts.facts import Saying, saying

PART, ONE, LESS_EXACT = "part", "one", "eq"
SEVERAL = 2


@value(frozen=True, slots=True)
class Version:
    """One of the values that are told: who tells it, in which words, on how many pages."""

    told: str
    sources: tuple[Source, ...]
    saying: Saying | None
    pages: int


@value(frozen=True, slots=True)
class Difference:
    """A difference with its mark, said in a line, more of it below, or the values side by side."""

    mark: str
    heading: str
    more: str = ""
    versions: tuple[Version, ...] = ()


def find_differences(contact: Contact, matrix: Matrix) -> list[Difference]:
    """What a reader should know before the facts: contradictions first, then silence, then vagueness."""
    heard = sides_heard(contact, matrix)
    found = [*_parted(contact), *_alone(contact, matrix, heard), *_less_exact(contact)]
    if not found and len(heard) >= SEVERAL:
        found.append(Difference(LESS_EXACT, say("The accounts do not part on any field.")))
    return found


def _parted(contact: Contact) -> Iterator[Difference]:
    for field, choice in contact.choices.items():
        if choice.disagree:
            versions = tuple(_version(contact, field, option) for option in choice.options)
            yield Difference(PART, name_field(field), versions=versions)


def _alone(contact: Contact, matrix: Matrix, heard: Sequence[str]) -> Iterator[Difference]:
    if len(heard) == 1 and len(contact.states) >= SEVERAL:
        missing = ", ".join(name_state(code) for code in sides_concerned(contact) if code not in heard)
        yield Difference(
            ONE,
            say("Of the sides, only {state} is heard", state=name_state(heard[0])),
            say("No account of {states} is in the pages held. Silence is not a denial.", states=missing),
        )
    if len(heard) >= SEVERAL:
        yield from _topics_alone(contact, matrix)
        yield from _fields_alone(contact)


def _topics_alone(contact: Contact, matrix: Matrix) -> Iterator[Difference]:
    for side, topics in topics_of_one(contact, matrix):
        heading = say_count(
            "{count} topic is told by the side of {state} alone",
            "{count} topics are told by the side of {state} alone",
            len(topics),
            state=name_state(side),
        )
        yield Difference(ONE, heading, ", ".join(map(name_topic, topics)))


def _fields_alone(contact: Contact) -> Iterator[Difference]:
    alone = [field for field in contact.choices if _told_by_one(contact, field)]
    for side in sides_concerned(contact):
        fields = [field for field in alone if sides_telling(contact, field) == [side]]
        if fields:
            names = ", ".join(map(name_field, fields))
            heading = say("Told by the side of {state} alone: {fields}", state=name_state(side), fields=names)
            yield Difference(ONE, heading, ", ".join(name_value(it, contact.choices[it].shown) for it in fields))


def _told_by_one(contact: Contact, field: str) -> bool:
    agreement = agreement_of(contact, field)
    return agreement is not None and agreement.standing is Standing.ONE


def _less_exact(contact: Contact) -> Iterator[Difference]:
    for field, choice in contact.choices.items():
        if len(choice.options) >= SEVERAL and not choice.disagree:
            told = ", ".join(f"“{name_value(field, option.value)}”" for option in choice.options)
            yield Difference(LESS_EXACT, *_reconciled(field, told))


def _reconciled(field: str, told: str) -> tuple[str, str]:
    """How several values of a field can all be true, and what follows."""
    if field == "status":
        return say("Told as {values}", values=told), say("The pages speak of it at different times.")
    return say("{field}: {values} agree", field=name_field(field), values=told), say("The more exact one is shown.")


def _version(contact: Contact, field: str, option: Option[Any]) -> Version:
    sides = find_sides(contact)
    words = next(
        (
            saying(telling.page, claim, sides)
            for telling in option.tellings
            for claim in telling.report.claims
            if claim.field == field and claim.evidence
        ),
        None,
    )
    pages = len({telling.page_name for telling in option.tellings})
    return Version(name_value(field, option.value), option.sources, words, pages)
