"""An agency in a dateline tells of a contact, unless its own sentence says according to whom."""

from __future__ import annotations

import pytest

import telcon

RELAYED = [
    ("zh", "新华社伦敦3月2日电 英国首相府发言人2日说，英国首相斯塔默当天同法国总统马克龙通了电话。", "Downing Street"),
    (
        "zh",
        "新华社巴黎3月2日电（记者 某某）法国总统府2日发表声明说，法国总统马克龙同加拿大总理卡尼通了电话。",
        "Élysée",
    ),
    ("zh", "中新网3月2日电 据韩联社报道，韩国总统李在明2日同日本首相石破茂通电话。", "Yonhap"),
    ("vi", "TTXVN - Theo Yonhap, Tổng thống Lee Jae Myung ngày 2/3 điện đàm với Thủ tướng Ishiba Shigeru.", "Yonhap"),
    (
        "vi",
        "Moskva (TTXVN) - Người phát ngôn Điện Kremlin Dmitry Peskov ngày 2/3 cho biết Tổng thống Putin sẽ điện đàm "
        "với Tổng thống Thổ Nhĩ Kỳ Erdogan.",
        "Dmitry Peskov",
    ),
    (
        "en",
        "OTTAWA, March 2 (Xinhua) -- Canadian Prime Minister Mark Carney spoke by phone with French President "
        "Emmanuel Macron on Sunday, his office said.",
        "Office of the Prime Minister of Canada",
    ),
    (
        "ru",
        "МОСКВА, 2 марта. /ТАСС/. Президент России Владимир Путин поговорит по телефону с президентом Турции "
        "Эрдоганом, сообщил пресс-секретарь президента РФ Дмитрий Песков.",
        "Dmitry Peskov",
    ),
]
TOLD = [
    ("zh", "新华社北京3月2日电 国家主席习近平2日同法国总统马克龙通电话。习近平说，中法关系良好。", "Xinhua"),
    (
        "zh",
        "新华社渥太华3月2日电 加拿大总理卡尼2日同法国总统马克龙通电话。加拿大总理办公室说，两人谈了贸易。",
        "Office of the Prime Minister of Canada, Xinhua",
    ),
    ("zh", "新华社多哈3月2日电 2日，卡塔尔埃米尔塔米姆收到沙特国王萨勒曼的一封书面信件。", "Xinhua"),
    (
        "en",
        "BEIJING, March 2 (Xinhua) -- Chinese President Xi Jinping spoke by phone with French President Emmanuel "
        "Macron on Sunday.",
        "Xinhua",
    ),
    (
        "en",
        "BEIJING, April 24 (Xinhua) -- China's President Xi Jinping and Kenyan President William Ruto met on Thursday "
        "and agreed that the two countries would work together.",
        "Xinhua",
    ),
    ("ru", "МОСКВА, 2 марта - РИА Новости. Владимир Путин созвонился с президентом Турции Эрдоганом.", "RIA Novosti"),
]
OWN_PLANS = [
    (
        "vi",
        "Ông Macron nói ông vừa điện đàm với Thủ tướng Canada Mark Carney.\n\n“Đó là cuộc gọi tốt, chúng tôi sẽ gặp "
        "nhau tại Ottawa”, ông Macron nói.",
        "Emmanuel Macron",
    ),
    (
        "zh",
        "法国总统马克龙透露，他同加拿大总理卡尼通了电话。他说，两人下个月将在渥太华会面。",
        "Emmanuel Macron",
    ),
    (
        "en",
        "French President Emmanuel Macron met Canadian Prime Minister Mark Carney on Monday. Macron said he would "
        "visit Ottawa next month.",
        "",
    ),
    ("zh", "法国总统马克龙2日同加拿大总理卡尼会谈。马克龙回顾说，两国友好，并表示希望明年访问加拿大。", ""),
]


@pytest.mark.parametrize(("lang", "text", "tellers"), [*RELAYED, *TOLD])
def test_who_tells_what_an_agency_wires(lang: str, text: str, tellers: str) -> None:
    (contact,) = telcon.read(text, published="2025-03-03", lang=lang).contacts
    assert ", ".join(source.name for source in contact.reported_by) == tellers


@pytest.mark.parametrize(("lang", "text", "tellers"), OWN_PLANS)
def test_leaders_tell_of_what_they_plan_once_they_told_of_a_contact(lang: str, text: str, tellers: str) -> None:
    contacts = telcon.read(text, published="2025-03-03", lang=lang).contacts
    later = [contact for contact in contacts if contact.status != "held"]
    assert [", ".join(source.name for source in contact.reported_by) for contact in later] == [tellers]


@pytest.mark.parametrize(
    ("lang", "text", "tellers"),
    [
        (
            "vi",
            "Ông Macron điện đàm với Thủ tướng Canada Mark Carney.\n\n"
            "Hãng AFP cho biết theo ông Macron, châu Âu đã nhìn rõ mối đe dọa.",
            "AFP",
        ),
        (
            "en",
            "Mr Macron spoke by phone with Canadian Prime Minister Mark Carney.\n\n"
            "AFP reports that, according to Mr Macron, Europe has seen the threat.",
            "AFP",
        ),
        (
            "ru",
            "Макрон поговорил по телефону с премьером Канады Марком Карни.\n\n"
            "AFP сообщает, что, по словам Макрона, Европа увидела угрозу.",
            "AFP",
        ),
        ("zh", "法国总统马克龙同加拿大总理卡尼通电话。\n\n法新社报道说，据马克龙介绍，欧洲已看清威胁。", "AFP"),
        ("zh", "法国总统马克龙同加拿大总理卡尼通电话。\n\n综合新华社记者报道：德国外交部发表声明，愿意斡旋。", ""),
        ("zh", "法国总统马克龙同加拿大总理卡尼通电话。\n\n路透社报道说，这次通话是马克龙提出的。", "Reuters"),
        ("zh", "法国总统马克龙同印度总理莫迪通电话，莫迪重申印度主张和平解决冲突。", ""),
    ],
)
def test_a_medium_relays_what_leaders_say(lang: str, text: str, tellers: str) -> None:
    (contact,) = telcon.read(text, published="2025-03-03", lang=lang).contacts
    assert ", ".join(source.name for source in contact.reported_by) == tellers
