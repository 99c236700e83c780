"""What is new in a register is told apart from what contradicts the roster."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from telcon.model.contacts import Office
from telcon.registers import Change, ChangeKind, Holding, compare
from telcon.registers.naming import list_new, tidy
from telcon.roster import Roster
from telcon.roster.additions import term_text
from telcon.roster.loading import read_roster

PEOPLE = """\
Q1 Ada Able
  vi      A-đa Ê-bơ
  office  head_of_state FJ 2000-01-01/2010-05-07 president
  office  head_of_state FJ 2010-05-07/2020-03-01 president

Q2 Ben Baker
  office  head_of_state FJ 2020-03-01/.. president

x-cid-cook Cid Cook
  office  head_of_government FJ 2020-03/.. prime minister
"""


@pytest.fixture
def roster(tmp_path: Path) -> Roster:
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "a.txt").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "states.txt").write_text("FJ Fiji: Fiji\nTO Tonga: Tonga\n", encoding="utf-8")
    for name in ("bodies.txt", "media.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    return read_roster(tmp_path, None)


def held(person: str, start: str, stop: str | None = None, *, office: str = "state", **more: object) -> Holding:
    names = more.get("names", {"en": {"Q1": "Ada Able", "Q2": "Ben Baker"}.get(person, "")})
    assert isinstance(names, dict)
    told = tuple((language, name) for language, name in names.items() if name)
    ended = bool(more.get("ended", stop))
    return Holding(Office(f"head_of_{office}"), str(more.get("state", "FJ")), person, start, stop, ended, told)


def found(roster: Roster, *holdings: Holding) -> list[str]:
    changes = compare(roster, holdings, lambda key: roster.people[key].names)
    return [_line(change) for change in changes]


def _line(change: Change) -> str:
    term = term_text(change.term) if change.term else " ".join(name for _, name in change.names)
    return f"{change.kind}: {change.person} {term}" + "".join(f" ?{other}" for other in change.others)


def test_what_agrees_is_no_change(roster: Roster) -> None:
    agreeing = (held("Q1", "2000-01-01", "2020-03-01"), held("Q2", "2020"), held("Q2", "2020-03-01"))
    assert found(roster, *agreeing) == []
    two_terms = (held("Q1", "2000-01-01", "2006-02-01"), held("Q1", "2006-02-02", "2020-03-01"))
    assert found(roster, *two_terms) == []


def test_an_end_and_a_successor_are_new(roster: Roster) -> None:
    after = held(
        "Q9", "2026-06-01", names={"en": "Eve Evans", "vi": "Eve Evans", "ru": "Эванс, Ева", "zh": "伊芙·埃文斯"}
    )
    assert found(roster, held("Q2", "2020-03-01", "2026-06-01"), after) == [
        "new person: Q9 head_of_state FJ 2026-06-01/..",
        "ended: Q2 head_of_state FJ 2020-03-01/2026-06-01 president",
    ]
    change = compare(roster, [after], lambda _: ())[0]
    assert replace(change, names=()) == Change(ChangeKind.TWO, "Q9", "Eve Evans", change.term, others=("Q2",))
    assert change.names == (("ru", "Ева Эванс"), ("zh", "伊芙·埃文斯"))


def test_a_successor_beside_whom_the_roster_still_has_contradicts(roster: Roster) -> None:
    after = held("Q9", "2026-06-01", names={"en": "Eve Evans"})
    assert found(roster, after) == ["two at once: Q9 head_of_state FJ 2026-06-01/.. ?Q2"]
    assert (
        compare(roster, [after], lambda _: (), shared=[(Office.HEAD_OF_STATE, "FJ")])[0].kind is ChangeKind.NEW_PERSON
    )


def test_two_new_ones_at_once_contradict_each_other(roster: Roster) -> None:
    told = [held(key, "2026-06-01", state="TO", names={"en": name}) for key, name in (("Q8", "Al Bo"), ("Q9", "Cy Do"))]
    assert found(roster, *told) == [
        "two at once: Q8 head_of_state TO 2026-06-01/.. ?Q9",
        "two at once: Q9 head_of_state TO 2026-06-01/.. ?Q8",
    ]


@pytest.mark.parametrize(
    ("holding", "line"),
    [
        (held("Q1", "2000-01-02", "2020-03-01"), "begins otherwise: Q1 head_of_state FJ 2000-01-02/2020-03-01"),
        (held("Q1", "2000-01-01", "2020-03-02"), "ends otherwise: Q1 head_of_state FJ 2010-05-07/2020-03-02 president"),
        (held("Q1", "2000-01-01"), "goes on: Q1 head_of_state FJ 2010-05-07/.. president"),
        (held("Q2", "2020-03-01", ended=True), "over, no day told: Q2 head_of_state FJ 2020-03-01/.."),
        (
            held("Q9", "2026-06-01", state="TO", names={"ru": "Ева Эванс"}),
            "no name told: Q9 head_of_state TO 2026-06-01/..",
        ),
    ],
)
def test_what_contradicts_or_is_not_clear_is_told_as_such(roster: Roster, holding: Holding, line: str) -> None:
    assert found(roster, holding) == [line]


def test_who_is_known_without_the_id_is_found_by_name_and_office(roster: Roster) -> None:
    known = held("Q7", "2020-03-04", "2026-01-01", office="government", names={"en": "Cid Cook", "ru": "Сид Кук"})
    assert found(roster, known) == [
        "ended: x-cid-cook head_of_government FJ 2020-03/2026-01-01 prime minister",
        "new names: x-cid-cook Сид Кук",
    ]
    other = held("Q7", "2020-03-04", office="government", names={"en": "Sydney Koch"})
    assert found(roster, other) == ["maybe known: Q7 head_of_government FJ 2020-03-04/.. ?x-cid-cook"]


def test_a_head_of_state_who_governs_too_has_one_office(roster: Roster) -> None:
    both = [
        held("Q9", "2026-06-01", state="TO", office=office, names={"en": "Eve Evans"})
        for office in ("state", "government")
    ]
    assert found(roster, *both) == ["new person: Q9 head_of_state TO 2026-06-01/.."]


def test_the_head_of_another_state_is_not_taken_over_as_that_of_this_one(roster: Roster) -> None:
    assert found(roster, held("Q2", "2020-03-01"), held("Q2", "2022-09-08", state="TO")) == [
        "leads another state: Q2 head_of_state TO 2022-09-08/.."
    ]


def test_whoever_heads_the_state_in_the_roster_is_no_head_of_government_besides(roster: Roster) -> None:
    assert found(roster, held("Q2", "2020-03-01", office="government")) == []


def test_a_second_time_in_office_is_a_new_term(roster: Roster) -> None:
    again = (held("Q1", "2000-01-01", "2020-03-01"), held("Q2", "2020-03-01", "2026-06-01"), held("Q1", "2026-06-01"))
    assert found(roster, *again) == [
        "new term: Q1 head_of_state FJ 2026-06-01/..",
        "ended: Q2 head_of_state FJ 2020-03-01/2026-06-01 president",
    ]


def test_states_that_the_roster_lacks_are_left_aside(roster: Roster) -> None:
    assert found(roster, held("Q9", "2026-06-01", state="XX", names={"en": "Eve Evans"})) == []


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Ada Example (politician)", "Ada Example"),
        ("Пример, Ада Борисовна", "Ада Борисовна Пример"),
        ("  Ada\u00a0 Example ", "Ada Example"),
        ("Example, Ada, Jr.", None),
        ("Ada; Example", None),
        ("Ada\u202eExample", None),
        ("", None),
    ],
)
def test_labels_become_names(label: str, name: str | None) -> None:
    assert tidy(label) == name


def test_names_that_are_known_but_for_marks_are_not_new_save_in_vietnamese() -> None:
    told = [("en", "Tô Lâm"), ("vi", "Tô Lâm"), ("ru", "То Лам"), ("en", "Lâm"), ("zh", "苏林"), ("zh", "林")]
    assert list(list_new(told, ["To Lam"])) == [("vi", "Tô Lâm"), ("ru", "То Лам"), ("zh", "苏林")]
