"""A list of contacts as an address asks for it: which, in which order, and which part of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from telcon.contacts import Contact
from telcon.model.values import value
from telcon.store import Selection
from telcon.web.catalogues.catalogue import Catalogue
from telcon.web.lists.cursors import read_cursor, write_cursor
from telcon.web.lists.orders import Order
from telcon.web.lists.sieves import Part, Sieve


@value(frozen=True, slots=True)
class Listing:
    """The contacts asked for; `parts` is what each part of the question lets pass, `places` all that pass, in order."""

    sieve: Sieve
    asked: Selection
    order: Order
    parts: Mapping[Part, int]
    places: Sequence[int]

    def __len__(self) -> int:
        return len(self.places)

    @property
    def contacts(self) -> list[Contact]:
        """All of them, in order."""
        return self._at(self.places)

    def page(self, number: int, size: int) -> list[Contact]:
        """Those on one page, counted from 1."""
        return self._at(self.places[(number - 1) * size : number * size])

    def after(self, cursor: str, size: int) -> tuple[list[Contact], str | None]:
        """So many of them behind a place, and the place to go on from; None at the end."""
        keys = self.sieve.in_order(self.order).keys
        start = 0
        if cursor and keys:
            start = bisect_right(self.places, read_cursor(cursor, self.order, keys[0]), key=keys.__getitem__)
        shown = self.places[start : start + size]
        following = start + size < len(self.places)
        return self._at(shown), write_cursor(self.order, keys[shown[-1]]) if following else None

    def _at(self, places: Iterable[int]) -> list[Contact]:
        return [self.sieve.contacts[place] for place in places]


def find_contacts(catalogue: Catalogue, asked: Selection, order: Order = Order.NEWEST) -> Listing:
    """The contacts that a selection asks for, in an order."""
    sieve = catalogue.derived("sieve", Sieve)
    parts = sieve.parts(asked)
    places = sieve.places(sieve.passing(parts), sieve.in_order(order).places)
    return Listing(sieve, asked, order, parts, places)
