"""Leaders who tell of their own contact, apart from what they said in it."""

from __future__ import annotations

import pytest

import telcon

CALLS = {
    "en": "U.S. President Donald Trump spoke by phone with Indian Prime Minister Narendra Modi on Monday.",
    "vi": "Ngày 5/5, Tổng thống Mỹ Donald Trump điện đàm với Thủ tướng Ấn Độ Narendra Modi.",
    "ru": "5 мая президент США Дональд Трамп поговорил по телефону с премьер-министром Индии Нарендрой Моди.",
    "zh": "5月5日，美国总统特朗普同印度总理莫迪通电话。",
}
MODI, TRUMP = ["Narendra Modi"], ["Donald Trump"]


def _tellers(lang: str, sentence: str) -> list[str]:
    page = telcon.read(f"{CALLS[lang]}\n{sentence}", published="2025-05-07", lang=lang)
    call = next(contact for contact in page.contacts if str(contact.date) == "2025-05-05")
    return [source.name for source in call.reported_by]


@pytest.mark.parametrize(
    ("lang", "sentence", "tellers"),
    [
        ("en", "Modi said he had told Trump that India would keep buying oil.", MODI),
        ("en", "Modi told lawmakers that he had asked Trump to lower the tariffs.", MODI),
        ("vi", "Ông Modi cho biết ông đã nói với ông Trump rằng Ấn Độ sẽ tiếp tục mua dầu.", MODI),
        ("ru", "Моди сообщил, что сказал Трампу о планах Индии покупать нефть.", MODI),
        ("zh", "莫迪说，他告诉特朗普，印度将继续购买石油。", MODI),
        ("en", "Modi told Trump that India would keep buying oil.", []),
        ("en", "Modi said that India would vote in May and thanked Trump for his wishes.", []),
        ("vi", "Ông Modi nói với ông Trump rằng Ấn Độ sẽ tiếp tục mua dầu.", []),
        ("ru", "Моди сказал Трампу, что Индия продолжит покупать нефть.", []),
        ("zh", "莫迪告诉特朗普，印度将继续购买石油。", []),
    ],
)
def test_who_says_what_he_told_the_other_tells_of_it(lang: str, sentence: str, tellers: list[str]) -> None:
    assert _tellers(lang, sentence) == tellers


@pytest.mark.parametrize(
    ("lang", "sentence", "tellers"),
    [
        ("en", "Speaking in Delhi after the call, Modi said he had raised the matter of visas.", MODI),
        ("vi", "Phát biểu sau cuộc điện đàm, ông Modi nói ông đã nêu vấn đề thị thực cho lao động Ấn Độ.", MODI),
        ("ru", "После разговора Моди сказал, что Индия довольна.", MODI),
        ("zh", "通话后，莫迪表示印度对结果感到满意。", MODI),
        ("en", "During the call, Modi said India would keep buying oil.", []),
        ("vi", "Trong cuộc điện đàm, ông Modi nói Ấn Độ sẽ tiếp tục mua dầu.", []),
        ("ru", "В ходе разговора Моди сказал, что Индия продолжит покупать нефть.", []),
        ("zh", "通话中，莫迪说，印度将继续购买石油。", []),
    ],
)
def test_who_speaks_after_a_contact_tells_of_it(lang: str, sentence: str, tellers: list[str]) -> None:
    assert _tellers(lang, sentence) == tellers


@pytest.mark.parametrize(
    ("lang", "sentence", "tellers"),
    [
        ("en", "Modi said on Tuesday that the two leaders had discussed energy.", MODI),
        ("en", "Modi said he and Trump had talked about energy.", MODI),
        ("en", '"We had a very good call," Trump said.', TRUMP),
        ("en", "Modi said the initiative for the call had come from the Americans.", MODI),
        ("en", "Modi confirmed the conversation on Tuesday.", MODI),
        ("vi", "Ông Modi cho biết hai nhà lãnh đạo đã trao đổi về năng lượng.", MODI),
        ("vi", "Ông Modi cho biết cuộc điện đàm kéo dài một giờ.", MODI),
        ("ru", "Моди сообщил, что лидеры обсудили энергетику.", MODI),
        ("ru", "«У нас был очень хороший разговор», — сказал Трамп.", TRUMP),
        ("zh", "莫迪说，两国领导人讨论了能源问题。", MODI),
        ("zh", "莫迪证实了这次通话。", MODI),
        ("en", "Modi said India would keep buying oil.", []),
        ("en", "Trump stressed that the tariffs would stay.", []),
        ("vi", "Ông Modi khẳng định Ấn Độ sẽ tiếp tục mua dầu.", []),
        ("ru", "Моди заявил, что Индия продолжит покупать нефть.", []),
        ("zh", "特朗普强调，关税将保持不变。", []),
    ],
)
def test_who_says_what_both_talked_of_tells_of_it(lang: str, sentence: str, tellers: list[str]) -> None:
    assert _tellers(lang, sentence) == tellers


@pytest.mark.parametrize(
    ("lang", "page", "tells"),
    [
        ("en", "Mr Modi met Mr Macron in Paris. Trade would grow, Mr Modi said on leaving.", True),
        ("en", "Mr Modi met Mr Macron in Paris. Trade would grow, Mr Modi said.", False),
        ("en", "Mr Modi spoke by phone with Mr Macron. Mr Modi thanked Mr Macron for the call in a post on X.", True),
        ("en", "Mr Modi spoke by phone with Mr Macron. Mr Modi thanked Mr Macron for the aid.", False),
        ("vi", "Ông Modi hội đàm với ông Macron ở Paris. Ông Modi sau đó nói ông Macron sẵn sàng hợp tác.", True),
        ("zh", "莫迪周一同马克龙在巴黎会谈。莫迪会后表示，两国贸易还会增长。", True),
        ("zh", "莫迪周一同马克龙在巴黎会谈。莫迪表示，两国贸易还会增长。", False),
    ],
)
def test_what_is_said_afterwards_or_posted_is_said_to_everybody(lang: str, page: str, tells: bool) -> None:
    (contact,) = telcon.read(page, published="2025-03-04", lang=lang).contacts
    assert [source.name for source in contact.reported_by] == (["Narendra Modi"] if tells else [])


@pytest.mark.parametrize(
    ("lang", "page"),
    [
        ("en", "Mr Modi spoke by phone with Mr Macron. Mr Modi invited Mr Macron to India in May, ANI reported."),
        ("zh", "莫迪周一同马克龙通电话。新华社报道，莫迪邀请马克龙5月访问印度。"),
    ],
)
def test_who_tells_of_an_invitation_tells_of_the_call_in_which_it_was_made(lang: str, page: str) -> None:
    contacts = telcon.read(page, published="2025-03-04", lang=lang).contacts
    assert [len(contact.reported_by) for contact in contacts] == [1] * len(contacts)
