"""Who tells on English pages: offices named without their state, unnamed officials, agencies."""

from __future__ import annotations

import pytest

import telcon

CALL = "spoke by phone on Monday"
LEAVITT = ["Karoline Leavitt", "TASS"]


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        (f"Narendra Modi {CALL} with Vladimir Putin, the Prime Minister's Office said.", "Prime Minister of India"),
        (f"Narendra Modi {CALL} with Vladimir Putin, the MEA said.", "Ministry of External Affairs of India"),
        (f"US President Joe Biden {CALL} with Benjamin Netanyahu, the PMO said.", "Prime Minister of Israel"),
        (f"Joe Biden {CALL} with President Alexander Stubb, the president's office said.", "President of Finland"),
        (f"Emmanuel Macron {CALL} with Volodymyr Zelensky, the presidency said.", "Élysée"),
        (f"Keir Starmer {CALL} with Narendra Modi, the president's office said.", ""),
    ],
)
def test_an_office_without_state_is_that_of_its_one_holder_on_the_page(text: str, teller: str) -> None:
    (contact,) = telcon.read(text, published="2024-07-02", lang="en").contacts
    assert [source.name.endswith(teller) for source in contact.reported_by] == ([True] if teller else [])


@pytest.mark.parametrize(
    ("official", "body"),
    [
        ("A Number 10 spokesperson", "Downing Street"),
        ("A White House spokesman", "White House"),
        ("A State Department spokeswoman", "Department of State of the United States"),
        ("A senior US official", "US official"),
        ("A senior White House official", "US official"),
        ("A Starmer aide", "British official"),
        ("A British Foreign Office official", "British official"),
        ("Officials in London", "British official"),
    ],
)
def test_an_unnamed_official_of_a_body_speaks_for_it(official: str, body: str) -> None:
    text = f"Donald Trump and Keir Starmer spoke by phone. {official} said Trump offered his condolences."
    (contact,) = telcon.read(text, published="2025-03-03", lang="en").contacts
    assert [source.name for source in contact.reported_by] == [body]


def test_an_agency_in_front_of_the_first_sentence_tells_what_nobody_else_does() -> None:
    text = (
        "BEIJING, June 5 (Xinhua) -- Chinese President Xi Jinping spoke with U.S. President Donald Trump by telephone."
    )
    (contact,) = telcon.read(text, published="2025-06-05", lang="en").contacts
    assert [source.name for source in contact.reported_by] == ["Xinhua"]


def test_an_agency_in_front_tells_nothing_where_somebody_does() -> None:
    text = (
        "MOSCOW, September 23. /TASS/. There are no plans for Vladimir Putin's phone call with Emmanuel Macron, "
        "Kremlin Spokesman Dmitry Peskov told reporters. The two leaders last held a phone call on September 11."
    )
    denied, held = telcon.read(text, published="2022-09-23", lang="en").contacts
    assert [source.name for source in denied.reported_by] == ["Dmitry Peskov"]
    assert (held.status, held.reported_by) == (telcon.Status.HELD, ())


@pytest.mark.parametrize(
    ("caller", "house", "body"),
    [
        ("Somali President Hassan Sheikh Mohamud", "Villa Somalia", "Office of the President of Somalia"),
        ("Nigerian President Bola Tinubu", "Aso Rock", "Office of the President of Nigeria"),
        ("Pakistani Prime Minister Shehbaz Sharif", "The PM House", "Office of the Prime Minister of Pakistan"),
    ],
)
def test_a_house_tells_for_the_office_that_it_stands_for(caller: str, house: str, body: str) -> None:
    text = f"{caller} {CALL} with US President Joe Biden. {house} said they spoke of the harvest."
    (contact,) = telcon.read(text, published="2024-07-02", lang="en").contacts
    assert [source.name for source in contact.reported_by] == [body]


