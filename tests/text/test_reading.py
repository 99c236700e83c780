from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telcon.languages import load_pack
from telcon.model.pages import Page
from telcon.model.texts import Role
from telcon.text import read_text
from telcon.text.stretches import mend_stretch

PACK = load_pack("vi")
SENTENCE = "Ông ấy gọi điện cho bà ấy vào sáng sớm hôm nay để bàn về chuyện nước sông đang lên."
SIGNS = [
    "|",
    "©",
    "(",
    "Theo",
    "12/3/2024",
    "08:05",
    "99/99/2024",
    ">>",
    "ThủtướngTrungQuốcgọi_soi",
    "kèo",
    "Ảnh:",
    "[",
    "]",
    "-",
    "\u200b",
]
PIECES = st.sampled_from([SENTENCE, "Tin liên quan", "\n", "\r\n", "\n\n", " ", *SIGNS])


@given(st.one_of(st.text(), st.lists(PIECES, max_size=12).map("".join)))
def test_any_page_is_read(raw: str) -> None:
    text = read_text(Page("", "", raw, ""), PACK)
    assert [line.number for line in text.lines] == list(range(1, len(text.lines) + 1))
    assert all(0 <= line.span.start <= line.span.stop <= len(raw) for line in text.lines)
    assert all(line.reason for line in text.lines)
    assert all((line.role is Role.BLANK) >= (not raw[line.span.start : line.span.stop].strip()) for line in text.lines)


@pytest.mark.parametrize(
    ("pasted", "mended"),
    [
        ("Thủ tướng gọi điện cho vua_soi kèo", "Thủ tướng gọi điện cho vua"),
        ("Nhà vua mời khách qua điện thoại kqbd", "Nhà vua mời khách qua điện thoại"),
        ("The hủ tướng và nhà vua điện đàbxh", "Thủ tướng và nhà vua điện đàm"),
    ],
)
def test_pasted_headlines_are_mended(pasted: str, mended: str) -> None:
    assert mend_stretch(pasted, "thủ tướng nói về cuộc điện đàm với nhà vua") == mended


def test_a_source_date_is_not_the_pages_own() -> None:
    page = Page("", "", "Một dòng thôi.", "", published="2024-01-01")
    assert read_text(page, PACK).published is None


@pytest.mark.parametrize(
    ("head", "role"), [("Đã gửi điện mừng gồm có:", Role.BODY), ("Đã gửi từ hôm qua.", Role.CAPTION)]
)
def test_a_list_below_a_colon_is_the_articles(head: str, role: Role) -> None:
    names = ["Tổng thống Belarus Alexander Lukashenko.", "Tổng thống Sri Lanka Gotabaya Rajapaksa."]
    page = Page("", "", "\n".join((SENTENCE, head, *names)), "")
    assert [line.role for line in read_text(page, PACK).lines[2:]] == [role, role]


@pytest.mark.parametrize(
    "broken",
    [
        "At Kenya's initiative,\nAlexander Stubb had a telephone conversation with the President\nWilliam Ruto.",
        "At Kenya's initiative, Alexander\nStubb had a telephone conversation of an hour with President\nWilliam Ruto.",
    ],
)
def test_a_first_sentence_broken_before_names_is_the_article(broken: str) -> None:
    raw = f"Telephone conversation with the President of Kenya\n2025-06-03\n{broken}\nThe two spoke of roads and mills."
    roles = [line.role for line in read_text(Page("", "", raw, ""), load_pack("en")).lines]
    assert Role.MENU not in roles and roles[0] is Role.HEADLINE


def test_a_headline_of_two_lines_ends_before_the_article() -> None:
    told = "Alexander Stubb rang him at noon, and they spoke of roads, mills and the coming harvest."
    raw = f"Telephone conversation with the President\nof Kenya William Ruto\n{told}\nThey will speak again."
    title = read_text(Page("", "", raw, ""), load_pack("en")).title
    assert title is not None
    assert title.value == "Telephone conversation with the President of Kenya William Ruto"


IN_HAN = "南非总统拉马福萨1日在电话里对卢拉·达席尔瓦说，两国要修新的铁路。卢拉·达席尔瓦表示赞同，说铁路对两国都好。\n"
IN_RUSSIAN = (
    "Президент Бразилии и президент ЮАР обсудили по телефону железные дороги, порты и мосты. Разговор длился час.\n"
)


@pytest.mark.parametrize(
    ("code", "above", "head", "told"),
    [
        ("zh", "", "南非总统致电 两国要修铁路", IN_HAN),
        ("zh", "某某头条\n", "拉马福萨致电卢拉 两国要修铁路 巴西表示赞同", IN_HAN),
        ("zh", "2024-07-01 09:24\n", "拉马福萨会卢拉·达席尔瓦 谈新铁路", IN_HAN),
        ("ru", "", "Президенты поговорили по телефону. Бразилия обещала железные дороги", IN_RUSSIAN),
        ("ru", "ВЕСТИ.ИНФО\n", "Президент ЮАР позвонил в Бразилию. Разговор был про железные дороги", IN_RUSSIAN),
    ],
)
def test_a_headline_may_have_several_parts(code: str, above: str, head: str, told: str) -> None:
    title = read_text(Page("", "", f"{above}{head}\n{told}{told}", ""), load_pack(code)).title
    assert title is not None
    assert title.value == head


@pytest.mark.parametrize("menu", ["首页 新闻 铁路", "国际新闻 体育新闻", "首页·国际·铁路·财经"])
def test_sections_side_by_side_are_none(menu: str) -> None:
    assert read_text(Page("", "", f"{menu}\n{IN_HAN}{IN_HAN}", ""), load_pack("zh")).title is None


def test_a_title_may_end_a_headline() -> None:
    told = "Alexander Stubb rang William Ruto at noon, and they spoke of roads, mills and the coming harvest, "
    raw = f"Alexander Stubb holds phone talks with Kenyan President\n{told}{told}and of the rain."
    assert read_text(Page("", "", raw, ""), load_pack("en")).lines[0].role is Role.HEADLINE
