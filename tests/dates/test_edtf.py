"""The part of EDTF that dates are kept in."""

from __future__ import annotations

from datetime import date

import pytest

from telcon.model.dates import Edtf, Precision, parse_edtf


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2025", Precision.YEAR, date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-01-21", Precision.DAY, date(2025, 1, 21), date(2025, 1, 21)),
        ("XXXX-02-08", Precision.DAY, None, None),
        ("XXXX-02", Precision.MONTH, None, None),
        ("XXXX-XX-08", Precision.DAY, None, None),
        ("2025-08-07/2025-08-08", Precision.STRETCH, date(2025, 8, 7), date(2025, 8, 8)),
        ("2024/2025-02", Precision.STRETCH, date(2024, 1, 1), date(2025, 2, 28)),
        ("../2025-08-08", Precision.STRETCH, None, date(2025, 8, 8)),
        ("2025-08-08/..", Precision.STRETCH, date(2025, 8, 8), None),
    ],
)
def test_a_date_is_as_fine_as_written(text: str, precision: Precision, first: date | None, last: date | None) -> None:
    value = parse_edtf(text)
    assert str(value) == text
    assert (value.precision, value.first_day(), value.last_day()) == (precision, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "XXXX",
        "XXXX-XX-32",
        "2025-XX-08",
        "25",
        "2025-13",
        "2025-02-30",
        "XXXX-02-30",
        "../..",
        "2025-1",
        "2025-01-",
    ],
)
def test_what_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse_edtf(text)


def test_a_leap_day_needs_no_year() -> None:
    assert str(parse_edtf("XXXX-02-29")) == "XXXX-02-29"


def test_a_date_without_its_year_is_not_dated() -> None:
    assert Edtf.of(2025).dated
    assert not Edtf.of(None, 2, 8).dated
