"""What cannot be right in a roster is found, and the package's own has one holder of an office a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from telcon.roster import RosterError, load_roster
from telcon.roster.checking import Fault, FaultKind, find_faults, read_accepted, split_accepted
from telcon.roster.loading import FOLDER, read_roster

TODAY = date(2026, 5, 31)
STATES = "RU Russia: Nga | Moscow\nVN Vietnam: Việt Nam\nNATO North Atlantic Treaty Organization: NATO\n"


def faults_of(folder: Path, people: str) -> list[Fault]:
    (folder / "people").mkdir()
    (folder / "states.txt").write_text(STATES, encoding="utf-8")
    (folder / "bodies.txt").write_text("", encoding="utf-8")
    (folder / "media.txt").write_text("", encoding="utf-8")
    (folder / "people" / "a.txt").write_text(people, encoding="utf-8")
    return [fault for fault in find_faults(read_roster(folder, None), today=TODAY) if fault.state != "VN"]


def one(key: str, name: str, *terms: str) -> str:
    return f"{key} {name}\n" + "".join(f"  office  {term}\n" for term in terms)


def test_the_package_has_one_holder_of_an_office_a_day_and_no_line_that_cannot_be_read() -> None:
    told, _ = split_accepted(find_faults(load_roster(), today=TODAY), read_accepted())
    assert [fault for fault in told if fault.kind in (FaultKind.OVERLAP, FaultKind.UNREADABLE)] == []


def test_what_is_accepted_is_found_so_long_as_it_is_so() -> None:
    """A line of the sheet that answers to nothing any more is to be taken out."""
    accepted = read_accepted()
    _, known = split_accepted(find_faults(load_roster(), today=TODAY), accepted)
    used = {
        key
        for fault in known
        for key in accepted
        if " ".join(filter(None, (fault.kind, fault.office, fault.state, fault.detail))) in key
    }
    assert accepted.keys() - used == set()


def test_two_at_once_are_found_beyond_the_day_of_a_handover(tmp_path: Path) -> None:
    people = one("Q1", "Ada Able", "head_of_state RU 2000-01-01/2010-05-07")
    people += one("Q2", "Ben Baker", "head_of_state RU 2010-05-07/2020-03-01")
    people += one("Q3", "Cid Cook", "head_of_state RU 2020-02-01/..")
    found = faults_of(tmp_path, people)
    assert found == [Fault(FaultKind.OVERLAP, "RU", "head_of_state", "2020-02-01", "2020-03-01", ("Q2", "Q3"))]


def test_vague_ends_that_may_be_one_day_are_a_handover(tmp_path: Path) -> None:
    people = one("Q1", "Ada Able", "head_of_state RU 2000/2010") + one("Q2", "Ben Baker", "head_of_state RU 2010-05/..")
    assert faults_of(tmp_path, people) == []


def test_gaps_and_offices_that_nobody_holds_are_found(tmp_path: Path) -> None:
    people = one("Q1", "Ada Able", "head_of_state RU 2000-01-01/2010-05-07")
    people += one("Q2", "Ben Baker", "head_of_state RU 2011-05-07/2020-03-01")
    assert faults_of(tmp_path, people) == [
        Fault(FaultKind.GAP, "RU", "head_of_state", "2010-05-07", "2011-05-07", ("Q1", "Q2")),
        Fault(FaultKind.ENDED, "RU", "head_of_state", "2020-03-01", "", ("Q2",)),
    ]


def test_a_state_without_a_head_is_found_and_an_organisation_is_not(tmp_path: Path) -> None:
    assert faults_of(tmp_path, one("Q1", "Ada Able", "envoy RU 2000/..")) == [Fault(FaultKind.HEADLESS, "RU")]


def test_names_are_shared_by_those_in_office_at_the_same_time_alone(tmp_path: Path) -> None:
    people = one("Q1", "Ada Able", "head_of_state RU 2000-01-01/2010-05-07", "other VN 2012/2014")
    people += one("Q2", "Ada Ablé", "head_of_state RU 2010-05-07/..") + one("Q3", "Ada Able", "envoy RU 2009/2010-03")
    found = faults_of(tmp_path, people)
    assert found == [Fault(FaultKind.NAMESAKES, people=("Q1", "Q3"), detail="ada able")]


def test_a_line_of_the_own_sheet_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    own = "Q1 Ada Able\n  office  head_of_state RU 2010/2000\n"
    (tmp_path / "own" / "people.txt").write_text(own, encoding="utf-8")
    with pytest.raises(RosterError, match=r"people.txt:2: 2010/2000 stops before it starts"):
        read_roster(FOLDER, tmp_path / "own")


@pytest.mark.parametrize(
    "line", ["overlap head_of_state KR", "overlap: why", "clash head_of_state KR: why", "gap a b:"]
)
def test_a_bad_line_of_what_is_accepted_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "accepted.txt").write_text(f"# what is so\n{line}\n", encoding="utf-8")
    with pytest.raises(RosterError, match=r"accepted.txt:2: not `kind what: reason`"):
        read_accepted(tmp_path / "accepted.txt")
