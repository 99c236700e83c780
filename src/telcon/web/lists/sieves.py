"""Choosing among all contacts at once: for each value that contacts are told apart by, one bit a contact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property, reduce
from itertools import combinations
from operator import and_

from telcon.contacts import Contact
from telcon.contacts.series import first_day
from telcon.letters.sought import name_words
from telcon.model.contacts import Participant
from telcon.model.values import value
from telcon.store import Selection, day_range, known_as, state_codes, who_key, years_of
from telcon.web.lists.orders import Key, Order, heading_of, last_day, order_key


class Facet(StrEnum):
    """What contacts are told apart by; the names are those of an address's parameters."""

    PERSON = "person"
    STATE = "state"
    PAIR = "pair"
    KIND = "kind"
    STATUS = "status"
    TOPIC = "topic"
    ACCOUNTS = "accounts"
    SIDE = "side"
    YEAR = "year"


NARROWING = frozenset({Facet.PERSON, Facet.STATE})
"""Of these every value asked for must hold; of the others, any."""
PERIOD = "period"
"""What a sieve calls the time asked for, which is no facet."""
Part = str
"""A facet, or what else may be asked for."""


@value(frozen=True, slots=True)
class Sorted:
    """Places in the record, in an order, and by place in the record the key of each contact."""

    places: Sequence[int]
    keys: Sequence[Key]


