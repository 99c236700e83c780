"""A feed in a file: whole or not at all, and lasting names for what stands in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import feedparser

from telcon.contacts import Ruling
from telcon.news import Subscriptions
from telcon.store import Store, Wish
from tests.news.conftest import Round, add

Write = Callable[[str], Subscriptions]
FILE = 'record = "https://record.example"\n[[subscription]]\nname = "all"\nfeed = "feeds/all.atom"\nstart = "all"\n'


def test_a_feed_holds_the_latest_news_under_lasting_names(
    store: Store, write: Write, tell_all: Round, tmp_path: Path
) -> None:
    add(store, "one")
    assert tell_all(write(FILE))[0].sent == 1
    feed = feedparser.parse((tmp_path / "feeds" / "all.atom").read_bytes())
    assert not feed.bozo
    (first,) = feed.entries
    assert first.title.startswith("New contact: Vladimir Putin – Xi Jinping")
    assert first.link == f"https://record.example/contacts/{store.contacts()[0].id}"
    add(store, "two", date="2025-03-01")
    tell_all(write(FILE))
    one, two = store.contacts()
    store.decide(Wish(Ruling.SAME, one.tellings[0].member, (two.tellings[0].member,)), author="Lan")
    add(store, "three", date="2025-05-01")
    tell_all(write(FILE))
    after = feedparser.parse((tmp_path / "feeds" / "all.atom").read_bytes())
    assert len({entry.id for entry in after.entries}) == len(after.entries) == 2


def test_an_empty_feed_is_there_from_the_start(store: Store, write: Write, tell_all: Round, tmp_path: Path) -> None:
    tell_all(write(FILE))
    feed = feedparser.parse((tmp_path / "feeds" / "all.atom").read_bytes())
    assert (feed.bozo, feed.entries) == (False, [])


def test_a_feed_that_cannot_be_written_is_told_and_tried_again(
    store: Store, write: Write, tell_all: Round, tmp_path: Path
) -> None:
    add(store, "one")
    (tmp_path / "feeds").write_text("in the way", encoding="utf-8")
    (outcome,) = tell_all(write(FILE))
    assert "all.atom cannot be written" in outcome.failures[0]
    (tmp_path / "feeds").unlink()
    assert tell_all(write(FILE))[0].sent == 1
    assert list((tmp_path / "feeds").iterdir()) == [tmp_path / "feeds" / "all.atom"]
