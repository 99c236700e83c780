from __future__ import annotations

import pytest

from telcon.letters.folding import fold_all
from telcon.model.contacts import Office
from telcon.roster import Grade, MediumForm, PersonForm, StateForm, StateGrade, load_roster
from telcon.roster.wordings import list_wordings

ROSTER = load_roster()


@pytest.mark.parametrize(
    ("role", "country", "on", "name"),
    [
        (Office.HEAD_OF_STATE, "VN", "2024-08-19", "To Lam"),
        (Office.PARTY_LEADER, "VN", "2024-08-19", "To Lam"),
        (Office.HEAD_OF_STATE, "VN", "2024-12-01", "Luong Cuong"),
        (Office.HEAD_OF_STATE, "VN", "2015-07", "Truong Tan Sang"),
        (Office.HEAD_OF_STATE, "KR", "2018-04-29", "Moon Jae-in"),
        (Office.HEAD_OF_STATE, "KR", "2010", "Lee Myung-bak"),
        (Office.HEAD_OF_STATE, "CN", "2012-06-01", "Hu Jintao"),
        (Office.HEAD_OF_STATE, "US", "2025-02-12", "Donald Trump"),
        (Office.ELECT, "US", "2024-11-11", "Donald Trump"),
        (Office.IO_HEAD, "NATO", "2023-01", "Jens Stoltenberg"),
        (Office.HEAD_OF_GOVERNMENT, "JP", "2016-12-15T10:30", "Shinzo Abe"),
    ],
)
def test_holder(role: Office, country: str, on: str, name: str) -> None:
    assert [person.name for person in ROSTER.holder(role, country, on)] == [name]


def test_holder_of_a_year_that_saw_a_change_is_both_the_successor_first() -> None:
    names = [person.name for person in ROSTER.holder(Office.HEAD_OF_STATE, "US", "2025")]
    assert names == ["Donald Trump", "Joe Biden"]


@pytest.mark.parametrize("on", [None, "", "XXXX-02-08", "soon"])
def test_holder_is_empty_for_unknown_dates(on: str | None) -> None:
    assert ROSTER.holder(Office.HEAD_OF_STATE, "US", on) == ()


@pytest.mark.parametrize(
    ("on", "role"),
    [
        ("2024-06-20", Office.HEAD_OF_STATE),
        ("2024-08-10", Office.HEAD_OF_STATE),
        ("2024-11-15", Office.PARTY_LEADER),
        ("2019-01-01", Office.OTHER),
        ("2000-01-01", None),
    ],
)
def test_term_of_to_lam(on: str, role: Office | None) -> None:
    term = ROSTER.term(ROSTER.named("Tô Lâm")[0], on)
    assert (term and term.role) == role


def test_term_of_trump_turns_from_elect_to_president() -> None:
    (trump,) = ROSTER.named("Donald Trump", "2024-11-11")
    terms = [ROSTER.term(trump, on) for on in ("2024-11-11", "2025-02-12", None)]
    assert [term.role for term in terms if term] == [Office.ELECT, Office.HEAD_OF_STATE, Office.HEAD_OF_STATE]


@pytest.mark.parametrize(
    ("form", "on", "name"),
    [
        ("V.Putin", None, "Vladimir Putin"),
        ("D. Trump", "2019-01-01", "Donald Trump"),
        ("Kim Jong-un", None, "Kim Jong Un"),
        ("tập cận bình", None, "Xi Jinping"),
        ("Erdoğan", None, "Recep Tayyip Erdogan"),
        ("Dmitri Peskov", None, "Dmitry Peskov"),
        ("Lý", "2016-05-01", "Li Keqiang"),
        ("Bush", "2007-01-01", "George W. Bush"),
        ("Lee", "2011-05-01", "Lee Hsien Loong"),
    ],
)
def test_named(form: str, on: str | None, name: str) -> None:
    assert name in [person.name for person in ROSTER.named(form, on)]


def test_named_puts_those_in_office_first() -> None:
    assert ROSTER.named("Carney", "2025-06-01")[0].name == "Mark Carney"
    assert ROSTER.named("Carney", "2012-06-01")[0].name == "Jay Carney"


def test_vietnamese_names_have_no_initials() -> None:
    assert ROSTER.named("T. Lâm") == ()


def test_every_office_is_of_a_known_state() -> None:
    unknown = [
        (person.id, term.country)
        for person in ROSTER.people.values()
        for term in person.terms
        if term.country not in ROSTER.states
    ]
    assert unknown == []


def test_every_state_has_a_vietnamese_or_english_form() -> None:
    assert [code for code, state in ROSTER.states.items() if not state.forms] == []


def test_no_form_names_two_states() -> None:
    owners: dict[str, set[str]] = {}
    for state in ROSTER.states.values():
        for form in state.forms:
            owners.setdefault(form, set()).add(state.code)
    # "Dominica" is what Vietnamese newspapers call either of the two.
    assert {form for form, codes in owners.items() if len(codes) > 1} == {"Dominica"}


def test_wordings() -> None:
    found: dict[str, list[object]] = {}
    for form, entry in ROSTER.wordings():
        found.setdefault(form, []).append(entry)
    assert StateForm("RU", StateGrade.CAPITAL) in found["Mátxcơva"]
    assert StateForm("KR", StateGrade.NAME) in found["Hàn Quốc"]
    assert any(isinstance(entry, MediumForm) and entry.side == "CN" for entry in found["Tân Hoa Xã"])


@pytest.mark.parametrize(
    ("folded", "spelling", "form"),
    [
        ("putin", "Putin", PersonForm("Q7747", Grade.ALONE)),
        ("v. putin", "V. Putin", PersonForm("Q7747", Grade.FULL)),
        ("v.putin", "V.Putin", PersonForm("Q7747", Grade.FULL)),
    ],
)
def test_forms_of_people_are_found_by_their_folded_spelling(folded: str, spelling: str, form: PersonForm) -> None:
    assert (spelling, form) in ROSTER.people.spelled(folded)


def test_every_form_of_everybody_is_found() -> None:
    listed = set(fold_all(ROSTER.people.spellings()))
    wordings = list_wordings(ROSTER.people.values())
    lost = [
        (spelling, form)
        for folded, (spelling, form) in zip(fold_all(spelling for spelling, _ in wordings), wordings, strict=True)
        if (spelling, form) not in ROSTER.people.spelled(folded) or (folded not in listed and "." not in spelling)
    ]
    assert len(wordings) > 30000
    assert lost == []


def test_sides() -> None:
    assert ROSTER.media["TASS"].side == "RU"
    assert ROSTER.media["Interfax"].side is None
    assert ROSTER.bodies["Kremlin"].side == "RU"
    assert "Bộ Ngoại giao" in ROSTER.patterns["Ministry of Foreign Affairs of {state}"].forms


@pytest.mark.parametrize(
    ("country", "on", "led"),
    [("DE", "2016-04-08", True), ("AM", "2016-04-08", False), ("AM", "2019-04-08", True), ("FR", None, False)],
)
def test_led_by_government(country: str, on: str | None, led: bool) -> None:
    assert ROSTER.led_by_government(country, on) is led


@pytest.mark.parametrize(
    "name", ["Mohammad bin Salman", "Muhammad bin Salman Al-Saud", "Tamim bin Hamad Al-Thani", "Mohamad bin Zayed"]
)
def test_arabic_names_have_their_spellings(name: str) -> None:
    spelled = {spelling for spelling, _ in list_wordings(list(ROSTER.people.values()))}
    assert name in spelled
