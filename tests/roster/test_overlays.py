from __future__ import annotations

from pathlib import Path

import pytest

from telcon.roster import Grade, PersonForm, RosterError, load_roster_in

SHEETS = {
    "people.txt": "Q1 Ада Пример; Ада Б. Пример | Пример\n",
    "states.txt": "RU: Россия; РФ | Москва | российский\n",
    "bodies.txt": "Kremlin: Кремль\nMinistry of Foreign Affairs of {state}: МИД\n",
    "media.txt": "TASS: ТАСС\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "people").mkdir()
    person = "Q1 Ada Example\n  office  head_of_state RU 2000-05-07/.. president\n"
    (tmp_path / "people" / "a.txt").write_text(person, encoding="utf-8")
    (tmp_path / "states.txt").write_text("RU Russia: Nga | Moscow\n", encoding="utf-8")
    bodies = (
        "[presidency RU]\nKremlin: Điện Kremlin\n[ministry]\nMinistry of Foreign Affairs of {state}: Bộ Ngoại giao\n"
    )
    (tmp_path / "bodies.txt").write_text(bodies, encoding="utf-8")
    (tmp_path / "media.txt").write_text("[agency RU]\nTASS\n", encoding="utf-8")
    (tmp_path / "ru").mkdir()
    for name, text in SHEETS.items():
        (tmp_path / "ru" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_language_adds_its_forms_to_those_of_the_base(folder: Path) -> None:
    roster = load_roster_in("ru", folder)
    assert roster.states["RU"].forms == ("Russia", "Nga", "Россия", "РФ")
    assert roster.states["RU"].capitals == ("Moscow", "Москва")
    assert roster.states["RU"].adjectives == ("российский",)
    assert "Кремль" in roster.bodies["Kremlin"].forms
    assert roster.patterns["Ministry of Foreign Affairs of {state}"].forms == ("Bộ Ngoại giao", "МИД")
    assert roster.media["TASS"].forms == ("TASS", "ТАСС")


def test_people_are_found_by_their_names_in_the_language_and_in_the_base(folder: Path) -> None:
    roster = load_roster_in("ru", folder)
    assert [person.id for form in ("Ада Пример", "A. Example") for person in roster.named(form)] == ["Q1", "Q1"]
    assert roster.names.spelled("пример") == [("Пример", PersonForm("Q1", Grade.ALONE))]
    assert {"Ада Б. Пример", "Ada Example"} <= set(roster.names.spellings())


def test_a_language_without_sheets_has_the_base(folder: Path) -> None:
    assert load_roster_in("vi", folder).states["RU"].forms == ("Russia", "Nga")


@pytest.mark.parametrize(
    ("sheet", "text", "complaint"),
    [
        ("people.txt", "Q2 Никто\n", "people.txt:1: not `id full names"),
        ("people.txt", "# whom?\nQ1\n", "people.txt:2: not `id full names"),
        ("states.txt", "SU: СССР\n", "states.txt:1: not `CODE: names"),
        ("bodies.txt", "Senate: Сенат\n", "bodies.txt:1: not `name: forms`"),
        ("media.txt", "TASS\n", "media.txt:1: not `name: forms`"),
    ],
)
def test_lines_that_name_nobody_of_the_base_are_refused(folder: Path, sheet: str, text: str, complaint: str) -> None:
    (folder / "ru" / sheet).write_text(text, encoding="utf-8")
    with pytest.raises(RosterError) as error:
        load_roster_in("ru", folder)
    assert str(error.value).startswith(complaint)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("MBS", "Mohammed bin Salman"),
        ("MBZ", "Mohamed bin Zayed Al Nahyan"),
        ("AMLO", "Andres Manuel Lopez Obrador"),
        ("Sissi", "Abdel Fattah el-Sisi"),
        ("Moammar Khadafy", "Muammar Gaddafi"),
        ("Lukashenka", "Alexander Lukashenko"),
        ("Zelenskiy", "Volodymyr Zelensky"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Vladimir V. Putin", "Vladimir Putin"),
        ("Shavkat Mirziyaev", "Shavkat Mirziyoyev"),
        ("Muhammad bin Zayed", "Mohamed bin Zayed Al Nahyan"),
    ],
)
def test_english_pages_spell_leaders_in_many_ways(form: str, name: str) -> None:
    first = load_roster_in("en").named(form)[0]
    assert name in (first.name, *first.names)
