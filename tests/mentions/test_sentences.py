"""Where one sentence ends and the next begins."""

from __future__ import annotations

import pytest

from telcon.languages import load_pack
from telcon.mentions.sentences import LONGEST, cut_sentences
from telcon.model.texts import Role
from tests.mentions.texts import make_text

PACK = load_pack("vi")


def _cut(*lines: tuple[Role, str]) -> list[str]:
    text = make_text(*lines)
    return [text.view.clean[s.span.start : s.span.stop] for s in cut_sentences(text, PACK)]


def _cut_body(paragraph: str) -> list[str]:
    return _cut((Role.BODY, paragraph))


@pytest.mark.parametrize(
    "sentences",
    [
        ["Hai ông nói về dầu mỏ.", "Cuộc gọi kéo dài một giờ."],
        ["Hai ông có nói về dầu mỏ không?", "Không ai trả lời!", "Rồi họ ra về."],
        ["Ông nói: “Tôi rất vui.”", "Rồi ông ra về."],
        ["Ông nói: “Tôi rất vui”.", "“Tôi cũng vậy”, bà đáp."],
        ['Ông nói "Tôi rất vui."', "Bà im lặng."],
        ["Giá dầu tăng 2.5 lần so với năm 2020.", "28 nước lo ngại."],
        ["Ông im lặng hồi lâu…", "Rồi ông ra về."],
        ["Đó là ngày 21.1.2025.", "Trời lạnh."],
        ["(Bà vắng mặt.)", "Ông chủ trì thay."],
    ],
)
def test_sentences_end_at_their_stops(sentences: list[str]) -> None:
    assert _cut_body(" ".join(sentences)) == sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "Tổng thống John F. Kennedy nhắc tới ông Nguyễn V. An.",
        "TP. Hồ Chí Minh đón đoàn khách của GS. Trần An.",
        "Mr. Smith và Dr. Brown dự tiệc.",
        "Ông nói “Chúng tôi sẵn sàng... nhưng chưa vội” rồi ra về.",
        "Kim ngạch đạt 1.200 tỷ đồng.",
        "Trang web vnexample.vn đưa tin lúc 7.30 sáng.",
    ],
)
def test_dots_within_a_sentence_end_none(sentence: str) -> None:
    assert _cut_body(sentence) == [sentence]


def test_a_wrapped_paragraph_is_put_together() -> None:
    found = _cut((Role.BODY, "Hai nhà lãnh đạo đã nói chuyện"), (Role.BODY, "qua điện thoại. Họ bàn về dầu mỏ."))
    assert found == ["Hai nhà lãnh đạo đã nói chuyện\nqua điện thoại.", "Họ bàn về dầu mỏ."]


def test_a_blank_line_within_a_wrapped_sentence_is_passed_over() -> None:
    found = _cut((Role.BODY, "Hai nhà lãnh đạo đã nói"), (Role.BLANK, ""), (Role.BODY, "chuyện với nhau."))
    assert found == ["Hai nhà lãnh đạo đã nói\n\nchuyện với nhau."]


def test_what_is_no_article_parts_paragraphs() -> None:
    found = _cut((Role.BODY, "Hai nhà lãnh đạo đã nói"), (Role.TEASER, "Xem thêm"), (Role.BODY, "chuyện với nhau."))
    assert found == ["Hai nhà lãnh đạo đã nói", "chuyện với nhau."]


def test_a_headline_stands_alone() -> None:
    text = make_text(
        (Role.HEADLINE, "Hai nhà lãnh đạo nói chuyện"), (Role.LEAD, "Cuộc gọi dài."), (Role.BODY, "Rất dài.")
    )
    sentences = cut_sentences(text, PACK)
    assert [(s.headline, s.lead, s.line) for s in sentences] == [(True, False, 1), (False, True, 2), (False, False, 3)]


def test_sentences_of_one_paragraph_share_its_number() -> None:
    text = make_text((Role.BODY, "Một. Hai."), (Role.BODY, "Ba. Bốn."))
    numbers = [s.paragraph for s in cut_sentences(text, PACK)]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_an_empty_page_has_no_sentence() -> None:
    assert _cut((Role.BLANK, ""), (Role.MENU, "Trang chủ")) == []


@pytest.mark.parametrize("sign", ["; ", ", ", " "])
def test_words_without_a_stop_are_cut_at_their_pauses(sign: str) -> None:
    clause = "ông A gọi cho ông B" + sign
    found = _cut_body(clause * 5000)
    assert max(map(len, found)) <= LONGEST
    assert all(part.endswith((clause.strip(), sign.strip())) for part in found)
    assert " ".join(found) == (clause * 5000).strip()


def test_a_semicolon_parts_before_a_comma_does() -> None:
    found = _cut_body("ông A gọi, " * 110 + "rồi thôi; " + "ông B gọi, " * 90)
    assert [part[-5:] for part in found] == ["thôi;", " gọi,"]


def test_letters_without_any_pause_are_cut_too() -> None:
    assert [len(part) for part in _cut_body("a" * (LONGEST * 2 + 1))] == [LONGEST, LONGEST, 1]


def test_a_long_sentence_stays_whole() -> None:
    sentence = ("ông A gọi cho ông B, " * 100)[: LONGEST - 1].strip() + "."
    assert _cut_body(sentence) == [sentence]


def test_sentences_end_where_the_space_behind_a_stop_is_lost() -> None:
    assert _cut_body("Giá dầu tăng.Hai ông lo “cho dân”.Rồi họ nghỉ.") == [
        "Giá dầu tăng.",
        "Hai ông lo “cho dân”.",
        "Rồi họ nghỉ.",
    ]


def test_names_with_stops_inside_are_kept_together() -> None:
    assert _cut_body("Ông ở TP.HCM gặp G.Bu-sơ và V.Putin.") == ["Ông ở TP.HCM gặp G.Bu-sơ và V.Putin."]
