"""Pages that nobody should have to read: each is read or refused with its reason, and soon."""

from __future__ import annotations

import base64
from contextlib import suppress
from time import perf_counter

import pytest

from telcon.engine.reading import read_page
from telcon.pages import Limit, read_html
from telcon.pages.decoding import UndecodableError

PROSE = "Hai nhà lãnh đạo điện đàm hơn một giờ và thảo luận nhiều vấn đề, trong đó có Ukraine. "
PATIENCE = 20.0
"""Seconds for the worst of them, on a machine that does other things beside."""


def refused(data: bytes, limit: Limit | None = None) -> str:
    begun = perf_counter()
    with pytest.raises(UndecodableError) as caught:
        read_html(data, name="a", source="a", limit=limit)
    assert perf_counter() - begun < PATIENCE
    return str(caught.value)


def shown(data: bytes) -> str:
    begun = perf_counter()
    page = read_html(data, name="a", source="a")
    assert read_page(page).page is page
    assert perf_counter() - begun < PATIENCE
    return page.text


def test_a_page_of_a_hundred_megabytes_is_refused() -> None:
    assert "larger than the limit of 20 MB" in refused(b"<p>" + b"x" * 100_000_000, Limit())


@pytest.mark.parametrize("tag", ["div", "b", "font", "x-y", "section", "svg"])
def test_a_page_of_a_hundred_thousand_levels_is_refused(tag: str) -> None:
    data = f"<{tag}>".encode() * 100_000 + b"text" + f"</{tag}>".encode() * 100_000
    assert "levels deep" in refused(data)


def test_a_thousand_levels_are_read() -> None:
    assert shown(b"<div>" * 1000 + b"text" + b"</div>" * 1000) == "text"


@pytest.mark.parametrize("endless", ["<style ", "<style>", "<script>", "<a ", "</a ", "<", "<!--", "<é", "<a href='"])
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_what_is_opened_and_never_ended_holds_nobody_up(endless: str, encoding: str) -> None:
    page = f"<p>Two leaders spoke in a café.</p>{endless * 30_000}".encode(encoding)
    begun = perf_counter()
    with suppress(UndecodableError):  # pages of scripts alone are refused
        assert "Two leaders spoke in a caf" in read_html(page, name="a", source="a").text
    assert perf_counter() - begun < PATIENCE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html><body></body></html>", "it holds no text"),
        (b"<html><body><img src=x></body></html>", "it holds no text"),
        (b"<body><script>document.write('x')</script><noscript>enable it</noscript>", "a script would put it there"),
        (b"<meta http-equiv=refresh content='0; url=https://a.example/b'>", "leads on to 'https://a.example/b'"),
        (b"", "it holds no text"),
        (b"<p>" + bytes(range(32)) * 100, "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "binary"),
    ],
)
def test_what_holds_no_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    assert reason in refused(data)


def test_broken_markup_is_read_as_browsers_read_it() -> None:
    assert shown(b"<p>a<p>b</div></span><table>c<td>d</p></html>e") == "a\nbc\nd\ne"


@pytest.mark.parametrize("entity", [b"&", b"&#", b"&#x", b"&#99999999;", b"&#xD800;", b"&nosuch;", b"&#0;"])
def test_broken_entities_leave_the_rest(entity: bytes) -> None:
    text = shown(b"<p>one " + entity + b" two</p>")
    assert text.startswith("one ")
    assert text.endswith(" two")
    text.encode()


def test_nul_bytes_are_left_out() -> None:
    assert "\0" not in shown(b"<p>a\0b</p>" + f"<p>{PROSE}</p>".encode())


def test_pictures_of_megabytes_within_the_page_do_not_matter() -> None:
    picture = base64.b64encode(bytes(range(256)) * 20_000)
    data = b"<img src='data:image/png;base64," + picture + b"'><p>" + PROSE.encode() + b"</p>"
    assert shown(data) == PROSE.strip()


def test_a_very_long_line_and_very_many_lines() -> None:
    assert len(shown(b"<p>" + b"word " * 200_000)) == 999_999
    assert shown(b"<br>x" * 50_000).count("\n") == 49_999


def test_very_many_links_and_cells() -> None:
    shown(b"<a href=x>link</a>" * 50_000)
    shown(b"<table><tr>" + b"<td>cell" * 50_000)


@pytest.mark.parametrize("pattern", [b"a%d=1", b"a%d", b"a%d='x y'"])
def test_a_hundred_thousand_attributes_are_refused(pattern: bytes) -> None:
    assert "attributes" in refused(b"<p " + b" ".join(pattern % number for number in range(100_000)) + b">text")


def test_unclosed_comment_and_script_swallow_the_rest() -> None:
    assert shown(b"<p>one</p><!-- <p>two</p>") == "one"
    assert shown(b"<p>one</p><script>var a = '<p>two</p>'") == "one"


def test_a_long_script_that_compares_is_no_tag() -> None:
    script = "for (i = 0; i<n; i++) {" + " a = b ;" * 5_000 + "}"
    assert shown(f"<script>{script}</script><p>{PROSE}</p>".encode()) == PROSE.strip()