@pytest.mark.parametrize(
    ("sentence", "tellers"),
    [
        ("Oleg Varenik, a spokesman for the presidency, said it lasted an hour.", ["Oleg Varenik"]),
        ("Oleg Varenik, the President's personal assistant on new media, said it went well.", ["Oleg Varenik"]),
        ("Belarus's ambassador to Poland, Oleg Varenik, said it lasted an hour.", ["Oleg Varenik"]),
        ("It lasted an hour, according to Lukashenko's press secretary, Oleg Varenik.", ["Oleg Varenik"]),
        (
            "It lasted an hour, said Dana Whitlock, spokeswoman of the U.S. National Security Council.",
            ["Dana Whitlock"],
        ),
        ("It lasted an hour, according to Lukashenko's neighbour, Oleg Varenik.", []),
        ("Oleg Varenik, a baker from Minsk, said it lasted an hour.", []),
    ],
)
def test_officials_whom_nobody_knows_are_told_by_what_they_are(sentence: str, tellers: list[str]) -> None:
    text = f"US President Joe Biden {CALL} with Belarusian President Alexander Lukashenko. {sentence}"
    (contact,) = telcon.read(text, published="2024-07-02", lang="en").contacts
    assert [source.name for source in contact.reported_by] == tellers


@pytest.mark.parametrize(
    ("sentence", "tellers"),
    [
        ("He said he had raised the price of grain.", ["Keir Starmer"]),
        ("Mr Starmer said the American had told him of a new road.", ["Keir Starmer"]),
        ("The Briton called it warm and useful.", ["Keir Starmer"]),
        ("Mr Starmer called it warm and useful.", ["Keir Starmer"]),
        ("Mr Starmer stressed that grain was dear.", []),
        ("The meeting went well, US media reported.", ["US media"]),
        ("The High Commission of India said it had heard of the meeting.", ["Embassy of India"]),
        ("Mr Starmer, who called the meeting warm, left.", ["Keir Starmer"]),
        ("According to a spokesperson for the White House, it was long.", ["White House"]),
        ("The two agreed, adviser Mike Waltz said, to go on.", ["Mike Waltz"]),
        ("The White House issued a readout of the meeting.", ["White House"]),
        ("The Kremlin readout of the meeting made no mention of grain.", ["Kremlin"]),
        ("No Kremlin readout of the meeting was seen.", []),
        ("The meeting was confirmed by both the White House and the Kremlin.", ["White House", "Kremlin"]),
        ("It was announced by the White House.", ["White House"]),
        ("“Grain is dear,” Mr Starmer told the British press afterwards.", ["Keir Starmer"]),
        ("Speaking alongside Mr Trump, Mr Starmer said grain was dear.", ["Keir Starmer"]),
        ("Back in Kent, Mr Starmer said the fields were green.", ["Keir Starmer"]),
        ("In a statement to the press Mr Starmer said grain was dear.", ["Keir Starmer"]),
        ("Mr Starmer told his guest that grain was dear.", []),
        ("Standing in the rain, Mr Starmer said grain was dear.", []),
        ("TASS quoted Trump's spokeswoman, Karoline Leavitt, as saying that the meeting was short.", LEAVITT),
        ("The meeting was short, TASS reported, citing Trump's aide Karoline Leavitt.", LEAVITT),
        ("TASS quoted Trump's spokeswoman as saying that the meeting was short.", ["US official", "TASS"]),
        ("The information was posted on the Kremlin website.", ["Kremlin"]),
        ("A map was posted on the Kremlin website.", []),
        ("A fire was reported by the Kremlin.", []),
        ("The two went on to talk over grain.", []),
        ("Earlier, Karoline Leavitt said the roads would be mended.", []),
        ("Earlier, Karoline Leavitt said the meeting would be long.", ["Karoline Leavitt"]),
        ("They spoke at the meeting of the Euro-Atlantic area.", []),
        ("They spoke at the meeting of an essay in the Atlantic.", ["Atlantic"]),
    ],
)
def test_a_leader_tells_who_looks_back(sentence: str, tellers: list[str]) -> None:
    text = f"Keir Starmer met Donald Trump in London on Monday. {sentence}"
    (contact,) = telcon.read(text, published="2025-03-03", lang="en").contacts
    assert [source.name for source in contact.reported_by] == tellers


