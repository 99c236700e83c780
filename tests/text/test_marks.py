"""Full-width digits, and the marks that say which way a line runs, change nothing of what a page tells."""

from __future__ import annotations

import pytest

import telcon

CHINESE = """习近平同法国总统马克龙通电话
2024-03-05 10:20
国家主席习近平3月5日上午应约同法国总统马克龙通电话，通话持续了90分钟。两国元首就乌克兰危机交换了意见。
习近平指出，中方愿同法方一道维护世界和平。
"""
RUSSIAN = """Си Цзиньпин провёл телефонный разговор с Макроном
5 марта 2024, 10:20
Председатель КНР Си Цзиньпин 5 марта провёл телефонный разговор с президентом Франции Эммануэлем Макроном по инициативе
французской стороны. Беседа длилась 90 минут. Стороны обсудили положение на Украине.
"""
ENGLISH = """Xi speaks with Macron by phone
March 5, 2024 10:20
Chinese President Xi Jinping spoke by phone with French President Emmanuel Macron on March 5 at the request of the
French side. The call lasted 90 minutes.
"""
VIETNAMESE = """Chủ tịch Trung Quốc điện đàm với Tổng thống Pháp
05/03/2024 10:20
Ngày 5/3/2024, Chủ tịch Trung Quốc Tập Cận Bình điện đàm với Tổng thống Pháp Emmanuel Macron theo đề nghị của phía Pháp.
Cuộc điện đàm kéo dài 90 phút.
"""
TEXTS = [CHINESE, RUSSIAN, ENGLISH, VIETNAMESE]
WIDE = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}
MARKS = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff\u00ad"


def check(text: str) -> None:
    reading = telcon.read(text)
    assert reading.text and reading.text.published and reading.text.published.value == "2024-03-05T10:20"
    (contact,) = reading.contacts
    assert {person.name for person in contact.participants} == {"Xi Jinping", "Emmanuel Macron"}
    assert (contact.kind, contact.date, contact.initiator) == (telcon.Kind.PHONE, "2024-03-05", "FR")
    assert contact.duration and contact.duration.minutes == 90
    for claim in contact.claims:
        assert all(text[words.span.start : words.span.stop] == words.words for words in claim.evidence)


@pytest.mark.parametrize("text", TEXTS)
def test_as_it_is(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", TEXTS)
def test_full_width_digits(text: str) -> None:
    check(text.translate(WIDE))


def test_full_width_signs_beside_digits() -> None:
    check(CHINESE.translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789-:"}))


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: f"{ord(mark):04x}")
@pytest.mark.parametrize("text", TEXTS)
def test_marks_at_the_edges_of_numbers_and_names(text: str, mark: str) -> None:
    for words in ("5", "90", "10:20", "习近平", "Макрон", "Macron", "2024"):
        text = text.replace(words, f"{mark}{words}{mark}")
    check(text)


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: f"{ord(mark):04x}")
@pytest.mark.parametrize("text", TEXTS)
def test_marks_within_words(text: str, mark: str) -> None:
    for words in ("马克龙", "通电话", "Эммануэл", "телефонный", "Emmanuel", "phone", "điện đàm"):
        text = text.replace(words, f"{words[:2]}{mark}{words[2:]}")
    check(text)


@pytest.mark.parametrize("text", TEXTS)
def test_a_whole_page_between_marks(text: str) -> None:
    check("".join(f"\u202b{line}\u202c\n" for line in text.splitlines()))
    check("".join(f"\u2067{line}\u2069\n" for line in text.splitlines()))
