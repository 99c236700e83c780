"""Who tells on Russian pages: what is told of before its verb, states that go by their own name."""

from __future__ import annotations

import pytest

import telcon

GOVERNMENT = "Government of United States"
CALL = "Владимир Путин поговорил по телефону с президентом США Дональдом Трампом."


@pytest.mark.parametrize(
    ("sentence", "tellers"),
    [
        ("В Кремле разговор подтвердили.", ["Kremlin"]),
        ("В Белом доме беседу подтвердили.", ["White House"]),
        ("Кремль разговора ждал.", []),
        ("В Кремле говорят о погоде.", []),
    ],
)
def test_what_is_confirmed_may_stand_before_the_verb(sentence: str, tellers: list[str]) -> None:
    (contact,) = telcon.read(f"{CALL} {sentence}", published="2025-06-05", lang="ru").contacts
    assert [source.name for source in contact.reported_by] == tellers


def test_the_vatican_speaks_under_its_own_name() -> None:
    text = "Владимир Путин поговорил по телефону с Папой Львом XIV. Ватикан сообщил, что беседа длилась полчаса."
    (contact,) = telcon.read(text, published="2025-06-05", lang="ru").contacts
    assert [source.name for source in contact.reported_by] == ["Vatican"]


def test_a_press_office_at_a_capital_is_that_of_the_leader_who_takes_part() -> None:
    text = (
        "Дональд Трамп поговорил по телефону с президентом Белоруссии Александром Лукашенко. "
        "Пресс-служба в Минске, со своей стороны, сообщила, что разговор длился полчаса."
    )
    (contact,) = telcon.read(text, published="2025-06-05", lang="ru").contacts
    assert [source.name for source in contact.reported_by] == ["Office of the President of Belarus"]


@pytest.mark.parametrize(("then", "tellers"), [("тогда ", []), ("", ["Donald Trump"])])
def test_what_was_told_in_a_contact_is_told_to_nobody_else(then: str, tellers: list[str]) -> None:
    text = (
        "Владимир Путин и Дональд Трамп общались по телефону 29 декабря: "
        f"{then}американский президент рассказал, чем закончились переговоры в Майами."
    )
    (contact,) = telcon.read(text, published="2026-01-05", lang="ru").contacts
    assert [source.name for source in contact.reported_by] == tellers


@pytest.mark.parametrize("opening", ["«Желаю скорейшего выздоровления раненым», - говорится в послании.", ""])
def test_a_letter_speaks_for_its_sender(opening: str) -> None:
    text = (
        "Президент Азербайджана Ильхам Алиев направил письмо президенту Турции Реджепу Тайипу Эрдогану, в котором "
        f"выразил соболезнования в связи с пожаром.\n\n{opening}"
    )
    statements = telcon.read(text, published="2025-06-05", lang="ru").statements
    assert [statement.speaker for statement in statements] == [("Ilham Aliyev",)] * (2 if opening else 1)


@pytest.mark.parametrize(
    ("body", "speaker"), [("Позднее это подтвердил Кремль. ", "Dmitry Peskov"), ("", "Dmitry Peskov")]
)
def test_his_words_are_those_of_the_last_person_who_spoke(body: str, speaker: str) -> None:
    text = (
        "Владимир Путин поговорил по телефону с Си Цзиньпином. Дмитрий Песков сообщил, что беседа была тёплой. "
        f"{body}По его словам, лидеры встретятся весной в Пекине."
    )
    assert telcon.read(text, published="2025-06-05", lang="ru").statements[-1].speaker == (speaker,)


