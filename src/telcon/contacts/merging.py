"""A contact as the record holds it: what each page tells of it, and what they jointly say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from telcon.contacts.choosing import (
    Choice,
    choose_date,
    choose_duration,
    choose_initiator,
    choose_kind,
    choose_status,
    correct,
)
from telcon.contacts.copies import Copy
from telcon.contacts.decisions import Decision, parse_value
from telcon.contacts.judging import Judgement
from telcon.contacts.lineages import Branch, grow
from telcon.contacts.members import is_dated, person_key
from telcon.contacts.tellings import Telling
from telcon.model.contacts import Claim, Kind, Level, Participant, Source, Status
from telcon.model.dates import parse_edtf
from telcon.model.durations import Duration


class Accord(StrEnum):
    """How the accounts of a contact stand: they part on some value; of the sides concerned, one alone tells of it."""

    PART = "part"
    ALONE = "alone"


@dataclass(frozen=True)
class Contact:
    """The reports judged the same. `tellings` are in an order of their own, not in that of their coming.

    `copies` are those among the pages that bear on the contact.
    """

    id: str
    tellings: tuple[Telling, ...]
    judgements: tuple[Judgement, ...] = ()
    corrections: tuple[Decision, ...] = ()
    copies: tuple[Copy, ...] = ()

    @cached_property
    def tree(self) -> tuple[Branch, ...]:
        """The pages, each below the one that it was copied from."""
        return grow(self.tellings, self.copies)

    @property
    def claims(self) -> dict[tuple[str, str], list[tuple[Telling, Claim]]]:
        """What the pages claim, by field and value, each with its page: all values of a field together, the fields in
        the order in which they are first told.
        """
        told: dict[tuple[str, str], list[tuple[Telling, Claim]]] = defaultdict(list)
        for telling in self.tellings:
            for claim in telling.report.claims:
                told[claim.field, claim.value].append((telling, claim))
        fields = list(dict.fromkeys(field for field, _ in told))
        return dict(sorted(told.items(), key=lambda item: fields.index(item[0][0])))

    @property
    def page_count(self) -> int:
        """How many pages tell of it."""
        return len({telling.page_name for telling in self.tellings})

    @property
    def source_count(self) -> int:
        """How many of the pages copy no other: those copied from one origin count once, in the record or not."""
        return len(self.tree)

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Who took part, as the first telling has them."""
        return self.tellings[0].report.participants

    @cached_property
    def states(self) -> frozenset[str]:
        """The sides concerned."""
        return frozenset(person.country for person in self.participants)

    @property
    def level(self) -> Level:
        """The level that most tellings give."""
        return Counter(telling.report.level for telling in self.tellings).most_common(1)[0][0]

    @cached_property
    def kinds(self) -> Choice[Kind]:
        """The channel, with all that pages say of it."""
        return self._corrected("kind", choose_kind(self.tellings, self.states))

    @cached_property
    def statuses(self) -> Choice[Status]:
        """Whether it took place, with all that pages say of it."""
        return self._corrected("status", choose_status(self.tellings, self.states))

    @cached_property
    def dates(self) -> Choice[str]:
        """When it was, with all that pages say of it."""
        return self._corrected("date", choose_date(self.tellings, self.states))

    @cached_property
    def durations(self) -> Choice[Duration]:
        """How long it took, with all that pages say of it."""
        return self._corrected("duration", choose_duration(self.tellings, self.states))

    @cached_property
    def initiators(self) -> Choice[str]:
        """Who asked for it, with all that pages say of it."""
        return self._corrected("initiator", choose_initiator(self.tellings, self.states))

    @property
    def choices(self) -> dict[str, Choice[Any]]:
        """What pages say of each field, by its name."""
        return {
            "date": self.dates,
            "kind": self.kinds,
            "status": self.statuses,
            "duration": self.durations,
            "initiator": self.initiators,
        }

    @cached_property
    def parted(self) -> tuple[str, ...]:
        """The fields on which accounts disagree."""
        return tuple(field for field, choice in self.choices.items() if choice.disagree)

    def _corrected(self, field: str, choice: Choice[Any]) -> Choice[Any]:
        for decision in self.corrections:
            if decision.field == field:
                choice = correct(choice, parse_value(field, decision.value), decision.author)
        return choice

    def date_of(self, telling: Telling) -> str | None:
        """The date of one report (EDTF): its own, or the contact's where that is finer."""
        own = telling.report.date
        return own if own and is_dated(own) else self.date or own

    @property
    def kind(self) -> Kind:
        """The channel shown."""
        return self.kinds.options[0].value

    @property
    def status(self) -> Status:
        """The status shown."""
        return self.statuses.options[0].value

    @property
    def date(self) -> str | None:
        """The date shown (EDTF); None where no page gives one."""
        return self.dates.shown

    @property
    def duration(self) -> Duration | None:
        """The length shown."""
        return self.durations.shown

    @property
    def initiator(self) -> str | None:
        """The side shown as having asked for it."""
        return self.initiators.shown

    @property
    def focus(self) -> bool:
        """Whether some page is about the contact."""
        return any(telling.report.focus for telling in self.tellings)

    @cached_property
    def reported_by(self) -> tuple[Source, ...]:
        """Everyone named as telling of it."""
        return tuple(dict.fromkeys(source for telling in self.tellings for source in telling.report.reported_by))

    @cached_property
    def tellers(self) -> tuple[str, ...]:
        """The sides that those named as telling of it speak for, by their codes."""
        return tuple(dict.fromkeys(source.side for source in self.reported_by if source.side))

    @cached_property
    def accords(self) -> frozenset[Accord]:
        """How the accounts of it stand to each other."""
        told = self.states.intersection(self.tellers)
        apart = any(choice.disagree for choice in self.choices.values())
        alone = len(told) == 1 and len(self.states) > 1
        return frozenset(({Accord.PART} if apart else set()) | ({Accord.ALONE} if alone else set()))

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """Everything that some page says it dealt with."""
        return tuple(dict.fromkeys(topic for telling in self.tellings for topic in telling.report.topics))


def in_order(contacts: Iterable[Contact]) -> list[Contact]:
    """Sort contacts by date, undated ones last, then by participants, then by id."""
    return sorted(contacts, key=place_in_order)


def place_in_order(contact: Contact) -> tuple[bool, tuple[str, str], list[str], str]:
    """What contacts are sorted by, see `in_order`."""
    people = sorted(person_key(participant) for participant in contact.participants)
    return contact.date is None, _days(contact.date), people, contact.id


def _days(date: str | None) -> tuple[str, str]:
    dated = parse_edtf(date) if date else None
    first, last = (dated.first_day(), dated.last_day()) if dated else (None, None)
    return str(first or date or ""), str(last or "9")
