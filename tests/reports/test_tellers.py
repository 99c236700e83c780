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
        ("Ông Trump đã điện đàm với ông Putin, hai nguồn thạo tin nói với Reuters.", "Reuters"),
        ("Ông Trump điện đàm với ông Putin. Quan chức cao cấp trong chính quyền Mỹ nói cuộc gọi ngắn.", "US official"),
        ("Ông Trump điện đàm với ông Putin. Kết quả sẽ được đích thân ông Trump công bố vào sáng mai.", ""),
        ("Ông Trump điện đàm với ông Putin. Theo báo chí Nga, cuộc gọi kéo dài một giờ.", "Russian media"),
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
        ("新华社北京6月10日电 习近平10日同普京通电话。", "Xinhua"),
        ("莫迪同普京通电话。印度政府在声明里表示，莫迪重申一贯立场。", "Government of India"),
        ("据塔斯社消息，俄罗斯政府25日宣布，莫迪将同普京会谈。", "TASS, Government of Russia"),
        ("特朗普同普京通电话。据新华社报道，俄方称通话很长。", "Xinhua, Government of Russia"),
        ("马克龙同特朗普通电话。据他的办公室说，两人谈了20分钟。", "Élysée"),
        ("习近平同普京通电话。一名不愿具名的俄罗斯官员说，两人谈了五分钟。", "Russian official"),
        ("日本政府人士5日向共同社透露，高市早苗将同李在明会谈。", "Japanese official, Kyodo"),
        (
            "特朗普同普京通电话。美国国务卿卢比奥说，通话很长；他的俄国同行则称，通话很短。",
            "Marco Rubio, Sergey Lavrov",
        ),
        ("特朗普同普京通电话。特朗普在推特上称通话“很有成效”，普京祝贺他促成和平。", "Donald Trump"),
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
