"""A cue that came to nothing is kept, with the reason."""

from __future__ import annotations

import pytest

import telcon


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("Liệu Tổng thống Mỹ Donald Trump có gặp Tổng thống Nga Vladimir Putin?", "gặp"),
        ("Nếu Tổng thống Mỹ Donald Trump gọi điện cho Tổng thống Nga Vladimir Putin, giá dầu sẽ giảm.", "gọi điện cho"),
        ("Cụ già có cuộc gọi lúc nửa đêm từ người con ở quê.", "cuộc gọi"),
        ("Tổng thống Pháp Emmanuel Macron điện đàm với Thủ tướng Pháp Michel Barnier.", "điện đàm"),
        ("Ông và bà đã điện đàm với nhau suốt buổi chiều.", "điện đàm"),
    ],
)
def test_what_tells_of_no_contact_is_left_over_with_a_reason(sentence: str, cue: str) -> None:
    reading = telcon.read(sentence, published="2024-11-05", lang="vi")
    assert not reading.contacts
    assert [leftover.evidence.words for leftover in reading.leftovers] == [cue]
    assert all(leftover.reason for leftover in reading.leftovers)


def test_what_tells_of_a_contact_is_not_left_over() -> None:
    text = "Tổng thống Pháp Emmanuel Macron điện đàm với Thủ tướng Đức Olaf Scholz."
    reading = telcon.read(text, published="2024-11-05", lang="vi")
    assert len(reading.contacts) == 1
    assert not reading.leftovers


def test_words_that_only_look_like_a_cue_are_no_cue() -> None:
    reading = telcon.read("Thủ tướng trực tiếp chỉ đạo, tiếp tục kêu gọi tiết kiệm điện.", lang="vi")
    assert not reading.contacts
    assert not reading.leftovers
