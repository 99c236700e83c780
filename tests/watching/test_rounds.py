"""Round by round: only what is new or changed is asked for, and nothing is lost on the way."""

from __future__ import annotations

import gzip
from datetime import timedelta

import pytest

from telcon.fetching.lists import Form
from telcon.model.pages import Page
from telcon.model.readings import Reading
from telcon.store import Outcome
from telcon.watching import Failed, Filed, Noted, Polled
from telcon.watching import rounds as rounds_module
from tests.fetching.conftest import make_fetcher
from tests.fetching.sites import Reply
from tests.watching.conftest import Desk, article, feed

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
TUESDAY = "Tue, 21 Jan 2025 10:00:00 +0700"
WEDNESDAY = "Wed, 22 Jan 2025 10:00:00 +0700"


def put_out(desk: Desk, *names: str) -> None:
    """Let the site have articles, and a feed of them."""
    desk.site.pages |= {f"/{name}": article(name) for name in names}
    desk.site.pages["/feed"] = feed(desk.site.root, *((f"/{name}", TUESDAY) for name in names))


def test_new_pages_are_read_once(desk: Desk) -> None:
    put_out(desk, "first-call", "second-call")
    tally = desk.round(desk.source("/feed"))
    assert desk.names() == ["first-call", "second-call"]
    assert (tally.lists, tally.new, tally.failed) == (1, 2, 0)
    assert {page.published for page in desk.read} == {"2025-01-21T10:00:00+07:00"}
    assert desk.told[0] == Polled("Example", f"{desk.site.root}/feed", 2, 2)
    filed = {event.address: event for event in desk.told[1:] if isinstance(event, Filed)}
    assert filed[f"{desk.site.root}/first-call"].outcome is Outcome.NEW
    assert desk.store.count_pages() == 2

    put_out(desk, "third-call", "first-call", "second-call")
    desk.round(desk.source("/feed"), after=HOUR)
    assert desk.names() == ["third-call"]
    assert desk.site.paths() == ["/feed", "/third-call"]


def test_a_list_is_asked_for_no_sooner_than_it_is_due(desk: Desk) -> None:
    put_out(desk, "first-call")
    source = desk.source("/feed", every=HOUR)
    desk.round(source)
    desk.round(source, after=timedelta(minutes=50))
    assert desk.site.asked == []
    desk.round(source, after=timedelta(minutes=9))
    assert desk.site.paths() == ["/feed"], "a run that is started each hour must not miss it by seconds"


def test_lists_that_did_not_change_are_not_sent_again(desk: Desk) -> None:
    put_out(desk, "first-call")
    whole = feed(desk.site.root, ("/first-call", TUESDAY), ETag='"1"')
    desk.site.pages["/feed"] = lambda asked: Reply(status=304) if asked.get("If-None-Match") == '"1"' else whole
    desk.round(desk.source("/feed"))
    for _ in range(2):
        desk.round(desk.source("/feed"), after=HOUR)
        assert desk.told[0] == Polled("Example", f"{desk.site.root}/feed", unchanged=True)


def test_a_page_that_changed_becomes_its_newer_version(desk: Desk) -> None:
    put_out(desk, "first-call")
    desk.round(desk.source("/feed"))
    desk.site.pages["/first-call"] = article("first-call", "They agreed to meet.")
    desk.site.pages["/feed"] = feed(desk.site.root, ("/first-call", WEDNESDAY))
    tally = desk.round(desk.source("/feed"), after=HOUR)
    assert (tally.new, tally.revised) == (0, 1)
    assert desk.store.count_pages() == 1


def test_what_changes_around_an_article_is_no_change(desk: Desk) -> None:
    put_out(desk, "first-call")
    desk.round(desk.source("/feed"))
    body = article("first-call").body.replace(b"Home", b"Most read today")
    desk.site.pages["/first-call"] = Reply(body)
    desk.site.pages["/feed"] = feed(desk.site.root, ("/first-call", WEDNESDAY))
    tally = desk.round(desk.source("/feed"), after=HOUR)
    assert desk.site.paths() == ["/feed", "/first-call"]
    assert (desk.read, tally.revised) == ([], 0)


def test_pages_are_looked_at_again_now_and_then_with_their_marks(desk: Desk) -> None:
    put_out(desk, "first-call")
    page = article("first-call")
    marked = Reply(page.body, headers={"ETag": '"1"'})
    desk.site.pages["/first-call"] = lambda asked: Reply(status=304) if "If-None-Match" in asked else marked
    desk.round(desk.source("/feed"))
    looked = []
    for day in range(1, 30):
        desk.round(desk.source("/feed"), after=DAY)
        looked += [day] if "/first-call" in desk.site.paths() else []
    assert looked == [1, 4, 13]


def test_a_feed_that_gives_every_page_a_new_time_is_not_followed_blindly(desk: Desk) -> None:
    put_out(desk, "first-call")
    source = desk.source("/feed", every=timedelta(minutes=10))
    desk.round(source)
    asked = 0
    for minute in range(1, 7):
        desk.site.pages["/feed"] = feed(desk.site.root, ("/first-call", f"Wed, 22 Jan 2025 12:{minute}0:00 +0000"))
        desk.round(source, after=timedelta(minutes=10))
        asked += desk.site.paths().count("/first-call")
    assert asked == 1


