"""Where an article's own words begin behind its dateline."""

from __future__ import annotations

import pytest

from telcon.model.spans import Span
from telcon.reports.days.datelines import end_dateline

DATELINES = (
    "WASHINGTON, Feb. 12 (Reuters) - ",
    "PARIS (AP) — ",
    "BEIJING, June 5 (Xinhua) -- ",
    "New Delhi [India], August 12 (ANI): ",
    "ISLAMABAD, Mar 3 (APP):",
    "HANOI (VNA)—",
    "Hà Nội (TTXVN) - ",
    "KUALA LUMPUR: ",
    "(Reuters) - ",
)


@pytest.mark.parametrize("dateline", DATELINES)
def test_words_begin_behind_a_dateline(dateline: str) -> None:
    line = f"{dateline}President Stubb spoke with President Ruto."
    assert end_dateline(line, Span(0, len(line))) == len(dateline)


@pytest.mark.parametrize(
    "line",
    (
        "Stubb and Ruto — old friends — met in Oslo.",
        "President Stubb: we will talk again.",
        "UN: the talks are over.",
        "The talks (on trade) - the first of many - are over.",
    ),
)
def test_other_words_are_no_dateline(line: str) -> None:
    assert end_dateline(line, Span(0, len(line))) == 0
