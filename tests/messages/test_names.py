"""What the values of a record are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from telcon.contacts.comparing import compare
from telcon.languages import load_pack, pack_codes
from telcon.messages import (
    name_feature,
    name_length,
    name_office,
    name_side,
    name_speakers,
    name_state,
    name_topic,
    speak,
    spoken,
    tell_reason,
)
from telcon.messages.names import BOUNDS, KINDS, OFFICES, STATUSES, TOPICS, UTTERANCES
from telcon.messages.reasons import REASONS
from telcon.model.contacts import Kind, Office, Status, Utterance
from telcon.model.durations import Bound
from tests.conftest import ROOT
from tests.contacts.made_up import member


@pytest.fixture
def vietnamese() -> Iterator[None]:
    before = spoken()
    speak("vi")
    yield
    speak(before)


def test_every_value_has_a_name() -> None:
    assert (set(KINDS), set(STATUSES), set(OFFICES)) == (set(Kind), set(Status), set(Office))
    assert (set(BOUNDS), set(UTTERANCES)) == (set(Bound), set(Utterance))


def test_every_topic_that_is_read_has_a_name() -> None:
    sheets = [load_pack(code).sheets.get("topics") for code in pack_codes()]
    read = {form.meaning for sheet in sheets if sheet for form in sheet.forms}
    assert read - {"aside", "joint", "matter", "nothing", "war"} <= set(TOPICS)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("RU", "en", "Russia"),
        ("RU", "vi", "Nga"),
        ("RU", "ru", "Россия"),
        ("RU", "zh", "俄罗斯"),
        ("EU", "vi", "Liên Minh Châu Âu"),
        ("NATO", "vi", "NATO"),
        ("XX", "en", "XX"),
    ],
)
def test_states_have_names_in_every_language(code: str, language: str, name: str) -> None:
    assert name_state(code, language) == name


@pytest.mark.usefixtures("vietnamese")
def test_values_are_named_in_the_language_spoken() -> None:
    assert name_topic("south_china_sea") == "Biển Đông"
    assert name_office("foreign_minister") == "ngoại trưởng"
    assert name_length(40, "under") == "gần 40 phút"
    assert (name_side("US"), name_side("mutual")) == ("Hoa Kỳ", "hai bên")
    assert name_speakers(["Vladimir Putin"], ["Kremlin", "TASS"]) == "Vladimir Putin, theo Kremlin, theo TASS"
    assert tell_reason("no pack for its language (th)") == "chưa có gói cho ngôn ngữ của trang (th)"
    assert tell_reason("something new") == "something new"


@pytest.mark.usefixtures("vietnamese")
def test_why_reports_are_one_contact_is_told_in_the_language_spoken() -> None:
    one, other = member("a", "2025-01-21", minutes=62), member("b", "2025-01-24", kind=Kind.CALL, minutes=60)
    assert [tell_reason(reason.seen) for reason in compare(one, other).reasons] == [
        "cách nhau 3 ngày",
        "điện đàm có thể là cuộc gọi",
        "62 và 60 phút",
        "đều là đã diễn ra",
        "cả hai trang đều viết về cuộc này",
    ]
    assert [name_feature(reason.feature) for reason in compare(one, other).reasons][:2] == ["ngày", "kênh"]


@pytest.mark.parametrize("reason", REASONS)
def test_reasons_are_those_of_the_rooms(reason: str) -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "src/telcon").rglob("*.py") if "messages" not in path.parts
    )
    assert max(re.split(r"\{\w+\}", reason), key=len) in source
