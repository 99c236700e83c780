"""Choosing contacts by who, when, how and about what."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from telcon.contacts import Contact
from telcon.letters.folding import fold
from telcon.model.contacts import Kind, Participant, Status
from telcon.roster import load_roster
from telcon.store.days import day_range

REMEMBERED = 65_536
"""How many names are kept with what they mean: those of the record, and some that only an address asks for."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; every part that is given must hold.

    `people` and `states` are names as people write them; `between` names two sides, each a state or a person. `since`
    and `until` are EDTF: a vague date passes where it may lie within, no date passes only where neither is asked for.
    """

    people: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    between: tuple[str, str] | None = None
    since: str | None = None
    until: str | None = None
    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()
    topics: tuple[str, ...] = ()

    def holds(self, contact: Contact) -> bool:
        """Tell whether a contact is asked for."""
        return (
            (not self.kinds or contact.kind in self.kinds)
            and (not self.statuses or contact.status in self.statuses)
            and (not self.topics or not set(self.topics).isdisjoint(contact.topics))
            and self._within(contact.date)
            and all(_takes_part(contact, is_person(name)) for name in self.people)
            and all(_takes_part(contact, is_of_state(name)) for name in self.states)
            and (self.between is None or _joins(contact, *map(is_side, self.between)))
        )

    def _within(self, date: str | None) -> bool:
        if self.since is None and self.until is None:
            return True
        first, last = day_range(date)
        since, until = day_range(self.since)[0], day_range(self.until)[1]
        return date is not None and last >= since and first <= until


Test = Callable[[Participant], bool]


def is_person(name: str) -> Test:
    """A test for the participants whom a name may mean, diacritics and case aside: `xi`, `to lam`, `Tập Cận Bình`."""
    wanted = f" {plain(name)} "
    return lambda participant: any(
        wanted in f" {plain(known)} " for known in (participant.name, *_names(participant.person))
    )


def is_of_state(name: str) -> Test:
    """A test for the participants of a state, named by its code or by its name in any language the roster has."""
    codes = state_codes(name) or frozenset({name.strip().upper()})
    return lambda participant: participant.country in codes


def is_side(name: str) -> Test:
    """A test for the participants of a state, or where no state is called so, for a person."""
    return is_of_state(name) if state_codes(name) else is_person(name)


@lru_cache(maxsize=REMEMBERED)
def state_codes(name: str) -> frozenset[str]:
    """Codes of the states that a code or name may mean; names as written come before names without their marks."""
    states = load_roster().states
    if (code := name.strip().upper()) in states:
        return frozenset({code})
    for form in (fold, plain):
        wanted = form(name.strip())
        if found := {state.code for state in states.values() if wanted in map(form, (state.name, *state.forms))}:
            return frozenset(found)
    return frozenset()


@lru_cache(maxsize=REMEMBERED)
def plain(text: str) -> str:
    """Words of a text in lower case without diacritics, one space between them."""
    letters = unicodedata.normalize("NFD", fold(text)).replace("đ", "d")
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in kept).split())


@cache
def _names(person: str | None) -> tuple[str, ...]:
    known = load_roster().people.get(person) if person else None
    return (known.name, *known.names, *known.alone, *known.short) if known else ()


def _takes_part(contact: Contact, test: Test) -> bool:
    return any(map(test, contact.participants))


def _joins(contact: Contact, one: Test, other: Test) -> bool:
    people = contact.participants
    return any(one(a) and other(b) for a in people for b in people if a is not b)
