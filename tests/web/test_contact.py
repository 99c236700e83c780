"""A contact: what sides agree on, what one alone tells, where they part, and how to take it along."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from telcon.model.contacts import Claim, Kind, Source, Status
from telcon.model.durations import Bound, Duration
from telcon.store import Store
from tests.store.readings import RULE, page, reading, report, words
from tests.web.conftest import ask

KREMLIN, XINHUA = Source("Kremlin", "RU"), Source("Xinhua", "CN")


def add(
    store: Store, name: str, source: Source | None, length: Duration | None, *topics: str, **changes: object
) -> None:
    """Store a page on which a source tells of the call, how long it took and about what."""
    found = page(name, extra=f"{name}: năng lượng, biên giới")
    cited = (source.name,) if source else ()
    claims = [Claim("kind", "phone", (words(found.text, "điện đàm"),), RULE)]
    if length:
        kept = f"{length.minutes} {length.bound}".removesuffix(" exact")
        claims.append(Claim("duration", kept, (words(found.text, "1 giờ 35 phút"),), RULE, cited))
    claims += [Claim("topic", topic, (words(found.text, "năng lượng"),), RULE, cited) for topic in topics]
    told: dict[str, object] = {
        "reported_by": (source,) if source else (),
        "duration": length,
        "claims": tuple(claims),
        "topics": topics,
        "initiator": None,
        "agreements": (),
    }
    made = reading(found, report(found.text, **(told | changes)))
    store.add(replace(made, statements=()))


def show(store: Store, language: str = "en") -> str:
    return ask(store, f"/contacts/{store.contacts()[0].id}?lang={language}")


def part(told: str, heading: str) -> str:
    """A section of the page, by the id of its heading."""
    return told.partition(f'id="{heading}"')[2].partition("</section>")[0]


def test_both_sides_agree(store: Store) -> None:
    add(store, "one", KREMLIN, Duration(95), "energy")
    add(store, "two", XINHUA, Duration(95), "energy")
    told = show(store)
    assert re.findall(r"<dd>([^<]+)<small>([^<]+)</small>", told)[:3] == [
        ("Tuesday 21 January 2025", "both sides agree"),
        ("phone call", "both sides agree"),
        ("1 h 35 min", "both sides agree"),
    ]
    assert "The accounts do not part on any field." in part(told, "part")
    assert "hai bên nói như nhau" in show(store, "vi")


def test_what_one_side_alone_tells_is_said_so(store: Store) -> None:
    add(store, "one", KREMLIN, Duration(95), "energy", "space")
    add(store, "two", XINHUA, None, "energy")
    told = show(store)
    assert "1 h 35 min<small>only the side of Russia</small>" in told
    assert "1 topic is told by the side of Russia alone" in part(told, "part")
    assert "Told by the side of Russia alone: length" in part(told, "part")
    alone = re.findall(r'<tr class="one"><th scope="row">(\w+)<small>only the side of Russia', part(told, "topics"))
    assert alone == ["space"]
    assert part(told, "topics").count("nothing said in the pages held") == 1


def test_one_account_alone_is_told_as_such(store: Store) -> None:
    add(store, "one", KREMLIN, Duration(95), "energy")
    assert "No account of China is in the pages held. Silence is not a denial." in part(show(store), "part")


def test_lengths_that_cannot_both_be_true_stand_side_by_side(store: Store) -> None:
    add(store, "one", KREMLIN, Duration(95))
    add(store, "two", XINHUA, Duration(20))
    told = part(show(store), "part")
    assert "≠" in told
    assert re.findall(r"<b>([^<]+ min[^<]*)</b>", told) == ["1 h 35 min", "20 minutes"]
    assert "≠" in part(show(store), "facts"), "the losing value stands beside the one shown"


def test_a_vaguer_value_agrees(store: Store) -> None:
    add(store, "one", KREMLIN, Duration(95))
    add(store, "two", XINHUA, Duration(90, Bound.OVER))
    told = part(show(store), "part")
    assert "≈" in told and "≠" not in told
    assert "length: “1 h 35 min”, “over 1 h 30 min” agree" in told


def test_what_nobody_says_is_no_value(store: Store) -> None:
    add(store, "one", None, None)
    told = show(store)
    assert '<dt>Who asked</dt><dd class="no">Not said</dd>' in told
    assert "No page held says it." in part(told, "facts")
    assert "no side is heard" in told


def test_more_of_the_same_is_folded(store: Store) -> None:
    for name in ("one", "two", "three", "four"):
        add(store, name, KREMLIN, Duration(95))
    length = part(show(store), "facts").partition('scope="row">length')[2].partition("</tr>")[0]
    assert length.partition("<details")[0].count("1 giờ 35 phút") == 1
    assert "3 more say the same" in length


def test_statements_are_lined_up(filled: Store) -> None:
    contact = next(it for it in filled.contacts() if it.page_count == 2)
    told = part(ask(filled, f"/contacts/{contact.id}"), "rendered")
    assert told.count("Quan hệ hai nước đang ở mức cao nhất") == 2


def test_earlier_and_later_contacts_of_the_same_people(store: Store) -> None:
    add(store, "one", KREMLIN, Duration(95))
    add(store, "two", KREMLIN, None, date="2025-01-11", date_in_page="2025-01-11")
    add(store, "three", KREMLIN, None, date="2025-03", date_in_page="2025-03", kind=Kind.MEETING, status=Status.PLANNED)
    contact = next(it for it in store.contacts() if it.date == "2025-01-21")
    near = part(ask(store, f"/contacts/{contact.id}"), "near")
    assert re.findall(r"<small>([^·<]+?)(?: ·|<)", near) == ["10 days earlier", "this contact", "39 days later"]


@pytest.mark.parametrize("form", ["In words", "BibTeX", "CSL-JSON"])
def test_a_citation_is_there_to_be_selected(filled: Store, form: str) -> None:
    contact = filled.contacts()[0]
    told = part(ask(filled, f"/contacts/{contact.id}"), "cite")
    text = told.partition(f"<dt>{form}</dt>")[2].partition("</dd>")[0]
    assert f"/contacts/{contact.id}" in text and "21 January 2025" in text


def test_what_is_copied_by_script_alone_has_no_button_without_it(filled: Store) -> None:
    buttons = re.findall(r"<button[^>]*data-copy[^>]*>", ask(filled, f"/contacts/{filled.contacts()[0].id}"))
    assert len(buttons) == 3 and all(" hidden" in button for button in buttons)


def test_the_claims_of_a_contact_are_a_spreadsheet(filled: Store) -> None:
    contact = next(it for it in filled.contacts() if it.page_count == 2)
    rows = list(csv.DictReader(io.StringIO(ask(filled, f"/contacts/{contact.id}.csv"))))
    assert {row["field"] for row in rows} == {"kind", "date", "duration", "statement"}
    assert [row["words"] for row in rows if row["field"] == "duration"] == ["1 giờ 35 phút"] * 2


def test_claims_carry_selectors(filled: Store) -> None:
    contact = next(it for it in filled.contacts() if it.page_count == 2)
    told = json.loads(ask(filled, f"/api/v1/contacts/{contact.id}"))
    date = next(claim for claim in told["claims"] if claim["field"] == "date")
    quote, place = date["evidence"][0]["selector"]
    text = page("p0", extra="số 0").text
    assert (quote["type"], quote["exact"], place["type"]) == ("TextQuoteSelector", "ngày 21/1", "TextPositionSelector")
    assert text[place["start"] : place["end"]] == "ngày 21/1"
    assert text[: place["start"]].endswith(quote["prefix"])
    assert text[place["end"] :].startswith(quote["suffix"])
