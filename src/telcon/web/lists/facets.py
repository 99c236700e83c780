"""The facets beside a list: what it can be narrowed by, and how many contacts each value would leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from telcon.contacts import Accord
from telcon.messages import name_channel, name_leader, name_state, name_status, name_topic, say
from telcon.model.values import value
from telcon.store import state_codes
from telcon.web.lists.listing import Listing
from telcon.web.lists.queries import Asking
from telcon.web.lists.sieves import Facet, asked_values

SHOWN, FOLDED = 7, 40
"""Values of a facet that are shown, the most frequent, and those folded behind them; the rest is only counted."""


@value(frozen=True, slots=True)
class Choice:
    """One value of a facet: what an address asks for, how it is called, how many contacts the list would have."""

    told: str
    name: str
    count: int
    chosen: bool = False


@value(frozen=True, slots=True)
class FacetBox:
    """A facet: what is chosen and what is frequent, what is folded behind, and how many more values there are."""

    facet: Facet
    name: str
    shown: tuple[Choice, ...]
    folded: tuple[Choice, ...] = ()
    more: int = 0


def facet_boxes(listing: Listing) -> list[FacetBox]:
    """The facets that have values to choose from."""
    names = facet_names()
    boxes = (_box(listing, facet, names[facet]) for facet in Facet)
    return [box for box in boxes if box.shown]


def count_facets(listing: Listing, most: int) -> dict[Facet, list[Choice]]:
    """The values of every facet, at most so many each, the most frequent first."""
    return {facet: list(_choices(listing, facet, islice(_counts(listing, facet).items(), most))) for facet in Facet}


def chosen_values(listing: Listing, asked: Asking) -> list[tuple[str, str, str]]:
    """What an address asks for, one condition after the other: its parameter, its value, and what that is called."""
    facets, told = set(Facet), {"q": "“{value}”", "since": say("from {value}"), "until": say("until {value}")}
    return [
        (name, value, _name_asked(listing, Facet(name), value) if name in facets else told[name].format(value=value))
        for name, value in asked.items
        if name in facets or name in told
    ]


def _name_asked(listing: Listing, facet: Facet, told: str) -> str:
    """What a value is called as an address has it, which may be a name in any writing."""
    if facet is Facet.PERSON:
        keys = listing.sieve.keys_called(told)
        return value_name(listing, facet, keys.pop()) if len(keys) == 1 else told
    if facet in (Facet.STATE, Facet.SIDE):
        codes = state_codes(told)
        return value_name(listing, facet, min(codes)) if codes else told
    return value_name(listing, facet, told)


def facet_names() -> Mapping[Facet, str]:
    """What facets are called in the language spoken."""
    return {
        Facet.PERSON: say("Who"),
        Facet.STATE: say("State"),
        Facet.PAIR: say("Pair"),
        Facet.KIND: say("Channel"),
        Facet.STATUS: say("Status"),
        Facet.TOPIC: say("Topic"),
        Facet.ACCOUNTS: say("Accounts"),
        Facet.SIDE: say("Told by the side of"),
        Facet.YEAR: say("Year"),
    }


def value_name(listing: Listing, facet: Facet, told: str) -> str:
    """What a value of a facet is called in the language spoken; for a person the key by which the sieve has them."""
    match facet:
        case Facet.PERSON:
            who = listing.sieve.people.get(told)
            return name_leader(who) if who else told
        case Facet.STATE | Facet.SIDE:
            return name_state(told)
        case Facet.PAIR:
            return " – ".join(map(name_state, told.split("-")))
        case Facet.KIND:
            return name_channel(told)
        case Facet.STATUS:
            return name_status(told)
        case Facet.TOPIC:
            return name_topic(told)
        case Facet.ACCOUNTS:
            return say("part") if told == Accord.PART else say("one side alone tells")
        case _:
            return told


def _box(listing: Listing, facet: Facet, name: str) -> FacetBox:
    counts = _counts(listing, facet)
    chosen = [_chosen(listing, facet, told, counts) for told in asked_values(listing.asked)[facet]]
    keys = {key for key, _ in chosen}
    others = [(key, count) for key, count in counts.items() if key not in keys]
    first = max(SHOWN - len(chosen), 0)
    shown = (*(choice for _, choice in chosen), *_choices(listing, facet, others[:first]))
    folded = tuple(_choices(listing, facet, others[first : first + FOLDED]))
    return FacetBox(facet, name, shown, folded, max(len(others) - first - FOLDED, 0))


def _counts(listing: Listing, facet: Facet) -> dict[str, int]:
    counts = listing.sieve.counts(listing.parts, facet)
    return dict(sorted(counts.items(), reverse=True)) if facet is Facet.YEAR else counts


def _choices(listing: Listing, facet: Facet, counts: Iterable[tuple[str, int]]) -> Iterator[Choice]:
    for key, count in counts:
        told = listing.sieve.name_to_ask(key) if facet is Facet.PERSON else key
        yield Choice(told, value_name(listing, facet, key), count)


def _chosen(listing: Listing, facet: Facet, told: str, counts: Mapping[str, int]) -> tuple[str, Choice]:
    """A value that is asked for, with its key; a name as it is typed where several people have it."""
    keys = listing.sieve.keys_called(told) if facet is Facet.PERSON else [told]
    if len(keys) != 1:
        return told, Choice(told, told, len(listing), chosen=True)
    (key,) = keys
    asked = listing.sieve.name_to_ask(key) if facet is Facet.PERSON else told
    return key, Choice(asked, value_name(listing, facet, key), counts.get(key, 0), chosen=True)
