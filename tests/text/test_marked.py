"""Lines of pages with markup: what their elements say beside their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from telcon.languages import load_pack
from telcon.model.markups import Markup
from telcon.model.pages import Page
from telcon.model.texts import Role, Text
from telcon.pages import read_html
from telcon.text import read_text

HEAD = "Hai nhà lãnh đạo điện đàm về quan hệ song phương"
ONE = "Trong cuộc điện đàm chiều 12/3, hai nhà lãnh đạo nhất trí giữ tiếp xúc thường xuyên và chuẩn bị một chuyến thăm."
TWO = "Theo thông cáo phát đi sau cuộc trao đổi, hai bên đánh giá cao việc duy trì đà tiếp xúc ở mọi cấp."
OTHER = "Cơ quan khí tượng cho biết tâm bão đã đi lên phía bắc, mưa lớn còn kéo dài tới hết ngày mai ở nhiều tỉnh."


def page(body: str, head: str = "") -> Page:
    return read_html(f"<head>{head}</head><body>{body}".encode(), name="a", source="a.html")


def text(body: str, head: str = "") -> Text:
    return read_text(page(body, head), load_pack("vi"))


def roles(body: str, head: str = "") -> dict[str, Role]:
    read = text(body, head)
    return {read.raw[line.span.start : line.span.stop]: line.role for line in read.lines}


def test_paragraphs_of_the_element_are_the_article_and_those_behind_it_are_not() -> None:
    found = roles(
        f"<h1>{HEAD}</h1><div class=b><p>{ONE}</p><p>{TWO}</p><p>{ONE}</p></div>"
        f"<div class=x><b>Khác</b><p>{OTHER}</p></div>"
    )
    assert (found[HEAD], found[ONE], found[TWO]) == (Role.HEADLINE, Role.BODY, Role.BODY)
    assert found[OTHER] is Role.TEASER


@pytest.mark.parametrize(
    ("wrapped", "role"),
    [
        ("<nav><p>{}</p></nav>", Role.MENU),
        ("<aside><p>{}</p></aside>", Role.TEASER),
        ("<div class='tin-lienquan'><p>{}</p></div>", Role.TEASER),
        ("<div id=comments><p>{}</p></div>", Role.COMMENT),
        ("<footer><p>{}</p></footer>", Role.JUNK),
        ("<figure><figcaption>{}</figcaption></figure>", Role.CAPTION),
        ("<div role=dialog><p>{}</p></div>", Role.ADVERTISEMENT),
        ("<div><h3><a href=/>Bão số 3 đổi hướng</a></h3><p>{}</p></div>", Role.TEASER),
    ],
)
def test_parts_of_the_page_where_no_article_is(wrapped: str, role: Role) -> None:
    for body in (
        f"<h1>{HEAD}</h1><article><p>{ONE}</p>$<p>{TWO}</p><p>{ONE}</p></article>",
        f"$<h1>{HEAD}</h1><p>{ONE}</p><p>{TWO}</p>",
    ):
        found = roles(body.replace("$", wrapped.replace("{}", OTHER)))
        assert (found[OTHER], found[TWO]) == (role, Role.BODY)


def test_headline_is_the_declared_one_before_any_h1() -> None:
    body = f"<h1>Báo Mẫu</h1><div class=t>{HEAD}</div><h1>{TWO}</h1><div><p>{ONE}</p><p>{OTHER}</p></div>"
    read = text(body, f"<meta property='og:title' content='{HEAD} - Báo Mẫu'>")
    assert read.title and read.title.value == HEAD
    assert read.raw[read.title.span.start : read.title.span.stop] == HEAD


def test_headings_and_links_between_paragraphs() -> None:
    link = "Ba kịch bản cho thỏa thuận thương mại"
    found = roles(
        f"<h1>{HEAD}</h1><article><p>{ONE}</p><h2>Bước tiếp theo</h2><p>{TWO}</p>"
        f"<p><a href=/>{link}</a></p><p>{OTHER}</p></article>"
    )
    assert (found["Bước tiếp theo"], found[link], found[OTHER]) == (Role.SUBHEADING, Role.TEASER, Role.BODY)


@pytest.mark.parametrize(
    ("shown", "declared", "value"),
    [
        ("13/3/2025 08:30", "2025-03-13T01:30:00Z", "2025-03-13T08:30"),
        ("13/3/2025", "2025-03-13T08:30:00+07:00", "2025-03-13T08:30+07:00"),
        ("13/3/2025", "2025-03-12T17:30:00Z", "2025-03-13"),
        ("1/12/2025", "2025-03-13T08:30:00+07:00", None),
        ("03/13 08:30:15", "2025-03-13", "2025-03-13T08:30:15"),
        ("8:30", "2025-03-13", None),
        ("13/3/2025 08:30", "", "2025-03-13T08:30"),
    ],
)
def test_a_stamp_counts_where_it_agrees_with_what_is_declared(shown: str, declared: str, value: str | None) -> None:
    meta = f"<meta property='article:published_time' content='{declared}'>" if declared else ""
    read = text(f"<h1>{HEAD}</h1><div>{shown}</div><div><p>{ONE}</p><p>{TWO}</p></div>", meta)
    assert (read.published.value if read.published else None) == value


def test_outlet_and_byline_are_those_declared_where_none_is_shown() -> None:
    meta = "<meta property='og:site_name' content='Báo Mẫu'><meta name=author content='Hoài Thu'>"
    read = text(f"<h1>{HEAD}</h1><p>{ONE}</p><p>{TWO}</p><footer>Báo Mẫu</footer>", meta)
    assert read.outlet and read.byline
    assert (read.outlet.value, read.raw[read.outlet.span.start : read.outlet.span.stop]) == ("Báo Mẫu", "Báo Mẫu")
    assert (read.byline.value, len(read.byline.span)) == ("Hoài Thu", 0)


def test_markup_that_does_not_fit_the_lines_is_left_aside() -> None:
    found = page(f"<h1>{HEAD}</h1><p>{ONE}</p><p>{TWO}</p>")
    assert found.markup
    pack = load_pack("vi")
    plain = read_text(replace(found, markup=None), pack)
    assert read_text(replace(found, markup=Markup(found.markup.declared)), pack) == plain