@pytest.mark.parametrize(
    ("url", "tellers"),
    [
        ("https://www.reuters.com/world/1", []),
        ("https://reuters.example.com/1", []),
        ("https://example.com/reuters", ["Reuters"]),
        (None, ["Reuters"]),
    ],
)
def test_a_medium_is_no_source_of_its_own_page(url: str | None, tellers: list[str]) -> None:
    text = f"Keir Starmer {CALL} with Donald Trump, Reuters reports."
    (contact,) = telcon.read(text, url=url, published="2025-03-03", lang="en").contacts
    assert [source.name for source in contact.reported_by] == tellers


@pytest.mark.parametrize(("behind", "tellers"), [(": Kremlin", ["Kremlin"]), (" - Kremlin", ["Kremlin"]), ("", [])])
def test_a_headline_may_end_with_who_tells(behind: str, tellers: list[str]) -> None:
    text = f"Putin and Macron speak by phone{behind}\n\nVladimir Putin and Emmanuel Macron spoke by phone on Monday."
    (contact,) = telcon.read(text, published="2022-07-02", lang="en").contacts
    assert [source.name for source in contact.reported_by] == tellers


def test_a_clause_that_only_tells_when_it_was_said_names_a_teller() -> None:
    text = "Shares rose after aide Yuri Ushakov said that Vladimir Putin had met Donald Trump on Monday."
    (contact,) = telcon.read(text, published="2025-08-07", lang="en").contacts
    assert [source.name for source in contact.reported_by] == ["Yuri Ushakov"]


@pytest.mark.parametrize(
    ("said", "tellers"),
    [
        ("his spokesperson said", ["Kenyan official"]),
        ("his spokesman wrote on X", ["Kenyan official"]),
        ("a spokesman for the president said", ["Kenyan official"]),
        ("an aide to the president told reporters", ["Kenyan official"]),
        ("State House said", ["Office of the President of Kenya"]),
        ("the presidency said in a communiqué", ["Office of the President of Kenya"]),
        ("the State House spokesperson said", ["Office of the President of Kenya"]),
        ("according to his office", ["Office of the President of Kenya"]),
        ("the foreign ministry in Nairobi said", ["Ministry of Foreign Affairs of Kenya"]),
        ("the two governments announced", ["Government of Kenya", "Government of United States"]),
        ("Trump's press secretary said", ["US official"]),
        ("Ruto told parliament", ["William Ruto"]),
        ("the embassy in Nairobi said", []),
        ("the foreign ministry said", []),
        ("a spokesman for the farmers said", []),
        ("a day after State House was painted", []),
        ("the foreign ministry in Nairobi being shut", []),
        ("which the two governments had wanted", []),
    ],
)
def test_who_tells_of_a_call_in_plain_words(said: str, tellers: list[str]) -> None:
    text = f"William Ruto talked by telephone to Donald Trump on Tuesday, {said}."
    (contact,) = telcon.read(text, published="2025-02-12", lang="en").contacts
    assert [source.name for source in contact.reported_by] == tellers


@pytest.mark.parametrize(
    ("told", "tellers"),
    [
        ("In the morning the prime minister tweeted that he had spoken to Sharif.", ["Narendra Modi"]),
        ("In the evening the prime minister explained that Modi had spoken of cricket.", []),
        ("“It is our decision to do more together,” Modi said after the talk, which took an hour.", ["Narendra Modi"]),
        ("“It is our decision to do more together,” Modi said.", []),
        ("It is said that the border is quiet. It was reported that hotels were full.", []),
        ("They spoke for an hour, according to the Croatian agency Hina.", ["Hina"]),
        ("Modi pressed Sharif to open the border.", []),
    ],
)
def test_who_tells_beside_two_prime_ministers(told: str, tellers: list[str]) -> None:
    text = f"Prime Minister Narendra Modi spoke to Nawaz Sharif, his Pakistani counterpart. {told}"
    (contact,) = telcon.read(text, published="2015-02-14", lang="en").contacts
    assert [source.name for source in contact.reported_by] == tellers


def test_a_house_in_which_somebody_speaks_tells_nothing() -> None:
    text = (
        "Donald Trump and Narendra Modi spoke by phone on Tuesday. At a press conference in the White House on "
        "Wednesday Trump had praised Modi, and added that he was open to a meeting with Modi."
    )
    contacts = telcon.read(text, published="2025-10-16", lang="en").contacts
    assert "White House" not in {source.name for contact in contacts for source in contact.reported_by}
