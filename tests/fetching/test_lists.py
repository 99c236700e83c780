"""What feeds, sitemaps and index pages list."""

from __future__ import annotations

import gzip
import time

import httpx
import pytest

from telcon.fetching import Answer, FetchError
from telcon.fetching.lists import Form, Listed, Listing, read_list
from telcon.fetching.lists.listing import MOST, moment

ROOT = "https://example.org"


def listing(form: Form, body: str | bytes, *, media_type: str = "", charset: str | None = None) -> Listing:
    data = body if isinstance(body, bytes) else body.encode()
    return read_list(form, Answer(httpx.URL(f"{ROOT}/news/list"), data, media_type, charset))


def addresses(found: Listing) -> list[str]:
    return [address.removeprefix(ROOT) for address in found.pages]


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>
<item><title>One</title><link> https://example.org/one?utm_source=rss&amp;id=1#top </link>
<pubDate>Wed, 22 Jan 2025 01:30:00 +0700</pubDate></item>
<item><title>Two</title><guid isPermaLink="true">https://example.org/two</guid>
<pubDate>Wed, 22 Jan 2025 10:46:00 GMT+7</pubDate></item>
<item><title>Three, undated</title><link>/three</link></item>
<item><title>One again</title><link>https://example.org/one?id=1</link></item>
<item><title>Bad</title><link>file:///etc/passwd</link></item>
<item><title>None</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry><title>A</title>
<link rel="alternate" href="a.html"/><link rel="edit" href="/edit"/><id>urn:a</id>
<published>2025-01-21T22:00:00+03:00</published><updated>2025-01-22T09:00:00+03:00</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>News</title></channel>
<item rdf:about="https://example.org/a"><title>A</title><link>https://example.org/a</link>
<dc:date>2025-01-21T09:00:00+09:00</dc:date></item></rdf:RDF>"""
RSS_091 = """<rss version="0.91"><channel><title>News</title><item><title>A</title><link>https://example.org/a</link>
</item></channel></rss>"""


def test_rss() -> None:
    found = listing(Form.FEED, RSS)
    assert addresses(found) == ["/one?id=1", "/two", "/three"]
    one, two, three = found.pages.values()
    assert one == Listed(f"{ROOT}/one?id=1", "2025-01-22T01:30:00+07:00", "2025-01-22T01:30:00+07:00")
    assert two.published == "2025-01-22T10:46:00+07:00", "the day is that of where it was written"
    assert (three.stamp, three.published) == ("", None)
    assert list(found.told()) == ["1 of its addresses cannot be asked for"]


def test_atom() -> None:
    found = listing(Form.FEED, ATOM)
    page = Listed(f"{ROOT}/news/a.html", "2025-01-22T09:00:00+03:00", "2025-01-21T22:00:00+03:00")
    assert list(found.pages.values()) == [page]


@pytest.mark.parametrize("feed", [RDF, RSS_091], ids=["1.0", "0.91"])
def test_older_rss(feed: str) -> None:
    assert addresses(listing(Form.FEED, feed)) == ["/a"]


def test_feeds_in_other_letters() -> None:
    feed = RSS.replace('version="1.0"', 'version="1.0" encoding="windows-1251"').replace("One", "Разговор")
    found = listing(Form.FEED, feed.encode("cp1251"), media_type="application/rss+xml", charset="utf-8")
    assert len(found.pages) == 3


def test_a_feed_that_breaks_off_is_read_up_to_there() -> None:
    found = listing(Form.FEED, RSS[: RSS.index("<item><title>Three")])
    assert addresses(found) == ["/one?id=1", "/two"]
    assert list(found.told()) == ["the feed is not well-formed; 2 of its entries could be read"]


@pytest.mark.parametrize(
    "body", ["", "<html><body><p>No feed.</p></body></html>", "https://example.org/", '{"a": 1}', "\0\1\2"]
)
def test_what_is_no_feed(body: str) -> None:
    with pytest.raises(FetchError, match=r"it is no feed"):
        listing(Form.FEED, body)


def test_a_feed_without_entries_lists_nothing() -> None:
    assert not listing(Form.FEED, RSS[: RSS.index("<item>")] + "</channel></rss>").pages


def laughing(inside: str) -> str:
    """A document whose entities stand for each other, a million times over in the end."""
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 20}">' for n in range(1, 6))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "{"ha" * 50}">{entities}]>{inside}'


@pytest.mark.parametrize("form", [Form.FEED, Form.SITEMAP])
def test_entities_that_grow_without_end_come_to_nothing(form: Form) -> None:
    inside = {
        Form.FEED: "<rss version='2.0'><channel><item><link>/a</link><title>&a5;</title></item></channel></rss>",
        Form.SITEMAP: "<urlset><url><loc>https://example.org/&a5;</loc></url></urlset>",
    }
    started = time.monotonic()
    try:
        found = listing(form, laughing(inside[form]))
    except FetchError:
        found = None
    assert time.monotonic() - started < 2
    assert found is None or all(len(page.address) < 100 for page in found.pages.values())


def test_files_that_entities_name_are_not_read() -> None:
    body = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><urlset><url><loc>/&a;</loc></url></urlset>'
    assert addresses(listing(Form.SITEMAP, body)) == ["/"]


@pytest.mark.parametrize("part", ["<a>", "<a></a>", "<item><link>/a</link></item>"])
def test_feeds_that_would_take_minutes_are_refused(part: str) -> None:
    with pytest.raises(FetchError, match=r"a feed of more than 30,000 elements"):
        listing(Form.FEED, f"<rss version='2.0'><channel>{part * 30_000}")


def test_markup_within_entries_does_not_count_as_elements_of_the_feed() -> None:
    told = f"<title>Three, undated</title><description><![CDATA[{'<p>x</p>' * 40_000}]]></description>"
    assert len(listing(Form.FEED, RSS.replace("<title>Three, undated</title>", told)).pages) == 3


NEWS = """<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://example.org/a </loc><lastmod>2025-01-22</lastmod>
<news:news><news:publication><news:name>Example</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2025-01-21T10:00:00+07:00</news:publication_date><news:title>A</news:title></news:news>
<image:image><image:loc>https://example.org/a.jpg</image:loc></image:image></url>
<url><loc>https://example.org/b</loc></url><url><lastmod>2025</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://example.org/1.xml.gz</loc><lastmod>2025-01-22T00:00:00Z</lastmod></sitemap>
<sitemap><loc>https://example.org/2.xml</loc></sitemap></sitemapindex>"""


