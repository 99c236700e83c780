"""Who is in the record: its leaders and states, each with its contacts, and found by what people call them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property

from telcon.contacts import Contact
from telcon.letters.sought import name_words
from telcon.messages import name_leader, name_state
from telcon.model.contacts import Participant, Status
from telcon.model.dates import parse_edtf
from telcon.model.values import value
from telcon.roster import RANK, Person, find_people, load_roster
from telcon.store import Selection, day_range, state_codes
from telcon.web.catalogues.catalogue import Catalogue

STRETCH = 62
"""Days beyond which a date is too vague to have a place on a line."""


class Sort(StrEnum):
    """Who stands in the lanes of a time line, or in the rows of a matrix."""

    LEADERS = "leaders"
    STATES = "states"


@value(frozen=True, slots=True)
class Placed:
    """A contact with the first and the last day on which it may have been, None where that is not told.

    `leaders` are the keys of those who took part, in their order.
    """

    contact: Contact
    first: date | None
    last: date | None
    leaders: tuple[str, ...]

    @property
    def has_place(self) -> bool:
        """Whether its time is told closely enough for a place on a line."""
        return bool(self.first and self.last and (self.last - self.first).days <= STRETCH)

    def keys(self, by: Sort) -> Iterable[str]:
        """The leaders or the states that took part."""
        return self.leaders if by is Sort.LEADERS else self.contact.states


@value(frozen=True, slots=True)
class Side:
    """A leader, known by the roster's id or else by name, or a state by its code (`who` is None)."""

    key: str
    state: str
    who: Participant | None = None

    @property
    def name(self) -> str:
        """What it is called in the language spoken."""
        return name_leader(self.who) if self.who else name_state(self.state)

    def takes_part(self, who: Participant) -> bool:
        """Whether somebody is the leader, or is of the state."""
        return key_of(who) == self.key if self.who else who.country == self.state


class Directory:
    """All leaders and states of some contacts."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self.placed = sorted(map(_place, contacts), key=_newness, reverse=True)
        self.leaders: dict[str, Side] = {}
        self.contacts_of: dict[str, list[Placed]] = defaultdict(list)
        for placed in self.placed:
            people = placed.contact.participants
            for who, key in zip(people, placed.leaders, strict=True):
                self.leaders.setdefault(key, Side(key, who.country, who))
            for key in dict.fromkeys((*placed.leaders, *(who.country for who in people))):
                self.contacts_of[key].append(placed)
        self.states = sorted({who.country for it in self.placed for who in it.contact.participants})
        self.years = find_years(self.placed)
        self.held_years = find_years(it for it in self.placed if it.contact.status is Status.HELD)

    def find_leaders(self, text: str) -> list[Side]:
        """The leaders that an id or a name may mean: the one it is, those called so, or those with it in their name."""
        if text in self.leaders:
            return [self.leaders[text]]
        wanted = name_words(text)
        if not wanted:
            return []
        called = self._called.get(wanted) or {
            key for name, keys in self._called.items() if f" {wanted} " in f" {name} " for key in keys
        }
        found = {person.id: person for person in _in_roster(text)} if not called else {}
        called |= found.keys() & self.leaders.keys()
        return [self.leaders[key] for key in sorted(called)] or list(map(_side_of, found.values()))

    def find_sides(self, text: str) -> list[Side]:
        """The state that a code or name means; where none is meant, the leaders."""
        states = find_states(text) if text not in self.leaders else []
        return states or self.find_leaders(text)

    def side(self, key: str, by: Sort) -> Side:
        """The leader or the state of a key."""
        return self.leaders[key] if by is Sort.LEADERS else Side(key, key)

    def of(self, sides: Sequence[Side]) -> list[Placed]:
        """The contacts of one side, or of two with each other, the newest first."""
        return self.between(*sides) if len(sides) > 1 else self.contacts_of.get(sides[0].key, [])

    def between(self, one: Side, other: Side) -> list[Placed]:
        """The contacts in which somebody of each side took part, the newest first."""
        rarer, partner = sorted((one, other), key=lambda side: len(self.contacts_of.get(side.key, ())))
        return [it for it in self.contacts_of.get(rarer.key, ()) if _joins(it.contact.participants, rarer, partner)]

    def narrow(self, found: Iterable[Placed], asked: Selection) -> list[Placed]:
        """Those of some contacts that are asked for."""
        groups = [frozenset(side.key for side in self.find_leaders(name)) for name in asked.people]
        groups += [state_codes(name) or frozenset({name}) for name in asked.states]
        since, until = day_range(asked.since)[0], day_range(asked.until)[1]
        dated = bool(asked.since or asked.until)
        return [
            it
            for it in found
            if (not asked.kinds or it.contact.kind in asked.kinds)
            and (not asked.statuses or it.contact.status in asked.statuses)
            and (not asked.topics or not set(asked.topics).isdisjoint(it.contact.topics))
            and (not dated or _within(it, since, until))
            and all(not group.isdisjoint((*it.leaders, *it.contact.states)) for group in groups)
        ]

    @cached_property
    def _called(self) -> Mapping[str, set[str]]:
        """Leaders by every name that they are known by."""
        called: dict[str, set[str]] = defaultdict(set)
        people = load_roster().people
        for key, side in self.leaders.items():
            person = people.get(key)
            names = (*person.names, *person.alone, *person.short) if person else ()
            for name in {name_words(name) for name in (side.who.name if side.who else "", *names)}:
                called[name].add(key)
        return called


def find_directory(catalogue: Catalogue) -> Directory:
    """The leaders and states of the record that is served."""
    return catalogue.derived("directory", Directory)


def find_states(text: str) -> list[Side]:
    """The states that a code or a name may mean, whether the record tells of them or not."""
    return [Side(code, code) for code in sorted(state_codes(text))]


def key_of(who: Participant) -> str:
    """What a leader is known by."""
    return who.person or name_words(who.name)


def roster_person(side: Side) -> Person | None:
    """A leader as the roster has them; None for a state, or a leader that the roster lacks."""
    return load_roster().people.get(side.key) if side.who else None


def _place(contact: Contact) -> Placed:
    told = parse_edtf(contact.date) if contact.date else None
    first, last = (told.first_day(), told.last_day()) if told else (None, None)
    return Placed(contact, first, last, tuple(key_of(who) for who in contact.participants))


def _newness(placed: Placed) -> tuple[date, str]:
    return placed.first or date.min, placed.contact.id


def find_years(placed: Iterable[Placed]) -> list[int]:
    """The years in which they were or are to be, the latest first."""
    return sorted({it.first.year for it in placed if it.first}, reverse=True)


def _within(placed: Placed, since: str, until: str) -> bool:
    if placed.contact.date is None:
        return False
    first, last = day_range(placed.contact.date)
    return last >= since and first <= until


def _joins(people: Iterable[Participant], one: Side, other: Side) -> bool:
    people = tuple(people)
    ones = [who for who in people if one.takes_part(who)]
    return any(a is not b for a in ones for b in people if other.takes_part(b))


def _in_roster(text: str) -> tuple[Person, ...]:
    people = load_roster().people
    return (people[text],) if text in people else find_people(text)


def _side_of(person: Person) -> Side:
    term = min(person.terms, key=lambda term: (term.stop is not None, RANK[term.role]))
    return Side(person.id, term.country, Participant(person.name, term.country, term.role, person.id))
