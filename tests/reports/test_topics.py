"""What a contact dealt with, and what only stands beside it."""

from __future__ import annotations

import pytest

from telcon.engine.reading import read_page
from telcon.model.pages import Page

HEADS = {
    "en": "News\n\n22 January 2025",
    "vi": "Tin tức\n\n22/01/2025 08:00",
    "ru": "Новости\n\n22.01.2025 08:00",
    "zh": "新闻\n\n2025-01-22 08:00",
}


def _topics(language: str, article: str) -> tuple[str, ...]:
    text = "\n\n".join([HEADS[language], *article.split(" // ")]) + "\n"
    return read_page(Page("", "case", text, "case", language=language)).contacts[0].topics


@pytest.mark.parametrize(
    ("language", "article"),
    [
        ("en", "Vladimir Putin met Narendra Modi on Tuesday on the sidelines of a BRICS gathering in Kazan."),
        ("en", "Emmanuel Macron sat down with Xi Jinping on Tuesday in Rio, where both had come for the G20."),
        ("en", "Emmanuel Macron met Lula da Silva on Tuesday during his tour of Latin America."),
        ("vi", "Ngày 21/1, ông Emmanuel Macron gặp ông Narendra Modi khi cả hai tới New York họp Liên Hợp Quốc."),
        ("vi", "Nhân dịp dự hội nghị APEC, ông Emmanuel Macron ngày 21/1 gặp ông Narendra Modi."),
        ("ru", "Владимир Путин встретился 21 января с Си Цзиньпином в Казани, где проходил саммит БРИКС."),
        ("ru", "Приехав на Генассамблею ООН, Эмманюэль Макрон встретился во вторник с Нарендрой Моди."),
        ("zh", "法国总统马克龙21日借二十国集团峰会之机会见印度总理莫迪。"),
        ("zh", "法国总统马克龙21日在联合国总部会见印度总理莫迪。"),
    ],
)
def test_where_leaders_met_is_no_matter(language: str, article: str) -> None:
    assert not {"multilateral", "latin_america", "climate"} & set(_topics(language, article))


@pytest.mark.parametrize(
    ("language", "article"),
    [
        ("en", "Emmanuel Macron met Narendra Modi on Tuesday and discussed the reform of the United Nations."),
        ("en", "Vladimir Putin told Narendra Modi by phone on Tuesday that BRICS should take in new members."),
        ("vi", "Ngày 21/1, ông Emmanuel Macron gặp ông Narendra Modi, bàn về cải tổ Liên Hợp Quốc."),
        ("ru", "Эмманюэль Макрон встретился во вторник с Нарендрой Моди и обсудил реформу ООН."),
        ("zh", "法国总统马克龙21日会见印度总理莫迪，就联合国改革交换意见。"),
    ],
)
def test_what_was_talked_of_or_said_is(language: str, article: str) -> None:
    assert "multilateral" in _topics(language, article)


@pytest.mark.parametrize(
    ("language", "article"),
    [
        ("en", "Putin sent Modi a letter on Tuesday. // Critics of Putin and Modi dislike the gas business."),
        ("vi", "Ngày 21/1, ông Putin gửi thư cho ông Modi. // Báo chí hay ví ông Putin và ông Modi với lái dầu khí."),
        ("ru", "Владимир Путин направил письмо Нарендре Моди. // Путина и Моди давно сравнивают с торговцами газом."),
        ("zh", "俄罗斯总统普京21日致函印度总理莫迪。 // 天然气一直是普京和莫迪的难题。"),
    ],
)
def test_what_else_is_told_of_two_is_not_in_the_letter(language: str, article: str) -> None:
    assert "energy" not in _topics(language, article)


@pytest.mark.parametrize(
    ("language", "article"),
    [
        ("en", "António Guterres rang Narendra Modi on Tuesday. // The UN will help, Guterres said."),
        ("vi", "Ngày 21/1, ông Guterres điện đàm với ông Modi. // Ông Guterres nói Liên Hợp Quốc sẽ giúp."),
        ("ru", "Гутерриш во вторник позвонил Нарендре Моди. // Гутерриш сказал, что ООН поможет."),
        ("zh", "联合国秘书长古特雷斯21日同印度总理莫迪通电话。 // 古特雷斯表示，联合国会派人。"),
    ],
)
def test_the_organisation_that_one_of_them_leads_is_none(language: str, article: str) -> None:
    assert "multilateral" not in _topics(language, article)


def test_what_is_said_of_its_role_is() -> None:
    told = "António Guterres met Narendra Modi on Tuesday. // The two discussed reform of the Security Council."
    assert "multilateral" in _topics("en", told)
