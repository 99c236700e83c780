"""What the words around a cue say of a contact, and which of several words count."""

from __future__ import annotations

import pytest

from telcon.model.contacts import Report
from tests.reports.reading import read_reports


def _read(sentence: str) -> list[Report]:
    named = sentence.replace("A và B", "Tổng thống Mỹ Donald Trump và Tổng thống Nga Vladimir Putin")
    return list(read_reports(named, "2025-08-10"))


def _statuses(sentence: str) -> list[str]:
    return [report.status.value for report in _read(sentence)]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("A và B điện đàm ở hai đầu châu lục.", "held"),
        ("A và B đã điện đàm.", "held"),
        ("A và B vừa có cuộc điện đàm.", "held"),
        ("A và B sẽ điện đàm.", "planned"),
        ("Cuộc gặp giữa A và B dự kiến diễn ra tại Alaska.", "planned"),
        ("A và B có thể điện đàm.", "proposed"),
        ("A và B muốn gặp nhau.", "proposed"),
        ("A và B chưa từng gặp nhau.", "denied"),
        ("Điện Kremlin bác bỏ tin A và B điện đàm.", "denied"),
        ("Điện Kremlin phủ nhận việc A và B điện đàm.", "denied"),
    ],
)
def test_words_give_a_contact_its_status(sentence: str, status: str) -> None:
    assert _statuses(sentence) == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "Liệu A và B có điện đàm?",
        "Nếu A và B điện đàm, giá dầu sẽ giảm.",
        "Nếu A và B sẽ điện đàm, giá dầu giảm.",
        "Giả sử A và B không điện đàm, giá dầu cũng giảm.",
    ],
)
def test_what_is_asked_or_imagined_is_none_whatever_else_is_said(sentence: str) -> None:
    assert _statuses(sentence) == []


def test_a_denial_goes_before_a_plan() -> None:
    assert _statuses("Điện Kremlin bác bỏ tin A và B sẽ điện đàm.") == ["denied"]


def test_what_is_called_off_only_perhaps_is_not_denied() -> None:
    assert "denied" not in _statuses("Nhà Trắng để ngỏ khả năng hủy cuộc gặp giữa A và B.")


def test_of_wishes_and_plans_the_nearer_counts() -> None:
    assert _statuses("Điện Kremlin hy vọng rằng A và B sẽ điện đàm.") == ["planned"]


def test_each_clause_has_its_own_mood() -> None:
    assert _statuses("A và B đã điện đàm; hai ông sẽ gặp nhau ở Alaska.") == ["held", "planned"]
    assert _statuses("A và B đã điện đàm và sẽ gặp nhau.") == ["held", "planned"]


def test_words_within_a_quotation_behind_it_do_not_count() -> None:
    assert _statuses("Trong cuộc điện đàm, A và B chào nhau: “Tôi sẽ chờ ông”.") == ["held"]


def test_a_status_shows_the_words_that_say_it() -> None:
    claims = [claim for claim in _read("A và B sẽ điện đàm.")[0].claims if claim.field == "status"]
    assert [(claim.value, claim.evidence[0].words) for claim in claims] == [("planned", "sẽ")]


def test_a_contact_told_of_without_a_mood_says_so() -> None:
    claims = [claim for claim in _read("A và B điện đàm.")[0].claims if claim.field == "status"]
    assert [claim.reasons for claim in claims] == [("told of without a mood",)]


def test_none_since_some_day_is_no_denial() -> None:
    assert _statuses("A và B chưa nói chuyện với nhau kể từ tháng 9/2022.") == []
    assert _statuses("A và B chưa nói chuyện với nhau.") == ["denied"]
