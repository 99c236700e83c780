"""Every case of a short article and the contacts that it tells of."""

from __future__ import annotations

import unicodedata

import pytest

from telcon.languages.packs import FOLDER
from telcon.languages.sheets import Case, Sheet
from tests.reports.reading import parse_told, read_reports, tell

CASES = Sheet("reports", (), FOLDER / "vi" / "reports.cases.txt").cases


@pytest.mark.parametrize("case", [pytest.param(case, id=case.source) for case in CASES])
def test_the_article_tells_of_these_contacts(case: Case) -> None:
    wanted = [parse_told(value) for value in case.values]
    reports = read_reports(case.text, case.published)
    names = [told.names for told in wanted] + [()] * len(reports)
    assert [tell(report, asked) for report, asked in zip(reports, names, strict=False)] == wanted


@pytest.mark.parametrize("case", [pytest.param(case, id=case.source) for case in CASES])
def test_letters_parted_from_their_marks_change_nothing(case: Case) -> None:
    parted = read_reports(unicodedata.normalize("NFD", case.text), case.published)
    whole = read_reports(case.text, case.published)
    assert [tell(report, ()) for report in parted] == [tell(report, ()) for report in whole]


def test_a_third_of_the_articles_tell_of_no_contact() -> None:
    assert 3 * sum(not case.values for case in CASES) >= len(CASES)


def test_no_article_stands_there_twice() -> None:
    articles = [(case.text, case.published) for case in CASES]
    assert len(articles) == len(set(articles))


def test_every_status_and_every_channel_has_its_cases() -> None:
    words = {word for case in CASES for value in case.values for word in value.split()}
    assert {"held", "planned", "proposed", "denied", "officials", "aside", "by:mutual"} <= words
    assert {"phone", "video", "call", "meeting", "message", "contact"} <= words
