"""Articles in HTML are found as well as `corpus/floors.toml` promises, and no worse than trafilatura finds them."""

from __future__ import annotations

import tomllib
from functools import cache

import pytest

from tests.evaluation.floors import FLOORS
from tests.webpages.pages import OF_EACH, OUTLETS, WebPage, make_others, make_pages
from tests.webpages.scoring import Score, agrees, read_ours, read_theirs, score

OTHERS = "others"
SETS = pytest.mark.parametrize("lang", [*OUTLETS, OTHERS])


def pages_in(lang: str) -> list[WebPage]:
    return list(make_others()) if lang == OTHERS else [page for page in make_pages() if page.lang == lang]


@cache
def ours(lang: str) -> Score:
    pages = pages_in(lang)
    return score(pages, [read_ours(page) for page in pages])


@SETS
def test_no_figure_is_below_its_floor(lang: str) -> None:
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))[f"html-{lang}"]["floors"]
    found = {"body": ours(lang).body, "title": ours(lang).headlines, "published": ours(lang).times}
    assert not {name: value for name, value in found.items() if value < floors[name]}


@SETS
def test_bodies_are_found_no_worse_than_by_trafilatura(lang: str) -> None:
    pages = pages_in(lang)
    assert ours(lang).body >= score(pages, [read_theirs(page) for page in pages]).body


def test_there_are_sixty_pages_in_the_manner_of_thirty_outlets() -> None:
    assert len(make_pages()) == 4 * OF_EACH == 60
    assert sum(map(len, OUTLETS.values())) == 30
    assert len({page.data for page in make_pages()}) == 60


def test_a_page_that_tells_nothing_scores_nothing() -> None:
    page = make_pages()[0]
    empty = WebPage("x", "vi", b"<p>x</p>", None, page.headline, page.body, page.published)
    figures = score([empty], [read_ours(empty)])
    assert (figures.body, figures.headlines, figures.times) == (0, 0, 0)


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        ("2025-03-12T20:15", "2025-03-12T20:15:00+07:00", True),
        ("2025-03-12T13:15+00:00", "2025-03-12T20:15+07:00", True),
        ("2025-03-12T20:15+00:00", "2025-03-12T20:15+07:00", False),
        ("2025-03-12", "2025-03-12T20:15", False),
        ("2025-03-12T20:15", "2025-03-12", True),
        ("2025-03-13", "2025-03-12", False),
        (None, "2025-03-12", False),
        (None, None, True),
    ],
)
def test_times_agree_as_finely_as_the_gold_gives_them(found: str | None, gold: str | None, same: bool) -> None:
    assert agrees(found, gold) is same
