"""Statements that say the same, in one language or two."""

from __future__ import annotations

from dataclasses import replace

from telcon.contacts.renderings import Said, line_up
from telcon.contacts.tellings import Telling
from telcon.model.contacts import Statement
from tests.contacts.test_accounts import said, telling


def told(name: str, *statements: Statement, language: str = "vi") -> list[Said]:
    base = telling(name, *statements)
    on_page = Telling(replace(base.page, language=language), 0, base.report, base.statements)
    return [Said(on_page, statement) for statement in on_page.statements]


def grouped(*pages: list[Said]) -> list[list[str]]:
    return [[it.telling.page.name for it in group] for group in line_up([it for page in pages for it in page])]


def test_the_same_words_are_one_statement() -> None:
    one = told("a", said("quan hệ hai nước đang ở mức cao chưa từng có", "Xi Jinping"))
    other = told("b", said("quan hệ hai nước hiện đang ở mức cao chưa từng có trong lịch sử", "Xi Jinping"))
    third = told("c", said("hai nước cần mở rộng thương mại và đầu tư", "Xi Jinping"))
    assert grouped(one, other, third) == [["a", "b"], ["c"]]


def test_chinese_is_compared_by_characters() -> None:
    one = told("a", said("中俄关系不断走深走实", "Xi Jinping"), language="zh")
    other = told("b", said("中俄关系不断走深走实，造福两国", "Xi Jinping"), language="zh")
    assert grouped(one, other) == [["a", "b"]]


def test_a_page_says_nothing_twice() -> None:
    words = "quan hệ hai nước đang ở mức cao chưa từng có"
    assert grouped(told("a", said(words, "Xi Jinping"), said(words, "Xi Jinping"))) == [["a"], ["a"]]


def test_a_translation_is_known_by_speaker_topics_and_numbers() -> None:
    vi = told("a", said("kim ngạch đạt 245 tỷ USD", "Vladimir Putin", topics="trade_economy"))
    ru = told("b", said("товарооборот достиг 245 млрд", "Vladimir Putin", topics="trade_economy"), language="ru")
    other = told("c", said("товарооборот вырос на 20 %", "Vladimir Putin", topics="trade_economy"), language="ru")
    assert grouped(vi, ru, other) == [["a", "b"], ["c"]]


def test_a_translation_without_numbers_is_known_only_where_nothing_else_can_be_meant() -> None:
    vi = told("a", said("ủng hộ một nước Trung Quốc", "Vladimir Putin", topics="taiwan"))
    en = told("b", said("backs one China", "Vladimir Putin", topics="taiwan"), language="en")
    assert grouped(vi, en) == [["a", "b"]]
    two = told(
        "b",
        said("backs one China", "Vladimir Putin", topics="taiwan"),
        said("opposes any independence", "Vladimir Putin", topics="taiwan"),
        language="en",
    )
    assert grouped(vi, two) == [["a"], ["b"], ["b"]]
    assert grouped(vi, told("c", said("backs one China", "Xi Jinping", topics="taiwan"), language="en")) == [
        ["a"],
        ["c"],
    ]
