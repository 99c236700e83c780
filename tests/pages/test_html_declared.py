"""What a page declares of itself, and in what letters it is written."""

from __future__ import annotations

import pytest

from telcon.model.markups import Declared
from telcon.pages import read_html
from telcon.pages.html.charsets import decode_html
from telcon.pages.html.moments import read_moment

RUSSIAN = "Президенты России и Казахстана обсудили по телефону двусторонние отношения и условились о встрече."
CHINESE = "两国领导人就双边关系和地区局势深入交换意见，一致同意保持密切沟通，为下一次会晤做好准备。"
VIETNAMESE = "Hai nhà lãnh đạo điện đàm hơn một giờ, nhất trí giữ tiếp xúc thường xuyên trong thời gian tới."
ENGLISH = "The two leaders “agreed” to stay in touch – so the Élysée said – and to meet in the autumn."


def declared(head: str, body: str = "<p>text", url: str | None = None) -> Declared:
    data = f"<html lang='vi-VN'><head>{head}</head><body>{body}</body></html>".encode()
    markup = read_html(data, name="a", source="a", url=url).markup
    assert markup
    return markup.declared


def article(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@context":"https://schema.org",{fields}}}</script>'


def test_linked_data_goes_before_meta_elements() -> None:
    found = declared(
        article('"@type":"NewsArticle","headline":"A &amp; B\\nspeak","datePublished":"2025-03-12T20:15:00+07:00",')[
            :-10
        ]
        + '"author":[{"name":"Jane"},{"name":"Jo"}],"publisher":{"@type":"Organization","name":"Sample"}}</script>'
        "<meta property='og:title' content='other'><meta name='pubdate' content='2024-01-01'><title>T - Sample</title>"
    )
    assert (found.headline, found.published) == ("A &amp; B speak", "2025-03-12T20:15+07:00")
    assert (found.outlet, found.byline, found.language) == ("Sample", "Jane, Jo", "vi")
    assert found.rules[:2] == ("headline: JSON-LD", "published: JSON-LD")


@pytest.mark.parametrize(
    "script",
    [
        '{"@graph":[{"@type":"Organization","name":"x"},{"@type":["Article"],"datePublished":"2025-03-12"}]}',
        '[{"@type":"ReportageNewsArticle","datePublished":"2025-03-12"}]',
        '<!-- {"@type":"https://schema.org/NewsArticle","datePublished":"2025-03-12"} -->',
        '//<![CDATA[\n{"@type":"BlogPosting","datePublished":"2025-03-12"}\n//]]>',
        '{"@type":"WebPage","mainEntity":{"@type":"NewsArticle","datePublished":"2025-03-12"}}',
        '{"@type":"NewsArticle","headline":"a\tb","datePublished":"2025-03-12"}',
    ],
)
def test_shapes_of_linked_data(script: str) -> None:
    assert declared(f'<script type="application/ld+json">{script}</script>').published == "2025-03-12"


@pytest.mark.parametrize("script", ["{", '{"@type":', "null", "[[[[[[[[1]]]]]]]]", '"x"', '{"@type":5}', "[" * 100_000])
def test_broken_linked_data_declares_nothing(script: str) -> None:
    assert declared(f'<script type="application/ld+json">{script}</script>').published is None


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("<meta property='article:published_time' content='2025-03-12T20:15'>", ""),
        ("<meta name='PubDate' content='2025-03-12 20:15'>", ""),
        ("<meta itemprop='datePublished' content='2025/03/12 20:15:00'>", ""),
        ("", "<time pubdate datetime='2025-03-12T20:15'>yesterday</time>"),
        ("", "<article><time datetime='2025-03-12T20:15'></time></article>"),
        ("", "<span itemprop='datePublished' content='2025-03-12T20:15'></span>"),
    ],
)
def test_places_where_a_time_is_declared(head: str, body: str) -> None:
    assert declared(head, "<p>text</p>" + body).published == "2025-03-12T20:15"


