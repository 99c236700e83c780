"""Who tells on Chinese pages: officials whom the roster lacks, offices, and who only speaks in the contact."""

from __future__ import annotations

import pytest

import telcon


@pytest.mark.parametrize(
    ("text", "tellers"),
    [
        ("加拿大總理的發言人尚普（Audrey Champoux）以電子郵件表示：「兩位領袖談了約45分鐘。」", "尚普"),
        ("加拿大总理办公厅主任菲祖姆·阿雷加说，两人谈了贸易。", "菲祖姆·阿雷加"),
        ("加拿大总理高级顾问贾姆希迪（Mohammad Jamshidi）当天在推特上说，两人进行了重要讨论。", "贾姆希迪"),
        ("據日方公布，兩人談了貿易。石破茂要求撤走加拿大駐日本大使館前的雕像。", "Government of Japan"),
        ("日本内阁官房长官林芳正说，两人谈了约半小时。", "Yoshimasa Hayashi"),
        (
            "加拿大总理府发表声明说，两人谈了贸易，双方敦促在苏丹立即停火，并提供人道主义援助。",
            "Office of the Prime Minister of Canada",
        ),
        ("总理府发言人说，两人谈了约半小时。", "Office of the Prime Minister of Canada"),
        ("总理府发言人换了一条领带。", ""),
        ("卡尼告诉石破茂，会下达必要指示，保证在加日本公民的安全。", ""),
        ("加拿大外交部发言人阿雷加说，他不掌握有关情况。", ""),
        ("加拿大驻日本大使阿雷加暗示，两人谈得很好。", "阿雷加"),
        ("卡尼对石破茂的祝贺表示感谢。", ""),
        ("双方敦促在苏丹立即停火，并提供人道主义援助。", ""),
        ("日本驻加拿大大使馆重新粉刷。", ""),
    ],
)
def test_who_tells_of_a_meeting(text: str, tellers: str) -> None:
    page = f"两国领导人会面\n加拿大总理卡尼2日同日本首相石破茂会面，谈及贸易。\n\n{text}"
    (contact,) = telcon.read(page, published="2025-03-03", lang="zh").contacts
    assert ", ".join(source.name for source in contact.reported_by) == tellers


@pytest.mark.parametrize(
    ("text", "tellers"),
    [
        ("法国总统马克龙在与德国总理默茨会谈后对媒体表示，两人讨论了渔业。", ["Emmanuel Macron"]),
        ("法国总统马克龙在同德国总理默茨会晤后说，双方讨论了渔业。", ["Emmanuel Macron"]),
        ("法国总统马克龙在与德国总理默茨通话后发表声明说，双方讨论了渔业。", ["Emmanuel Macron"]),
        ("法国总统马克龙在与德国总理默茨会谈时表示，法方重视渔业。", []),
    ],
)
def test_who_speaks_after_his_talks_with_another_tells_of_them(text: str, tellers: list[str]) -> None:
    (contact,) = telcon.read(text, published="2025-09-03", lang="zh").contacts
    assert [source.name for source in contact.reported_by] == tellers


def test_the_turkish_directorate_tells_as_itself() -> None:
    call = "土耳其总统埃尔多安同意大利总理梅洛尼通电话。"
    page = f"两国领导人通话\n{call}\n\n土耳其通讯局发表声明说，通话应意方要求举行。"
    (contact,) = telcon.read(page, published="2025-03-03", lang="zh").contacts
    assert [source.name for source in contact.reported_by] == ["Directorate of Communications of Türkiye"]


@pytest.mark.parametrize("meeting", ["会晤加拿大总理卡尼时", "会见加拿大总理卡尼时"])
def test_who_has_somebody_with_him_is_the_one_who_tells(meeting: str) -> None:
    page = f"特朗普同普京通电话\n特朗普2日同俄罗斯总统普京通电话。\n\n特朗普{meeting}透露，他与普京讨论了边境安全。"
    contacts = telcon.read(page, published="2025-03-03", lang="zh").contacts
    assert {source.name for contact in contacts for source in contact.reported_by} == {"Donald Trump"}


def test_a_spokesman_who_goes_on_by_a_pronoun_is_whom_he_spoke_for() -> None:
    call = "德国总理默茨2日同波兰总理图斯克通电话。"
    page = f"两国领导人通话\n{call}\n\n德国政府发言人说，两人谈了预算。他又说，气氛良好。"
    (contact,) = telcon.read(page, published="2025-03-03", lang="zh").contacts
    assert [source.name for source in contact.reported_by] == ["Government of Germany"]


def test_what_is_not_being_prepared_is_nobodys_words() -> None:
    page = (
        "普京尚无会谈安排\n克里姆林宫发言人佩斯科夫说，总统普京与土耳其总统埃尔多安的会谈目前并未着手准备。\n\n"
        "他在接受采访时表示，暂时没有这样的计划。"
    )
    (contact,) = telcon.read(page, published="2025-03-03", lang="zh").contacts
    assert [source.name for source in contact.reported_by] == ["Dmitry Peskov"]