class Sieve:
    """All contacts in the order of the record; what is asked of them is a number with a bit for each."""

    def __init__(self, contacts: Sequence[Contact]) -> None:
        self.contacts = contacts
        self.all = (1 << len(contacts)) - 1
        self.people: dict[str, Participant] = {}
        places: dict[tuple[Facet, str], list[int]] = defaultdict(list)
        for place, contact in enumerate(contacts):
            self.people.update((who_key(who), who) for who in contact.participants)
            for facet, told in _values(contact):
                places[facet, told].append(place)
        self.masks: dict[Facet, dict[str, int]] = {facet: {} for facet in Facet}
        for (facet, told), found in places.items():
            self.masks[facet][told] = self.mask(found)
        self._places = {contact.id: place for place, contact in enumerate(contacts)}
        self._days = [(day_range(contact.date), bool(contact.date)) for contact in contacts]
        self.months = self._by_month()
        self._named = _name_all(self.people)
        self._sorted: dict[Order, Sorted] = {}

    def mask(self, places: Iterable[int]) -> int:
        """The number of some places in the order of the record."""
        bits = bytearray(len(self.contacts) // 8 + 1)
        for place in places:
            bits[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(bits, "little")

    def places(self, mask: int, order: Iterable[int]) -> list[int]:
        """The places of a number, in an order of all places."""
        bits = mask.to_bytes(len(self.contacts) // 8 + 1, "little")
        return [place for place in order if bits[place >> 3] >> (place & 7) & 1]

    @cached_property
    def headings(self) -> Sequence[int | None]:
        """What each contact stands under in a list by day, by its place in the record."""
        today = date.today()
        return [heading_of(contact, today) for contact in self.contacts]

    def _by_month(self) -> dict[str, int]:
        """The contacts of each month (`2025-01`), by the first day on which they may have been."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, contact in enumerate(self.contacts):
            if day := first_day(contact) or last_day(contact):
                places[f"{day:%Y-%m}"].append(place)
        return {month: self.mask(found) for month, found in sorted(places.items())}

    def in_order(self, order: Order) -> Sorted:
        """All contacts in an order, sorted when they are first asked for."""
        if order not in self._sorted:
            today = date.today()
            keys = [order_key(order, contact, today) for contact in self.contacts]
            self._sorted[order] = Sorted(sorted(range(len(keys)), key=keys.__getitem__), keys)
        return self._sorted[order]

    def parts(self, asked: Selection) -> dict[Part, int]:
        """What each part of a selection lets pass; only parts that ask for something."""
        found = {facet: self._of_facet(facet, values) for facet, values in asked_values(asked).items() if values}
        parts: dict[Part, int] = {str(facet): mask for facet, mask in found.items()}
        if asked.since or asked.until:
            parts[PERIOD] = self._within(asked.since, asked.until)
        if asked.among is not None:
            parts["among"] = self.mask(self._places[name] for name in asked.among if name in self._places)
        if asked.between:
            between = Selection(between=asked.between)
            parts["between"] = self.mask(place for place, one in enumerate(self.contacts) if between.holds(one))
        return parts

    def passing(self, parts: Mapping[Part, int], *, without: Iterable[Part] = ()) -> int:
        """What passes all parts, some left out."""
        left = frozenset(without)
        return reduce(and_, (mask for part, mask in parts.items() if part not in left), self.all)

    def counts(self, parts: Mapping[Part, int], facet: Facet) -> dict[str, int]:
        """How many contacts the list would have with each value of a facet, the most first.

        Values of which any must hold are counted without those that are asked for now.
        """
        base = self.passing(parts, without=() if facet in NARROWING else (facet,))
        counted = ((told, (mask & base).bit_count()) for told, mask in self.masks[facet].items())
        return dict(sorted(((told, count) for told, count in counted if count), key=lambda it: (-it[1], it[0])))

    def called(self, name: str) -> int:
        """The contacts in which somebody took part whom a name may mean, as `is_person` has it."""
        return self._any(Facet.PERSON, self.keys_called(name))

    def keys_called(self, name: str) -> set[str]:
        """Those whom a name may mean, by what the sieve knows them by."""
        found = self._named.get(name_words(name), set())
        return found | {name.strip()} if name.strip() in self.people else found

    def name_to_ask(self, key: str) -> str:
        """What to ask for to have the contacts of one person: their name, or where others have it too, their key."""
        name = self.people[key].name
        return name if self._named.get(name_words(name)) == {key} else key

    def _of_facet(self, facet: Facet, values: Sequence[str]) -> int:
        if facet is Facet.PERSON:
            return reduce(and_, map(self.called, values), self.all)
        if facet is Facet.STATE:
            return reduce(and_, (self._any(facet, state_codes(name)) for name in values), self.all)
        if facet is Facet.SIDE:
            return self._any(facet, (code for name in values for code in state_codes(name)))
        return self._any(facet, values)

    def _any(self, facet: Facet, values: Iterable[str]) -> int:
        masks, found = self.masks[facet], 0
        for told in values:
            found |= masks.get(told, 0)
        return found

    def _within(self, since: str | None, until: str | None) -> int:
        start, stop = day_range(since)[0], day_range(until)[1]
        return self.mask(
            place
            for place, ((first, last), dated) in enumerate(self._days)
            if dated and last >= start and first <= stop
        )


def asked_values(asked: Selection) -> dict[Facet, tuple[str, ...]]:
    """The values of facets that a selection asks for."""
    return {
        Facet.PERSON: asked.people,
        Facet.STATE: asked.states,
        Facet.PAIR: tuple(map(pair_name, asked.pairs)),
        Facet.KIND: tuple(asked.kinds),
        Facet.STATUS: tuple(asked.statuses),
        Facet.TOPIC: asked.topics,
        Facet.ACCOUNTS: tuple(asked.accords),
        Facet.SIDE: asked.sides,
        Facet.YEAR: tuple(map(str, asked.years)),
    }


def pair_name(pair: Iterable[str]) -> str:
    """Two states as an address has them: `CN-RU`, in the order of their codes."""
    return "-".join(sorted(pair))


def _values(contact: Contact) -> Iterator[tuple[Facet, str]]:
    """The values of a contact, each once."""
    yield from ((Facet.PERSON, key) for key in dict.fromkeys(map(who_key, contact.participants)))
    yield from ((Facet.STATE, code) for code in contact.states)
    yield from ((Facet.PAIR, pair_name(pair)) for pair in combinations(contact.states, 2))
    yield Facet.KIND, contact.kind
    yield Facet.STATUS, contact.status
    yield from ((Facet.TOPIC, topic) for topic in contact.topics)
    yield from ((Facet.ACCOUNTS, accord) for accord in contact.accords)
    yield from ((Facet.SIDE, side) for side in contact.tellers)
    yield from ((Facet.YEAR, str(year)) for year in years_of(contact.date))


def _name_all(people: Mapping[str, Participant]) -> dict[str, set[str]]:
    """Keys of people by all that they may be called: each run of words of each of their names."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, who in people.items():
        for name in known_as(who.name, who.person).split(" | "):
            words = name.split()
            for start in range(len(words)):
                for stop in range(start, len(words)):
                    found[" ".join(words[start : stop + 1])].add(key)
    return found
