"""Days that vague dates may lie on."""

from __future__ import annotations

import pytest

from telcon.store.days import day_range, is_date


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2025-01-21", "2025-01-21", "2025-01-21"),
        ("2025-01-21T10:46", "2025-01-21", "2025-01-21"),
        ("2025-01", "2025-01-01", "2025-01-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("202X", "2020-01-01", "2029-12-31"),
        ("2025-1X", "2025-10-01", "2025-12-31"),
        ("2025-01-2X", "2025-01-20", "2025-01-29"),
        ("2025-XX-08", "2025-01-08", "2025-12-08"),
        ("XXXX-02-08", "0000-02-08", "9999-02-08"),
        ("2025-08-07/2025-08-08", "2025-08-07", "2025-08-08"),
        ("2025-01/..", "2025-01-01", "9999-12-31"),
        ("../2025-01", "0000-01-01", "2025-01-31"),
        ("2025-21", "2025-01-01", "2025-12-31"),
        ("2025-01?", "2025-01-01", "2025-01-31"),
        (None, "0000-01-01", "9999-12-31"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(date: str | None, first: str, last: str) -> None:
    assert day_range(date) == (first, last)
    assert date is None or is_date(date)


@pytest.mark.parametrize("text", ["", "/", "..", "yesterday", "21/1/2025", "2025-1-2", "2025/01/02"])
def test_other_writings_are_no_dates(text: str) -> None:
    assert not is_date(text)
