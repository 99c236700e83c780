"""Who tells on Russian pages: what is told of before its verb, states that go by their own name."""

from __future__ import annotations

import pytest

import telcon

CALL = "Владимир Путин поговорил по телефону с президентом США Дональдом Трампом."


@pytest.mark.parametrize(
    ("sentence", "tellers"),
    [
        ("В Кремле разговор подтвердили.", ["Kremlin"]),
        ("В Белом доме беседу подтвердили.", ["White House"]),
        ("Кремль разговора ждал.", []),
        ("В Кремле говорят о погоде.", []),
    ],
)
def test_what_is_confirmed_may_stand_before_the_verb(sentence: str, tellers: list[str]) -> None:
    (contact,) = telcon.read(f"{CALL} {sentence}", published="2025-06-05", lang="ru").contacts
    assert [source.name for source in contact.reported_by] == tellers


def test_the_vatican_speaks_under_its_own_name() -> None:
    text = "Владимир Путин поговорил по телефону с Папой Львом XIV. Ватикан сообщил, что беседа длилась полчаса."
    (contact,) = telcon.read(text, published="2025-06-05", lang="ru").contacts
    assert [source.name for source in contact.reported_by] == ["Vatican"]
