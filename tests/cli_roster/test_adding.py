"""`telcon roster add`: somebody by hand, with a word for each value that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from telcon.roster.loading import FOLDER, read_roster
from tests.cli_roster.conftest import Run

ADA = ("roster", "add", "Ada Example", "--state", "Fiji", "--office", "head_of_government")


def test_somebody_new_gets_an_id_of_the_own_kind(run: Run, own: Path) -> None:
    done = run(*ADA, "--from", "2026-06-01", "--title", "prime minister", "--called", "ru=Ада Пример")
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("new:\nx-ada-example Ada Example\n")
    person = read_roster(FOLDER, own).people["x-ada-example"]
    assert [(term.country, term.start, term.stop, term.title) for term in person.terms] == [
        ("FJ", "2026-06-01", None, "prime minister")
    ]
    assert "  ru      Ада Пример |  | Пример\n" in (own / "people.txt").read_text(encoding="utf-8")
    assert f"your own roster: {own / 'people.txt'}, 1 person (" in run("--version").stdout


def test_a_term_told_again_with_its_end_takes_the_place_of_the_open_one(run: Run, own: Path) -> None:
    run(*ADA, "--from", "2026-06-01", "--title", "prime minister")
    assert run(*ADA, "--from", "2026-06-01", "--to", "2026-11-20").stdout.startswith("known, and now:")
    (term,) = read_roster(FOLDER, own).people["x-ada-example"].terms
    assert (term.start, term.stop, term.title) == ("2026-06-01", "2026-11-20", "prime minister")


def test_whoever_holds_the_office_then_is_named_with_what_would_end_it(run: Run, own: Path) -> None:
    done = run(*ADA, "--from", "2026-06-01")
    assert "Sitiveni Rabuka (Q981549) is head of government then too: 2022-12-24/.." in done.stderr
    ending = next(line.strip() for line in done.stderr.splitlines() if line.startswith("    telcon"))
    arguments = ending.removeprefix("telcon ").replace('"Sitiveni Rabuka"', "Sitiveni_Rabuka").split()
    again = run(*[part.replace("_Rabuka", " Rabuka") for part in arguments])
    assert again.exit_code == 0, again.stderr
    held = read_roster(FOLDER, own).people["Q981549"].terms
    assert ("2022-12-24", "2026-06-01") in [(term.start, term.stop) for term in held]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("Ada; Example", "--state", "FJ", "--office", "envoy"), "Ada; Example: a name has 1 to 120"),
        (("Ada\x07Example", "--state", "FJ", "--office", "envoy"), "Ada Example: a name has 1 to 120"),
        (("Ada\u202eExample", "--state", "FJ", "--office", "envoy"), "a name has 1 to 120"),
        (("#1", "--state", "FJ", "--office", "envoy"), "#1: a name has 1 to 120"),
        (("Ada", "--state", "Atlantis", "--office", "envoy"), "Atlantis: no state is known by that code or name"),
        (("Ada", "--state", "FJ", "--office", "tsar"), "tsar: there is no such office"),
        (("Ada", "--state", "FJ", "--office", "envoy", "--from", "2026-02-30"), "2026-02-30: it is no day, month"),
        (("Ada", "--state", "FJ", "--office", "envoy", "--from", "june"), "june: it is no day, month or year"),
        (
            ("Ada", "--state", "FJ", "--office", "envoy", "--from", "2026-02", "--to", "2025"),
            "2026-02/2025: the office would end before it begins",
        ),
        (("Ada", "--state", "FJ", "--office", "envoy", "--called", "fr=Ada"), "fr: no name can be given in that"),
        (("Ada", "--state", "FJ", "--office", "envoy", "--called", "ru="), "a name has 1 to 120"),
        (("Ada", "--state", "FJ", "--office", "envoy", "--id", "x-Ada"), "x-Ada: an id is that of Wikidata"),
        (("示例", "--state", "FJ", "--office", "envoy"), "示例: an id is that of Wikidata"),
    ],
)
def test_each_wrong_value_is_named_and_nothing_is_written(
    run: Run, own: Path, arguments: tuple[str, ...], complaint: str
) -> None:
    done = run("roster", "add", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert complaint in done.stderr
    assert not own.exists()


def test_a_bad_line_of_the_own_sheet_stops_every_command_and_the_sheet_stays(run: Run, own: Path) -> None:
    own.mkdir()
    (own / "people.txt").write_text("Q1 Ada\n  office  tsar RU 2000/..\n", encoding="utf-8")
    for arguments in (ADA, ("roster", "check"), ("contacts",), ("--version",)):
        done = run(*arguments)
        assert done.exit_code == 1
        assert f"{own / 'people.txt'}:2: an office is" in done.stderr
        assert "TELCON_ROSTER=" in done.stderr
    assert "tsar" in (own / "people.txt").read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_named(run: Run, own: Path) -> None:
    own.write_text("a file", encoding="utf-8")
    done = run(*ADA)
    assert done.exit_code == 1
    assert f"telcon: {own}: it cannot be written" in done.stderr


def test_without_a_folder_there_is_nowhere_to_write(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELCON_ROSTER", "")
    done = run(*ADA)
    assert (done.exit_code, done.stderr.count("--own")) == (2, 1)


def test_what_people_wrote_into_the_sheet_stays(run: Run, own: Path) -> None:
    own.mkdir()
    written = "# mine\n\nQ7747 Vladimir Putin\n  names   Vova Putin\n  # as friends say\n"
    (own / "people.txt").write_text(written, encoding="utf-8")
    assert run(*ADA).exit_code == 0
    assert (own / "people.txt").read_text(encoding="utf-8").startswith(written)
