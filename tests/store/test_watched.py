"""What a record keeps of addresses that are watched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from telcon.store import SiteRules, Store, Watched, open_store

PAGE = Watched("https://example.org/a", "Example", stamp="2025-01-21", etag='"1"', next_at="2025-01-22T00:00:00+00:00")
LIST = Watched("https://example.org/feed", "Example", is_list=True, next_at="2025-01-21T00:00:00+00:00")


def test_what_was_heard_of_addresses_is_kept(store: Store, record: Path) -> None:
    store.watched.save([PAGE, LIST])
    later = replace(PAGE, failures=2, failure="no such page (HTTP 404)")
    store.watched.save([later])
    with open_store(record) as again:
        wanted = [PAGE.address, LIST.address, "https://example.org/b", PAGE.address]
        assert again.watched.load(wanted) == {PAGE.address: later, LIST.address: LIST}


def test_many_addresses_are_kept_at_once(store: Store) -> None:
    many = {f"https://example.org/{number}": number for number in range(1200)}
    store.watched.save(Watched(address, "Example", steady=number) for address, number in many.items())
    assert {address: known.steady for address, known in store.watched.load(many).items()} == many


def test_pages_are_due_in_the_order_of_their_waiting(store: Store) -> None:
    early = replace(PAGE, address="https://example.org/b", next_at="2025-01-20T00:00:00+00:00")
    never = replace(PAGE, address="https://example.org/c", next_at="")
    other = replace(PAGE, address="https://other.org/", source="Other")
    store.watched.save([PAGE, LIST, early, never, other])
    assert store.watched.due("Example", "2025-01-22T00:00:00+00:00") == [early, PAGE]
    assert store.watched.due("Example", "2025-01-21T00:00:00+00:00") == [early]
    assert store.watched.due("Example", "2025-01-22T00:00:00+00:00", lists=True) == [LIST]


def test_rules_of_sites_are_kept_as_long_as_they_count(store: Store) -> None:
    one, other = SiteRules("https://example.org", "Disallow: /", 100.5), SiteRules("https://other.org", None, 50)
    store.watched.save_rules([one, other])
    assert store.watched.rules(60) == [one]
    store.watched.save_rules([SiteRules("https://example.org", "", 200)])
    assert store.watched.rules(100) == [SiteRules("https://example.org", "", 200)]


def test_the_record_tells_the_same_whatever_is_watched(store: Store) -> None:
    before = store.edition()
    store.watched.save([PAGE])
    assert store.edition() == before
    assert store.audit(most=5) == []