@pytest.mark.parametrize(
    ("sentence", "tellers"),
    [
        ("Как подчеркнули в российской пресс-службе, беседа длилась час.", ["Kremlin"]),
        ("Разговор длился час, говорится в американском сообщении.", [GOVERNMENT]),
        ("Беседа, гласит кремлёвское сообщение, длилась час.", ["Kremlin"]),
        ("Американские СМИ пишут, что беседа длилась час.", ["US media"]),
        ("Разговор длился час, рассказал координатор Совета нацбезопасности Джон Кирби.", ["John Kirby"]),
        ("Разговор длился час, сообщил высокопоставленный сотрудник Белого дома.", ["US official"]),
        ("В Вашингтоне подчеркнули, что говорили о зерне.", [GOVERNMENT]),
        ("Президенты поведали друг другу о погоде.", []),
        ("Соответствующее заявление распространил Белый дом.", ["White House"]),
        ("С таким сообщением выступил Дмитрий Песков.", ["Dmitry Peskov"]),
        ("Заявление о погоде распространил Белый дом.", []),
        ("В беседе с репортёрами Трамп отметил, что зерно дорожает.", ["Donald Trump"]),
        ("В своём твиттере Трамп отметил, что зерно дорожает.", ["Donald Trump"]),
        ("Об этом сказал ему сам Трамп.", []),
        ("Ранее Дмитрий Песков говорил, что корабли останутся в Крыму.", []),
        ("Ранее Дмитрий Песков говорил, что беседа будет долгой.", ["Dmitry Peskov"]),
        ("«Корабли останутся на месте», — добавил Трамп.", []),
        ("«Было непросто», — отчитался Трамп перед камерами.", ["Donald Trump"]),
        ("«Было непросто», — написал Трамп в соцсети X.", ["Donald Trump"]),
        ("В начале разговора хозяин Белого дома выразил соболезнования.", []),
        ("Трамп намерен приехать в мае.", []),
        ("Посольство США в Москве сообщило, что беседа длилась час.", ["Embassy of United States"]),
        (
            "Эта беседа длилась больше одного часа, заявил ТАСС замглавы МИД РФ Сергей Рябков.",
            ["Sergei Ryabkov", "TASS"],
        ),
        ("Об этом сам американский президент рассказал подписчикам.", ["Donald Trump"]),
        ("В сообщении, распространённом американской стороной, говорится, что беседа длилась час.", [GOVERNMENT]),
        ("Дональд Трамп, который назвал беседу тёплой и полезной, доволен.", ["Donald Trump"]),
    ],
)
def test_those_are_named_who_tell_of_a_call(sentence: str, tellers: list[str]) -> None:
    (contact, *_) = telcon.read(f"{CALL} {sentence}", published="2025-06-05", lang="ru").contacts
    assert [source.name for source in contact.reported_by] == tellers


@pytest.mark.parametrize(
    ("sentence", "tellers"),
    [
        (
            "Владимир Путин поговорил с Нарендрой Моди, рассказал высокопоставленный индийский чиновник.",
            "Indian official",
        ),
        ("Как сообщил Юрий Ушаков, Владимир Путин поговорил с Нарендрой Моди.", "Yuri Ushakov"),
        ("Источник в Кремле сообщил ТАСС, что Владимир Путин поговорил с Нарендрой Моди.", "Kremlin, TASS"),
        ("Хавьер Милей поговорил с Дональдом Трампом, сообщили в Каса Росада.", "Casa Rosada"),
        ("Кир Стармер поговорил с Дональдом Трампом, заявил он парламенту.", "Keir Starmer"),
        ("Владимир Путин поговорил с Нарендрой Моди, сообщил его пресс-секретарь.", "Russian official"),
        ("Олаф Шольц поговорил с Си Цзиньпином, сообщил пресс-секретарь канцлера.", "German official"),
        ("Эммануэль Макрон поговорил с Нарендрой Моди, сообщил журналистам его офис.", "Élysée"),
        ("Дональд Трамп поговорил с Нарендрой Моди, рассказали чиновники в Вашингтоне.", "US official"),
        (
            "Майя Санду поговорила с Эммануэлем Макроном, сообщила молдавская президентура.",
            "Office of the President of Moldova",
        ),
        ("Олаф Шольц поговорил с Си Цзиньпином, сообщил помощник капитана.", ""),
        ("Пресс-секретарь Трампа сообщила, что Дональд Трамп поговорил с Владимиром Путиным.", "US official"),
        ("Пресс-секретарь Трампа заболела, Дональд Трамп поговорил с Владимиром Путиным.", ""),
        ("Кир Стармер поговорил с Нарендрой Моди, сообщил пресс-секретарь президента.", ""),
        ("Владимир Путин поговорил с Нарендрой Моди. Его пресс-секретарь заболел.", ""),
        ("Кир Стармер поговорил с Дональдом Трампом, заявил он собеседнику.", ""),
        ("Кир Стармер поговорил с Дональдом Трампом о парламенте.", ""),
        ("Юрий Ушаков вернулся в Москву. Владимир Путин поговорил с Нарендрой Моди.", ""),
    ],
)
def test_a_plain_sentence_says_who_tells(sentence: str, tellers: str) -> None:
    contact = telcon.read(
        sentence.replace("говорил с", "говорил по телефону с").replace("ла с", "ла по телефону с"),
        published="2025-06-05",
        lang="ru",
    )
    assert {source.name for source in contact.contacts[0].reported_by} == set(filter(None, tellers.split(", ")))
