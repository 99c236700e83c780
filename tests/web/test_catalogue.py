"""What is made from all contacts is made once, and again when the record changed."""

from __future__ import annotations

from pathlib import Path

from telcon.contacts import Contact
from telcon.store import open_store
from telcon.web.catalogues import catalogue
from telcon.web.catalogues.catalogue import Catalogue
from tests.store.readings import page, reading, report


def test_what_is_derived_is_made_once_until_the_record_changes(tmp_path: Path) -> None:
    made: list[int] = []

    def count(contacts: list[Contact]) -> int:
        made.append(len(contacts))
        return len(contacts)

    with open_store(tmp_path / "telcon.db") as store, open_store(tmp_path / "telcon.db") as other:
        held = Catalogue(store)
        assert [held.derived("count", count), held.derived("count", count)] == [0, 0]
        new = page()
        other.add(reading(new, report(new.text)))
        assert held.derived("count", count) == 1
        assert made == [0, 1]


def test_what_was_not_asked_for_longest_is_let_go(tmp_path: Path) -> None:
    made: list[str] = []
    with open_store(tmp_path / "telcon.db") as store:
        held = Catalogue(store)
        for name in ("first", *(str(number) for number in range(catalogue.KEPT - 1)), "first", "last", "first", "0"):
            held.derived(name, lambda _, name=name: made.append(name))  # type: ignore[misc]
    assert (made.count("first"), made.count("0")) == (1, 2)
