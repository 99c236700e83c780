from __future__ import annotations

from pathlib import Path

import pytest

from telcon.roster import RosterError, load_roster
from telcon.roster.loading import FOLDER

PERSON = "Q1 Ada Example\n  office  head_of_state RU 2000-05-07/.. president\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "people").mkdir()
    (tmp_path / "states.txt").write_text("RU Russia: Nga | Moscow\n", encoding="utf-8")
    (tmp_path / "bodies.txt").write_text("[presidency RU]\nKremlin: Điện Kremlin\n", encoding="utf-8")
    (tmp_path / "media.txt").write_text("[agency RU]\nTASS\n[paper]\nTimes: The Times\n", encoding="utf-8")
    return tmp_path


def test_reads_people_states_bodies_and_media(folder: Path) -> None:
    (folder / "people" / "a.txt").write_text(PERSON, encoding="utf-8")
    roster = load_roster(folder)
    assert roster.people["Q1"].short == ("Example",)
    assert roster.states["RU"].forms == ("Russia", "Nga")
    assert roster.media["Times"].side is None
    assert roster.named("A. Example")[0].id == "Q1"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("  office  head_of_state RU 2000/.. president\n", "a.txt:1: a line before any person"),
        ("Ada Example\n  office  other RU 2000/.. aide\n", "a.txt:1: a person begins with"),
        ("Q1 Ada Example\n", "a.txt:1: Ada Example holds no office"),
        ("Q1 Ada Example\n  office  czar RU 2000/.. tsar\n", "a.txt:2: an office is"),
        ("Q1 Ada Example\n  office  other RU 2000-13/.. aide\n", "a.txt:2: '2000-13/..' is no start/stop"),
        ("Q1 Ada Example\n  office  other RU 2001/2000 aide\n", "a.txt:2: 2001/2000 stops before it starts"),
        ("Q1 Ada Example\n  nickname  Ada\n", "a.txt:2: 'nickname' is no field"),
        (PERSON + PERSON, "a.txt:3: Q1 stands already at a.txt:1"),
    ],
)
def test_bad_people_are_named_by_file_and_line(folder: Path, text: str, complaint: str) -> None:
    (folder / "people" / "a.txt").write_text(text, encoding="utf-8")
    with pytest.raises(RosterError) as error:
        load_roster(folder)
    assert str(error.value).startswith(complaint)


@pytest.mark.parametrize(
    ("sheet", "text", "complaint"),
    [
        ("states.txt", "Russia\n", "states.txt:1: not `CODE Name"),
        ("bodies.txt", "Kremlin: Nga\n", "bodies.txt:1: a line before any [heading]"),
        ("media.txt", "[radio]\nMayak\n", "media.txt:2: 'radio' is no kind of medium"),
    ],
)
def test_other_bad_lines_are_named_by_file_and_line(folder: Path, sheet: str, text: str, complaint: str) -> None:
    (folder / sheet).write_text(text, encoding="utf-8")
    with pytest.raises(RosterError) as error:
        load_roster(folder)
    assert str(error.value).startswith(complaint)


def test_knows_the_states_that_topics_are_about(folder: Path) -> None:
    (folder / "topics.txt").write_text("# states\nisrael_palestine: IL PS\n", encoding="utf-8")
    assert load_roster(folder).homes == {"israel_palestine": {"IL", "PS"}}


def test_women_of_the_package_are_people_whom_it_knows_by_these_names() -> None:
    roster = load_roster()
    lines = (FOLDER / "women.txt").read_text(encoding="utf-8").splitlines()
    told = dict(line.split(" ", 1) for line in lines if not line.startswith("#"))
    assert told == {one: roster.people[one].name for one in told}
    assert roster.women == told.keys()


def test_topics_of_the_package_are_about_states_that_it_knows() -> None:
    roster = load_roster()
    assert all(codes <= roster.states.keys() for codes in roster.homes.values())
