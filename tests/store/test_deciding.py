"""What people decide wins over the rules, stays when pages are read again, and is taken back by one step."""

from __future__ import annotations

import pytest

from telcon.contacts import Contact, Question, Ruling
from telcon.model.contacts import Kind
from telcon.model.durations import Duration
from telcon.store import OvertakenError, Store, Wish
from tests.store.readings import page, reading, report

ME, YOU = "Lan", "Ivan"


def told(store: Store) -> list[list[str]]:
    return [[telling.page.name for telling in contact.tellings] for contact in store.contacts()]


def member(store: Store, name: str) -> str:
    return next(it.member for contact in store.contacts() for it in contact.tellings if it.page.name == name)


def add(store: Store, name: str, date: str, **changes: object) -> None:
    one = page(name, extra=name)
    store.add(reading(one, report(one.text, date=date, **changes), published="2026-01-01"))


def contact_of(store: Store, name: str) -> Contact:
    outline = next(c for c in store.contacts() for it in c.tellings if it.page.name == name)
    found = store.contact(outline.id)
    assert found
    return found


def test_two_contacts_are_made_one_and_two_again(store: Store) -> None:
    add(store, "a", "2025-01-21")
    add(store, "b", "2025-06-01", kind=Kind.MEETING)
    number = store.decide(Wish(Ruling.SAME, member(store, "a"), (member(store, "b"),)), author=ME, reason="seen")
    assert told(store) == [["a", "b"]]
    assert list(store.flaws()) == []
    add(store, "c", "2025-06-01", kind=Kind.MEETING)
    assert told(store) == [["a", "b", "c"]]
    assert list(store.flaws()) == []
    assert store.undo(number, author=YOU)
    assert told(store) == [["a"], ["b", "c"]]
    assert not store.undo(number, author=YOU)
    assert list(store.flaws()) == []


def test_a_page_is_kept_apart_also_when_it_is_read_again(store: Store) -> None:
    add(store, "a", "2025-01-21")
    add(store, "b", "2025-01-21")
    store.decide(Wish(Ruling.APART, member(store, "b"), (member(store, "a"),)), author=ME)
    assert sorted(told(store)) == [["a"], ["b"]]
    again = page("b", extra="b")
    store.add_again(reading(again, report(again.text, date="2025-01-22"), published="2026-01-01"))
    assert sorted(told(store)) == [["a"], ["b"]]
    assert list(store.flaws()) == []


def test_a_corrected_value_is_shown_and_gathered_by(store: Store) -> None:
    add(store, "a", "2025-01-21")
    add(store, "b", "2025-03-02", duration=None)
    own = member(store, "b")
    store.decide(Wish(Ruling.VALUE, own, (), "date", "2025-01-21"), author=ME)
    assert told(store) == [["a", "b"]]
    number = store.decide(Wish(Ruling.VALUE, own, (), "duration", "62 exact"), author=ME)
    contact = contact_of(store, "a")
    assert (contact.date, contact.duration) == ("2025-01-21", Duration(62))
    assert contact.durations.options[0].author == ME
    assert [option.value for option in contact.durations.options] == [Duration(62), Duration(95)]
    assert list(store.flaws()) == []
    store.undo(number, author=ME)
    assert contact_of(store, "a").duration == Duration(95)


def test_a_hidden_page_does_not_count(store: Store) -> None:
    add(store, "a", "2025-01-21")
    add(store, "b", "2025-01-21")
    (key,) = store.page_keys("b")
    number = store.decide(Wish(Ruling.HIDE, key), author=ME)
    assert told(store) == [["a"]]
    again = page("b", extra="b")
    store.add_again(reading(again, published="2026-01-01"))
    assert told(store) == [["a"]]
    assert list(store.flaws()) == []
    store.undo(number, author=ME)
    assert told(store) == [["a", "b"]]


