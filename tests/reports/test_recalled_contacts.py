"""Who tells of a contact only recalled, or told of together with another; the mark of a paper tells nothing."""

from __future__ import annotations

import telcon


def _tellers(text: str) -> list[list[str]]:
    return [
        [source.name for source in contact.reported_by]
        for contact in telcon.read(text, published="2024-08-10").contacts
    ]


def test_who_gives_thanks_for_a_letter_tells_of_it() -> None:
    text = (
        "Sáng 9/8, Tổng Bí thư, Chủ tịch nước Tô Lâm điện đàm với Tổng thống Nga Vladimir Putin.\n"
        "Tổng Bí thư, Chủ tịch nước Tô Lâm cảm ơn Tổng thống Putin đã gửi điện chúc mừng hồi tháng 5."
    )
    assert _tellers(text) == [[], ["To Lam"]]


def test_what_is_told_of_two_calls_at_once_is_told_of_each() -> None:
    text = (
        "Ngày 9/8, Tổng thống Nga Vladimir Putin lần lượt điện đàm với Tổng thống Kazakhstan Kassym-Jomart Tokayev"
        " và Tổng thống Belarus Alexander Lukashenko.\nĐiện Kremlin cho biết ông Putin kêu gọi các bên bình tĩnh."
    )
    assert _tellers(text) == [["Kremlin"], ["Kremlin"]]


def test_the_mark_of_the_papers_own_is_no_teller() -> None:
    assert _tellers("(Dân trí) - Thủ tướng Ấn Độ Narendra Modi ngày 9/8 điện đàm với ông Vladimir Putin.") == [[]]
