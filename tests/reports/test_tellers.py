"""Who tells of a contact, by the usual formulas of each language: each page tells of one contact."""

from __future__ import annotations

import pytest

import telcon

FORMULAS = {
    "en": [
        ("Mr Trump called Mr Netanyahu on Sunday, Axios reports, citing a U.S. official.", "Axios, US official"),
        ("Two U.S. officials told Axios that Mr Trump called Mr Netanyahu on Sunday.", "US official, Axios"),
        (
            "Mr Putin and Mr Trump will talk soon, Kremlin aide Yuri Ushakov said, as quoted by TASS.",
            "Yuri Ushakov, TASS",
        ),
        ("Mr Putin and Mr Trump talked, RIA reported, citing Kremlin aide Yuri Ushakov.", "RIA Novosti, Yuri Ushakov"),
        ("Mr Putin rang Mr Erdogan. The call was confirmed by Dmitry Peskov.", "Dmitry Peskov"),
        ("Mr Putin rang Mr Erdogan. A Kremlin readout of the call said they had talked for an hour.", "Kremlin"),
        ("Mr Putin rang Mr Erdogan on Monday, said the news agency ANI.", "ANI"),
        ("Mr Modi rang Ms Hasina and was briefed by Ms Hasina on the floods.", ""),
        (
            "Keir Starmer rang Volodymyr Zelensky, Downing Street said. In Berlin a minister spoke of the harvest.",
            "Downing Street",
        ),
    ],
    "vi": [
        ("Nhà Trắng ra thông báo về cuộc điện đàm giữa ông Trump và ông Netanyahu.", "White House"),
        ("“Tôi vừa điện đàm với ông Putin”, ông Trump đăng trên mạng xã hội Truth Social.", "Donald Trump"),
        ("Axios dẫn nguồn tin từ quan chức Mỹ cho biết ông Trump đã điện đàm với ông Netanyahu.", "Axios, US official"),
        ("Cuộc điện đàm giữa ông Trump và ông Putin được Điện Kremlin công bố hôm nay.", "Kremlin"),
        ("Ông Trump đã điện đàm với ông Putin. Ông Peskov đăng ký dự một hội thảo.", ""),
    ],
    "ru": [
        (
            "Путин провел телефонный разговор с Эрдоганом, сообщает со ссылкой на Кремль РИА Новости.",
            "RIA Novosti, Kremlin",
        ),
        ("Трамп созвонился с Нетаньяху, пишет Axios со ссылкой на американских чиновников.", "Axios, US official"),
        ("Трамп заявил, что поговорил по телефону с Путиным.", "Donald Trump"),
        (
            "Зеленский рассказал о телефонном разговоре с Макроном. Погода стояла ясная, в парке гуляли дети.",
            "Volodymyr Zelensky",
        ),
        (
            "Песков анонсировал телефонный разговор Путина с Трампом. Погода стояла ясная, в парке гуляли дети.",
            "Dmitry Peskov",
        ),
        ("Си Цзиньпин позвонил Трампу. В Кремле заверили, что об этом разговоре знали заранее.", "Kremlin"),
        ("Путин позвонил Трампу и заявил, что Россия готова к переговорам.", ""),
    ],
    "zh": [
        ("以色列总理府说，内塔尼亚胡同特朗普通电话。", "Office of the Prime Minister of Israel"),
        ("习近平同普京视频会晤。克里姆林宫称此次会晤历时一小时，普京已接受邀请。", "Kremlin"),
        ("习近平同普京通电话。普京认为有必要与习近平保持沟通。", ""),
    ],
}
HEADLINES = {
    "en": "Leaders talk",
    "vi": "Hai nhà lãnh đạo nói chuyện",
    "ru": "Лидеры поговорили",
    "zh": "两国领导人通话",
}
PAGES = [(code, text, names) for code, pages in FORMULAS.items() for text, names in pages]


@pytest.mark.parametrize(("code", "text", "names"), PAGES, ids=[text for _, text, _ in PAGES])
def test_those_whom_a_page_names_tell_of_its_contact(code: str, text: str, names: str) -> None:
    contact = telcon.read(f"{HEADLINES[code]}\n{text}", published="2025-11-04", lang=code).contacts[0]
    told = {source.name for source in contact.reported_by}
    assert told == set(filter(None, names.split(", ")))
