"""Every case of a short article and the contacts that it tells of."""

from __future__ import annotations

import unicodedata

import pytest

from telcon.languages.sheets import Case
from tests.cases import whole_cases
from tests.reports.reading import parse_told, read_reports, tell

CASES = whole_cases("reports")
EACH = [pytest.param(*each, id=each[1].source) for each in CASES]


@pytest.mark.parametrize(("code", "case"), EACH)
def test_the_article_tells_of_these_contacts(code: str, case: Case) -> None:
    wanted = [parse_told(value) for value in case.values]
    reports = read_reports(case.text, case.published, code)
    names = [told.names for told in wanted] + [()] * len(reports)
    assert [tell(report, asked) for report, asked in zip(reports, names, strict=False)] == wanted


@pytest.mark.parametrize(("code", "case"), EACH)
def test_letters_parted_from_their_marks_change_nothing(code: str, case: Case) -> None:
    parted = read_reports(unicodedata.normalize("NFD", case.text), case.published, code)
    whole = read_reports(case.text, case.published, code)
    assert [tell(report, ()) for report in parted] == [tell(report, ()) for report in whole]


def test_a_third_of_the_articles_tell_of_no_contact() -> None:
    for code in {code for code, _ in CASES}:
        cases = [case for own, case in CASES if own == code]
        assert 3 * sum(not case.values for case in cases) >= len(cases), code


def test_no_article_stands_there_twice() -> None:
    articles = [(case.text, case.published) for _, case in CASES]
    assert len(articles) == len(set(articles))


def test_every_status_and_every_channel_has_its_cases() -> None:
    words = {word for _, case in CASES for value in case.values for word in value.split()}
    assert {"held", "planned", "proposed", "denied", "officials", "aside", "by:mutual"} <= words
    assert {"phone", "video", "call", "meeting", "message", "contact"} <= words
