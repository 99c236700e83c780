"""Pages in two languages, and pages that tell of nothing real."""

from __future__ import annotations

import telcon

VIETNAMESE = (
    "Tổng thống Kenya William Ruto hôm 3/6 đã điện đàm với Tổng thống Uganda Yoweri Museveni về tuyến đường sắt.",
    "Hai nhà lãnh đạo nói chuyện trong 20 phút và nhất trí sẽ gặp nhau vào cuối tháng này, phủ tổng thống cho biết.",
    "Ông Ruto cảm ơn ông Museveni đã cử đoàn kỹ sư sang khảo sát đoạn đường qua biên giới hai nước.",
)
ENGLISH = (
    "President William Ruto of Kenya spoke by phone with President Yoweri Museveni of Uganda about the railway line.",
    "The two leaders talked for twenty minutes and agreed to meet in Nairobi at the end of the month, his office said.",
    "He thanked Mr Museveni for sending engineers to survey the stretch of the line that crosses the border.",
    "The line is to carry freight from the port of Mombasa to Kampala within three years of opening.",
    "Work had stopped when the loan ran out, and the two governments have since looked for other lenders.",
)
SWAHILI = (
    "Rais William Ruto wa Kenya alizungumza kwa simu na Rais Yoweri Museveni wa Uganda kuhusu reli ya kisasa.",
    "Viongozi hao wawili walizungumza kwa dakika ishirini na kukubaliana kukutana Nairobi mwishoni mwa mwezi huu.",
    "Alimshukuru Museveni kwa kutuma wahandisi wake kukagua sehemu ya reli inayovuka mpaka wa nchi hizo mbili.",
    "Reli hiyo itabeba mizigo kutoka bandari ya Mombasa hadi Kampala ndani ya miaka mitatu baada ya kufunguliwa.",
)


def test_lines_in_another_language_are_no_article() -> None:
    page = "\n\n".join(("Hai tổng thống điện đàm", *VIETNAMESE, *ENGLISH[:2]))
    reading = telcon.read(page, published="2025-06-04")
    assert [contact.date for contact in reading.contacts][:1] == ["2025-06-03"]
    assert reading.text is not None
    apart = [line.number for line in reading.text.lines if line.role is telcon.Role.JUNK]
    assert apart == [9, 11]


def test_a_page_mostly_in_another_language_is_read_by_its_own_lines() -> None:
    page = "\n\n".join((*ENGLISH, *VIETNAMESE))
    reading = telcon.read(page, published="2025-06-04")
    assert reading.skipped is None
    assert [contact.kind.value for contact in reading.contacts][:1] == ["phone"]


def test_a_few_words_make_no_page_of_a_language() -> None:
    page = "\n\n".join((*SWAHILI, "Xin chào Việt Nam"))
    assert telcon.read(page).skipped is not None


def test_satire_that_says_so_is_flagged_and_tells_of_no_contact() -> None:
    page = "\n\n".join(("Hai tổng thống điện đàm", *VIETNAMESE, "Bài viết mang tính châm biếm, không có thật."))
    reading = telcon.read(page, published="2025-06-04")
    assert (reading.flags, reading.contacts) == (("fiction",), ())
    assert reading.leftovers
