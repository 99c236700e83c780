"""What an article is about, and what it only mentions."""

from __future__ import annotations

from tests.reports.reading import read_reports

CALL = "Ngày 21/1, Tổng thống Nga Vladimir Putin điện đàm với Chủ tịch Trung Quốc Tập Cận Bình trong một giờ."
TALK = "Hai bên bàn về dầu mỏ và khí đốt."
PAST = "Lần gần nhất hai ông gặp nhau là vào tháng 10/2024 ở Kazan."
OTHER = "Trước đó, ngày 10/1, ông Putin gặp Tổng thống Iran Masoud Pezeshkian."
HEADLINE = "Lãnh đạo Nga, Trung Quốc điện đàm"


def _focus(*lines: str) -> list[bool]:
    return [report.focus for report in read_reports(" // ".join(lines), "2025-01-22")]


def test_the_only_contact_is_what_the_article_is_about() -> None:
    assert _focus(HEADLINE, CALL, TALK) == [True]
    assert _focus(CALL) == [True]


def test_what_came_before_is_only_mentioned() -> None:
    assert _focus(HEADLINE, CALL, TALK, PAST) == [True, False]


def test_another_contact_at_the_end_is_only_mentioned() -> None:
    assert _focus(HEADLINE, CALL, TALK, OTHER) == [True, False]


def test_the_headline_decides_between_two_of_one_lead() -> None:
    other = "Cùng ngày, ông Putin tiếp Tổng thống Iran Masoud Pezeshkian."
    assert _focus("Ông Putin và ông Tập điện đàm", f"{CALL} {other}") == [True, False]


def test_a_series_of_calls_is_all_what_the_article_is_about() -> None:
    lines = [
        f"Ngày 18/1, Tổng thống Nga Vladimir Putin gọi điện cho {name}."
        for name in (
            "Tổng thống Belarus Alexander Lukashenko",
            "Tổng thống Kazakhstan Kassym-Jomart Tokayev",
            "Thủ tướng Ấn Độ Narendra Modi",
        )
    ]
    assert _focus("Ông Putin gọi điện cho loạt lãnh đạo", *lines) == [True, True, True]


def test_a_plan_beside_a_call_is_only_mentioned() -> None:
    assert _focus(HEADLINE, CALL, TALK, "Hai ông sẽ gặp nhau vào tháng 5 tới.") == [True, False]


def test_a_plan_in_the_headline_is_what_the_article_is_about() -> None:
    lead = "Tổng thống Nga Vladimir Putin sẽ gặp Chủ tịch Trung Quốc Tập Cận Bình vào ngày 9/5."
    assert _focus("Ông Putin sẽ gặp ông Tập", lead, "Nga chuẩn bị lễ duyệt binh.") == [True]


def test_more_talk_of_a_contact_never_takes_its_focus_away() -> None:
    assert [_focus(HEADLINE, CALL, *[TALK] * count) for count in range(4)] == [[True]] * 4


CALLERS = (
    "Tổng thống Hàn Quốc Lee Jae-myung gọi điện cho ông Putin.",
    "Tổng thống Belarus Alexander Lukashenko điện đàm với ông Putin trong nửa giờ.",
    "Ông Putin nói chuyện qua điện thoại với Tổng thống Kazakhstan Kassym-Jomart Tokayev.",
)
MANY = "Tổng thống Nga Vladimir Putin có một ngày bận rộn bên điện thoại, 21/1."


def test_contacts_told_of_one_a_paragraph_are_all_what_the_article_is_about() -> None:
    assert _focus("Điện thoại reo suốt ngày ở Moskva", MANY, *CALLERS) == [True, True, True]


def test_a_headline_that_names_two_makes_the_rest_asides() -> None:
    headline = "Ông Putin điện đàm với Tổng thống Hàn Quốc"
    call = "Ngày 21/1, Tổng thống Nga Vladimir Putin điện đàm với Tổng thống Hàn Quốc Lee Jae-myung."
    assert _focus(headline, call, TALK, TALK, TALK, *CALLERS[1:])[0]
    assert not all(_focus(headline, call, TALK, TALK, TALK, *CALLERS[1:]))


def test_several_told_of_in_one_sentence_are_no_series() -> None:
    lines = (
        "Ngày 21/1, Tổng thống Nga Vladimir Putin điện đàm với Tổng thống Kazakhstan Kassym-Jomart Tokayev.",
        TALK,
        TALK,
        "Ông Putin kể về các cuộc điện đàm với Tổng thống Hàn Quốc Lee Jae-myung và Tổng thống Pháp Emmanuel Macron.",
    )
    assert _focus(*lines)[0]
    assert not any(_focus(*lines)[1:])
