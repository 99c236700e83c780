"""Which reports of several pages are gathered into one contact."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telcon.contacts import Bonds, Member, Verdict, gather
from telcon.model.contacts import Kind, Status
from tests.contacts.made_up import member


def groups(*members: Member, bonds: Bonds | None = None) -> list[list[str]]:
    found = gather(members, bonds or Bonds())
    return sorted(sorted(one.page for one in contact.members) for contact in found)


def test_the_same_day_or_one_apart_is_one_contact() -> None:
    assert groups(member("a", "2025-01-21"), member("b", "2025-01-21")) == [["a", "b"]]
    assert groups(member("a", "2025-01-21"), member("b", "2025-01-22")) == [["a", "b"]]
    assert groups(member("a", "2025-01-21"), member("b", "2025-01-23")) == [["a"], ["b"]]


def test_days_are_not_chained() -> None:
    told = [*(member(f"a{n}", "2025-01-21") for n in range(3)), member("b", "2025-01-22"), member("c", "2025-01-23")]
    assert groups(*told) == [["a0", "a1", "a2", "b"], ["c"]]


def test_other_people_and_other_families_are_other_contacts() -> None:
    assert len(groups(member("a", "2025-01-21"), member("b", "2025-01-21", people="Q1 Q2 Q3"))) == 2
    assert len(groups(member("a", "2025-01-21"), member("b", "2025-01-21", kind=Kind.MEETING))) == 2
    assert len(groups(member("a", "2025-01-21"), member("b", "2025-01-21", kind=Kind.MESSAGE))) == 2


def test_a_loose_word_for_the_channel_is_no_hindrance() -> None:
    assert len(groups(member("a", "2025-01-21", kind=Kind.VIDEO), member("b", "2025-01-21", kind=Kind.CALL))) == 1
    assert len(groups(member("a", "2025-01-21", kind=Kind.VIDEO), member("b", "2025-01-21"))) == 1
    assert len(groups(member("a", "2025-01-21", kind=Kind.VIDEO), member("b", "2025-01-22"))) == 2


def test_a_page_that_tells_of_two_keeps_two_apart() -> None:
    two = [member("a", "2025-01-21", minutes=60), member("a", "2025-01-21", index=1, minutes=10)]
    others = [member("b", "2025-01-21", minutes=10), member("c", "2025-01-21", minutes=60)]
    assert groups(*two, *others) == [["a", "b"], ["a", "c"]]
    following = [member("a", "2025-01-21"), member("a", "2025-01-22", index=1)]
    assert groups(*following, member("b", "2025-01-22"), member("c", "2025-01-21")) == [["a", "b"], ["a", "c"]]


def test_a_plan_and_the_call_that_was_held_are_one() -> None:
    assert len(groups(member("a", "2025-01-21", status=Status.PLANNED), member("b", "2025-01-21"))) == 1


def test_a_report_without_a_day_joins_the_only_contact_that_fits() -> None:
    dated, undated = member("a", "2025-01-21"), member("b", published="2025-01-22")
    assert groups(dated, undated) == [["a", "b"]]
    assert groups(dated, member("b", published="2025-03-22")) == [["a"], ["b"]]
    assert groups(dated, member("c", "2025-01-17"), undated) == [["a"], ["b"], ["c"]]


def test_what_fits_two_contacts_is_left_unsure() -> None:
    found = gather([member("a", "2025-01-21"), member("c", "2025-01-17"), member("b", published="2025-01-22")])
    (alone,) = (contact for contact in found if contact.members[0].page == "b")
    assert {(held.other, held.verdict) for held in alone.judgements} == {
        ("a:0", Verdict.UNSURE),
        ("c:0", Verdict.UNSURE),
    }


def test_a_year_left_out_is_settled_by_another_page() -> None:
    assert groups(member("a", "2024-02-08"), member("b", "XXXX-02-08")) == [["a", "b"]]
    assert groups(member("a", "2024-02-08"), member("c", "2023-02-08"), member("b", "XXXX-02-08")) == [
        ["a"],
        ["b"],
        ["c"],
    ]


def test_a_date_found_so_supports_nothing() -> None:
    """Two vague reports that alone would be one contact do not pull each other into a third."""
    dated = member("a", "2025-01-21", topics="energy")
    near, far = member("b", published="2025-01-23"), member("c", published="2025-02-06")
    assert groups(dated, near, far) == [["a", "b"], ["c"]]


def test_undated_reports_of_about_the_same_time_are_gathered_by_themselves() -> None:
    told = [
        member(page, published=day, status=Status.PROPOSED) for page, day in (("a", "2025-01-21"), ("b", "2025-01-22"))
    ]
    assert groups(*told) == [["a", "b"]]
    assert groups(member("a"), member("b")) == [["a"], ["b"]]


def test_people_overrule_the_rules() -> None:
    a, b, c = member("a", "2025-01-21"), member("b", "2025-01-21"), member("c", "2025-05-01")
    assert groups(a, b, bonds=Bonds(apart=frozenset({("a:0", "b:0")}))) == [["a"], ["b"]]
    assert groups(a, c, bonds=Bonds(same=frozenset({("a:0", "c:0")}))) == [["a", "c"]]


DATES = ["2025-01-20", "2025-01-21", "2025-01-22", "2025-01-24", "2025-01", "XXXX-01-21", "2025", None]


@st.composite
def some_reports(draw: st.DrawFn) -> list[Member]:
    return [
        member(
            f"p{page}",
            draw(st.sampled_from(DATES)),
            index=index,
            published=draw(st.sampled_from(["2025-01-21", "2025-01-23", "2025-02-01", None])),
            kind=draw(st.sampled_from([Kind.PHONE, Kind.VIDEO, Kind.CONTACT])),
            status=draw(st.sampled_from(list(Status))),
            minutes=draw(st.sampled_from([None, 10, 60])),
            topics=draw(st.sampled_from(["", "energy", "energy iran"])),
        )
        for page in range(draw(st.integers(1, 8)))
        for index in range(draw(st.integers(1, 2)))
    ]


@given(some_reports(), st.integers(0, 99))
def test_the_order_of_coming_does_not_matter(told: list[Member], seed: int) -> None:
    shuffled = told[:]
    random.Random(seed).shuffle(shuffled)
    assert gather(shuffled) == gather(told)


@given(some_reports())
def test_every_report_is_in_one_contact_and_no_page_twice_in_one(told: list[Member]) -> None:
    found = gather(told)
    assert sorted(m.id for contact in found for m in contact.members) == sorted(m.id for m in told)
    assert len({contact.id for contact in found}) == len(found)
    for contact in found:
        pages = [m.page for m in contact.members]
        assert len(set(pages)) == len(pages)


@pytest.mark.parametrize("published", ["2025", "soon", ""])
def test_a_time_that_is_no_day_places_nothing(published: str) -> None:
    assert groups(member("a", "2025-01-21"), member("b", published=published)) == [["a"], ["b"]]
