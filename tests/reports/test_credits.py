"""Clauses that only tell who told of a contact, on Russian pages."""

from __future__ import annotations

import pytest

import telcon

CALL = "Президент России Владимир Путин поговорил по телефону с президентом Белоруссии Александром Лукашенко"


def _tellers(text: str) -> list[str]:
    (contact,) = telcon.read(text, published="2025-06-05", lang="ru").contacts
    return [source.name for source in contact.reported_by]


@pytest.mark.parametrize(
    ("sentence", "tellers"),
    [
        ("Об этом сообщили в пресс-службе Кремля.", ["Kremlin"]),
        ("Об этом сообщается на сайте Кремля.", ["Kremlin"]),
        ("Об этом, пишет ТАСС, сказал Дмитрий Песков.", ["TASS", "Dmitry Peskov"]),
        ("Об этом пишет ТАСС, сославшись на Кремль.", ["TASS", "Kremlin"]),
        ("О разговоре стало известно из сообщения Кремля.", ["Kremlin"]),
        ("Текст сообщения есть на сайте Кремля.", ["Kremlin"]),
        ("Об этом сообщает пресс-служба белорусского лидера.", ["Office of the President of Belarus"]),
        ("Об этом сообщили в пресс-службе белорусского президента.", ["Office of the President of Belarus"]),
        ("Так сообщили в пресс-службе Кремля.", ["Kremlin"]),
        ("Такую информацию даёт пресс-служба белорусского президента.", ["Office of the President of Belarus"]),
        ("Такие сведения привела пресс-служба Кремля.", ["Kremlin"]),
        ("Такую позицию занимает пресс-служба Кремля.", []),
        ("Такие сведения о погоде получил Минск.", []),
        ("Так считают в Кремле.", []),
        ("О беседе сообщило агентство ТАСС, ссылающееся на Кремль.", ["TASS", "Kremlin"]),
        ("По словам пресс-службы белорусского лидера, говорили о торговле.", ["Office of the President of Belarus"]),
        ("Об этом сказал белорусский посол в РФ Олег Вареник.", ["Oleg Varenik"]),
        ("Об этом рассказал Олег Вареник, помощник белорусского президента.", ["Oleg Varenik"]),
        ("Об этом сказал Олег Вареник, который руководит пресс-службой Белоруссии.", ["Oleg Varenik"]),
        ("По словам Олега Вареника, советника Лукашенко, говорили о торговле.", ["Oleg Varenik"]),
        ("Об этом рассказал Олег Вареник, пекарь из Минска.", []),
        ("О беседе рассказало государственное агентство БелТА.", ["BelTA"]),
        ("Об этом рассказал Дмитрий Песков, передаёт ТАСС.", ["Dmitry Peskov", "TASS"]),
        ("Об этом не сообщили в пресс-службе Кремля.", []),
        ("Об этом сообщил Дмитрий Песков, комментируя слова Белого дома.", ["Dmitry Peskov"]),
        ("О погоде сообщили в пресс-службе Кремля.", []),
    ],
)
def test_a_sentence_that_points_back_names_the_tellers_of_the_one_before(sentence: str, tellers: list[str]) -> None:
    assert _tellers(f"{CALL}. {sentence}") == tellers


@pytest.mark.parametrize(
    ("tail", "tellers"),
    [
        ("передаёт ИА «Полынь» со ссылкой на пресс-службу Кремля", ["Kremlin"]),
        ("сообщает Volna.by со ссылкой на БелТА", ["BelTA", "Volna.by"]),
        ("сообщает соседка со ссылкой на слухи", []),
    ],
)
def test_a_tail_names_those_whom_a_paper_without_a_name_here_cites(tail: str, tellers: list[str]) -> None:
    assert _tellers(f"{CALL}, {tail}.") == tellers


def test_what_is_pointed_at_may_be_what_was_talked_of() -> None:
    text = f"{CALL}. Лидеры говорили о зерне и дорогах. Об этом рассказали в пресс-службе Кремля."
    assert _tellers(text) == ["Kremlin"]


@pytest.mark.parametrize(
    ("sentence", "tellers"),
    [
        ("Об этом Трюдо написал в своём Twitter.", ["Justin Trudeau"]),
        (
            "Как сообщает новостной портал «Полынь» со ссылкой на офис президента, беседа удалась.",
            ["Office of the President of Ukraine"],
        ),
        ("Об этом сообщает пресс-служба правительства.", ["Government of Canada"]),
    ],
)
def test_offices_without_a_state_are_those_of_who_takes_part(sentence: str, tellers: list[str]) -> None:
    call = "Премьер-министр Канады Джастин Трюдо созвонился с президентом Украины Владимиром Зеленским."
    assert _tellers(f"{call} {sentence}") == tellers


def test_what_a_letter_says_is_told_by_nobody() -> None:
    text = "Ким Чен Ын направил письмо Владимиру Путину. Об этом пишет ТАСС. «Горжусь дружбой с вами», — написал он."
    assert _tellers(text) == ["TASS"]
