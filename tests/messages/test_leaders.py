"""What leaders are called in the languages of the interface."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from telcon.messages import name_leader, name_people, name_speaker, name_speakers, speak
from telcon.model.contacts import Office, Participant
from telcon.roster import load_roster
from tests.store.readings import MADE_UP, PUTIN, XI

KIM = Participant("Kim Jong Un", "KP", Office.HEAD_OF_STATE, "Q56226")
LEE = Participant("Lee Hsien Loong", "SG", Office.HEAD_OF_GOVERNMENT, "Q57643")
GONE = Participant("Somebody", "US", Office.OTHER, "x-no-longer-there")


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak("en")


@pytest.mark.parametrize(
    ("who", "called"),
    [
        (XI, "Tập Cận Bình"),
        (LEE, "Lý Hiển Long"),
        (PUTIN, "Vladimir Putin"),
        (KIM, "Kim Jong Un"),
        (MADE_UP, "Đỗ Văn Ẩn"),
        (GONE, "Somebody"),
    ],
)
def test_vietnamese_calls_those_by_its_own_form_whom_its_press_does(who: Participant, called: str) -> None:
    speak("vi")
    assert name_leader(who) == called
    speak("en")
    assert name_leader(who) == who.name


def test_people_are_named_in_the_order_of_the_contact() -> None:
    speak("vi")
    assert name_people((PUTIN, XI)) == "Vladimir Putin – Tập Cận Bình"


def test_speakers_are_called_the_same_where_the_roster_knows_them() -> None:
    speak("vi")
    assert [name_speaker(name) for name in ("Xi Jinping", "TASS", "Jinping")] == ["Tập Cận Bình", "TASS", "Jinping"]
    assert name_speakers(["To Lam"], ["Wang Yi"]) == "Tô Lâm, theo Vương Nghị"
    speak("en")
    assert name_speaker("Xi Jinping") == "Xi Jinping"


def test_own_forms_are_usual_names() -> None:
    roster = load_roster()
    own = [name for person in roster.people.values() if (name := roster.own_name("vi", person))]
    assert len(own) > 200
    assert not [name for name in own if set(name) & set("-.")], "no syllables of a transcription, no initials"


def test_whoever_is_called_so_is_in_the_roster() -> None:
    roster = load_roster()
    unknown = roster.called["vi"] - roster.states.keys() - roster.people.keys()
    assert unknown <= {"HK", "MO"}, unknown
