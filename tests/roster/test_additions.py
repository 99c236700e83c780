"""The user's own sheet over the sheets of the package."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from telcon.languages import load_pack
from telcon.model.contacts import Office
from telcon.roster import Grade, PersonForm, RosterError, load_roster, load_roster_in
from telcon.roster.additions import person_lines, read_own
from telcon.roster.loading import FOLDER, read_roster
from telcon.roster.sheets import read_person

OWN = """\
# by hand
Q15031 Xi Jinping
  names   Xi Jin Ping
  ru      Си Цзинь-Пин | Цзинь-Пин
  office  head_of_state CN 2013-03-14/2027-03-10 president

Q999999901 Ada Example
  vi      A-đa Ví-dụ
  ru      Ада Пример | | Пример
  zh      艾达·示例
  alone   Example
  office  head_of_government FJ 2026-06-01/.. prime minister
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "people.txt").write_text(OWN, encoding="utf-8")
    return tmp_path


def test_somebody_new_is_found_by_name_and_by_office(own: Path) -> None:
    roster = load_roster(own=own)
    assert roster.holder(Office.HEAD_OF_GOVERNMENT, "FJ", "2026-07-01")[0].name == "Ada Example"
    assert [person.id for form in ("A. Example", "A-đa Ví-dụ") for person in roster.named(form)] == ["Q999999901"] * 2
    assert "Ada Example" in roster.people.spellings()


def test_a_term_takes_the_place_of_the_one_that_tells_of_the_same_time(own: Path) -> None:
    before, after = (load_roster(own=folder).people["Q15031"] for folder in (None, own))
    offices = [term for term in after.terms if (term.role, term.country) == (Office.HEAD_OF_STATE, "CN")]
    assert [(term.start, term.stop) for term in offices] == [("2013-03-14", "2027-03-10")]
    assert len(after.terms) == len(before.terms)
    assert set(before.names) | {"Xi Jin Ping"} == set(after.names)
    assert (after.own, after.short, after.alone) == (before.own, before.short, before.alone)


def test_forms_in_other_languages_are_found_there_in_all_cases(own: Path) -> None:
    russian = load_roster_in("ru", inflection=load_pack("ru").inflection, own=own)
    assert [person.id for person in russian.named("Ада Пример")] == ["Q999999901"]
    assert [person.id for person in russian.named("Аде Пример")] == ["Q999999901"]
    assert ("Цзинь-Пин", PersonForm("Q15031", Grade.ALONE)) in russian.names.spelled("цзинь-пин")
    assert russian.named("Си Цзиньпин")[0].id == russian.named("Си Цзинь-Пин")[0].id == "Q15031"
    assert load_roster_in("zh", own=own).named("艾达·示例")[0].id == "Q999999901"


def test_without_an_own_sheet_everything_is_as_it_was(tmp_path: Path) -> None:
    bare, beside = read_roster(FOLDER, None), read_roster(FOLDER, tmp_path)
    assert beside.own is None
    assert [beside.people[key] for key in beside.people] == [bare.people[key] for key in bare.people]
    assert beside.people.spellings() == bare.people.spellings()


def test_the_lines_of_everybody_give_the_same_person() -> None:
    for person in load_roster().people.values():
        assert read_person("", 1, person_lines(person)) == person


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("  office  other RU 2000/.. aide\n", r"people.txt:1: a line before any person"),
        ("# why\nQ999999901 Ada Example\n", r"people.txt:2: Ada Example holds no office"),
        ("Q7747 Vladimir Putin\n  fr  Vladimir Poutine\n", r"people.txt:2: 'fr' is no field"),
        ("Q7747 Vladimir Putin\n  ru  | Путин\n", r"people.txt:1: 'ru' is not `full names"),
        ("Q7747 Vladimir Putin\n  alone  Volodya\n" * 2, r"people.txt:3: Q7747 stands already at .*people.txt:1"),
        ("Vladimir Putin\n", r"people.txt:1: a person begins with a QID"),
    ],
)
def test_bad_lines_are_named_by_file_and_line(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "people.txt").write_text(text, encoding="utf-8")
    with pytest.raises(RosterError, match=complaint):
        read_roster(FOLDER, tmp_path)


def test_a_sheet_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "people.txt").write_bytes(b"Q1 \xff\xfe\n")
    with pytest.raises(RosterError, match=r"people.txt: it cannot be read"):
        read_own(tmp_path)


@pytest.mark.parametrize(
    ("settings", "where"),
    [
        ({"TELCON_ROSTER": ""}, "None"),
        ({"TELCON_ROSTER": "mine"}, "mine"),
        ({"XDG_DATA_HOME": "/data"}, "/data/telcon/roster"),
        ({"HOME": "/someone"}, "/someone/.local/share/telcon/roster"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other places")
def test_the_folder_is_told_by_the_environment(settings: dict[str, str], where: str) -> None:
    code = "from telcon.roster.additions import own_folder; print(own_folder())"
    environment = {"PYTHONPATH": str(FOLDER.parent.parent), **settings}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == where
