"""From what a server answered to a page."""

from __future__ import annotations

import httpx
import pytest

from telcon.fetching import Answer, FetchError
from telcon.fetching.documents import name_of, read_answer
from telcon.model.pages import Page
from telcon.pages import Limit
from tests.pages.pdf_making import make_pdf

URL = "https://www.example.org/news/two-leaders-spoke.html"
HTML = "<html><head>{}</head><body><h1>Họ điện đàm</h1><p>Hai nhà lãnh đạo đã điện đàm hôm qua.</p></body></html>"

PLAIN = HTML.format("").encode()


def page(body: bytes, media_type: str, charset: str | None = None, url: str = URL) -> Page:
    return read_answer(Answer(httpx.URL(url), body, media_type, charset))


def test_html_is_read() -> None:
    found = page(PLAIN, "text/html")
    assert found.text.splitlines() == ["Họ điện đàm", "Hai nhà lãnh đạo đã điện đàm hôm qua."]
    assert (found.name, found.source, found.url) == ("two-leaders-spoke", URL, URL)


@pytest.mark.parametrize("charset", ["windows-1251", None, "no-such"])
def test_a_character_set_declared_wrongly_spoils_nothing(charset: str | None) -> None:
    assert "điện đàm" in page(PLAIN, "text/html", charset).text


def test_the_character_set_of_the_header_counts_where_the_page_says_nothing() -> None:
    body = "<html><body><p>Президенты провели телефонный разговор по просьбе одной из сторон.</p></body></html>"
    assert "телефонный разговор" in page(body.encode("koi8-r"), "text/html", "koi8-r").text


def test_text_is_read_as_text() -> None:
    assert page("<p>Hai bên</p>\n".encode(), "text/plain").text == "<p>Hai bên</p>\n"


@pytest.mark.parametrize("media_type", ["application/pdf", "", "application/octet-stream", "text/html"])
def test_pdf_is_read_whatever_it_is_called(media_type: str) -> None:
    assert "Two leaders spoke" in page(make_pdf(["Two leaders spoke by telephone."]), media_type).text


def test_what_is_not_declared_is_taken_for_what_it_looks_like() -> None:
    assert page(PLAIN, "").text.startswith("Họ")
    assert page(PLAIN, "application/pdf").text.startswith("Họ")
    assert page(b"Two leaders spoke.", "").text == "Two leaders spoke."


@pytest.mark.parametrize(
    ("body", "media_type", "reason"),
    [
        (b"\x89PNG", "image/png", "`image/png` is no page"),
        (b"{}", "application/json", "`application/json` is no page"),
        (b"a{}", "text/css", "`text/css` is no page"),
        (b"PK\3\4", "application/zip", "`application/zip` is no page"),
        (b"<rss version='2.0'/>", "text/html", "a feed or sitemap, no page"),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<urlset/>", "text/xml", "a feed or sitemap, no page"),
        (b"x", "application/rss+xml", "a feed or sitemap, no page"),
        (b"", "text/html", "empty"),
        (b"\x89PNG" + bytes(range(256)), "text/plain", "binary"),
        (b"<html><body></body></html>", "text/html", "it holds no text"),
        (b"<div>" * 100_000 + b"x", "text/html", "levels deep"),
        (b"%PDF-1.4 broken", "application/pdf", "a broken PDF file"),
    ],
    ids=["png", "json", "css", "zip", "rss", "sitemap", "feed", "empty", "binary", "blank", "deep", "broken pdf"],
)
def test_what_is_no_page(body: bytes, media_type: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason) as caught:
        page(body, media_type)
    assert not caught.value.may_pass


def test_pages_have_a_limit() -> None:
    with pytest.raises(FetchError, match="larger than the limit"):
        read_answer(Answer(httpx.URL(URL), PLAIN, "text/html"), limit=Limit(10))


@pytest.mark.parametrize(
    ("canonical", "url", "taken"),
    [
        ("https://example.org/news/two-leaders-spoke.html", URL, "https://example.org/news/two-leaders-spoke.html"),
        ("/world/two-leaders-spoke.html?utm_source=x", URL, "https://www.example.org/world/two-leaders-spoke.html"),
        ("https://kremlin.example/news/two-leaders-spoke.html", URL, URL),
        ("https://www.example.org/", URL, URL),
        ("https://www.example.org/news/other.html", URL, URL),
        ("file:///two-leaders-spoke.html", URL, URL),
        ("https://example.org/page.php", "https://example.org/page.php?id=5", "https://example.org/page.php?id=5"),
        ("https://example.org/a?b=1", "https://example.org/a?b=1&utm_medium=x", "https://example.org/a?b=1"),
        ("https://example.org/", "https://example.org/", "https://example.org/"),
    ],
)
def test_a_canonical_address_counts_only_where_it_can_be_no_other_page(canonical: str, url: str, taken: str) -> None:
    body = HTML.format(f'<link rel="canonical" href="{canonical}">').encode()
    assert page(body, "text/html", url=url).url == taken


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://example.org/a/two-leaders-spoke.html", "two-leaders-spoke"),
        ("https://example.org/a/%C4%91i%E1%BB%87n-%C4%91%C3%A0m", "điện-đàm"),
        ("https://example.org/news/75123", "example.org/news/75123"),
        ("https://example.org/2025/01/21/a.html", "example.org/2025/01/21/a.html"),
        ("https://example.org/", "example.org"),
        ("https://example.org/%1b%5b31mred-letters", "[31mred-letters"),
    ],
)
def test_what_pages_are_called(url: str, name: str) -> None:
    assert name_of(httpx.URL(url)) == name
