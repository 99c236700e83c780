"""Which sentences of an article tell what a contact dealt with."""

from __future__ import annotations

import pytest

from telcon.engine.reading import read_page
from telcon.model.pages import Page

OPENING = "Tổng thống Nga Vladimir Putin hôm 21/1 điện đàm với Chủ tịch Trung Quốc Tập Cận Bình.\n\n"


def _topics(sentence: str) -> tuple[str, ...]:
    head = "Hai nhà lãnh đạo nói chuyện qua điện thoại\n\n22/01/2025 08:00\n\n"
    reading = read_page(Page("", "case", head + OPENING + sentence + "\n", "case", language="vi"))
    return reading.contacts[0].topics


@pytest.mark.parametrize(
    "sentence",
    [
        "Hai bên còn nhiều hồ sơ về dầu khí ở trên bàn.",
        "Với ông Putin và ông Tập, hồ sơ dầu khí là chuyện chung.",
        "Ông Putin đề nghị bán thêm dầu khí cho Trung Quốc.",
        "Hai ông cũng bàn về dầu khí.",
    ],
)
def test_sentences_on_those_who_took_part_together_or_with_their_words_count(sentence: str) -> None:
    assert "energy" in _topics(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Putin vừa ký luật về dầu khí trước đó vài giờ.",
        "Phe đối lập chê ông Tập chậm cải tổ ngành dầu khí.",
        "Giá dầu khí đang giảm mạnh ở châu Âu.",
    ],
)
def test_sentences_on_one_of_them_alone_do_not(sentence: str) -> None:
    assert "energy" not in _topics(sentence)


def test_other_states_named_in_what_was_said_are_its_matter() -> None:
    assert "syria" in _topics("Hai ông cũng bàn chuyện cũ, và ông Tập nói Syria phải tự quyết lấy.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Hai ông cũng bàn chuyện cũ với Tổng thống Ukraine Volodymyr Zelensky.",
        "Hai ông cũng bàn chuyện cũ, trong bối cảnh nội chiến ở Syria.",
        "Hai ông không đề cập đến nội chiến ở Syria.",
    ],
)
def test_leaders_of_others_backdrops_and_what_was_not_raised_are_none(sentence: str) -> None:
    assert _topics(sentence) == ()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "President Emmanuel Macron of France was discussing gas with his cabinet."),
        ("vi", "Chuyện dầu khí thì Tổng thống Pháp Emmanuel Macron còn phải bàn ở trong nước."),
        ("ru", "О газе говорили и в Париже, где Эмманюэль Макрон собрал министров."),
        ("zh", "天然气价格高企，法国总统马克龙当天也召集阁员讨论。"),
    ],
)
def test_what_other_leaders_talk_of_is_not_their_matter(language: str, sentence: str) -> None:
    opening = {
        "en": "News\n\n22 January 2025\n\nVladimir Putin spoke on Tuesday by phone with Narendra Modi.\n\n",
        "vi": "Tin tức\n\n22/01/2025 08:00\n\nÔng Vladimir Putin hôm 21/1 điện đàm với ông Narendra Modi.\n\n",
        "ru": "Новости\n\n22.01.2025\n\nВладимир Путин во вторник поговорил по телефону с Нарендрой Моди.\n\n",
        "zh": "新闻\n\n2025-01-22\n\n俄罗斯总统普京21日同印度总理莫迪通电话。\n\n",
    }[language]
    page = Page("", "case", opening + sentence + "\n", "case", language=language)
    assert read_page(page).contacts[0].topics == ()


def test_a_contact_that_was_held_is_no_later_one() -> None:
    assert "future_contact" not in _topics("Ông Putin và ông Tập đã gặp mặt vào tuần trước.")


def test_a_sentence_with_a_word_for_the_contact_and_nobody_named_is_its_matter() -> None:
    assert "energy" in _topics("Cuộc điện đàm kéo dài một giờ và động đến dầu khí.")


def test_a_day_behind_those_who_took_part_does_not_make_it_another_time() -> None:
    assert "energy" in _topics(
        "Hai nhà lãnh đạo hài lòng vì thỏa thuận dầu khí ký hồi tháng 6/2024 đang được thực hiện."
    )


def _read(article: str, language: str) -> dict[str, tuple[str, ...]]:
    page = Page("", "case", article + "\n", "case", language=language)
    return {contact.participants[1].name: contact.topics for contact in read_page(page).contacts}


def test_each_of_several_contacts_has_the_clauses_that_tell_of_it() -> None:
    told = _read(
        "印度总理的一天\n\n2014-05-28 08:00\n\n"
        "印度总理莫迪27日先同斯里兰卡总统拉贾帕克萨会谈，谈到渔业；随后与巴基斯坦总理谢里夫会谈，谈到反恐。",
        "zh",
    )
    assert told == {"Mahinda Rajapaksa": ("food_agriculture",), "Nawaz Sharif": ("terrorism",)}


def test_greetings_in_the_headline_are_the_matter_of_all_contacts_told_of() -> None:
    told = _read(
        "各国领导人祝贺莫迪胜选\n\n2014-05-17 10:44\n\n"
        "斯里兰卡总统拉贾帕克萨和英国首相卡梅伦16日先后打电话给印度候任总理莫迪。",
        "zh",
    )
    assert told and all("congratulation" in topics for topics in told.values())


def test_a_meeting_that_was_called_off_dealt_with_nothing() -> None:
    told = _read(
        "Ông Putin không sang Bắc Kinh\n\n22/01/2025 08:00\n\n"
        "Điện Kremlin ngày 21/1 bác tin ông Vladimir Putin sẽ gặp ông Tập Cận Bình vì chuyện dầu khí.",
        "vi",
    )
    assert all("energy" not in topics for topics in told.values())


def test_the_place_of_a_dateline_is_no_matter() -> None:
    told = "JERUSALEM - Vladimir Putin spoke on Tuesday by phone with Narendra Modi about gas.\n"
    page = Page("", "case", "News\n\n22 January 2025\n\n" + told, "case", language="en")
    assert read_page(page).contacts[0].topics == ("energy",)


def test_the_headline_of_a_page_on_these_alone_counts() -> None:
    told = (
        "Putin and Modi: more gas\n\n22 January 2025\n\nVladimir Putin spoke on Tuesday by phone with Narendra Modi.\n"
    )
    assert read_page(Page("", "case", told, "case", language="en")).contacts[0].topics == ("energy",)
    other = told + "\nOn Monday Vladimir Putin met Xi Jinping.\n"
    assert read_page(Page("", "case", other, "case", language="en")).contacts[0].topics == ()


def _told_in_english(*lines: str) -> tuple[str, ...]:
    page = Page("", "case", "News\n\n22 January 2025\n\n" + "\n\n".join(lines) + "\n", "case", language="en")
    return read_page(page).contacts[0].topics


SPOKE = "Vladimir Putin spoke on Tuesday by phone with Narendra Modi."


def test_what_leads_up_to_a_contact_counts_where_both_act() -> None:
    assert _told_in_english("Vladimir Putin and Narendra Modi want more gas.", SPOKE) == ("energy",)
    assert _told_in_english("Vladimir Putin and Xi Jinping want more gas.", SPOKE) == ()


def test_what_came_of_a_contact_counts() -> None:
    assert _told_in_english(SPOKE, "Seven papers were signed, on gas.") == ("energy",)
    assert _told_in_english(SPOKE, "Snow fell on the gas works.") == ()
