"""Pages too long to be one article are passed over with the reason, at once."""

from __future__ import annotations

import pytest

from telcon.engine.reading import LONGEST_ARTICLE, LONGEST_PAGE, read_page
from telcon.model.pages import Page

SENTENCE = "Tối 21/1/2025, Tổng thống Nga điện đàm với Tổng thống Mỹ về tình hình khu vực và quan hệ hai nước. "


@pytest.mark.parametrize(
    ("size", "reason"),
    [
        (LONGEST_PAGE + 1, "its text is longer than 5,000,000 characters"),
        (LONGEST_ARTICLE + 1, "its article is longer than 100,000 characters"),
    ],
)
def test_a_page_that_is_too_long_is_passed_over(size: int, reason: str) -> None:
    text = SENTENCE * (size // len(SENTENCE) + 1)
    reading = read_page(Page("", "page", text, "page", language="vi"))
    assert reading.skipped == reason
    assert reading.text is None


def test_furniture_does_not_count_as_article() -> None:
    page = SENTENCE.strip() + "\n" + ">> Xem thêm các tin khác trong ngày\n" * (LONGEST_ARTICLE // 30)
    assert read_page(Page("", "page", page, "page", language="vi")).skipped is None
