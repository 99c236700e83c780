"""A list sorted by day, in groups: what is to come, then year by year, at last what has no day."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from telcon.contacts import Contact
from telcon.messages import say
from telcon.model.values import value
from telcon.web.lists.listing import Listing
from telcon.web.lists.orders import TO_COME, Order


@value(frozen=True, slots=True)
class Group:
    """Contacts that stand below one heading, and how many of the whole list do; no heading where the list has none.

    `year` is the one that the heading tells, so that days below need not; none is told of what is to come.
    """

    name: str
    count: int
    contacts: tuple[Contact, ...]
    year: int | None = None


def group_contacts(listing: Listing, number: int, size: int) -> list[Group]:
    """The contacts of one page of a list, counted from 1."""
    shown = listing.page(number, size)
    if listing.order not in (Order.NEWEST, Order.OLDEST):
        return [Group("", len(listing), tuple(shown))]
    headings = listing.sieve.headings
    counts = Counter(map(headings.__getitem__, listing.places))
    places = listing.places[(number - 1) * size : number * size]
    return [
        Group(_name(heading), counts[heading], tuple(contact for _, contact in found), heading)
        for heading, found in groupby(zip(places, shown, strict=True), lambda it: headings[it[0]])
    ]


def _name(heading: int | None) -> str:
    if heading is None:
        return say("No date")
    return say("To come") if heading == TO_COME else str(heading)
