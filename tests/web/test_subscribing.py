"""Lists in feeds and calendars: valid, lasting names, times of the record, days never more exact than told."""

from __future__ import annotations

from datetime import date, datetime
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

from telcon.exports.calendars import days_of
from telcon.exports.feeds import Feed, FeedEntry, to_atom
from telcon.model.contacts import Kind, Status
from telcon.store import Store
from telcon.web import create_app
from tests.store.readings import page, reading, report
from tests.web.conftest import HERE, ask

ATOM = "{http://www.w3.org/2005/Atom}"


def feed_of(store: Store, query: str = "") -> ET.Element:
    answer = TestClient(create_app(store)).get(f"/contacts.atom{query}")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    return ET.fromstring(answer.content)


def entries(feed: ET.Element) -> dict[str | None, ET.Element]:
    return {entry.findtext(f"{ATOM}id"): entry for entry in feed.iter(f"{ATOM}entry")}


def test_a_feed_has_what_the_standard_asks_for(filled: Store) -> None:
    feed = feed_of(filled)
    assert feed.tag == f"{ATOM}feed" and feed.findtext(f"{ATOM}author/{ATOM}name")
    for part in (feed, *entries(feed).values()):
        assert str(part.findtext(f"{ATOM}id")).startswith("urn:uuid:")
        assert part.findtext(f"{ATOM}title")
        assert datetime.fromisoformat(str(part.findtext(f"{ATOM}updated"))).tzinfo
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"{HERE}/contacts.atom" and links["alternate"] == f"{HERE}/contacts"
    assert len(entries(feed)) == 2
    assert feed.findtext(f"{ATOM}updated") == max(
        str(entry.findtext(f"{ATOM}updated")) for entry in entries(feed).values()
    )


def test_entries_keep_their_names_and_are_updated_with_what_is_learned(filled: Store) -> None:
    before = entries(feed_of(filled))
    new = page("new", extra="mới")
    filled.add(reading(new))
    after = entries(feed_of(filled))
    assert before.keys() == after.keys()
    changed = [
        name for name in before if before[name].findtext(f"{ATOM}updated") != after[name].findtext(f"{ATOM}updated")
    ]
    assert changed == [next(iter(after))], "what changed last comes first"


def test_a_feed_holds_what_its_list_holds(filled: Store) -> None:
    assert len(entries(feed_of(filled, "?status=planned"))) == 1
    assert len(entries(feed_of(filled, "?kind=video"))) == 0
    assert feed_of(filled).findtext(f"{ATOM}id") != feed_of(filled, "?status=planned").findtext(f"{ATOM}id")


def test_a_long_feed_comes_in_parts(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("telcon.web.downloads.feeds.SIZE", 1)
    first = feed_of(filled)
    following = next(link.get("href") for link in first.findall(f"{ATOM}link") if link.get("rel") == "next")
    second = feed_of(filled, str(following).removeprefix(f"{HERE}/contacts.atom"))
    assert len({*entries(first), *entries(second)}) == 2
    assert not [link for link in second.findall(f"{ATOM}link") if link.get("rel") == "next"]


def test_letters_that_xml_cannot_hold_break_no_feed() -> None:
    odd = "\x00\x1b<b>&\ufffe\u202e𝄞"
    written = to_atom(Feed("f", odd, "vi", {}, [FeedEntry("e", odd, odd, "http://a/", "2025-01-01T00:00:00+00:00")]))
    assert ET.fromstring(written).findtext(f"{ATOM}entry/{ATOM}title") == "\ufffd\ufffd<b>&\ufffd\u202e𝄞"


def events(store: Store, address: str = "/contacts.ics") -> dict[str, dict[str, object]]:
    calendar = Calendar.from_ical(ask(store, address))
    return {str(event["summary"]): event for event in calendar.walk("VEVENT")}


def test_a_calendar_has_whole_days_and_of_a_vague_date_all_of_them(store: Store) -> None:
    for number, (day, status) in enumerate(
        [("2025-01-21", Status.HELD), ("2025-06", Status.PLANNED), ("XXXX-02-08", Status.HELD)]
    ):
        found = page(f"p{number}", extra=str(number))
        kind = (Kind.PHONE, Kind.MEETING, Kind.MESSAGE)[number]
        store.add(reading(found, report(found.text, date=day, date_in_page=day, status=status, kind=kind)))
    found = events(store)
    assert {
        name: (event["dtstart"].dt, event["dtend"].dt, str(event["status"]))  # type: ignore[attr-defined]
        for name, event in found.items()
    } == {
        "Vladimir Putin – Xi Jinping, phone call, 21 January 2025 (held)": (
            date(2025, 1, 21),
            date(2025, 1, 22),
            "CONFIRMED",
        ),
        "Vladimir Putin – Xi Jinping, meeting, June 2025 (planned)": (
            date(2025, 6, 1),
            date(2025, 7, 1),
            "TENTATIVE",
        ),
    }
    told = Calendar.from_ical(ask(store, "/contacts.ics"))
    assert str(told["x-wr-caldesc"]).startswith("1 contact is left out")
    assert ask(store, "/contacts.ics") == ask(store, "/contacts.ics")


def test_calendars_take_the_query_of_their_list(filled: Store) -> None:
    assert len(events(filled, "/contacts.ics?status=held")) == 1
    assert len(events(filled, "/planned.ics")) == len(events(filled, "/planned.ics?outlook=past_due")) == 1
    assert not events(filled, "/planned.ics?outlook=denied")
    assert TestClient(create_app(filled)).get("/planned.ics?outlook=maybe").status_code == 400


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("2025", (date(2025, 1, 1), date(2025, 12, 31))),
        ("2025-02/2025-03-10", (date(2025, 2, 1), date(2025, 3, 10))),
        ("../2026-06", None),
        ("2026/..", None),
        ("XXXX-06", None),
        (None, None),
    ],
)
def test_only_what_is_told_has_days(told: str | None, days: tuple[date, date] | None) -> None:
    assert days_of(told) == days


def test_an_empty_record_has_empty_subscriptions(store: Store) -> None:
    assert not entries(feed_of(store))
    assert not events(store)


def test_addresses_are_those_by_which_the_record_is_asked_for(filled: Store) -> None:
    for host in ("localhost:1", "127.0.0.1:2"):
        answer = TestClient(create_app(filled)).get("/contacts.atom", headers={"host": host})
        assert f"http://{host}/contacts.atom" in answer.text