def test_two_lists_that_give_a_page_two_times_do_not_make_it_change(desk: Desk) -> None:
    put_out(desk, "first-call")
    desk.site.pages["/other"] = feed(desk.site.root, ("/first-call", WEDNESDAY))
    source = desk.source("/feed", "/other")
    desk.round(source)
    for _ in range(4):
        desk.round(source, after=2 * HOUR)
    assert desk.site.paths() == ["/feed", "/other"]


def test_old_pages_are_left_alone(desk: Desk) -> None:
    put_out(desk, "first-call")
    items = [("/first-call", TUESDAY), ("/old-call", "Mon, 06 Jan 2025 10:00:00 GMT")]
    desk.site.pages["/feed"] = feed(desk.site.root, *items)
    desk.round(desk.source("/feed"))
    assert desk.names() == ["first-call"]


def test_of_many_new_pages_the_latest_come_first_and_the_rest_later(desk: Desk) -> None:
    names = [f"call-number-{number}" for number in range(5)]
    desk.site.pages |= {f"/{name}": article(name) for name in names}
    items = [(f"/{name}", f"Tue, 21 Jan 2025 10:0{number}:00 GMT") for number, name in enumerate(names)]
    desk.site.pages["/feed"] = feed(desk.site.root, *items)
    desk.round(desk.source("/feed", most=2))
    assert desk.names() == names[3:]
    assert Noted("Example", f"{desk.site.root}/feed", "3 more pages are new; they are taken up at the next visits") in (
        desk.told
    )
    desk.site.pages["/feed"] = feed(desk.site.root, *items, Changed="yes")
    for _ in range(2):
        desk.round(desk.source("/feed", most=2), after=HOUR)
    assert desk.store.count_pages() == 5


def test_index_pages_are_watched(desk: Desk) -> None:
    links = (
        '<a href="/world/">World</a><a href="/world/two-leaders-spoke-again-4821">A</a><a href="/x/call-of-day">B</a>'
    )
    desk.site.pages |= {"/": Reply(links.encode()), "/world/two-leaders-spoke-again-4821": article("a")}
    desk.site.pages["/x/call-of-day"] = article("b")
    desk.round(desk.source("/", form=Form.INDEX))
    assert desk.names() == ["two-leaders-spoke-again-4821"]
    desk.site.pages["/"] = Reply(links.encode() + b"<p>More</p>")
    desk.round(desk.source("/", form=Form.INDEX, pages=("/x/*",)), after=HOUR)
    assert desk.names() == ["call-of-day"]


def sitemap(root: str, tag: str, *entries: tuple[str, str]) -> bytes:
    inner = "url" if tag == "urlset" else "sitemap"
    told = "".join(f"<{inner}><loc>{root}{path}</loc><lastmod>{day}</lastmod></{inner}>" for path, day in entries)
    return f"<{tag} xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{told}</{tag}>".encode()


def test_sitemaps_of_an_index_are_followed_where_they_are_new(desk: Desk) -> None:
    root = desk.site.root
    desk.site.pages |= {"/first-call": article("first-call"), "/second-call": article("second-call")}
    index = [("/new.xml.gz", "2025-01-22"), ("/old.xml", "2024-01-01")]
    desk.site.pages["/index.xml"] = Reply(sitemap(root, "sitemapindex", *index))
    desk.site.pages["/new.xml.gz"] = Reply(gzip.compress(sitemap(root, "urlset", ("/first-call", "2025-01-22"))))
    source = desk.source("/index.xml", form=Form.SITEMAP)
    desk.round(source)
    assert (desk.names(), "/old.xml" in desk.site.paths()) == (["first-call"], False)

    desk.round(source, after=HOUR)
    assert desk.site.paths() == ["/index.xml"]

    grown = sitemap(root, "urlset", ("/second-call", "2025-01-22"), ("/first-call", "2025-01-22"))
    desk.site.pages["/new.xml.gz"] = Reply(gzip.compress(grown))
    index[0] = ("/new.xml.gz", "2025-01-22T15:00:00Z")
    desk.site.pages["/index.xml"] = Reply(sitemap(root, "sitemapindex", *index))
    desk.round(source, after=HOUR)
    assert desk.names() == ["second-call"]


def test_what_fails_is_tried_again_later_and_later_and_then_given_up(desk: Desk) -> None:
    put_out(desk, "first-call")
    desk.site.pages["/first-call"] = Reply(status=503)
    source = desk.source("/feed", every=30 * DAY)
    tally = desk.round(source)
    assert tally.failed == 1
    failures = [event for event in desk.told if isinstance(event, Failed)]
    assert failures[0].reason == "the server cannot answer now (HTTP 503)"
    assert failures[0].again_at == "2025-01-22T12:10:00+00:00"
    tried = 0
    for _ in range(24 * 6):
        desk.round(source, after=HOUR)
        tried += desk.site.paths().count("/first-call")
    assert tried == 5
    assert desk.site.paths() == []