@pytest.mark.parametrize("body", [NEWS.encode(), gzip.compress(NEWS.encode())], ids=["plain", "packed"])
def test_news_sitemaps(body: bytes) -> None:
    found = listing(Form.SITEMAP, body)
    assert list(found.pages.values()) == [
        Listed(f"{ROOT}/a", "2025-01-22", "2025-01-21T10:00:00+07:00"),
        Listed(f"{ROOT}/b"),
    ]
    assert list(found.told()) == ["1 of its addresses cannot be asked for"]


def test_indexes_of_sitemaps() -> None:
    found = listing(Form.SITEMAP, INDEX)
    assert not found.pages
    assert [entry.stamp for entry in found.lists.values()] == ["2025-01-22T00:00:00+00:00", ""]


def test_a_plain_list_of_addresses_is_a_sitemap_too() -> None:
    assert addresses(listing(Form.SITEMAP, f"\ufeff{ROOT}/a\n{ROOT}/b\n")) == ["/a", "/b"]


def test_a_sitemap_that_breaks_off_is_read_up_to_there() -> None:
    found = listing(Form.SITEMAP, NEWS[:-20])
    assert addresses(found) == ["/a", "/b"]
    assert list(found.told()) == ["the sitemap is not well-formed; 2 addresses before the break were read"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "it is no sitemap"),
        ("no list at all", "it is no sitemap"),
        ("<html><body>No</body></html>", "it is no sitemap but <html>"),
        (RSS, "it is no sitemap but <rss>"),
        ("<", "it is no sitemap: "),
        (gzip.compress(b"\0" * 60_000_000), "larger than 52.4288 MB"),
        (gzip.compress(NEWS.encode())[:-30], "the gzip data break off"),
    ],
    ids=["empty", "text", "html", "feed", "broken", "bomb", "cut off"],
)
def test_what_is_no_sitemap(body: str | bytes, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        listing(Form.SITEMAP, body)


def test_the_longest_sitemap_is_read_as_a_stream() -> None:
    urls = "".join(f"<url><loc>{ROOT}/{number}</loc></url>" for number in range(MOST + 10))
    found = listing(Form.SITEMAP, f"<urlset>{urls}</urlset>")
    assert len(found.pages) == MOST
    assert list(found.told()) == ["only its first 50,000 addresses are read"]


PAGE = """<html><head><base href="/world/"></head><body><nav><a href="/">Home</a> <a href="#top">Top</a>
<a href="javascript:go(1)">Go</a> <a href="mailto:desk@example.org">Write</a></nav>
<a href="two-leaders-spoke-by-telephone-4821.html">Two leaders spoke</a>
<a href="two-leaders-spoke-by-telephone-4821.html#comments">12 comments</a>
<a href="https://www.example.org/2025/01/21/call">Call</a> <a href="https://en.example.org/12345">In English</a>
<a href="https://other.example.net/12345">Elsewhere</a> <a href="https://notexample.org/1">Not us</a>
<a href="http://[bad">Bad</a></body></html>"""


def test_index_pages() -> None:
    assert list(listing(Form.INDEX, PAGE).pages) == [
        f"{ROOT}/",
        f"{ROOT}/world/two-leaders-spoke-by-telephone-4821.html",
        "https://www.example.org/2025/01/21/call",
        "https://en.example.org/12345",
    ]


def test_what_is_no_index_page() -> None:
    with pytest.raises(FetchError, match="`image/png` is no page"):
        listing(Form.INDEX, b"\x89PNG\r\n", media_type="image/png")


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("2025-01-21", "2025-01-21"),
        ("2025-01-21T10:00:00Z", "2025-01-21T10:00:00+00:00"),
        ("Tue, 21 Jan 2025 10:00:00 GMT", "2025-01-21T10:00:00+00:00"),
        ("Tue, 21 Jan 2025 10:00:00 GMT+07:00", "2025-01-21T10:00:00+07:00"),
        ("Tue, 21 Jan 2025 10:00:00 GMT-3", "2025-01-21T10:00:00-03:00"),
        ("yesterday", None),
        ("", None),
        (None, None),
        ("2025-13-45", None),
        ("Tue, 99 Jan 2025 10:00:00 GMT", None),
    ],
)
def test_times_of_lists(told: str | None, meant: str | None) -> None:
    assert moment(told) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://example.org/a/b-1.html", "https://example.org/a/b-1.html"),
        ("https://example.org", "https://example.org"),
        ("https://example.org/", "https://example.org/"),
        ("https://example.org/a/../b", "https://example.org/b"),
        ("https://Example.org/a", "https://example.org/a"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org/a?utm_source=x&b=c", "https://example.org/a?b=c"),
        ("https://example.org/đ", "https://example.org/%C4%91"),
        ("//other.example/a", "https://other.example/a"),
        ("?page=2", "https://example.org/news/list?page=2"),
    ],
)
def test_addresses_of_lists_are_brought_into_one_form(written: str, meant: str) -> None:
    found = listing(Form.FEED, RSS_091.replace("https://example.org/a", written.replace("&", "&amp;")))
    assert list(found.pages) == [meant]


