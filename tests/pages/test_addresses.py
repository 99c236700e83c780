"""Days in addresses."""

from __future__ import annotations

import pytest

from telcon.engine.reading import read_page
from telcon.model.pages import Page
from telcon.pages.addresses import find_time


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://sea.example/2019/05/24/two-presidents-talk", "2019-05-24"),
        ("https://sea.example/news/2019/5/4/talk.html", "2019-05-04"),
        ("https://sea.example/amp/20190524/talk-1045191433.html", "2019-05-24"),
        ("https://sea.example/vi/the-gioi-20190524i675890.html", "2019-05-24"),
        ("https://sea.example/n/2013/0628/c64387-22004752.html", "2013-06-28"),
        ("https://sea.example/news_2015_12_27_1506002", "2015-12-27"),
        ("https://sea.example/2009-07/28/content_18216224.htm", "2009-07-28"),
        ("https://sea.example/202508/t20250806_739432.shtml", "2025-08-06"),
        ("https://sea.example/2015/11/talk", "2015-11"),
        ("https://sea.example/channel/5408/200806/talk", "2008-06"),
        ("https://sea.example/2015/13/talk", None),
        ("https://sea.example/2015/talk", None),
        ("https://sea.example/story/120190524011", None),
        ("https://sea.example/2019/13/45/talk", None),
        ("https://2019-05-24.example/talk", None),
        ("https://sea.example/archive/19450506/peace", None),
        ("https://sea.example/talk", None),
        (None, None),
    ],
)
def test_finds_the_time_in_an_address(url: str | None, day: str | None) -> None:
    assert find_time(url) == day


TOLD = (
    "Vladimir Putin spoke by telephone with Narendra Modi on Monday, the Kremlin said. The two leaders discussed trade."
)


def test_day_of_an_address_dates_what_the_page_tells() -> None:
    url = "https://sea.example/2019/05/21/two-leaders-talk"
    told = read_page(Page("0", "page", TOLD, "page", url=url, language="en")).contacts[0]
    assert (told.date, told.date_in_page) == ("2019-05-20", None)


def test_what_the_source_declares_goes_before_the_address() -> None:
    url = "https://sea.example/2019/05/21/two-leaders-talk"
    told = read_page(Page("0", "page", TOLD, "page", url=url, published="2019-05-14", language="en")).contacts[0]
    assert told.date == "2019-05-13"


def test_month_of_an_address_tells_the_year_of_a_day() -> None:
    text = "Vladimir Putin spoke by telephone with Narendra Modi on May 20, the Kremlin said. They discussed trade."
    told = read_page(Page("0", "page", text, "page", url="https://sea.example/2019/05/talk", language="en")).contacts[0]
    assert (told.date, told.date_in_page) == ("2019-05-20", "XXXX-05-20")


def test_month_of_an_address_tells_who_held_an_office() -> None:
    text = "The presidents of Russia and Ukraine spoke by telephone on Monday, the Kremlin said. They discussed gas."
    told = read_page(Page("0", "page", text, "page", url="https://sea.example/2009/01/talk", language="en")).contacts[0]
    assert [person.name for person in told.participants] == ["Dmitry Medvedev", "Viktor Yushchenko"]
