"""Copies among the pages of a record."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from telcon.model.pages import Page
from telcon.model.readings import Reading
from telcon.model.spans import Span
from telcon.model.texts import Noted
from telcon.store import Contact, Deed, Store, open_store
from telcon.store.migrating import SCHEMA
from tests.contacts.made_up_pages import CALL, CHINESE, OTHER
from tests.store.readings import STORY, TITLE, reading

TIMES = ["2025-01-21T08:00", "2025-01-22T18:00", "2025-01-23"]


def told(
    name: str, *paragraphs: str, published: str = TIMES[0], outlet: str = "", credited: str = "", first: bool = True
) -> Reading:
    """A page that tells of the call, with these paragraphs below what is read of it, or above."""
    story = (f"{STORY}\n“Quan hệ hai nước đang ở mức cao nhất”, ông Putin nói.", *paragraphs)
    apart = "".join(random.Random(name).choices("ABCDEFGH", k=90))
    text = "\n".join((TITLE, apart, *(story if first else (*paragraphs, story[0]))))
    found = reading(Page(sha256(text.encode()).hexdigest(), name, text, f"{name}.txt"), published=published)
    assert found.text is not None
    shown = replace(
        found.text,
        outlet=Noted(outlet, Span(0, 0)) if outlet else None,
        credits=(Noted(credited, Span(0, 0)),) if credited else (),
    )
    return replace(found, text=shown)


def only(store: Store) -> Contact:
    (contact,) = store.contacts()
    assert contact.copies == getattr(store.contact(contact.id), "copies", None)
    return contact


def pairs(store: Store) -> list[tuple[str, str, str, float]]:
    names = {telling.page_name: telling.page.name for contact in store.contacts() for telling in contact.tellings}
    return sorted(
        (names[copy.copy], names[copy.origin], copy.extent, copy.share)
        for contact in store.contacts()
        for copy in contact.copies
    )


def test_a_copy_counts_as_a_page_and_not_as_a_source(store: Store) -> None:
    for one in (told("late", *CALL, published=TIMES[1]), told("early", *CALL[:4]), told("own", *OTHER)):
        store.add(one)
    contact = only(store)
    assert (contact.page_count, contact.source_count) == (3, 2)
    assert [(name, origin) for name, origin, *_ in pairs(store)] == [("late", "early")]
    assert list(store.flaws()) == []


def test_a_page_that_takes_over_something_else_is_a_source_of_its_own(store: Store) -> None:
    store.add(told("early", *CALL))
    store.add(told("late", *OTHER, *OTHER[::-1], CALL[1], published=TIMES[1]))
    contact = only(store)
    assert contact.source_count == 2
    assert contact.copies == ()


def test_pages_that_credit_the_same_absent_source_count_once(store: Store) -> None:
    for number, published in enumerate(TIMES):
        store.add(told(f"p{number}", *CALL, published=published, credited="TASS"))
    contact = only(store)
    assert (contact.page_count, contact.source_count) == (3, 1)
    assert contact.tree[0].credited == "TASS"
    assert len(contact.tree[0].copies) == 3


def test_a_superseded_version_is_neither_copy_nor_origin(store: Store) -> None:
    store.add(told("early", *CALL))
    store.add(told("late", *CALL, published=TIMES[1]))
    assert only(store).source_count == 1
    store.add(told("early", *OTHER))
    assert only(store).source_count == 2
    assert list(store.flaws()) == []
    store.add_again(told("early", *CALL))
    assert only(store).source_count == 2
    assert list(store.flaws()) == []


def test_a_page_that_is_read_again_is_held_against_all_again(store: Store) -> None:
    store.add(told("early", *CALL))
    store.add(told("late", *CALL, published=TIMES[1], outlet="Shore Times"))
    store.add_again(told("early", *CALL, credited="Shore Times"))
    assert [(name, origin) for name, origin, *_ in pairs(store)] == [("early", "late")]


def test_adding_a_page_aligns_only_those_that_it_may_copy(store: Store) -> None:
    for number in range(20):
        own = [f"{paragraph} {word}" for paragraph in OTHER for word in [str(number) * 9]]
        store.add(told(f"p{number}", *([*own] if number % 2 else CHINESE), published=TIMES[0]))
    texts: list[str] = []
    event.listen(store._engine, "before_cursor_execute", lambda *it: texts.append(it[2]))
    store.add(told("new", *CALL))
    loaded = sum("page_versions.text" in text and "SELECT" in text for text in texts)
    assert loaded == 2, "its own, to be sketched and to be searched"


def test_an_older_record_finds_its_copies(record: Path) -> None:
    with open_store(record) as store:
        store.add(told("early", *CALL))
        store.add(told("late", *CALL, published=TIMES[1]))
        expected = pairs(store)
    with sqlite3.connect(record) as connection:
        tables = "bands", "copies", "decisions", "agreements", "audit", "tokens", "sessions", "users"
        tables += "passage_words", "passages", "addresses", "robots", "waymarks", "news", "news_told", "subscriptions"
        connection.executescript("".join(f"DROP TABLE {name};" for name in tables))
        connection.execute("DROP INDEX ix_page_versions_digest")
        connection.execute("UPDATE alembic_version SET version_num = '0002'")
    with open_store(record) as store:
        assert pairs(store) == expected != []
        assert list(store.flaws()) == []
        assert [(line.deed, line.detail) for line in store.audit(most=9)] == [(Deed.UPGRADED, f"0002 → {SCHEMA}")]


def test_what_is_filed_wrongly_is_found(record: Path, store: Store) -> None:
    store.add(told("early", *CALL))
    store.add(told("late", *CALL, published=TIMES[1]))
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE copies SET extent = 'part'")
    assert [(flaw.place, flaw.reason) for flaw in store.flaws()] == [
        ("late", "it is filed as a copy of another extent than it has")
    ]
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE copies SET extent = 'whole', copy_id = origin_id, origin_id = copy_id")
        connection.execute("DELETE FROM bands WHERE version_id = 1 AND band IN (SELECT min(band) FROM bands)")
    reasons = {flaw.reason for flaw in store.flaws()}
    assert {"a copy is missing", "it is filed as a copy of a page that it does not copy"} <= reasons


SOME = st.lists(st.sampled_from((*CALL, *OTHER, *CHINESE)), min_size=1, max_size=6, unique=True)
PAGES = st.lists(
    st.tuples(SOME, st.sampled_from(TIMES), st.sampled_from(["", "Shore Times", "Inland"])), min_size=2, max_size=7
)


@settings(deadline=None, max_examples=15, phases=[Phase.reuse, Phase.generate])
@given(drawn=PAGES, seed=st.integers(0, 99))
def test_adding_in_any_order_finds_the_same_copies(drawn: list[tuple[list[str], str, str]], seed: int) -> None:
    readings = [
        told(f"p{number}", *paragraphs, published=published, outlet=outlet)
        for number, (paragraphs, published, outlet) in enumerate(drawn)
    ]
    order = random.Random(seed).sample(readings, len(readings))
    with open_store("sqlite://") as first, open_store("sqlite://") as second:
        for one in readings:
            first.add(one)
        for one in order:
            second.add(one)
        assert list(first.flaws()) == []
        assert pairs(first) == pairs(second)
        assert [it.source_count for it in first.contacts()] == [it.source_count for it in second.contacts()]
