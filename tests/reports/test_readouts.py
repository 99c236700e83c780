"""Readouts that a page gives whole: whose words they are, and whom their titles mean."""

from __future__ import annotations

import telcon
from telcon.model.readings import Reading

LEAD = (
    "The leaders of Britain and France talk on the telephone about steel",
    "Rishi Sunak spoke by phone with Emmanuel Macron on Monday, in their first call since the spring of last year.",
)


def _read(*paragraphs: str) -> Reading:
    return telcon.read("\n".join((*LEAD, *paragraphs)), published="2023-05-15", lang="en")


def _tellers(reading: Reading) -> list[str]:
    return [source.name for source in reading.contacts[0].reported_by]


def test_what_stands_below_a_colon_is_the_account_of_whoever_said_so() -> None:
    reading = _read(
        "A spokesperson for Downing Street said:",
        "The Prime Minister spoke to President Macron about steel and the price of power this afternoon.",
        "The Prime Minister welcomed the new rules on trade. The leaders agreed to meet again in June.",
    )
    assert _tellers(reading) == ["Downing Street"]
    said = [(one.speaker, one.said_by) for one in reading.statements]
    assert (("Rishi Sunak",), ("Downing Street",)) in said
    assert (("Rishi Sunak", "Emmanuel Macron"), ("Downing Street",)) in said


def test_a_readout_in_quotation_marks_is_read_sentence_by_sentence() -> None:
    reading = _read(
        'A Number 10 spokesperson said: "The Prime Minister thanked President Macron for his letter. '
        'President Macron stressed that the border must stay open."',
    )
    said = {one.speaker: one for one in reading.statements}
    assert said[("Rishi Sunak",)].said_by == ("Downing Street",)
    assert said[("Emmanuel Macron",)].kind == "direct"


def test_one_quoted_sentence_stays_whole() -> None:
    reading = _read('A Number 10 spokesperson said: "The Prime Minister thanked President Macron for his letter."')
    assert [one.evidence.words.startswith("The Prime Minister") for one in reading.statements] == [True]


def test_words_in_the_first_person_are_no_readout() -> None:
    reading = _read('A Number 10 spokesperson said: "I heard the Prime Minister and the President. I liked it all."')
    assert [one.speaker for one in reading.statements] == [("Downing Street",)]


def test_another_teller_ends_a_readout() -> None:
    reading = _read(
        "A spokesperson for Downing Street said:",
        "The Prime Minister spoke to President Macron about steel and the price of power this afternoon.",
        "The Élysée said Macron stressed the need for cheaper power.",
    )
    assert [one.said_by for one in reading.statements if one.speaker == ("Emmanuel Macron",)] == [("Élysée",)]
