"""A site on this machine, a record, and somebody who watches the one for the other, at a time of the test's choice."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from telcon.fetching import Fetcher
from telcon.fetching.lists import Form
from telcon.fetching.sources import ListAt, Source
from telcon.model.pages import Page
from telcon.model.readings import Reading
from telcon.store import Store, open_store
from telcon.watching import Event, Tally, Watcher
from tests.fetching.conftest import make_fetcher
from tests.fetching.sites import Reply, Site, serve_site

START = datetime(2025, 1, 22, 12, tzinfo=UTC)


@dataclass
class Desk:
    """Who watches: what was read and what was told, and a clock that is set by hand."""

    site: Site
    store: Store
    fetcher: Fetcher = field(default_factory=make_fetcher)
    now: datetime = START
    read: list[Page] = field(default_factory=list)
    told: list[Event] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)
    reader: Callable[[Page], Reading] = lambda page: Reading(page, None)

    def source(self, *paths: str, form: Form = Form.FEED, **more: object) -> Source:
        """A source with these lists."""
        lists = tuple(ListAt(form, f"{self.site.root}{path}") for path in paths)
        return replace(Source("Example", lists), **more)  # type: ignore[arg-type]

    def watcher(self, *sources: Source, first_wait: float = 0.05) -> Watcher:
        """Somebody who watches these sources."""
        return Watcher(
            self.store, sources, self.fetcher, self._read, tell=self.told.append, stop=self.stop,
            clock=lambda: self.now, first_wait=first_wait,
        )  # fmt: skip

    def round(self, *sources: Source, after: timedelta = timedelta()) -> Tally:
        """Go round once, some time later; what was told and read before is forgotten."""
        self.now += after
        self.read.clear()
        self.told.clear()
        self.site.asked.clear()
        return self.watcher(*sources).go_round()

    def names(self) -> list[str]:
        """The pages that were read."""
        return sorted(page.name for page in self.read)

    def _read(self, page: Page) -> Reading:
        self.read.append(page)
        return self.reader(page)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with serve_site() as site, open_store(tmp_path / "telcon.db") as store:
        yield Desk(site, store)


def article(name: str, more: str = "") -> Reply:
    """A page with a menu and an article."""
    told = f"<h1>{name}</h1><p>Two leaders spoke by telephone on Tuesday, said {name}. {more}</p>"
    return Reply(f"<html><body><nav><a href='/'>Home</a></nav><main>{told}</main></body></html>".encode())


def feed(root: str, *items: tuple[str, str], **headers: str) -> Reply:
    """A feed of paths and times."""
    told = "".join(f"<item><link>{root}{path}</link><pubDate>{time}</pubDate></item>" for path, time in items)
    return Reply(f"<rss version='2.0'><channel>{told}</channel></rss>".encode(), headers=headers)
