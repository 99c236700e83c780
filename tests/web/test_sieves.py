"""Choosing among all contacts at once gives what asking them one by one gives."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from telcon.contacts import Accord
from telcon.model.contacts import Kind, Office, Participant, Source, Status
from telcon.model.durations import Duration
from telcon.store import Contact, FiledPage, Selection, Telling
from telcon.web.lists.orders import Order
from telcon.web.lists.sieves import Facet, Sieve
from tests.store.readings import PUTIN, XI, page, report

PEOPLE = (
    PUTIN,
    XI,
    Participant("To Lam", "VN", Office.PARTY_LEADER, "Q10831196"),
    Participant("Kim Jong Un", "KP", Office.HEAD_OF_STATE),
    Participant("Kim", "KR", Office.OTHER),
)
DATES = ("2025-01-21", "2025-02", "2024", "2024-12-20/2025-01-10", "XXXX-03-01", "../2023-05", None)
TELLERS = ((), (Source("Kremlin", "RU"),), (Source("Xinhua", "CN"), Source("Reuters")), (Source("VNA", "VN"),))


def some_contacts(count: int = 120) -> list[Contact]:
    chance = random.Random(7)
    text = page().text

    def some_report(people: tuple[Participant, ...]) -> object:
        return report(
            text,
            participants=people,
            date=chance.choice(DATES),
            kind=chance.choice(list(Kind)),
            status=chance.choice(list(Status)),
            topics=chance.choice(((), ("energy",), ("energy", "iran"))),
            reported_by=chance.choice(TELLERS),
            duration=chance.choice((None, Duration(10), Duration(95))),
        )

    made = []
    for number in range(count):
        people = tuple(chance.sample(PEOPLE, chance.choice((2, 2, 3))))
        tellings = (
            Telling(FiledPage(f"{number}-{place}", "p", "p.txt"), 0, some_report(people))  # type: ignore[arg-type]
            for place in range(chance.choice((1, 1, 2)))
        )
        made.append(Contact(f"c{number:03}", tuple(tellings)))
    return made


CONTACTS = some_contacts()
SIEVE = Sieve(CONTACTS)
QUESTIONS = [
    Selection(),
    Selection(people=("Путин",)),
    Selection(people=("kim",)),
    Selection(people=("Kim Jong", "Q15031")),
    Selection(people=("nobody",)),
    Selection(states=("VN", "Nga")),
    Selection(pairs=(("RU", "CN"), ("KP", "KR"))),
    Selection(between=("RU", "Tập Cận Bình")),
    Selection(kinds=(Kind.PHONE, Kind.VIDEO), statuses=(Status.HELD,)),
    Selection(topics=("iran", "taiwan")),
    Selection(sides=("RU", "VN"), topics=("energy",)),
    Selection(years=(2024, 2023)),
    Selection(accords=(Accord.PART,)),
    Selection(accords=(Accord.ALONE, Accord.PART), years=(2025,)),
    Selection(since="2025-01-05"),
    Selection(since="2024-06", until="2025-01"),
    Selection(among=frozenset({"c003", "c050", "gone"}), statuses=(Status.HELD, Status.PLANNED)),
]


def passing(asked: Selection) -> list[Contact]:
    mask = SIEVE.passing(SIEVE.parts(asked))
    return [CONTACTS[place] for place in SIEVE.places(mask, range(len(CONTACTS)))]


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: repr(asked)[10:70])
def test_what_passes_is_what_is_asked_for(asked: Selection) -> None:
    assert passing(asked) == [contact for contact in CONTACTS if asked.holds(contact)]


def test_all_contacts_pass_an_empty_question_and_none_an_empty_record() -> None:
    assert passing(Selection()) == CONTACTS
    empty = Sieve([])
    assert empty.passing(empty.parts(Selection(people=("Putin",)))) == 0
    assert empty.counts({}, Facet.KIND) == {}
    assert list(empty.in_order(Order.NEWEST).places) == []


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda asked: repr(asked)[10:70])
def test_a_count_is_what_the_list_would_have(asked: Selection) -> None:
    parts = SIEVE.parts(asked)
    for state, count in SIEVE.counts(parts, Facet.STATE).items():
        assert count == len(passing(replace(asked, states=(*asked.states, state))))
    for kind, count in SIEVE.counts(parts, Facet.KIND).items():
        assert count == len(passing(replace(asked, kinds=(Kind(kind),))))
    for year, count in SIEVE.counts(parts, Facet.YEAR).items():
        assert count == len(passing(replace(asked, years=(int(year),))))
    for key, count in SIEVE.counts(parts, Facet.PERSON).items():
        assert count == len(passing(replace(asked, people=(*asked.people, SIEVE.name_to_ask(key)))))


def test_a_name_that_others_have_too_is_not_asked_for() -> None:
    named = {who.name: SIEVE.name_to_ask(key) for key, who in SIEVE.people.items()}
    assert named["Vladimir Putin"] == "Vladimir Putin"
    assert named["Kim"] != named["Kim Jong Un"]


@pytest.mark.parametrize("order", Order)
def test_orders_leave_nobody_out_and_say_what_they_do(order: Order) -> None:
    ordered = SIEVE.in_order(order)
    assert sorted(ordered.places) == list(range(len(CONTACTS)))
    keys = [ordered.keys[place] for place in ordered.places]
    assert all(one < other for one, other in pairwise(keys))
    shown = [CONTACTS[place] for place in ordered.places]
    if order is Order.LONGEST:
        lengths = [contact.duration.minutes if contact.duration else 0 for contact in shown]
        assert lengths == sorted(lengths, reverse=True)
    if order is Order.PAGES:
        assert [it.page_count for it in shown] == sorted((it.page_count for it in shown), reverse=True)
    if order is Order.PARTED:
        apart = [Accord.PART in contact.accords for contact in shown]
        assert apart == sorted(apart, reverse=True)
    if order in (Order.NEWEST, Order.OLDEST):
        undated = [contact.date in (None, "XXXX-03-01") for contact in shown]
        assert undated == sorted(undated)
        days = [
            contact.date for contact in shown if contact.date and len(contact.date) == 10 and contact.date[0] == "2"
        ]
        assert days == sorted(days, reverse=order is Order.NEWEST)


def test_pairs_are_counted_for_all_who_took_part() -> None:
    counts = SIEVE.counts({}, Facet.PAIR)
    codes = sorted({who.country for who in PEOPLE})
    assert set(counts) <= {"-".join(pair) for pair in combinations(codes, 2)}
    assert counts["CN-RU"] == sum({"CN", "RU"} <= contact.states for contact in CONTACTS)
