"""HTML pages: what a reader sees of them, line by line."""

from __future__ import annotations

import gzip
import hashlib
import pickle
from pathlib import Path

import pytest

from telcon.model.markups import Block, Place, Zone
from telcon.model.pages import Page
from telcon.pages import open_pages, read_html

PROSE = "Hai nhà lãnh đạo điện đàm hơn một giờ và thảo luận nhiều vấn đề, trong đó có Ukraine. "


def read(body: str, head: str = "") -> Page:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), name="a", source="a.html")


def lines(body: str) -> list[str]:
    return read(body).text.split("\n")


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<p>one</p><p>two", ["one", "two"]),
        ("one<br>two<br><br>three", ["one", "two", "three"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<p>a <b>bold</b> <i>word</i>\n\n and\tmore</p>", ["a bold word and more"]),
        ("<p>T<span>ổng</span> thống</p>", ["Tổng thống"]),
        ("<ul><li>a<li>b<ul><li>c</ul></ul>", ["a", "b", "c"]),
        ("<table><tr><th>x<th>y<tr><td>1<td>2</table>", ["x | y", "1 | 2"]),
        ("<table><tr><td><p>menu</p></td><td><p>text</p></td></table>", ["menu", "text"]),
        ("<dl><dt>who<dd>Putin</dl>", ["who", "Putin"]),
        ("<pre>a\n  b\n\nc</pre>", ["a", "b", "c"]),
        ("<a href=1>Home</a><a href=2>World</a>", ["Home World"]),
        ("<figure><img alt=x><figcaption>Photo: AFP</figcaption></figure>", ["Photo: AFP"]),
        ("<p>a&nbsp;b &amp; c &lt;d&gt; &Eacute;lys&eacute;e &#7843;", ["a\xa0b & c <d> Élysée ả"]),
        ("<p>a &broken b &#xZZ; c &#0; d", ["a &broken b &#xZZ; c \ufffd d"]),
        ("<p>a\u2028b</p>", ["a b"]),
        ("<p>\u202eabc\u202c</p>", ["\u202eabc\u202c"]),
        ("<p>a</p><!-- no --><p>b</p>", ["a", "b"]),
        ("<ruby>電<rt>den</rt></ruby>話", ["電話"]),
    ],
)
def test_lines_are_those_of_a_browser(body: str, shown: list[str]) -> None:
    assert lines(body) == shown


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>var a = '<p>x</p>'</script>",
        "<style>p { color: red }</style>",
        "<noscript><p>x</p></noscript>",
        "<template><p>x</p></template>",
        "<p hidden>x</p>",
        '<div style="display: none"><p>x</p></div>',
        '<span class="sr-only">x</span>',
        "<select><option>x</select>",
        "<textarea>x</textarea>",
        "<svg><text>x</text></svg>",
        '<div hidden=""><div><p>x</p></div>x</div>',
    ],
)
def test_what_nobody_sees_is_left_out(unseen: str) -> None:
    assert lines(f"<p>{PROSE * 3}</p>{unseen}<p>end</p>") == [(PROSE * 3).strip(), "end"]


def test_page_that_a_script_would_show_is_shown() -> None:
    assert lines(f'<div style="visibility:hidden"><p>{PROSE}</p></div>') == [PROSE.strip()]


def test_digest_is_that_of_the_bytes_and_the_page_goes_to_another_process() -> None:
    data = f"<p>{PROSE}</p>".encode()
    page = read_html(data, name="a", source="a.html")
    assert page.digest == hashlib.sha256(data).hexdigest()
    assert pickle.loads(pickle.dumps(page)) == page
    assert page.markup
    assert len(page.markup.places) == page.text.count("\n") + 1


def test_places_tell_what_part_of_the_page_a_line_lies_in() -> None:
    page = read(
        f"<nav><a>Home</a></nav><main><h1>Head</h1><time datetime=2025-02-13>13/2</time><div><p>{PROSE}</p>"
        f"<p>{PROSE}</p><figure><figcaption>Photo</figcaption></figure></div></main>"
        f"<div class='related-news'><p>{PROSE}</p></div><footer>Imprint</footer>"
    )
    assert page.markup
    assert page.markup.places == (
        Place(Block.BOX, Zone.NAVIGATION, False, True),
        Place(Block.TITLE, Zone.OPEN),
        Place(Block.TIME, Zone.OPEN),
        Place(Block.PARAGRAPH, Zone.MAIN, True),
        Place(Block.PARAGRAPH, Zone.MAIN, True),
        Place(Block.CAPTION, Zone.CAPTION, True),
        Place(Block.PARAGRAPH, Zone.RELATED),
        Place(Block.BOX, Zone.FOOTER),
    )


def test_a_name_does_not_count_for_what_holds_most_of_the_page() -> None:
    page = read(f"<div class=sidebar><div><p>{PROSE}</p><p>{PROSE}</p></div></div>")
    assert page.markup
    assert {place.zone for place in page.markup.places} == {Zone.MAIN}


@pytest.mark.parametrize("name", ["a.html", "a.HTM", "a.xhtml", "a.html.gz", "page", "a.php"])
def test_files_are_known_by_ending_or_looks(tmp_path: Path, name: str) -> None:
    data = f"<!DOCTYPE html><title>x</title><p>{PROSE}</p>".encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    (page,) = open_pages(tmp_path / name)
    assert isinstance(page, Page)
    assert page.text == PROSE.strip()


def test_text_file_with_tags_stays_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("<html><p>text of a crawl</p>")
    (page,) = open_pages(tmp_path / "a.txt")
    assert isinstance(page, Page)
    assert page.text == "<html><p>text of a crawl</p>"
    assert page.markup is None
