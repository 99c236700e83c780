"""What sites ask of programs is kept to, and what may pass is tried again."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from telcon.fetching import Cause, Fetcher, FetchError
from telcon.fetching.answers import wait_told
from tests.fetching.conftest import make_fetcher
from tests.fetching.sites import Reply, Site

PAGE = Reply(b"<p>Two leaders spoke.</p>")
RULES = b"User-agent: *\nDisallow: /private/\n\nUser-agent: telcon\nDisallow: /archive/\nCrawl-delay: 0.4\n"


def test_robots_are_asked_for_once_and_kept_to(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/robots.txt": Reply(RULES), "/a": PAGE, "/private/a": PAGE, "/archive/a": PAGE}
    fetcher.get(f"{site.root}/a")
    fetcher.get(f"{site.root}/private/a")
    with pytest.raises(FetchError, match=r"robots.txt of the site asks programs not to read it") as caught:
        fetcher.get(f"{site.root}/archive/a")
    assert caught.value.cause is Cause.REFUSED
    assert [path for path, _ in site.asked] == ["/robots.txt", "/a", "/private/a"]


def test_the_delay_that_robots_ask_for_is_kept(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/robots.txt": Reply(RULES), "/a": PAGE}
    started = time.monotonic()
    for _ in range(3):
        fetcher.get(f"{site.root}/a")
    assert 0.8 <= time.monotonic() - started < 1.6


def test_robots_are_kept_to_behind_a_redirect(site: Site, fetcher: Fetcher) -> None:
    site.pages |= {"/robots.txt": Reply(RULES), "/a": Reply(status=302, headers={"Location": "/archive/a"})}
    with pytest.raises(FetchError, match=r"robots.txt"):
        fetcher.get(f"{site.root}/a")
    assert site.paths() == ["/a"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_site_without_robots_forbids_nothing(site: Site, fetcher: Fetcher, status: int) -> None:
    site.pages |= {"/robots.txt": Reply(RULES, status=status), "/archive/a": PAGE}
    assert fetcher.get(f"{site.root}/archive/a").body


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_that_cannot_tell_its_rules_is_asked_for_nothing(site: Site, fetcher: Fetcher, status: int) -> None:
    site.pages |= {"/robots.txt": Reply(status=status), "/a": PAGE}
    for _ in range(2):
        with pytest.raises(FetchError, match=r"robots.txt of the site cannot be had") as caught:
            fetcher.get(f"{site.root}/a")
        assert caught.value.may_pass
        assert caught.value.after > 100
    assert len(site.asked) == 1


def test_requests_to_a_host_leave_a_pause(site: Site) -> None:
    site.pages["/a"] = PAGE
    unhurried = make_fetcher(pause=0.3)
    started = time.monotonic()
    for _ in range(3):
        unhurried.get(f"{site.root}/a")
    assert time.monotonic() - started >= 0.6


def test_what_may_pass_is_tried_again(site: Site) -> None:
    answers = iter([Reply(status=503), Reply(status=500), PAGE])
    site.pages["/a"] = lambda _: next(answers)
    assert make_fetcher(tries=3).get(f"{site.root}/a").body == PAGE.body


def test_what_does_not_pass_is_not_tried_again(site: Site) -> None:
    site.pages["/a"] = Reply(status=404)
    with pytest.raises(FetchError):
        make_fetcher(tries=3).get(f"{site.root}/a")
    assert site.paths() == ["/a"]


def test_servers_say_when_to_come_back(site: Site) -> None:
    answers = iter([Reply(status=429, headers={"Retry-After": "1"}), PAGE])
    site.pages["/a"] = lambda _: next(answers)
    started = time.monotonic()
    assert make_fetcher(tries=2).get(f"{site.root}/a").body == PAGE.body
    assert time.monotonic() - started >= 1


def test_a_host_that_sends_us_away_for_long_is_left_alone(site: Site) -> None:
    site.pages |= {"/a": Reply(status=503, headers={"Retry-After": "3600"}), "/b": PAGE}
    patient = make_fetcher(tries=3)
    with pytest.raises(FetchError, match=r"asks to wait 3600 seconds") as caught:
        patient.get(f"{site.root}/a")
    assert caught.value.after == 3600
    with pytest.raises(FetchError, match=r"127.0.0.1 asks to wait 3\d\d\d seconds"):
        patient.get(f"{site.root}/b")
    assert site.paths() == ["/a"]


@pytest.mark.parametrize(
    ("told", "seconds"), [("", 0), ("120", 120), ("-5", 0), ("soon", 0), ("9" * 30, 86_400), ("1.5", 0)]
)
def test_how_long_servers_ask_to_wait(told: str, seconds: float) -> None:
    assert wait_told(httpx.Headers({"Retry-After": told})) == seconds


def test_servers_ask_to_wait_until_a_time() -> None:
    then = datetime.now(UTC) + timedelta(seconds=90)
    assert 85 < wait_told(httpx.Headers({"Retry-After": format_datetime(then, usegmt=True)})) <= 90
    assert wait_told(httpx.Headers({"Retry-After": "Tue, 21 Jan 2020 10:00:00 GMT"})) == 0


def test_proxies_of_the_environment_are_used_only_where_it_is_said(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.pages["/a"] = PAGE
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    assert make_fetcher().get(f"{site.root}/a").body == PAGE.body
    with pytest.raises(FetchError, match=r"no connection to 127.0.0.1"):
        make_fetcher(proxies=True).get("http://example.org/a")
    monkeypatch.setenv("http_proxy", site.root)
    site.pages["http://example.org/a"] = PAGE
    assert make_fetcher(proxies=True).get("http://example.org/a").body == PAGE.body


@pytest.mark.parametrize("host", ["10.0.0.1", "[::1]", "localhost", "metadata.localhost."])
def test_no_proxy_is_asked_for_private_addresses(site: Site, monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.setenv("http_proxy", site.root)
    monkeypatch.delenv("no_proxy", raising=False)
    with pytest.raises(FetchError, match=r"allow it by name") as caught:
        make_fetcher(proxies=True).get(f"http://{host}/a")
    assert caught.value.cause is Cause.REFUSED
    assert site.asked == []
