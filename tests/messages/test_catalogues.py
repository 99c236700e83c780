"""The interface says everything in every language that it speaks."""

from __future__ import annotations

import re

import pytest

from telcon.messages import LANGUAGES, choose_language, say, say_count, speak, spoken
from telcon.messages.catalogues import SOURCE
from tests.house.messages import Message, list_messages, read_catalogue

TRANSLATED = [code for code in LANGUAGES if code != SOURCE]
SLOT = re.compile(r"\{\w+\}")
COMMAND = re.compile(r"telcon \w+ [^\n]*")


def _forms(message: Message) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


def test_vietnamese_is_spoken() -> None:
    assert "vi" in TRANSLATED


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_has_the_messages_of_the_code_and_no_others(language: str) -> None:
    listed = {_forms(message) for message in list_messages()}
    assert {_forms(message.id) for message in read_catalogue(language) if message.id} == listed


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_is_translated_with_the_same_slots_and_examples(language: str) -> None:
    wrong = []
    for message in read_catalogue(language):
        told = " ".join(_forms(message.string))
        meant = _forms(message.id)[-1]
        alike = set(SLOT.findall(meant)) == set(SLOT.findall(told))
        examples = len(COMMAND.findall(meant)) == len(COMMAND.findall(told))
        if message.id and not (told.strip() and alike and examples and not message.fuzzy):
            wrong.append(message.id)
    assert not wrong


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "vi_VN.UTF-8"}, "vi"),
        ({"LANG": "vi_VN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C.UTF-8", "TELCON_LANGUAGE": "vi"}, "vi"),
        ({"LANGUAGE": "fr:vi:en"}, "vi"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_environment_chooses_the_language(environment: dict[str, str], language: str) -> None:
    assert choose_language(environment) == language


def test_what_is_said_follows_the_language_spoken() -> None:
    before = spoken()
    try:
        speak("en")
        assert say("no pack for `{code}`", code="xx") == "no pack for `xx`"
        assert say_count("{count} page read", "{count} pages read", 1) == "1 page read"
        speak("vi")
        assert say("no pack for `{code}`", code="xx") == "không có gói ngôn ngữ cho `xx`"
        assert say_count("{count} page read", "{count} pages read", 2) == "đã đọc 2 trang"
        with pytest.raises(KeyError):
            speak("xx")
    finally:
        speak(before)
