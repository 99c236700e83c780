"""What a wording of a date tells beside its day, and how it is resolved."""

from __future__ import annotations

import pytest

from telcon.languages import load_pack
from telcon.letters.folding import fold
from telcon.mentions.dates import DateMention, find_dates, resolve_date
from telcon.mentions.durations import find_durations
from telcon.model.dates import parse_edtf

PACK = load_pack("vi")


def read_one(sentence: str) -> DateMention:
    """The only date of a sentence."""
    (mention,) = find_dates(fold(sentence), PACK)
    return mention


@pytest.mark.parametrize(
    ("sentence", "part", "clock", "zone"),
    [
        ("Rạng sáng nay theo giờ Hà Nội, hai ông nói chuyện.", "dawn", None, "vn"),
        ("Chiều 30/12 ở bờ Đông nước Mỹ, cuộc gọi bắt đầu.", "afternoon", None, "us"),
        ("10 giờ sáng mai giờ Washington, hai ông nói chuyện.", "morning", "10:00", "us"),
        ("Lúc 21h20' ngày 4/3 (giờ Việt Nam), ông hạ cánh.", None, "21:20", "vn"),
        ("Tối 16-3 (giờ địa phương), ông lên máy bay.", "evening", None, "local"),
        ("Lúc 9h tối qua, ông gọi điện.", "evening", "21:00", None),
        ("Hôm 8/2, ông gọi điện.", None, None, None),
    ],
)
def test_the_time_of_day_and_its_zone_are_kept(
    sentence: str, part: str | None, clock: str | None, zone: str | None
) -> None:
    mention = read_one(sentence)
    assert (mention.part, mention.clock, mention.zone) == (part, clock, zone)


def test_a_page_without_a_date_leaves_the_year_open() -> None:
    read = resolve_date(read_one("Hôm 8/2, ông gọi điện."), published=None, anchor=None)
    assert read is not None
    assert (read.date, str(read.in_page), read.inferred) == (None, "XXXX-02-08", ())


def test_an_inferred_year_says_from_what() -> None:
    read = resolve_date(read_one("Hôm 8/2, ông gọi điện."), published="2024-02-09T10:30", anchor=None)
    assert read is not None
    assert (str(read.date), str(read.in_page)) == ("2024-02-08", "2024-02-08")
    assert read.inferred == ("year from the publication date",)


def test_the_same_day_follows_the_day_told_before() -> None:
    mention = read_one("Cùng ngày, ông gọi cho Kyiv.")
    assert resolve_date(mention, published="2025-03-20", anchor=None) is None
    read = resolve_date(mention, published=None, anchor=parse_edtf("XXXX-12-30"))
    assert read is not None
    assert (read.date, str(read.in_page)) == (None, "XXXX-12-30")


def test_a_weekday_on_an_undated_page_tells_no_date() -> None:
    assert resolve_date(read_one("Hai ông nói chuyện hôm thứ Ba."), published=None, anchor=None) is None


def test_the_page_of_a_weekday_is_that_day_unless_it_is_to_come() -> None:
    mention = read_one("Hai ông nói chuyện hôm thứ Ba.")
    for future, wanted in ((None, "2025-03-18"), (False, "2025-03-18"), (True, "2025-03-18")):
        read = resolve_date(mention, published="2025-03-18", anchor=None, future=future)
        assert str(read and read.date) == wanted


def test_a_leap_day_is_sought_in_leap_years() -> None:
    read = resolve_date(read_one("Ngày 29/2, hai ông gặp nhau."), published="2025-03-02", anchor=None)
    assert str(read and read.date) == "2024-02-29"


@pytest.mark.parametrize(
    "piece", ["một ", "1/1", "ngày 1 ", "hôm thứ hai, ", "từ ngày 3 đến ", "10h", "hơn một giờ 1 "]
)
def test_long_runs_of_near_dates_are_read_to_their_end(piece: str) -> None:
    text = piece * (20_000 // len(piece)) + ", ngày 8/2, 50 phút"
    assert text[find_dates(text, PACK)[-1].span.start :].startswith("ngày 8/2")
    assert find_durations(text, PACK)[-1].duration.minutes == 50