@pytest.mark.parametrize(
    ("told", "moment"),
    [
        ("2025-03-12T20:15:00+0700", "2025-03-12T20:15+07:00"),
        ("2025-03-12T20:15:30.123Z", "2025-03-12T20:15:30+00:00"),
        ("20250312T2015", "2025-03-12T20:15"),
        ("2025-03-12", "2025-03-12"),
        ("Wed, 12 Mar 2025 20:15:00 +0700", "2025-03-12T20:15+07:00"),
        ("1741781700", "2025-03-12T12:15+00:00"),
        ("1741781700000", "2025-03-12T12:15+00:00"),
        ("2025-13-45", None),
        ("0001-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("", None),
        ("9" * 13, None),
    ],
)
def test_moments(told: str, moment: str | None) -> None:
    assert read_moment(told) == moment


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<link rel='canonical' href='https://a.example/x'>", "https://a.example/x"),
        ("<link rel=canonical href='/x?id=1'>", "https://site.example/x?id=1"),
        ("<meta property='og:url' content='https://a.example/x'>", "https://a.example/x"),
        ("<link rel=canonical href='https://a.example/x'><meta property='og:url' content='https://a.example/y'>", None),
        ("<link rel='canonical' href='https://a.example/'>", None),
        ("<link rel='canonical' href='javascript:alert(1)'>", None),
        ("<link rel='canonical' href='http://[::1/x'>", None),
        ("<link rel='canonical' href='https://a.example/x\u202ey'>", None),
    ],
)
def test_canonical_address(head: str, address: str | None) -> None:
    assert declared(head, url="https://site.example/a").address == address


def test_given_address_goes_before_the_canonical_one() -> None:
    data = b"<link rel=canonical href='https://a.example/x'><p>text"
    assert read_html(data, name="a", source="a").url == "https://a.example/x"
    assert read_html(data, name="a", source="a", url="https://b.example/y").url == "https://b.example/y"


def test_day_in_the_address_counts_where_nothing_is_declared() -> None:
    data = b"<html><body><p>Some text of a page.</p></body></html>"
    page = read_html(data, name="a", source="a", url="https://a.example/2025/03/12/call.html")
    assert page.published == "2025-03-12"
    assert page.markup
    assert page.markup.declared.published is None


@pytest.mark.parametrize(
    ("text", "encoding", "meta", "header"),
    [
        (RUSSIAN, "cp1251", "windows-1251", None),
        (RUSSIAN, "koi8-r", "koi8-r", None),
        (RUSSIAN, "cp1251", None, "windows-1251"),
        (RUSSIAN, "cp1251", "utf-8", "utf-8"),
        (RUSSIAN, "koi8-r", "windows-1251", None),
        (RUSSIAN, "cp1251", None, None),
        (RUSSIAN, "utf-8", "windows-1251", "iso-8859-1"),
        (RUSSIAN, "utf-16", None, None),
        (RUSSIAN, "utf-16-le", "utf-16", None),
        (CHINESE, "gb2312", "gb2312", None),
        (CHINESE, "gb18030", None, "gbk"),
        (CHINESE, "gb18030", "gbk", "iso-8859-1"),
        (CHINESE, "gb18030", None, None),
        (CHINESE, "utf-8", "gb2312", "gb2312"),
        (VIETNAMESE, "utf-8", "iso-8859-1", None),
        (VIETNAMESE, "utf-8-sig", "utf-16", None),
        (ENGLISH, "cp1252", "iso-8859-1", None),
        (ENGLISH, "cp1252", "no-such-thing", "also none"),
        (ENGLISH, "cp1252", "rot13", "base64"),
    ],
)
def test_letters_come_out_whatever_is_declared(text: str, encoding: str, meta: str | None, header: str | None) -> None:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={meta}">' if meta else ""
    data = f"<html><head>{head}</head><body><p>{text}</p></body></html>".encode(encoding)
    assert text in decode_html(data, header).text


def test_a_few_bad_bytes_are_told() -> None:
    told: list[str] = []
    data = f"<p>{RUSSIAN * 5}</p>".encode("cp1251").replace(b"\xcf", b"\x98", 1)
    read_html(data, name="a", source="a", charset="cp1251", tell=lambda place, words: told.append(words))
    assert told == ["1 bad byte of CP1251 read as \ufffd"]