def test_doubts_come_by_what_hangs_on_them(store: Store) -> None:
    add(store, "a", "2025-01-21")
    add(store, "b", "2025-01-21", duration=Duration(7))
    names = member(store, "a"), member(store, "b")
    assert [(doubt.matter, doubt.field) for doubt in store.doubts()] == [(Question.VALUE, "duration")]
    store.decide(Wish(Ruling.VALUE, names[0], (), "duration", "95 exact"), author=ME)
    assert store.doubts() == []
    first = store.decide(Wish(Ruling.APART, names[1], (names[0],)), author=ME)
    second = store.decide(Wish(Ruling.SAME, names[0], (names[1],)), author=YOU)
    assert told(store) == [["a", "b"]]
    assert [doubt.decisions for doubt in store.doubts()] == [(first, second)]


def test_a_decision_whose_page_is_gone_is_told(store: Store) -> None:
    add(store, "a", "2025-01-21")
    number = store.decide(Wish(Ruling.VALUE, member(store, "a"), (), "kind", "video"), author=ME)
    assert contact_of(store, "a").kind is Kind.VIDEO
    changed = page("a", extra="another text")
    store.add(reading(changed, report(changed.text, date="2025-01-21"), published="2026-01-01"))
    assert contact_of(store, "a").kind is Kind.PHONE
    assert [(doubt.matter, doubt.decisions) for doubt in store.doubts()] == [(Question.LOOSE_DECISION, (number,))]


def test_who_cannot_tell_puts_the_question_behind_the_others(store: Store) -> None:
    for name, year in (("a", 2024), ("b", 2025)):
        add(store, name, f"{year}-01-21")
        add(store, name * 2, f"{year}-01-21", duration=Duration(7))
    first, second = (doubt.contacts for doubt in store.doubts())
    asked = next(c for c in store.contacts() if c.id == first[0]).tellings[0].member
    number = store.decide(Wish(Ruling.UNSURE, asked, (), "duration"), author=ME, reason="both are rounded")
    assert [(doubt.contacts, doubt.left_open) for doubt in store.doubts()] == [(second, 0), (first, number)]
    assert contact_of(store, "a").corrections == ()
    assert store.undo(number, author=ME)
    assert [doubt.contacts for doubt in store.doubts()] == [first, second]


def test_one_person_s_second_thoughts_contradict_nobody(store: Store) -> None:
    add(store, "a", "2025-01-21")
    add(store, "b", "2025-01-21", duration=Duration(7))
    own = member(store, "a")
    for author, length in ((ME, "95 exact"), (ME, "7 exact")):
        store.decide(Wish(Ruling.VALUE, own, (), "duration", length), author=author)
    assert store.doubts() == []
    store.decide(Wish(Ruling.VALUE, own, (), "duration", "95 exact"), author=YOU)
    assert [doubt.matter for doubt in store.doubts()] == [Question.CONTRADICTION]


def test_a_decision_made_meanwhile_is_told_and_one_sent_twice_counts_once(store: Store) -> None:
    add(store, "a", "2025-01-21")
    add(store, "b", "2025-01-21")
    mine = Wish(Ruling.VALUE, member(store, "a"), (), "duration", "62 exact")
    yours = Wish(Ruling.VALUE, member(store, "b"), (), "duration", "65 exact")
    first = store.decide(mine, author=ME, seen=0)
    assert store.decide(mine, author=ME, seen=0) == first
    with pytest.raises(OvertakenError) as told:
        store.decide(yours, author=YOU, seen=0)
    assert told.value.decision and told.value.decision.number == first
    second = store.decide(yours, author=YOU, seen=first)
    assert [one.number for one in store.decisions()] == [first, second]
    store.undo(second, author=ME)
    with pytest.raises(OvertakenError):
        store.decide(Wish(Ruling.VALUE, member(store, "a"), (), "duration", "70 exact"), author=YOU, seen=second)
    assert [(one.number, one.undone_by) for one in store.history()] == [(first, ""), (second, ME)]


def test_two_who_judge_one_pair_hear_of_each_other(store: Store) -> None:
    add(store, "a", "2025-01-21")
    add(store, "b", "2025-06-01", kind=Kind.MEETING)
    one, other = member(store, "a"), member(store, "b")
    number = store.decide(Wish(Ruling.SAME, one, (other,)), author=ME, seen=0)
    assert store.decide(Wish(Ruling.SAME, other, (one,)), author=YOU, seen=0) == number
    with pytest.raises(OvertakenError):
        store.decide(Wish(Ruling.APART, one, (other,)), author=YOU, seen=0)
