"""Going on: through losses of the network, until somebody says stop."""

from __future__ import annotations

import socket
import threading
import time
from datetime import timedelta

import pytest

from telcon.watching import Back, Failed, Lost
from telcon.watching import watchers as watchers_module
from tests.watching.conftest import Desk, article, feed

TUESDAY = "Tue, 21 Jan 2025 10:00:00 +0700"


@pytest.fixture
def cable(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Is set while names can be resolved."""
    plugged = threading.Event()
    plugged.set()
    resolve = socket.getaddrinfo

    def look_up(*asked: object, **more: object) -> object:
        if not plugged.is_set():
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return resolve(*asked, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return plugged


def test_a_lost_network_is_told_once_and_counts_against_nobody(
    desk: Desk, cable: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watchers_module, "LOOK", 0.05)
    desk.site.pages |= {"/feed": feed(desk.site.root, ("/first-call", TUESDAY)), "/first-call": article("first-call")}
    cable.clear()
    going = threading.Thread(target=desk.watcher(desk.source("/feed")).go_on)
    going.start()
    time.sleep(0.4)
    assert [type(event) for event in desk.told] == [Lost]
    cable.set()
    wait_for(lambda: desk.store.count_pages() == 1)
    desk.stop.set()
    going.join(5)
    assert not going.is_alive()
    assert [type(event) for event in desk.told].count(Back) == 1
    assert not [event for event in desk.told if isinstance(event, Failed)]
    assert desk.store.watched.load([f"{desk.site.root}/feed"])[f"{desk.site.root}/feed"].failures == 0


def test_a_lost_network_ends_a_round_early(desk: Desk, cable: threading.Event) -> None:
    cable.clear()
    paths = [f"/feed{number}" for number in range(40)]
    tally = desk.round(desk.source(*paths))
    assert tally.is_lost
    assert 5 <= tally.unreached < 40


def test_one_host_that_cannot_be_reached_is_no_lost_network(desk: Desk) -> None:
    desk.site.pages |= {"/feed": feed(desk.site.root)}
    dead = desk.source("/feed")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    dead = type(dead)("Dead", (type(dead.lists[0])(dead.lists[0].form, f"http://127.0.0.1:{port}/feed"),))
    tally = desk.round(desk.source("/feed"), dead)
    assert not tally.is_lost
    assert [event.source for event in desk.told if isinstance(event, Failed)] == ["Dead"]


def test_a_watch_stops_at_once(desk: Desk) -> None:
    desk.site.pages["/feed"] = feed(desk.site.root)
    going = threading.Thread(target=desk.watcher(desk.source("/feed")).go_on)
    going.start()
    wait_for(lambda: bool(desk.site.paths()))
    started = time.monotonic()
    desk.stop.set()
    going.join(5)
    assert time.monotonic() - started < 2


def test_a_watch_goes_round_when_something_is_due(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchers_module, "LOOK", 0.02)
    desk.site.pages["/feed"] = feed(desk.site.root)
    going = threading.Thread(target=desk.watcher(desk.source("/feed", every=timedelta(hours=1))).go_on)
    going.start()
    wait_for(lambda: len(desk.site.paths()) == 1)
    time.sleep(0.2)
    assert len(desk.site.paths()) == 1
    desk.now += timedelta(hours=1)
    wait_for(lambda: len(desk.site.paths()) == 2)
    desk.stop.set()
    going.join(5)


def wait_for(true: object, seconds: float = 5) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not true():  # type: ignore[operator]
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.01)
