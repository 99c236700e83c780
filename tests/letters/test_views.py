from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from telcon.languages import load_pack
from telcon.letters import build_view, fold, join_han
from telcon.letters.han import HAN, part_pattern
from telcon.model.spans import Span
from telcon.text.segmenting import find_segmenter

SEGMENT = find_segmenter(load_pack("vi"))
DAMAGE = st.sampled_from(
    [
        "\u00a0",
        "\u200b",
        "\ufeff",
        "&nbsp;",
        "&amp;quot;",
        "Ä‘",
        "á»‡n",
        "Ã ",
        "truyá»n",
        "Tổngthống",
        "ＡＢ",
        "e\u0302\u0301",
        "\n",
        "\r\n",
        " ",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(st.one_of(st.text(max_size=4), DAMAGE)).map("".join))


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("không gian", "không gian"),
        (unicodedata.normalize("NFD", "điện đàm kéo dài"), "điện đàm kéo dài"),
        ("Ｔｏàn　văn：１２", "Toàn văn:12"),
        ("điện\u00a0đàm\u2009dài", "điện đàm dài"),
        ("\ufeffđi\u00adện\u200b đàm\u200e", "điện đàm"),
        ("&quot;Rất tốt&quot;&nbsp;&amp;quot;", '"Rất tốt" "'),
        ("AT&T; R&D; &khong;", "AT&T; R&D; &khong;"),
        ("Ä‘iá»‡n thoáº¡i giá»¯a Ä‘Ãªm", "điện thoại giữa đêm"),
        ("Há»™i Ä‘Ã\u00a0m qua cáº§u truyá»n hÃ¬nh", "Hội đàm qua cầu truyền hình"),
        ("hÃ´m 7/12 , Ä‘Ã m phÃ¡n", "hôm 7/12 , đàm phán"),
        ("Ã„â€˜iÃ¡Â»â€¡n Ã„â€˜ÃƒÂ¢y", "điện đây"),
        ("Trước đây, Ä‘iá»‡n thoáº¡i", "Trước đây, điện thoại"),
        ("CẢNH TAN RÃ” của họ", "CẢNH TAN RÃ” của họ"),
        ("Pedro SxE1nchez met him", "Pedro Sánchez met him"),
        ("Luis LxF3 pez rang. López slept", "Luis López rang. López slept"),
        ("JosxE9 rang. José slept", "José rang. José slept"),
        ("JosxE9 rang. JosxD7k", "JosxE9 rang. JosxD7k"),
        ("a box xE9a, 0xE9 and MaxE3 ", "a box xE9a, 0xE9 and MaxE3 "),
        ("ThủtướngTrungQuốcgọiđiện", "Thủ tướng Trung Quốc gọi điện"),
        ("diễn ratối4/4, vìlợiíchchung", "diễn ra tối 4/4, vì lợi ích chung"),
        ("TỔNGTHỐNGNGA", "TỔNG THỐNG NGA"),
        ("ngừng bắn , song", "ngừng bắn , song"),
    ],
)
def test_damage_is_repaired(raw: str, clean: str) -> None:
    view = build_view(raw, segment=SEGMENT)
    assert view.clean == clean
    assert view.raw == raw


@pytest.mark.parametrize(
    "word",
    [
        "SolarWinds",
        "iPhone",
        "VietNamNet",
        "https://vidu.example/tinthegioi",
        "#BiểnĐông",
        "Zaporizhzhia",
        "Élysée",
        "Erdoğan",
        "Bogotá",
        "Pelé",
        "Orbán",
        "nghiêng",
        "nguyễn",
        "Đắk",
        "khuếch",
        "quyết",
        "giếng",
        "Łukasz",
        "São",
        "Kraków",
    ],
)
def test_whole_words_stay(word: str) -> None:
    raw = f"gặp {word} hôm nay"
    view = build_view(raw, segment=SEGMENT)
    assert view.clean == raw
    assert not view.starts


def test_a_put_back_space_comes_from_nothing() -> None:
    view = build_view("ThủtướngTrungQuốc", segment=SEGMENT)
    place = view.clean.index("Trung Quốc")
    assert view.words(Span(place, place + 10)) == "TrungQuốc"
    assert view.to_raw(Span(3, 3)) == Span(3, 3)


