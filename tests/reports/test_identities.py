"""When two tellings are one contact, and when they are two."""

from __future__ import annotations

from tests.reports.reading import read_reports

OPENING = "Ngày 21/1/2025, Tổng thống Nga Vladimir Putin điện đàm với Chủ tịch Trung Quốc Tập Cận Bình."
DAY = "2025-01-22"


def _told(*sentences: str) -> list[tuple[str, str, str | None]]:
    reports = read_reports(" // ".join(("Tin từ điện Kremlin", OPENING, *sentences)), DAY)
    return [(report.kind.value, report.status.value, report.date) for report in reports]


CALL = ("phone", "held", "2025-01-21")


def test_a_call_told_twice_is_one() -> None:
    assert _told("Tổng thống Putin và Chủ tịch Tập điện đàm trong một giờ.") == [CALL]


def test_a_noun_without_names_speaks_of_the_call_in_hand() -> None:
    assert _told("Cuộc điện đàm diễn ra cởi mở.") == [CALL]


def test_the_better_channel_is_that_of_both() -> None:
    assert _told("Cuộc gọi video kéo dài một giờ.") == [("video", "held", "2025-01-21")]


def test_another_day_is_another_call() -> None:
    assert _told("Ngày 8/2/2024, ông Putin và ông Tập điện đàm trước Tết.") == [CALL, ("phone", "held", "2024-02-08")]


def test_a_coarser_date_that_holds_the_day_is_the_same_call() -> None:
    assert _told("Trong tháng 1/2025, ông Putin và ông Tập điện đàm.") == [CALL]


def test_a_call_and_a_meeting_are_two() -> None:
    assert _told("Tháng 10/2024, ông Putin gặp ông Tập ở Kazan.") == [CALL, ("meeting", "held", "2024-10")]


def test_a_call_and_a_letter_are_two() -> None:
    kinds = [kind for kind, _, _ in _told("Ông Tập cũng gửi thư chúc mừng ông Putin.")]
    assert kinds == ["phone", "message"]


def test_congratulation_and_condolence_are_two_letters() -> None:
    told = _told("Ông Tập gửi điện mừng tới ông Putin.", "Ông Putin gửi điện chia buồn tới ông Tập.")
    assert [kind for kind, _, _ in told] == ["phone", "message", "message"]


def test_a_call_held_and_a_meeting_to_come_are_two() -> None:
    told = _told("Hai ông sẽ gặp nhau vào tháng 5 tới.")
    assert [status for _, status, _ in told] == ["held", "planned"]


def test_a_call_with_somebody_else_is_another() -> None:
    told = _told("Cùng ngày, ông Putin điện đàm với Tổng thống Belarus Alexander Lukashenko.")
    assert told == [CALL, CALL]


def test_what_points_back_is_an_earlier_one() -> None:
    told = _told("Lần gần nhất hai ông gặp nhau là vào tháng 10/2024.")
    assert told == [CALL, ("meeting", "held", "2024-10")]


def test_a_plan_and_the_wish_for_it_are_one() -> None:
    told = _told("Ông Putin muốn gặp ông Tập.", "Ông Putin và ông Tập sẽ gặp nhau ngày 9/5/2025.")
    assert told == [CALL, ("meeting", "planned", "2025-05-09")]


def test_an_invitation_taken_up_is_a_plan() -> None:
    told = _told("Ông Putin mời ông Tập thăm Moskva.", "Ông Tập vui vẻ nhận lời.")
    assert [status for _, status, _ in told] == ["held", "planned"]


def test_a_denial_takes_back_what_the_sentence_before_it_told() -> None:
    told = "Báo Post viết Tổng thống đắc cử Mỹ Donald Trump điện đàm với Tổng thống Nga Vladimir Putin."
    text = f"{told} Moskva bác bỏ tin này."
    assert [report.status.value for report in read_reports(text, "2024-11-11")] == ["denied"]