MANY = "<a/>" * 10_000


@pytest.mark.parametrize("body", [f"<urlset><url>{MANY}</url></urlset>", f"<urlset><x>{MANY}</x>"])
def test_sitemaps_that_would_fill_the_memory_are_refused(body: str) -> None:
    with pytest.raises(FetchError, match=r"it has far too many elements"):
        listing(Form.SITEMAP, body)


def test_what_is_no_entry_of_a_sitemap_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    assert addresses(listing(Form.SITEMAP, NEWS.replace("<url>", f"{MANY}<x><url/></x><url>", 1))) == ["/a", "/b"]
    monkeypatch.setattr("telcon.fetching.lists.sitemaps.MOST_ELEMENTS", 9_000)
    with pytest.raises(FetchError, match=r"it has far too many elements"):
        listing(Form.SITEMAP, NEWS.replace("<url>", f"{MANY}<url>", 1))


def test_index_pages_nested_without_end_are_refused() -> None:
    with pytest.raises(FetchError, match=r"levels deep"):
        listing(Form.INDEX, "<div>" * 100_000)


def test_of_an_index_page_with_too_many_links_the_first_are_read() -> None:
    found = listing(Form.INDEX, "".join(f'<a href="/{number}">x</a>' for number in range(6_000)))
    assert len(found.pages) == 5_000
    assert list(found.told()) == ["only its first 5,000 addresses are read"]
