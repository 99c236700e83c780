"""Officials who speak beside a contact tell of it only where their words do."""

from __future__ import annotations

import pytest

import telcon

PAGES = {
    "en": "Mr Modi spoke by phone with Mr Macron on Monday.\n\n{}",
    "ru": "Моди в понедельник поговорил по телефону с Макроном.\n\n{}",
    "vi": "Ông Modi hôm thứ Hai điện đàm với ông Macron.\n\n{}",
    "zh": "莫迪周一同马克龙通电话。\n\n{}",
}
NEAR = {
    "en": [
        ("India's foreign secretary Vikram Misri urged exporters to be patient.", False),
        ("India's foreign secretary Vikram Misri stressed that the two leaders had spoken for an hour.", True),
        ("India's foreign secretary Vikram Misri said the mood was warm.", True),
    ],
    "ru": [
        ("Секретарь МИД Индии Викрам Мисри призвал экспортёров к терпению.", False),
        ("Секретарь МИД Индии Викрам Мисри подчеркнул, что лидеры говорили целый час.", True),
    ],
    "vi": [
        ("Thứ trưởng Ngoại giao Ấn Độ Vikram Misri kêu gọi giới xuất khẩu kiên nhẫn.", False),
        ("Thứ trưởng Ngoại giao Ấn Độ Vikram Misri nhấn mạnh hai nhà lãnh đạo nói chuyện một giờ.", True),
    ],
    "zh": [
        ("印度外交秘书米斯里呼吁出口商保持耐心。", False),
        ("印度外交秘书米斯里强调，两位领导人谈了一个小时。", True),
    ],
}
FAR = {
    "en": (
        "Prices of bread and milk rose again in May.\n\nHeavy rain fell in many districts in June.\n\n"
        "Foreign secretary Vikram Misri said exports of rice had risen sharply in the spring."
    ),
    "ru": "В мае выросли цены.\n\nВ июне шли дожди.\n\nСекретарь МИД Викрам Мисри сказал, что экспорт растёт.",
}


@pytest.mark.parametrize(("lang", "words", "tells"), [(lang, *case) for lang, told in NEAR.items() for case in told])
def test_a_position_is_no_account(lang: str, words: str, tells: bool) -> None:
    (contact,) = telcon.read(PAGES[lang].format(words), published="2025-03-04", lang=lang).contacts
    assert bool(contact.reported_by) is tells


@pytest.mark.parametrize("lang", FAR)
def test_what_is_said_far_below_is_of_something_else(lang: str) -> None:
    (contact,) = telcon.read(PAGES[lang].format(FAR[lang]), published="2025-03-04", lang=lang).contacts
    assert not contact.reported_by


@pytest.mark.parametrize(
    ("words", "tells"),
    [
        ("Israel's defence minister Israel Katz described the call as a mistake.", False),
        ("Israel's defence minister Israel Katz said Israel had been told of the call.", True),
    ],
)
def test_an_official_of_a_third_state_tells_of_his_own_side(words: str, tells: bool) -> None:
    (contact,) = telcon.read(PAGES["en"].format(words), published="2025-03-04", lang="en").contacts
    assert bool(contact.reported_by) is tells