@given(TEXTS)
def test_views_keep_their_way_back(raw: str) -> None:
    view = build_view(raw, segment=SEGMENT)
    assert len(view.folded) == len(view.clean)
    if not view.starts:
        assert len(view.clean) == len(raw) or not view.clean
        return
    assert len(view.starts) == len(view.stops) == len(view.clean)
    assert list(view.starts) == sorted(view.starts)
    assert list(view.stops) == sorted(view.stops)
    assert all(0 <= start <= stop <= len(raw) for start, stop in zip(view.starts, view.stops, strict=True))


@given(TEXTS)
def test_line_breaks_are_kept(raw: str) -> None:
    view = build_view(raw, segment=SEGMENT)
    assert [sign for sign in view.clean if sign in "\r\n"] == [sign for sign in raw if sign in "\r\n"]


@given(st.text(alphabet="abc điệnừ,.\n", max_size=4))
def test_sound_text_is_itself(raw: str) -> None:
    view = build_view(raw)
    assert view.clean == raw
    assert not view.starts


@given(st.text())
def test_folding_keeps_the_length_of_composed_text(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert HAN.search(composed) or len(fold(text)) == len(composed)


def test_folding_joins_spellings() -> None:
    assert fold("HOÀ BÌNH") == fold("hòa bình")
    assert fold("quý") == "quý"
    assert fold("Ｎguồn：") == "nguồn:"


def test_han_characters_stand_apart_and_keep_their_way_back() -> None:
    view = build_view("總統說：「好」。4日，弗拉基米尔·普京")
    assert view.clean == "總 統 說: 「好」. 4 日, 弗 拉 基 米 尔·普 京"
    assert view.folded.startswith("总 统 说")
    start = view.folded.index("总 统")
    assert view.words(Span(start, start + 3)) == "總統"
    assert view.words(Span(start, view.folded.index("4"))) == "總統說：「好」。"


@pytest.mark.parametrize(
    ("found", "read"),
    [
        ("總統(tǒng)應(yīng)約通電話", "总 统 应 约 通 电 话"),
        ("總統（tǒng）", "总 统"),
        ("曏俄羅斯縂統表示", "向 俄 罗 斯 总 统 表 示"),
        ("总统(Macron)", "总 统 (macron)"),
        ("总统(de)", "总 统 (de)"),
        ("a(tǒng)", "a(tǒng)"),
    ],
)
def test_readings_of_han_characters_in_brackets_are_left_out(found: str, read: str) -> None:
    assert build_view(found).folded == read


def test_words_that_a_reading_was_left_out_of_lead_back_to_the_text_as_found() -> None:
    view = build_view("總統(tǒng)說")
    assert view.words(Span(0, len(view.clean))) == "總統(tǒng)說"


def test_forms_with_han_characters_compare_as_views_do() -> None:
    for words in ("臺灣總統府", "G20峰會", "1月21日上午", "說：“好”"):
        assert fold(words) == build_view(words).folded
    assert join_han(build_view("王毅 4 日").clean) == "王毅4日"


def test_patterns_are_parted_outside_of_their_brackets() -> None:
    assert part_pattern("({year}年)?(今|昨)天<上午>在") == "({year} 年)? (今|昨) 天 <上 午> 在"
    assert part_pattern("gọi (điện)? cho") == "gọi (điện)? cho"


@pytest.mark.parametrize(
    ("found", "read"),
    [
        ("П\u0079тин п\u006fзвонил", "Путин позвонил"),
        ("говорил \u0063 коллегой", "говорил с коллегой"),
        ("Пу\u0301тин", "Путин"),
        ("канал RT и сайт Axios", "канал RT и сайт Axios"),
        ("Telegram-канал", "Telegram-канал"),
    ],
)
def test_latin_letters_in_cyrillic_words_and_printed_stress_are_mended(found: str, read: str) -> None:
    view = build_view(found)
    assert view.clean == read
    assert view.raw == found
