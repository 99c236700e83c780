"""Gathering again what a change touches gives what gathering everything at once gives."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from telcon.model.contacts import Kind, Report, Status
from telcon.model.durations import Duration
from telcon.model.readings import Reading
from telcon.model.spans import Span
from telcon.store import FlawedReadingError, Outcome, Store, open_store
from tests.store.readings import page, reading, report

DATES = ["2025-01-20", "2025-01-21", "2025-01-22", "2025-01-24", "2025-03-01", "2025-01", "XXXX-01-21", "2025", None]
TIMES = ["2025-01-21", "2025-01-23", "2025-02-01", "2025-03-02", None]


@st.composite
def some_reports(draw: st.DrawFn, text: str) -> list[Report]:
    return [
        report(
            text,
            date=draw(st.sampled_from(DATES)),
            kind=draw(st.sampled_from([Kind.PHONE, Kind.VIDEO, Kind.CONTACT])),
            status=draw(st.sampled_from([Status.HELD, Status.PLANNED])),
            duration=draw(st.sampled_from([None, Duration(10), Duration(60)])),
            topics=draw(st.sampled_from([(), ("energy",), ("energy", "iran")])),
        )
        for _ in range(draw(st.integers(1, 2)))
    ]


@st.composite
def some_readings(draw: st.DrawFn) -> list[Reading]:
    pages = [page(f"p{number}", extra=f"số {number}") for number in range(draw(st.integers(2, 9)))]
    return [reading(one, *draw(some_reports(one.text)), published=draw(st.sampled_from(TIMES))) for one in pages]


def filed(store: Store) -> list[tuple[str, list[str]]]:
    return [(contact.id, [telling.page.name for telling in contact.tellings]) for contact in store.contacts()]


@settings(deadline=None, max_examples=15, phases=[Phase.reuse, Phase.generate])
@given(told=some_readings(), seed=st.integers(0, 99))
def test_adding_one_by_one_in_any_order_is_adding_at_once(told: list[Reading], seed: int) -> None:
    order = random.Random(seed).sample(told, len(told))
    with open_store("sqlite://") as first, open_store("sqlite://") as second, open_store("sqlite://") as third:
        for one in told:
            first.add(one)
        for one in order:
            second.add(one)
        third.add_all(order[: seed % len(order)])
        third.add_all([*order[seed % len(order) :], order[0]])
        assert list(first.flaws()) == []
        assert filed(first) == filed(second) == filed(third)


@settings(deadline=None, max_examples=15, phases=[Phase.reuse, Phase.generate])
@given(told=some_readings(), data=st.data())
def test_what_is_read_again_or_comes_anew_moves_what_it_touches(told: list[Reading], data: st.DataObject) -> None:
    with open_store("sqlite://") as store:
        for one in told:
            store.add(one)
        changed = data.draw(st.sampled_from(told))
        store.add_again(reading(changed.page, *data.draw(some_reports(changed.page.text))))
        assert list(store.flaws()) == []
        newer = replace(changed.page, text=changed.page.text + "\nthêm", digest="f" * 64)
        store.add(reading(newer, *data.draw(some_reports(newer.text))))
        assert list(store.flaws()) == []
        assert sum(len(names) for _, names in filed(store)) <= sum(len(one.contacts) for one in told) + 2


def test_both_contacts_of_a_day_are_gathered_again_where_a_length_led_to_one_of_them() -> None:
    loose, two = page("p0", extra="số 0"), page("p1", extra="số 1")
    long_ago = report(loose.text, date="2025", duration=Duration(10))
    of_a_day = [report(two.text, date="2025-01-24", duration=length) for length in (None, Duration(10))]
    with open_store("sqlite://") as store:
        store.add(reading(loose, long_ago))
        store.add(reading(two, *of_a_day))
        store.add_again(reading(loose, report(loose.text, date="2025-03-01")))
        assert list(store.flaws()) == []


def test_what_an_undated_page_tells_apart_stays_apart_when_another_page_comes() -> None:
    undated, known, other = (page(f"p{number}", extra=f"số {number}") for number in range(3))
    told = [report(undated.text, date=date, duration=None) for date in ("2025-01", "XXXX-01-21")]
    with open_store("sqlite://") as store:
        store.add(reading(undated, *told, published=None))
        store.add(reading(known, report(known.text, date="2025-01-21", duration=None)))
        store.add(reading(other, report(other.text, date="2025-01-10", duration=None, kind=Kind.VIDEO)))
        assert list(store.flaws()) == []


def test_a_lot_is_added_whole_or_not_at_all() -> None:
    sound, other = page("p0"), page("p1", extra="số 1")
    wrong = reading(other, report(other.text, span=Span(0, 99999)))
    with open_store("sqlite://") as store:
        with pytest.raises(FlawedReadingError, match="p1"):
            store.add_all([reading(sound), wrong])
        assert store.count_pages() == 0
        assert store.add_all([reading(sound), reading(sound)]) == [Outcome.NEW, Outcome.UNCHANGED]
        assert store.add_all([]) == []


def test_two_versions_of_a_page_in_one_lot_leave_the_later_one() -> None:
    older, newer = page("p0"), page("p0", extra="thêm")
    with open_store("sqlite://") as store:
        assert store.add_all([reading(older), reading(newer)]) == [Outcome.NEW, Outcome.REVISED]
        assert list(store.flaws()) == []
        ((_, names),) = filed(store)
        assert names == ["p0"]
