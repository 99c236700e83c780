"""The contacts of the record that is served, loaded once, and what changed again when somebody has written to it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from threading import Lock
from typing import Any, TypeVar

from telcon.contacts import Contact
from telcon.store import Outlines, Selection, Store

KEPT = 512
"""How much that was made from the contacts is kept: what addresses ask for is without end."""
T = TypeVar("T")


class Catalogue:
    """The outlines of all contacts; lists are chosen from them, so that a page of a list asks the database nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._loading = Lock()
        self._edition: int | None = None
        self._outlines = Outlines()
        self._contacts: list[Contact] = []
        self._derived: OrderedDict[Hashable, Any] = OrderedDict()
        self._day = date.today()

    def contacts(self, asked: Selection | None = None) -> list[Contact]:
        """The contacts asked for, in the order of the record."""
        found = self._all()[0]
        return [contact for contact in found if asked.holds(contact)] if asked else found

    def derived(self, name: Hashable, build: Callable[[list[Contact]], T]) -> T:
        """What `build` makes of all contacts, made once for a name until the record or the day changes.

        The name, one of the module that builds, holds all else that it is made from: what is asked for, and for
        anything with words the language spoken. What was not asked for longest is let go.
        """
        found, kept = self._all()
        key = getattr(build, "__module__", ""), name
        with self._loading:
            if key in kept:
                kept.move_to_end(key)
                made: T = kept[key]
                return made
        made = build(found)
        with self._loading:
            kept[key] = made
            while len(kept) > KEPT:
                kept.popitem(last=False)
        return made

    def _all(self) -> tuple[list[Contact], OrderedDict[Hashable, Any]]:
        """The contacts as they are now, and what has been made from these very ones."""
        with self._loading:
            edition, today = self._store.edition(), date.today()
            if edition != self._edition:
                self._contacts, self._edition = self._store.refresh(self._outlines), edition
                self._derived, self._day = OrderedDict(), today
            elif today != self._day:
                self._derived, self._day = OrderedDict(), today
            return self._contacts, self._derived
