"""Pages without a cue: nothing else is looked for, and nothing is lost."""

from __future__ import annotations

import pytest

import telcon
from telcon.languages import load_pack
from telcon.mentions import Mentions, find_mentions
from telcon.model.pages import Page
from telcon.roster import load_roster
from telcon.text import read_text

QUIET = "Chiều 3/6, Tổng thống Chile Gabriel Boric trồng cây trong vườn suốt 20 phút và nói về giá đồng."


def find(article: str) -> Mentions:
    """The mentions of a page of one paragraph."""
    pack = load_pack("vi")
    return find_mentions(read_text(Page("1", "page", article, ""), pack), pack, load_roster())


def test_names_and_days_are_not_looked_for() -> None:
    found = find(QUIET)
    assert found.sentences
    assert not (found.namings or found.dates or found.durations or found.topics or found.cues)


@pytest.mark.parametrize(
    "article",
    [
        "Tổng thống Chile Gabriel Boric mời Tổng thống Peru Dina Boluarte tới Lima.",
        "Tổng thống Chile Gabriel Boric gọi cho Tổng thống Peru Dina Boluarte.",
    ],
)
def test_a_cue_or_an_invitation_is_enough(article: str) -> None:
    assert find(article).namings
    assert telcon.read(article, published="2024-06-04", lang="vi").contacts
