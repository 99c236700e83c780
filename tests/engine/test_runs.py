"""Runs keep the order, survive faults, and take no more pages ahead than they say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from telcon.engine.crews import AHEAD, ReaderBeside
from telcon.engine.runs import read_pages
from telcon.model.pages import Page, Unreadable
from telcon.model.readings import Reading
from tests.engine.stand_ins import read_badly, read_title


def pages(*texts: str) -> list[Page]:
    return [Page("0", f"p{number}", text, f"p{number}.txt") for number, text in enumerate(texts)]


def skipped(outcomes: Iterator[Reading | Unreadable]) -> list[str | None]:
    return [outcome.reason if isinstance(outcome, Unreadable) else outcome.skipped for outcome in outcomes]


@pytest.mark.parametrize("jobs", [1, 2])
def test_order_stays(jobs: int) -> None:
    given: list[Page | Unreadable] = [*pages(*map(str, range(30)))]
    given.insert(7, Unreadable("x", "x.txt", "empty"))
    wanted = [*map(str, range(7)), "empty", *map(str, range(7, 30))]
    assert skipped(read_pages(given, jobs=jobs, read=read_title)) == wanted


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_on_one_page_stays_with_it(jobs: int) -> None:
    told = skipped(read_pages(pages("a", "raise", "recurse", "b"), jobs=jobs, read=read_badly))
    assert told[:2] == ["a", "internal error: ValueError: a fault"]
    assert str(told[2]).startswith("internal error: RecursionError")
    assert told[3] == "b"


def test_a_process_that_dies_takes_one_page_with_it() -> None:
    told = skipped(read_pages(pages("a", "die", *"bcdefghijkl"), jobs=2, read=read_badly))
    died = "internal error: the process that read it died (out of memory?)"
    assert told == ["a", died, *"bcdefghijkl"]


@pytest.mark.parametrize(("jobs", "ahead"), [(1, 1), (2, 2 * AHEAD)])
def test_pages_are_taken_as_they_are_needed(jobs: int, ahead: int) -> None:
    taken: list[int] = []

    def endless() -> Iterator[Page]:
        for number in range(10_000):
            taken.append(number)
            yield Page("0", str(number), str(number), "")

    outcomes = read_pages(endless(), jobs=jobs, read=read_title)
    assert [next(outcomes) for _ in range(3)]
    outcomes.close()
    assert len(taken) <= ahead + 3


def test_no_pages() -> None:
    assert list(read_pages([], jobs=2, read=read_title)) == []


def test_pages_are_read_one_by_one_on_a_process_beside() -> None:
    with closing(ReaderBeside(read_badly)) as reader:
        told = [reader(Page("", name, name, name)).skipped for name in ("one", "die", "raise", "two")]
    assert (told[0], told[3]) == ("one", "two")
    assert "the process that read it died" in str(told[1]) and "a fault" in str(told[2])
