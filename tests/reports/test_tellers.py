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
        ("Mr Putin rang Mr Erdogan on Monday, to the surprise of Ukrinform.", "Ukrinform"),
        ("Mr Putin rang Mr Erdogan on Monday. The BBC has moved house.", ""),
        ("Mr Putin rang Mr Erdogan on Monday. The White House account of the call dwelt on grain.", "White House"),
        ("Mr Modi rang Ms Hasina and was briefed by Ms Hasina on the floods.", ""),
        (
            "Keir Starmer rang Volodymyr Zelensky, Downing Street said. In Berlin a minister spoke of the harvest.",
            "Downing Street",
        ),
    ],
    "vi": [
        ("Ông Trump điện đàm với Tổng thống Putin, người phát ngôn Nhà Trắng cho biết.", "White House"),
        ("Ông Trump điện đàm với Tổng thống Putin, một quan chức Mỹ cho biết.", "US official"),
        ("Nhà Trắng ra thông báo về cuộc điện đàm giữa ông Trump và ông Netanyahu.", "White House"),
        ("Hãng tin Trung Quốc Tân Hoa Xã đưa tin ông Trump đã điện đàm với ông Putin.", "Xinhua"),
        ("Hãng thông tấn quốc gia Qatar (QNA) đưa tin ông Trump đã điện đàm với ông Putin.", "Qatar News Agency"),
        ("Ông Trump đã điện đàm với ông Putin. Một quan chức Nhà Trắng mới mua xe đạp.", ""),
        ("“Tôi vừa điện đàm với ông Putin”, ông Trump đăng trên mạng xã hội Truth Social.", "Donald Trump"),
        ("Axios dẫn nguồn tin từ quan chức Mỹ cho biết ông Trump đã điện đàm với ông Netanyahu.", "Axios, US official"),
        ("Cuộc điện đàm giữa ông Trump và ông Putin được Điện Kremlin công bố hôm nay.", "Kremlin"),
        ("Ông Trump đã điện đàm với ông Putin. Ông Peskov đăng ký dự một hội thảo.", ""),
        ("Ông Trump đã điện đàm với ông Putin, hai nguồn thạo tin nói với Reuters.", "Reuters"),
        ("Ông Trump điện đàm với ông Putin. Quan chức cao cấp trong chính quyền Mỹ nói cuộc gọi ngắn.", "US official"),
        ("Ông Trump điện đàm với ông Putin. Kết quả sẽ được đích thân ông Trump công bố vào sáng mai.", ""),
        ("Ông Trump điện đàm với ông Putin. Theo báo chí Nga, cuộc gọi kéo dài một giờ.", "Russian media"),
        ("Ông Trump điện đàm với ông Putin. Thông cáo của Nhà Trắng dài mười dòng, kê đủ mọi chuyện.", "White House"),
        ("Ông Trump điện đàm với ông Putin. Ông Trump công bố điều này trên Twitter.", "Donald Trump"),
        ("Ông Trump điện đàm với ông Putin. Ông Trump công bố khoản viện trợ mười triệu đô la.", ""),
        ("Ông Trump điện đàm với ông Putin. Theo ông, hai nước cần bàn thêm về khí hậu.", ""),
        ("Ông Trump điện đàm với ông Putin hôm 3/11 về chuyện ngũ cốc (Antara).", "Antara"),
        ("Người phát ngôn Dmitry Peskov tóm gọn cuộc điện đàm giữa ông Trump và ông Putin.", "Dmitry Peskov"),
        ("Điện Kremlin: ông Putin hôm 3/11 điện đàm với ông Trump gần một giờ.", "Kremlin"),
        (
            "Người phát ngôn Dmitry Peskov gửi cho báo giới một câu: ông Putin đã điện đàm với ông Trump.",
            "Dmitry Peskov",
        ),
        ("Ông Trump điện đàm với ông Putin hôm 3/11. Ông Dmitry Peskov từ chối bình luận.", ""),
        ("Ông Tập tiếp ông Trump tại Đại lễ đường Nhân dân hôm 3/11.", ""),
        ("Ông Trump đã gọi cho ông Putin, chính ông Trump kể với đài BBC.", "Donald Trump, BBC"),
        ("QĐND - Ông Trump đã điện đàm với ông Putin hôm 3/11.", ""),
        ("Ông Trump đã điện đàm với ông Putin. Ông Trump gọi đây là một bước tiến lớn.", "Donald Trump"),
        ("Ông Trump đã điện đàm với ông Putin. Ông Trump gọi văn kiện ấy là nực cười.", ""),
        ("Ông Trump đã điện đàm với ông Putin. Nhiều nguồn tin nói hai ông sẽ còn đến Nhà Trắng.", ""),
    ],
    "ru": [
        ("Путин позвонил Вучичу. Президентская пресс-служба переехала в новое здание.", ""),
        (
            "Вучич позвонил Дуде. Об этом сообщила сербская президентская пресс-служба.",
            "Office of the President of Serbia",
        ),
        (
            "Путин провел телефонный разговор с Эрдоганом, сообщает со ссылкой на Кремль РИА Новости.",
            "RIA Novosti, Kremlin",
        ),
        ("Трамп созвонился с Нетаньяху, пишет Axios со ссылкой на американских чиновников.", "Axios, US official"),
        ("Путин провел телефонный разговор с Эрдоганом: сначала Reuters, следом Bloomberg.", "Reuters, Bloomberg"),
        ("Эрдоган заявил, что в ближайшие дни проведет телефонный разговор с Путиным.", "Recep Tayyip Erdogan"),
        ("Путин созвонился с Эрдоганом. Эрдоган заявил, что они с Путиным будут строить газопровод.", ""),
        ("Кремль: Путин созвонился с Эрдоганом в понедельник.", "Kremlin"),
        ("Путин созвонился с Эрдоганом. Источник сведений — агентство «Укринформ».", "Ukrinform"),
        ("Путин созвонился с Эрдоганом. Агентство «Укринформ» переехало в новое здание.", ""),
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
        ("沙特通讯社用十二张照片讲述了普京同马克龙的会谈。", "Saudi Press Agency"),
        ("外交部发言人华春莹：习近平同普京通电话。", "Hua Chunying"),
        ("特朗普同普京通电话。\n白宫（书面）：通话很长。", "White House"),
        ("特朗普同普京通电话。佩斯科夫对记者讲，通话很长。", "Dmitry Peskov"),
        ("特朗普同普京通电话。佩斯科夫拒绝置评。", ""),
        ("习近平同普京通电话。普京认为有必要与习近平保持沟通。", ""),
        ("越通社河内11月4日——苏林4日会见普京。普京表示，俄方愿意加强合作。", "Vietnam News Agency"),
        ("新华社11月4日电 习近平同普京通电话。克里姆林宫说，通话持续了一小时。", "Xinhua, Kremlin"),
        ("特朗普同普京通电话。白宫和克里姆林宫均证实了此事。", "White House, Kremlin"),
        ("特朗普同普京通电话。这一消息由白宫率先发布。", "White House"),
        ("特朗普同普京在利雅得会谈。双方发表联合声明。", ""),
        ("卢拉同莫迪通电话。巴西总统府说，两人谈了关税，卢拉还确认明年初去印度访问。", "Planalto"),
        ("特朗普同普京通电话。特朗普发文悼念一名年轻的宇航员。", ""),
        ("普京同朔尔茨通电话。克里姆林宫强调，通话是应德方要求进行的。", "Kremlin"),
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
        ("马克龙同埃尔多安通电话。埃尔多安的发言人说，通话很长。", "Turkish official"),
        ("莫迪同普京通电话。印度外交部发布声明说，通话很长。", "Ministry of External Affairs of India"),
        ("马克龙同埃尔多安通电话。埃尔多安的发言人换了眼镜。", ""),
        ("总统发言人说，土耳其总统埃尔多安同马克龙通电话。", "Turkish official"),
        ("一名总统府官员说，法国总统马克龙同埃尔多安通电话。", "French official"),
        ("马克龙同埃尔多安通电话。总统府官员的食堂关了门。", ""),
        ("爱丽舍宫的一名官员说，马克龙同埃尔多安通电话。", "French official"),
        ("马克龙同埃尔多安通电话。爱丽舍宫的一名官员病了。", ""),
        ("两国政府宣布，马克龙同埃尔多安通电话。", "Government of France, Government of Türkiye"),
        ("马克龙同埃尔多安通电话。两国政府同意扩大贸易。", ""),
        ("肯尼亚国家宫表示，鲁托同穆塞韦尼通电话。", "Office of the President of Kenya"),
        ("鲁托同穆塞韦尼在肯尼亚国家宫会面。", ""),
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


def test_a_medium_at_the_head_of_the_headline_tells() -> None:
    page = "法新社：特朗普拟同普京通话\n特朗普本周将同普京通电话。"
    (contact,) = telcon.read(page, published="2025-11-04", lang="zh").contacts
    assert [source.name for source in contact.reported_by] == ["AFP"]


@pytest.mark.parametrize(("code", "text", "names"), PAGES, ids=[text for _, text, _ in PAGES])
def test_those_whom_a_page_names_tell_of_its_contact(code: str, text: str, names: str) -> None:
    contact = telcon.read(f"{HEADLINES[code]}\n{text}", published="2025-11-04", lang=code).contacts[0]
    told = {source.name for source in contact.reported_by}
    assert told == set(filter(None, names.split(", ")))


@pytest.mark.parametrize("heading", ["Nhắc lại cuộc gọi Mỹ - Nga", "Về cuộc gọi Mỹ - Nga"])
def test_who_tells_behind_a_heading_within_the_text_tells_of_the_contact_that_it_names(heading: str) -> None:
    page = (
        "Tổng thống Mỹ Donald Trump hôm 3/11 điện đàm với Tổng thống Nga Vladimir Putin.\n\n"
        "Tổng thống Mỹ Donald Trump hôm 2/11 điện đàm với Thủ tướng Ấn Độ Narendra Modi.\n\n"
        f"{heading}: thông cáo của Nhà Trắng viết hai lãnh đạo nhất trí rằng hai nước sẽ mở lại sứ quán."
    )
    document = telcon.read(f"{HEADLINES['vi']}\n{page}", published="2025-11-04", lang="vi")
    assert [[source.name for source in contact.reported_by] for contact in document.contacts] == [["White House"], []]
    assert [(said.speaker, said.contact) for said in document.statements] == [(("Donald Trump", "Vladimir Putin"), 0)]
