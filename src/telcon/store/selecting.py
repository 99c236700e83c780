"""Choosing contacts by who, when, how and about what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from telcon.contacts import Accord, Contact
from telcon.letters.folding import fold
from telcon.letters.sought import bare, name_words, written_words
from telcon.model.contacts import Kind, Participant, Status
from telcon.model.dates import parse_edtf
from telcon.roster import load_roster, names_of, names_of_states
from telcon.store.days import day_range

REMEMBERED = 65_536
"""How many names are kept with what they mean: those of the record, and some that only an address asks for."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for; every part that is given must hold.

    `people` and `states` are names as people write them; `between` names two sides, each a state or a person. `since`
    and `until` are EDTF: a vague date passes where it may lie within, no date passes only where neither is asked for.
    `pairs` are codes of states, `sides` those whose words it is told by, `accords` how accounts stand; any of each must
    hold, as of `kinds`, `statuses`, `topics` and `years`. `among` are ids of contacts, as a search finds them.
    """

    people: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    between: tuple[str, str] | None = None
    since: str | None = None
    until: str | None = None
    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()
    topics: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    sides: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    accords: tuple[Accord, ...] = ()
    among: frozenset[str] | None = None

    def holds(self, contact: Contact) -> bool:
        """Tell whether a contact is asked for."""
        return (
            (self.among is None or contact.id in self.among)
            and (not self.kinds or contact.kind in self.kinds)
            and (not self.statuses or contact.status in self.statuses)
            and (not self.topics or not set(self.topics).isdisjoint(contact.topics))
            and (not self.pairs or any(contact.states.issuperset(pair) for pair in self.pairs))
            and (not self.sides or any(not state_codes(side).isdisjoint(contact.tellers) for side in self.sides))
            and (not self.years or not set(self.years).isdisjoint(years_of(contact.date)))
            and (not self.accords or not contact.accords.isdisjoint(self.accords))
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


def years_of(date: str | None) -> range:
    """The years in which a date (EDTF) may lie; none where its year is not known, the one that is where it is open."""
    dated = parse_edtf(date) if date else None
    ends = [day.year for day in (dated.first_day(), dated.last_day()) if day] if dated else []
    return range(min(ends), max(ends) + 1) if ends else range(0)


Test = Callable[[Participant], bool]


def is_person(name: str) -> Test:
    """A test for the participants whom a name may mean in any language and script, diacritics and case aside: `xi`,
    `to lam`, `Tập Cận Bình`, `Путин`, `习近平`; or for the one who has this key (`who_key`).
    """
    wanted, key = f" {name_words(name)} ", name.strip()
    return lambda one: who_key(one) == key or wanted in known_as(one.name, one.person)


def who_key(who: Participant) -> str:
    """What tells one person from all others: the roster's id, else name and state."""
    return who.person or f"{who.name}|{who.country}"


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
    code = name.strip().upper()
    return frozenset({code}) if code in load_roster().states else states_called(name)


def states_called(name: str) -> frozenset[str]:
    """Codes of the states that have this name in some language."""
    written, bare = _states_by_name()
    return written.get(fold(name.strip())) or bare.get(name_words(name)) or frozenset()


@lru_cache(maxsize=1 << 14)
def known_as(name: str, person: str | None) -> str:
    """The words of all names of a participant without marks, as `written_as` has them."""
    return bare(written_as(name, person))


@lru_cache(maxsize=1 << 14)
def written_as(name: str, person: str | None) -> str:
    """The words of all names of a participant in every language; one name behind the other, none runs into the next."""
    return f" {' | '.join(map(written_words, (name, *(names_of(person) if person else ()))))} "


@cache
def _states_by_name() -> tuple[Mapping[str, frozenset[str]], Mapping[str, frozenset[str]]]:
    """Codes by name, as written and without marks."""
    found: tuple[dict[str, set[str]], dict[str, set[str]]] = (defaultdict(set), defaultdict(set))
    for code, names in names_of_states().items():
        for name in names:
            found[0][fold(name)].add(code)
            found[1][name_words(name)].add(code)
    written, bare = ({name: frozenset(codes) for name, codes in part.items()} for part in found)
    return written, bare


def _takes_part(contact: Contact, test: Test) -> bool:
    return any(map(test, contact.participants))


def _joins(contact: Contact, one: Test, other: Test) -> bool:
    people = contact.participants
    return any(one(a) and other(b) for a in people for b in people if a is not b)
