"""What pages tell of agreements and follow-ups: the matter, how far it has come, when, and who says so."""

from __future__ import annotations

import pytest

import telcon
from telcon.model.contacts import Agreement

CALL = {
    "vi": "Tổng thống Nga Vladimir Putin và Chủ tịch Trung Quốc Tập Cận Bình điện đàm ngày 3/3.",
    "en": "Russian President Vladimir Putin and Chinese President Xi Jinping spoke by phone on 3 March.",
    "ru": "Президент России Владимир Путин и председатель КНР Си Цзиньпин поговорили по телефону 3 марта.",
    "zh": "俄罗斯总统普京3月3日同中国国家主席习近平通电话。",
}

TOLD = [
    ("vi", "Hai nhà lãnh đạo nhất trí gia hạn Hiệp ước START mới.", "treaty arms agreed"),
    ("vi", "Ông Putin mời ông Tập sang thăm Nga vào tháng 9.", "visit RU proposed 2025-09"),
    ("vi", "Đường ống mới dự kiến bắt đầu vận hành vào năm 2028.", "project pipeline planned 2028"),
    ("vi", "Hai nước đã ký hiệp định này vào tháng 5/2021.", "treaty - agreed (2021-05)"),
    ("vi", "Điện Kremlin cho biết ngày 4/3 hai bên sẽ trao đổi tù binh.", "exchange - planned 2025-03-04"),
    ("vi", "Hiệp định thương mại đã có hiệu lực từ năm 2020.", "treaty trade done (2020)"),
    ("vi", "Năm 2026, Nga và Trung Quốc sẽ kỷ niệm 25 năm ký hiệp ước.", "anniversary - planned 2026"),
    ("vi", "Ông Putin nói Moscow từ chối lệnh ngừng bắn.", "truce - refused"),
    ("vi", "Hai bên cảm ơn nhau về sự giúp đỡ.", ""),
    ("vi", "Hiệp định này có 12 điều khoản.", ""),
    ("en", "The two leaders agreed to extend the New START treaty.", "treaty arms agreed"),
    ("en", "Putin invited Xi to visit Russia in September.", "visit RU proposed 2025-09"),
    ("en", "Putin said the pipeline would start in 2028.", "project pipeline planned 2028"),
    ("en", "Xi said the summit in Astana had been postponed.", "talks - refused"),
    ("en", "The treaty has twelve articles.", ""),
    ("ru", "Лидеры договорились продлить договор о СНВ.", "treaty arms agreed"),
    ("ru", "Путин пригласил Си Цзиньпина посетить Россию в сентябре.", "visit RU proposed 2025-09"),
    ("ru", "Путин заявил, что газопровод будет запущен в 2028 году.", "project pipeline planned 2028"),
    ("ru", "В договоре двенадцать статей.", ""),
    ("zh", "普京邀请习近平9月访问俄罗斯。", "visit RU proposed 2025-09"),
    ("zh", "双方同意延长《新削减战略武器条约》。", "treaty arms agreed"),
    ("zh", "普京表示，天然气管道将于2028年投产。", "project pipeline planned 2028"),
    ("zh", "该条约共有十二条。", ""),
]


def agreements(language: str, sentence: str) -> list[Agreement]:
    read = telcon.read(f"{CALL[language]}\n{sentence}", published="2025-03-04", lang=language)
    return [agreement for report in read.contacts for agreement in report.agreements]


def in_short(agreement: Agreement) -> str:
    dates = [term.date if term.due else f"({term.date})" for term in agreement.terms]
    return " ".join((agreement.matter, agreement.object or "-", agreement.stage, *dates)).strip()


@pytest.mark.parametrize(("language", "sentence", "wanted"), TOLD, ids=[f"{told[0]}: {told[1]}" for told in TOLD])
def test_matters_stages_and_dates(language: str, sentence: str, wanted: str) -> None:
    assert [in_short(one) for one in agreements(language, sentence)] == ([wanted] if wanted else [])


def test_who_says_so_and_in_which_words() -> None:
    told = "Điện Kremlin cho biết ông Putin đề nghị gia hạn hiệp ước; mùa đông năm nay khá ấm."
    (agreement,) = agreements("vi", told)
    assert (agreement.speaker, agreement.said_by) == (("Vladimir Putin",), ("Kremlin",))
    assert agreement.evidence.words == "gia hạn hiệp ước"


def test_the_page_itself_tells_of_no_wish() -> None:
    assert agreements("vi", "Giới quan sát mong muốn một thỏa thuận thương mại.") == []
