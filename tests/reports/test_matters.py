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