def test_a_page_that_comes_after_its_list_is_found(desk: Desk) -> None:
    put_out(desk, "first-call")
    del desk.site.pages["/first-call"]
    desk.round(desk.source("/feed"))
    desk.site.pages["/first-call"] = article("first-call")
    desk.round(desk.source("/feed"), after=timedelta(minutes=61))
    assert desk.names() == ["first-call"]


@pytest.mark.parametrize(
    "reply",
    [Reply(b"x", media_type="image/png"), Reply(b"<html></html>"), Reply(status=302, headers={"Location": "/a"})],
)
def test_what_is_no_page_is_told_once(desk: Desk, reply: Reply) -> None:
    put_out(desk, "first-call")
    desk.site.pages |= {"/first-call": reply, "/a": Reply(status=302, headers={"Location": "/first-call"})}
    assert desk.round(desk.source("/feed")).failed == 1
    for _ in range(3):
        assert desk.round(desk.source("/feed"), after=DAY).failed == 0
        assert desk.site.paths() == ["/feed"]


def test_what_robots_forbid_is_left(desk: Desk) -> None:
    put_out(desk, "first-call")
    desk.site.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /first-")
    desk.round(desk.source("/feed"))
    assert desk.site.paths() == ["/feed"]


def test_robots_are_kept_in_the_record(desk: Desk) -> None:
    put_out(desk, "first-call")
    desk.round(desk.source("/feed"))
    assert ("/robots.txt" in [path for path, _ in desk.site.asked]) is True
    desk.fetcher = make_fetcher()
    desk.round(desk.source("/feed"), after=HOUR)
    assert [path for path, _ in desk.site.asked] == ["/feed"]


def test_a_list_that_cannot_be_read_is_told_and_asked_for_less_often(desk: Desk) -> None:
    desk.site.pages["/feed"] = Reply(b"<html>No feed</html>")
    put_out(desk, "first-call")
    desk.site.pages["/other"] = Reply(b"<html>No feed</html>")
    source = desk.source("/feed", "/other", every=HOUR)
    desk.round(source)
    assert desk.names() == ["first-call"], "the rest goes on"
    failed = [event for event in desk.told if isinstance(event, Failed)]
    assert (failed[0].is_list, failed[0].again_at) == (True, "2025-01-22T12:57:00+00:00")
    asked = 0
    for _ in range(72):
        desk.round(source, after=HOUR)
        asked += desk.site.paths().count("/other")
    assert 5 <= asked <= 8


def test_a_fault_of_our_own_stops_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    put_out(desk, "first-call", "second-call")

    def read(page: Page) -> Reading:
        return Reading(page, None, skipped="internal error: made up" if page.name == "first-call" else None)

    desk.reader = read
    tally = desk.round(desk.source("/feed"))
    assert (tally.new, tally.failed) == (1, 1)
    monkeypatch.setattr("telcon.watching.asking.read_answer", lambda *_, **__: 1 / 0)
    put_out(desk, "third-call")
    assert desk.round(desk.source("/feed"), after=HOUR).failed == 1


def test_a_round_that_is_cut_off_loses_nothing(desk: Desk) -> None:
    """However it ends: what was read is stored, and what was not is read the next time."""
    names = [f"call-number-{number}" for number in range(25)]
    put_out(desk, *names)

    def read(page: Page) -> Reading:
        if len(desk.read) == 13:
            raise KeyboardInterrupt
        return Reading(page, None)

    desk.reader = read
    with pytest.raises(KeyboardInterrupt):
        desk.round(desk.source("/feed"))
    assert desk.store.count_pages() == 12
    desk.stop.clear()
    desk.reader = lambda page: Reading(page, None)
    desk.round(desk.source("/feed"), after=timedelta(minutes=1))
    assert desk.store.count_pages() == 25
    assert len(desk.read) == 13


def test_a_stop_ends_a_round_with_what_was_read_written(desk: Desk) -> None:
    names = [f"call-number-{number}" for number in range(25)]
    put_out(desk, *names)

    def read(page: Page) -> Reading:
        if len(desk.read) == 3:
            desk.stop.set()
        return Reading(page, None)

    desk.reader = read
    desk.round(desk.source("/feed"))
    assert desk.store.count_pages() == len(desk.read) < 25


def test_pages_are_written_in_lots(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds_module, "LOT", 4)
    put_out(desk, *(f"call-number-{number}" for number in range(10)))
    sizes = []
    add = desk.store.add_each
    monkeypatch.setattr(desk.store, "add_each", lambda lot, **more: sizes.append(len(lot)) or add(lot, **more))
    desk.round(desk.source("/feed"))
    assert sum(sizes) == 10
    assert max(sizes) == 4


def test_a_page_on_another_host_is_kept_by_its_own_address(desk: Desk) -> None:
    put_out(desk, "first-call")
    other = f"http://localhost:{desk.site.port}"
    desk.fetcher = make_fetcher(allowed=frozenset({"127.0.0.1", "localhost"}))
    desk.site.pages["/feed"] = feed(other, ("/first-call", TUESDAY))
    desk.round(desk.source("/feed"))
    assert [page.url for page in desk.read] == [f"{other}/first-call"]
