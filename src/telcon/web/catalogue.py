"""The contacts of the record that is served, loaded once and again when somebody has written to it."""

from __future__ import annotations

from threading import Lock

from telcon.contacts import Contact
from telcon.store import Selection, Store


class Catalogue:
    """The outlines of all contacts; lists are chosen from them, so that a page of a list asks the database nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._loading = Lock()
        self._edition: int | None = None
        self._contacts: list[Contact] = []

    def contacts(self, asked: Selection | None = None) -> list[Contact]:
        """The contacts asked for, in the order of the record."""
        found = self._all()
        return [contact for contact in found if asked.holds(contact)] if asked else found

    def _all(self) -> list[Contact]:
        with self._loading:
            edition = self._store.edition()
            if edition is None or edition != self._edition:
                self._contacts, self._edition = self._store.contacts(), edition
            return self._contacts
