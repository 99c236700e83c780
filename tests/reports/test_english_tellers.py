"""Who tells on English pages: offices named without their state, unnamed officials, agencies."""

from __future__ import annotations

import pytest

import telcon

CALL = "spoke by phone on Monday"


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        (f"Narendra Modi {CALL} with Vladimir Putin, the Prime Minister's Office said.", "Prime Minister of India"),
        (f"Narendra Modi {CALL} with Vladimir Putin, the MEA said.", "Ministry of External Affairs of India"),
        (f"US President Joe Biden {CALL} with Benjamin Netanyahu, the PMO said.", "Prime Minister of Israel"),
        (f"President Joe Biden {CALL} with President Alexander Stubb, the president's office said.", ""),
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
