"""When a page without a date was written, by whom it names."""

from __future__ import annotations

from datetime import date

import pytest

from telcon.model.dates import Edtf, parse_edtf
from telcon.reports.days.eras import Era, find_era, narrow_era
from telcon.roster import load_roster
from tests.mentions.reading import find_namings


def _era(sentence: str) -> Era | None:
    return find_era(find_namings(sentence), load_roster())


def test_terms_intersect() -> None:
    era = _era("Tổng thống Mỹ Barack Obama và Tổng thống Nga Dmitry Medvedev im lặng.")
    assert era == Era(date(2009, 1, 20), date(2012, 5, 7))


def test_most_of_those_named_count() -> None:
    era = _era("Vladimir Putin, Joe Biden và Olaf Scholz im lặng; Konrad Adenauer nhìn từ bức tranh.")
    assert era and date(2021, 12, 8) <= era.start <= era.stop <= date(2025, 1, 20)


def test_an_office_tells_which_of_several_terms() -> None:
    era = _era("Thủ tướng Nga Vladimir Putin và Tổng thống Mỹ Barack Obama im lặng.")
    assert era and era.start >= date(2009, 1, 20) and era.stop <= date(2012, 5, 7)


def test_those_elected_are_not_yet_in_office() -> None:
    era = _era("Tổng thống đắc cử Mỹ Donald Trump và Tổng thống Mỹ Joe Biden im lặng.")
    assert era == Era(date(2024, 11, 6), date(2025, 1, 20))


def test_those_new_in_office_have_begun_of_late() -> None:
    era = _era("Thủ tướng Anh vừa nhậm chức Rishi Sunak im lặng.")
    assert era and era.start == date(2022, 10, 25) and era.stop <= date(2022, 12, 31)


def test_former_leaders_tell_nothing() -> None:
    assert _era("Cựu Tổng thống Mỹ Barack Obama im lặng.") is None
    assert _era("Sông Đà cạn nước.") is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("XXXX-02-12", "2022-02-12"),
        ("XXXX-12-24", "2021-12-24"),
        ("XXXX-06", "2022-06"),
        ("2022-02-12", None),
        ("2022", None),
    ],
)
def test_a_date_without_its_year_is_completed_where_one_year_fits(words: str, told: str | None) -> None:
    era = Era(date(2021, 11, 1), date(2022, 10, 1))
    assert era.complete(parse_edtf(words)) == (parse_edtf(told) if told else None)


def test_an_open_era_completes_nothing() -> None:
    era = _era("Vladimir Putin im lặng.")
    assert era and era.complete(Edtf.of(None, 2, 8)) is None


def test_two_years_that_fit_complete_nothing() -> None:
    assert Era(date(2021, 1, 20), date(2025, 1, 20)).complete(Edtf.of(None, 5, 9)) is None


def test_a_full_date_narrows_the_era() -> None:
    era = Era(date(2021, 1, 20), date(2025, 1, 20))
    narrow = narrow_era(era, [date(1991, 12, 26), date(2022, 2, 24), date(2023, 4, 1)])
    assert narrow and era.start < narrow.start < date(2022, 2, 24) < narrow.stop < era.stop


def test_a_full_date_outside_the_era_is_passed_over() -> None:
    era = Era(date(2021, 1, 20), date(2025, 1, 20))
    assert narrow_era(era, [date(1991, 12, 26)]) == era
    assert narrow_era(None, []) is None


def test_a_leap_day_has_only_years_that_have_it() -> None:
    era = Era(date(2019, 1, 1), date(2021, 12, 31))
    assert str(era.complete(parse_edtf("XXXX-02-29"))) == "2020-02-29"
    assert Era(date(2021, 1, 1), date(2023, 12, 31)).complete(parse_edtf("XXXX-02-29")) is None
