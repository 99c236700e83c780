"""A name that a line breaks in two is read whole where the page has it whole elsewhere."""

from __future__ import annotations

import pytest

import telcon

PARAGRAPH = """Joe Biden had a long telephone conversation late on Monday evening with the Chancellor of Germany Olaf
Scholz at the initiative of the German side."""


@pytest.mark.parametrize(("headline", "told"), [("Biden speaks with Olaf Scholz", 1), ("Gas is dear", 2)])
def test_a_broken_name_is_put_together(headline: str, told: int) -> None:
    page = f"{headline}\n\n{PARAGRAPH}\n\nThey spoke of gas.\n"
    contacts = telcon.read(page, published="2022-03-08", lang="en").contacts
    assert (len(contacts) == 1 and contacts[0].initiator == "DE") is (told == 1)
