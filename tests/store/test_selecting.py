"""Choosing contacts."""

from __future__ import annotations

import pytest

from telcon.contacts import Accord
from telcon.model.contacts import Kind, Office, Participant, Source, Status
from telcon.model.durations import Duration
from telcon.store import Contact, FiledPage, Selection, Telling, state_codes, years_of
from tests.store.readings import page, report

LAM = Participant("To Lam", "VN", Office.PARTY_LEADER)
TRUMP = Participant("Donald Trump", "US", Office.HEAD_OF_STATE, "Q22686")
XI = Participant("Xi Jinping", "CN", Office.HEAD_OF_STATE, "Q15031")


def contact(*people: Participant, **changes: object) -> Contact:
    told = report(page().text, participants=people, **changes)
    return Contact("c", (Telling(FiledPage("d", "page", "page.txt"), 0, told),))


CALL = contact(LAM, XI, topics=("energy", "taiwan"))


@pytest.mark.parametrize(
    "selection",
    [
        Selection(),
        Selection(people=("to lam",)),
        Selection(people=("Tô Lâm",)),
        Selection(people=("Xi",)),
        Selection(people=("xi jinping", "LAM")),
        Selection(people=("Tập Cận Bình",)),
        Selection(people=("tap can binh",)),
        Selection(states=("VN",)),
        Selection(states=("cn", "Vietnam")),
        Selection(states=("Trung Quốc",)),
        Selection(states=("trung quoc",)),
        Selection(between=("VN", "China")),
        Selection(between=("Xi", "to lam")),
        Selection(between=("Trung Quốc", "Tô Lâm")),
        Selection(since="2025-01", until="2025-01"),
        Selection(since="2025-01-21"),
        Selection(until="2025"),
        Selection(kinds=(Kind.PHONE, Kind.VIDEO)),
        Selection(statuses=(Status.HELD,)),
        Selection(topics=("taiwan",)),
        Selection(people=("Си Цзиньпин", "Q15031")),
        Selection(people=("习近平",)),
        Selection(states=("Китай", "越南")),
        Selection(pairs=(("CN", "RU"), ("CN", "VN"))),
        Selection(sides=("RU", "US")),
        Selection(sides=("Nga",)),
        Selection(years=(2024, 2025)),
        Selection(among=frozenset({"c", "d"})),
    ],
)
def test_what_is_asked_for_passes(selection: Selection) -> None:
    assert selection.holds(CALL)


@pytest.mark.parametrize(
    "selection",
    [
        Selection(people=("Trump",)),
        Selection(people=("am",)),
        Selection(people=("Xi", "Trump")),
        Selection(states=("US",)),
        Selection(states=("nowhere at all",)),
        Selection(between=("VN", "VN")),
        Selection(between=("Xi", "Xi")),
        Selection(between=("VN", "US")),
        Selection(since="2025-01-22"),
        Selection(until="2024"),
        Selection(kinds=(Kind.MEETING,)),
        Selection(statuses=(Status.PLANNED,)),
        Selection(topics=("iran",)),
        Selection(people=("Q22686",)),
        Selection(people=("Путин",)),
        Selection(pairs=(("CN", "RU"),)),
        Selection(sides=("CN",)),
        Selection(years=(2024,)),
        Selection(accords=(Accord.PART, Accord.ALONE)),
        Selection(among=frozenset()),
    ],
)
def test_what_is_not_asked_for_does_not(selection: Selection) -> None:
    assert not selection.holds(CALL)


@pytest.mark.parametrize(
    ("date", "held"),
    [
        ("2025-01", True),
        ("2025", True),
        ("2025-01-15/2025-02-03", True),
        ("2024", False),
        ("2025-02", False),
        (None, False),
    ],
)
def test_a_vague_date_passes_where_it_may_lie_within(date: str | None, held: bool) -> None:
    assert Selection(since="2025-01-20", until="2025-01-31").holds(contact(TRUMP, XI, date=date)) is held


@pytest.mark.parametrize(
    ("date", "years"),
    [
        ("2025", [2025]),
        ("2024-12-31/2025-01-02", [2024, 2025]),
        ("2025-01/..", [2025]),
        ("../2025-06", [2025]),
        ("XXXX-01-21", []),
        (None, []),
    ],
)
def test_a_date_may_lie_in_several_years(date: str | None, years: list[int]) -> None:
    assert list(years_of(date)) == years
    assert all(Selection(years=(year,)).holds(contact(TRUMP, XI, date=date)) for year in years)


def test_accounts_part_or_one_side_alone_tells() -> None:
    other = report(page().text, participants=(XI, TRUMP), reported_by=(Source("CCTV", "CN"),), duration=Duration(10))
    one = Telling(FiledPage("e", "other", "other.txt"), 0, other)
    assert contact(TRUMP, XI, reported_by=(Source("Xinhua", "CN"),)).accords == {Accord.ALONE}
    assert contact(TRUMP, XI, reported_by=(Source("Reuters", None),)).accords == frozenset()
    both = Contact("c", (one, *contact(TRUMP, XI, reported_by=(Source("White House", "US"),)).tellings))
    assert both.accords == {Accord.PART}
    assert Selection(accords=(Accord.PART,)).holds(both)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Nga", "RU"),
        ("Mỹ", "US"),
        ("hoa ky", "US"),
        ("France", "FR"),
        ("Anh", "GB"),
        ("ru", "RU"),
        ("Китай", "CN"),
        ("中国", "CN"),
    ],
)
def test_states_go_by_code_and_name(name: str, code: str) -> None:
    assert state_codes(name) == {code}
