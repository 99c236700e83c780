"""What adding pages does to a record."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from telcon.model.contacts import Evidence, Kind, Status
from telcon.model.durations import Bound, Duration
from telcon.model.readings import Reading
from telcon.model.spans import Span
from telcon.store import FlawedReadingError, Outcome, Store, open_store
from telcon.store.identities import page_key
from tests.store.readings import MADE_UP, PUTIN, XI, page, reading, report


def test_what_was_added_comes_back(store: Store) -> None:
    told = reading()
    assert store.add(told) is Outcome.NEW
    (outline,) = store.contacts()
    contact = store.contact(outline.id)
    assert contact is not None
    (telling,) = contact.tellings
    assert telling.report == told.contacts[0]
    assert telling.statements == told.statements
    assert telling.page.text == told.page.text
    assert told.text is not None
    assert telling.page.lines == told.text.lines
    assert list(store.flaws()) == []


def test_the_same_page_twice_changes_nothing(store: Store) -> None:
    store.add(reading())
    before = store.contacts()
    assert store.holds(page())
    assert store.add(reading()) is Outcome.UNCHANGED
    assert store.contacts() == before
    assert store.count_pages() == 1


@pytest.mark.parametrize("url", [None, "https://example.org/1"])
def test_a_changed_page_becomes_a_new_version(store: Store, url: str | None) -> None:
    old, new = page(url=url), page(url=url, extra="Đính chính")
    store.add(reading(old))
    assert not store.holds(new)
    assert store.add(reading(new, report(new.text, date="2025-01-20"))) is Outcome.REVISED
    (contact,) = store.contacts()
    assert contact.date == "2025-01-20"
    assert contact.tellings[0].page.digest == new.digest
    assert store.add(reading(old)) is Outcome.UNCHANGED
    assert store.count_pages() == 1
    assert list(store.flaws()) == []


def test_a_page_is_read_again_when_asked(store: Store) -> None:
    other = page("other", extra="khác")
    store.add(reading())
    store.add(reading(other))
    better = reading(page(), report(page().text, date="2025-01-20"), report(page().text, kind=Kind.VIDEO))
    assert store.add_again(better) is Outcome.REREAD
    assert store.add_again(better) is Outcome.REREAD
    assert [contact.date for contact in store.contacts()] == ["2025-01-20", "2025-01-21"]
    assert store.add_again(reading(page(extra="mới"))) is Outcome.REVISED
    assert list(store.flaws()) == []


def test_pages_are_told_apart_by_name_and_file(store: Store) -> None:
    one = page("17")
    for source, outcome in [
        ("dump.jsonl:3", Outcome.NEW),
        ("dump.jsonl:4", Outcome.UNCHANGED),
        ("other.jsonl:3", Outcome.NEW),
        ("./dump.jsonl:3", Outcome.UNCHANGED),
        ("-:3", Outcome.NEW),
    ]:
        assert store.add(reading(replace(one, source=source))) is outcome
    assert store.add(reading(replace(page("stdin"), source="-"))) is Outcome.NEW
    assert store.add(reading(replace(page("stdin", extra="khác"), source="-"))) is Outcome.NEW


def test_a_page_without_text_or_contacts_is_kept(store: Store) -> None:
    empty = Reading(page("empty"), None, skipped="the page holds no text")
    assert store.add(empty) is Outcome.NEW
    assert store.add(empty) is Outcome.UNCHANGED
    assert store.contacts() == []
    assert list(store.flaws()) == []


def test_what_an_older_telcon_passed_over_is_read_again(store: Store, record: Path) -> None:
    store.add(Reading(page(), None, skipped="no pack for its language (vi)"))
    assert store.holds(page())
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE page_versions SET reader_version = '0.0.1'")
    assert not store.holds(page())
    assert store.add(reading()) is Outcome.REREAD
    assert len(store.contacts()) == 1


def test_words_that_are_not_the_pages_are_refused(store: Store) -> None:
    told = reading()
    moved = Evidence(Span(3, 11), "điện đàm")
    claim = replace(told.contacts[0].claims[0], evidence=(moved,))
    wrong = replace(told, contacts=(replace(told.contacts[0], claims=(claim,)),))
    with pytest.raises(FlawedReadingError, match=r"contact 0, kind = phone: characters 3 to 11 read"):
        store.add(wrong)
    with pytest.raises(FlawedReadingError, match="statement 0"):
        store.add(replace(told, statements=(replace(told.statements[0], evidence=moved),)))
    with pytest.raises(FlawedReadingError, match="no place in a text"):
        store.add(replace(told, contacts=(replace(told.contacts[0], span=Span(5, 99999)),)))
    with pytest.raises(FlawedReadingError, match="does not tell of"):
        store.add(replace(told, statements=(replace(told.statements[0], contact=4),)))
    assert store.count_pages() == 0


def test_half_a_character_is_refused(store: Store) -> None:
    broken = replace(page(), text="a\ud800b")
    with pytest.raises(FlawedReadingError, match="half of a character"):
        store.add(Reading(broken, None))


def test_pages_that_agree_tell_of_one_contact(store: Store) -> None:
    one, other = page("one"), page("other", extra="Theo TASS")
    store.add(reading(one, report(one.text, duration=Duration(90, Bound.ABOUT), initiator=None)))
    store.add(reading(other, report(other.text, participants=(XI, PUTIN), topics=("energy",))))
    (contact,) = store.contacts()
    assert len(contact.tellings) == 2
    assert contact.duration == Duration(95)
    assert contact.initiator == "RU"
    assert set(contact.topics) == {"trade_economy", "energy"}


@pytest.mark.parametrize(
    "changes",
    [
        {"date": "2025-01-24"},
        {"date": "2025-01-22", "kind": Kind.VIDEO, "topics": ("africa",), "initiator": None},
        {"kind": Kind.MEETING},
        {"participants": (PUTIN, MADE_UP)},
    ],
)
def test_pages_that_differ_tell_of_two(store: Store, changes: dict[str, object]) -> None:
    one, other = page("one"), page("other", extra="Theo TASS")
    store.add(reading(one, report(one.text, duration=None)))
    store.add(reading(other, report(other.text, duration=None, **changes)))
    assert len(store.contacts()) == 2


def test_a_plan_that_came_true_is_one_contact(store: Store) -> None:
    one, other = page("one"), page("other", extra="Theo TASS")
    store.add(reading(one, report(one.text, status=Status.PLANNED, duration=None)))
    store.add(reading(other, report(other.text, date="2025-01-22")))
    (contact,) = store.contacts()
    assert contact.status is Status.HELD
    assert contact.date in ("2025-01-21", "2025-01-22")
    assert [option.value for option in contact.statuses.options] == [Status.HELD, Status.PLANNED]
    assert not contact.statuses.disagree


def test_an_undated_report_takes_the_date_of_its_contact(store: Store) -> None:
    one, other = page("one"), page("other", extra="Theo TASS")
    store.add(reading(one, report(one.text, date="XXXX-01-21")))
    (alone,) = store.contacts()
    assert alone.date == "XXXX-01-21"
    store.add(reading(other))
    (contact,) = store.contacts()
    assert contact.date == "2025-01-21"
    assert list(store.flaws()) == []


def test_judgements_say_why(store: Store) -> None:
    one, other = page("one"), page("other", extra="Theo TASS")
    store.add(reading(one))
    store.add(reading(other))
    (outline,) = store.contacts()
    contact = store.contact(outline.id)
    assert contact
    (judgement,) = contact.judgements
    assert {judgement.one, judgement.other} == {telling.member for telling in contact.tellings}
    assert ("day", 5, "the same day") in {(r.feature, r.score, r.seen) for r in judgement.reasons}


def test_a_page_that_tells_two_apart_keeps_them_apart(store: Store) -> None:
    found = page()
    store.add(reading(found, report(found.text), report(found.text)))
    assert len(store.contacts()) == 2
    assert list(store.flaws()) == []


def test_the_order_of_coming_does_not_matter(tmp_path: Path) -> None:
    found = [page(f"p{number}", extra=f"số {number}") for number in range(8)]
    told = [
        reading(one, report(one.text, date=date, initiator=side), published=f"2025-01-2{number % 3}")
        for number, one in enumerate(found)
        for date, side in [(("2025-01-21", None, "2025-01")[number % 3], ("RU", "CN")[number % 2])]
    ]
    records = set()
    for seed in range(5):
        random.Random(seed).shuffle(told)
        with open_store(tmp_path / f"{seed}.db") as store:
            for one in told:
                store.add(one)
            records.add(repr(store.contacts()))
    assert len(records) == 1


def test_what_adding_would_do_is_foreseen(store: Store) -> None:
    first, changed = page(url="https://example.org/a"), page(extra="more", url="https://example.org/a")
    assert store.foresee(first) is Outcome.NEW
    store.add(reading(first))
    assert (store.foresee(first), store.foresee(changed)) == (Outcome.UNCHANGED, Outcome.REVISED)
    store.add(replace(reading(page("b")), text=None, contacts=(), statements=(), skipped="no pack"))
    assert store.foresee(page("b")) is Outcome.UNCHANGED


def test_one_flawed_reading_does_not_keep_the_others_out(store: Store) -> None:
    one, other = page("one"), page("other", extra="x")
    flawed = replace(reading(one), page=other)
    outcomes = store.add_each([reading(one), flawed, reading(other)])
    assert [outcome == Outcome.NEW for outcome in outcomes] == [True, False, True]
    assert isinstance(outcomes[1], FlawedReadingError)
    assert store.count_pages() == 2


def test_what_was_sent_is_known_by_its_content_or_by_its_own_name() -> None:
    text = page()
    sent = replace(text, source="sent:page.txt")
    other = replace(page(extra="x"), source="sent:page.txt")
    assert page_key(sent) != page_key(other), "two files of one name are two pages"
    row = replace(text, name="a-7", source="sent:dump.jsonl:7")
    assert page_key(row) == page_key(replace(other, name="a-7", source="sent:dump.jsonl:9"))
    unnamed = replace(text, name="dump.jsonl:7", source="sent:dump.jsonl:7")
    assert page_key(unnamed) != page_key(replace(other, name="dump.jsonl:7", source="sent:dump.jsonl:7"))
