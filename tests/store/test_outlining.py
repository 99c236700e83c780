"""Outlines kept in step are what loading all contacts gives, and what did not change is not loaded again."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from telcon.contacts import Ruling
from telcon.model.readings import Reading
from telcon.store import Outlines, Store, Wish, open_store
from tests.contacts.made_up_pages import CALL
from tests.store.readings import page, reading, report
from tests.store.test_copies import TIMES, told
from tests.store.test_gathering import some_readings, some_reports


def held(store: Store, outlines: Outlines) -> list[str]:
    found = store.refresh(outlines)
    assert found == store.contacts()
    return [contact.id for contact in found]


@settings(deadline=None, max_examples=15, phases=[Phase.reuse, Phase.generate])
@given(readings=some_readings(), data=st.data())
def test_they_follow_what_is_added_read_again_decided_and_hidden(readings: list[Reading], data: st.DataObject) -> None:
    with open_store("sqlite://") as store:
        outlines = Outlines()
        assert held(store, outlines) == []
        for one in readings:
            store.add(one)
            held(store, outlines)
        changed = data.draw(st.sampled_from(readings))
        store.add_again(reading(changed.page, *data.draw(some_reports(changed.page.text))))
        held(store, outlines)
        newer = replace(changed.page, text=changed.page.text + "\nthêm", digest="f" * 64)
        store.add(reading(newer, *data.draw(some_reports(newer.text))))
        held(store, outlines)
        first, last = (store.contacts()[place].tellings[0].member for place in (0, -1))
        decided = [store.decide(Wish(Ruling.VALUE, first, (), "date", "2024-02-29"), author="a")]
        held(store, outlines)
        decided += [store.decide(Wish(Ruling.SAME, first, (last,)), author="a")] if first != last else []
        held(store, outlines)
        decided += [store.decide(Wish(Ruling.HIDE, store.page_keys("p0")[0]), author="a")]
        held(store, outlines)
        for number in decided:
            store.undo(number, author="b")
            held(store, outlines)


def test_copies_that_come_to_light_are_in_them() -> None:
    with open_store("sqlite://") as store:
        outlines = Outlines()
        for one in (told("early", *CALL), told("late", *CALL, published=TIMES[1])):
            store.add(one)
            held(store, outlines)
        (contact,) = store.refresh(outlines)
        assert contact.copies


def test_a_contact_that_did_not_change_is_not_loaded_again() -> None:
    one, other = page("p0", extra="số 0"), page("p1", extra="số 1")
    with open_store("sqlite://") as store:
        outlines = Outlines()
        store.add(reading(one))
        (before,) = store.refresh(outlines)
        store.add(reading(other, report(other.text, date="2020-02-02")))
        assert [contact is before for contact in store.refresh(outlines)] == [False, True]
