"""Which sentences of an article tell what a contact dealt with."""

from __future__ import annotations

import pytest

from telcon.engine.reading import read_page
from telcon.model.pages import Page

OPENING = "Tổng thống Nga Vladimir Putin hôm 21/1 điện đàm với Chủ tịch Trung Quốc Tập Cận Bình.\n\n"


def _topics(sentence: str) -> tuple[str, ...]:
    head = "Hai nhà lãnh đạo nói chuyện qua điện thoại\n\n22/01/2025 08:00\n\n"
    reading = read_page(Page("", "case", head + OPENING + sentence + "\n", "case", language="vi"))
    return reading.contacts[0].topics


@pytest.mark.parametrize(
    "sentence",
    [
        "Hai bên còn nhiều hồ sơ về dầu khí ở trên bàn.",
        "Với ông Putin và ông Tập, hồ sơ dầu khí là chuyện chung.",
        "Ông Putin đề nghị bán thêm dầu khí cho Trung Quốc.",
        "Hai ông cũng bàn về dầu khí.",
    ],
)
def test_sentences_on_those_who_took_part_together_or_with_their_words_count(sentence: str) -> None:
    assert "energy" in _topics(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Putin vừa ký luật về dầu khí trước đó vài giờ.",
        "Phe đối lập chê ông Tập chậm cải tổ ngành dầu khí.",
        "Giá dầu khí đang giảm mạnh ở châu Âu.",
    ],
)
def test_sentences_on_one_of_them_alone_do_not(sentence: str) -> None:
    assert "energy" not in _topics(sentence)


def test_other_states_named_in_what_was_said_are_its_matter() -> None:
    assert "syria" in _topics("Hai ông cũng bàn chuyện cũ, và ông Tập nói Syria phải tự quyết lấy.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Hai ông cũng bàn chuyện cũ với Tổng thống Ukraine Volodymyr Zelensky.",
        "Hai ông cũng bàn chuyện cũ, trong bối cảnh nội chiến ở Syria.",
        "Hai ông không đề cập đến nội chiến ở Syria.",
    ],
)
def test_leaders_of_others_backdrops_and_what_was_not_raised_are_none(sentence: str) -> None:
    assert _topics(sentence) == ()


def test_a_contact_that_was_held_is_no_later_one() -> None:
    assert "future_contact" not in _topics("Ông Putin và ông Tập đã gặp mặt vào tuần trước.")
