"""Offices that a page names without their state."""

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
