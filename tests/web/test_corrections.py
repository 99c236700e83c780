"""A contact is corrected in place: values, pages that do not belong, contacts that are one; nothing is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from telcon.contacts import Contact
from telcon.model.contacts import Kind, Status
from telcon.model.durations import Bound, Duration
from telcon.store import Store, open_store
from tests.store.readings import page, reading, report
from tests.web.people import add_users, browser, form_of, log_in

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "telcon.db") as opened:
        for name, length, day in (("a", 95, "2025-01-21"), ("b", 10, "2025-01-21"), ("c", 95, "2025-06-01")):
            add(opened, name, length, day)
        yield opened


def add(store: Store, name: str, length: int, day: str) -> None:
    one = page(name, extra=name)
    store.add(reading(one, report(one.text, date=day, duration=Duration(length)), published="2026-01-01"))


def contact_of(store: Store, name: str) -> Contact:
    return next(one for one in store.contacts() for telling in one.tellings if telling.page.name == name)


def form(asked: TestClient, contact: Contact, action: str, field: str = "") -> dict[str, str]:
    """What a form of the page for corrections carries; of those for values, the one for a field."""
    told = asked.get(f"/contacts/{contact.id}/correct").text
    forms = [part.split("</form>")[0] for part in told.split("<form ") if f"/{action}" in part[:120]]
    sent = [dict(HIDDEN.findall(part)) for part in forms]
    return next(one for one in sent if one.get("field", "") == field)


def correct(asked: TestClient, contact: Contact, field: str, **entered: str) -> Response:
    return asked.post(f"/contacts/{contact.id}/value", data=form(asked, contact, "value", field) | entered)


def test_the_page_of_a_contact_leads_to_its_corrections(store: Store) -> None:
    asked, contact = browser(store), contact_of(store, "a")
    told = asked.get(f"/contacts/{contact.id}").text
    assert f'href="/contacts/{contact.id}/correct?field=duration#correct-duration"' in told
    told = asked.get(f"/contacts/{contact.id}/correct?field=duration").text
    assert re.search(r'<details class="fix" id="correct-duration" open>', told)
    assert "1 h 35 min" in told and "10 minutes" in told and "as it stands" in told


@pytest.mark.parametrize(
    ("field", "entered", "shown"),
    [
        ("duration", {"choice": "10 exact"}, Duration(10)),
        ("duration", {"choice": "other", "minutes": "62", "bound": "over"}, Duration(62, Bound.OVER)),
        ("date", {"choice": "other", "date": "22/1/2025"}, "2025-01-22"),
        ("date", {"choice": "other", "date": " 2025-01 "}, "2025-01"),
        ("kind", {"choice": "other", "kind": "video"}, Kind.VIDEO),
        ("status", {"choice": "other", "status": "denied"}, Status.DENIED),
        ("initiator", {"choice": "other", "side": "trung quốc"}, "CN"),
        ("initiator", {"choice": "other", "side": "mutual"}, "mutual"),
    ],
)
def test_a_value_is_chosen_or_written(store: Store, field: str, entered: dict[str, str], shown: object) -> None:
    asked = browser(store)
    answer = correct(asked, contact_of(store, "a"), field, note="heard it", **entered)
    contact = contact_of(store, "a")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/contacts/{contact.id}?done=1")
    assert contact.choices[field].shown == shown
    told = asked.get(answer.headers["location"]).text
    assert 'role="status"' in told and "Decided: <bdi>" in told and "heard it" in told and "put so by" in told
    sent = {"token": form_of(asked, f"/contacts/{contact.id}"), "number": "1", "back": "contact"}
    back = asked.post("/review/undo", data=sent).headers["location"]
    assert back == f"/contacts/{contact_of(store, 'a').id}?done=1"
    assert contact_of(store, "a").choices[field].shown != shown
    assert "taken back by" in asked.get(back).text


@pytest.mark.parametrize(
    ("field", "entered", "told"),
    [
        ("date", {"choice": "other", "date": "yesterday"}, "write the date as"),
        ("date", {"choice": "other", "date": "0000"}, "write the date as"),
        ("date", {"choice": "other", "date": "31/2/2025"}, "write the date as"),
        ("duration", {"choice": "other", "minutes": "-5"}, "write the length"),
        ("duration", {"choice": "other", "minutes": "١٢"}, "write the length"),
        ("duration", {"choice": "other", "minutes": "9" * 10}, "write the length"),
        ("duration", {"choice": "other", "minutes": "5", "bound": "nearly"}, "write the length"),
        ("duration", {"choice": ""}, "write the length"),
        ("kind", {"choice": "smoke"}, "choose one of the values"),
        ("status", {"choice": "other"}, "choose one of the values"),
        ("initiator", {"choice": "other", "side": "<b>Atlantis</b>"}, "name a state"),
    ],
)
def test_a_value_that_cannot_be_keeps_what_was_written(
    store: Store, field: str, entered: dict[str, str], told: str
) -> None:
    answer = correct(browser(store), contact_of(store, "a"), field, note="why not", **entered)
    assert (answer.status_code, store.history()) == (400, [])
    assert f'role="alert">{told}' in answer.text and "why not" in answer.text and "<b>Atlantis" not in answer.text
    written = [escape(told) for name, told in entered.items() if name in ("date", "minutes", "side")]
    assert all(f'value="{told}"' in answer.text for told in written)


def test_a_page_is_split_off_and_another_does_not_count(store: Store) -> None:
    asked, contact = browser(store), contact_of(store, "a")
    apart = form(asked, contact, "page") | {"member": contact.tellings[1].member, "action": "apart"}
    places = [asked.post(f"/contacts/{contact.id}/page", data=apart).headers["location"] for _ in range(2)]
    assert len({contact_of(store, name).id for name in "abc"}) == 3 and len(store.history()) == 1
    assert all(place.endswith("?done=1") for place in places), "sent twice it counts once"
    other = contact_of(store, "b")
    hide = form(asked, other, "page") | {"member": other.tellings[0].member, "action": "hide"}
    for _ in range(2):
        answer = asked.post(f"/contacts/{other.id}/page", data=hide)
        assert answer.headers["location"] == "/review/history?done=2"
    assert len(store.contacts()) == 2 and len(store.history()) == 2
    assert "b does not count" in asked.get("/review/history?done=2").text
    again = {"token": apart["token"], "number": "2", "back": "history"}
    asked.post("/review/undo", data=again)
    assert len(store.contacts()) == 3


def test_two_contacts_are_joined(store: Store) -> None:
    asked, contact, other = browser(store), contact_of(store, "a"), contact_of(store, "c")
    told = asked.get(f"/contacts/{contact.id}/correct").text
    assert f'name="other" value="{other.tellings[0].member}"' in told, "contacts of the same people are offered"
    assert other.id in asked.get(f"/contacts/{contact.id}/correct?q=tap can binh 2025-06").text
    assert "No other contact answers" in asked.get(f"/contacts/{contact.id}/correct?q=nobody").text
    sent = form(asked, contact, "join") | {"other": other.tellings[0].member}
    for _ in range(2):
        answer = asked.post(f"/contacts/{contact.id}/join", data=sent)
        assert answer.headers["location"] == f"/contacts/{contact_of(store, 'c').id}?done=1"
    assert [one.page_count for one in store.contacts()] == [3] and len(store.history()) == 1
    told = asked.get(answer.headers["location"]).text
    assert "a and c tell of one contact" in told


def test_two_editors_at_once_both_are_heard(store: Store) -> None:
    add_users(store)
    lan, minh = browser(store), browser(store)
    log_in(lan, "Lan"), log_in(minh, "Minh")
    contact = contact_of(store, "a")
    mine = form(minh, contact, "value", "duration") | {"choice": "other", "minutes": "62", "note": "I timed it"}
    assert correct(lan, contact, "duration", choice="10 exact", note="the Kremlin").status_code == 303
    late = minh.post(f"/contacts/{contact.id}/value", data=mine)
    assert late.status_code == 409
    assert "length: 10 minutes" in late.text and "the Kremlin" in late.text and "Lan" in late.text
    assert "length: 1 h 2 min" in late.text and "I timed it" in late.text
    assert contact_of(store, "a").duration == Duration(10)
    again = minh.post(f"/contacts/{contact.id}/value", data=dict(HIDDEN.findall(late.text)))
    assert again.status_code == 303
    assert contact_of(store, "a").duration == Duration(62)
    assert [(one.author, one.value, one.reason) for one in store.decisions()] == [
        ("Lan", "10 exact", "the Kremlin"),
        ("Minh", "62 exact", "I timed it"),
    ]


def test_a_value_that_changed_with_new_pages_is_shown_first(store: Store) -> None:
    asked, contact = browser(store), contact_of(store, "c")
    sent = form(asked, contact, "value", "date") | {"choice": "other", "date": "2025-06-02"}
    assert asked.post(f"/contacts/{contact.id}/value", data=sent | {"shown": "2025-05-31"}).status_code == 409
    late = asked.post(f"/contacts/{contact.id}/value", data=sent | {"shown": "2025-05-31"})
    assert "tell: 1 June 2025" in late.text and store.history() == []
    fields = dict(HIDDEN.findall(late.text))
    assert asked.post(f"/contacts/{contact.id}/value", data=fields).status_code == 303
    assert contact_of(store, "c").date == "2025-06-02"


def test_a_value_sent_twice_counts_once(store: Store) -> None:
    asked, contact = browser(store), contact_of(store, "a")
    sent = form(asked, contact, "value", "date") | {"choice": "other", "date": "2020-02-02"}
    places = [asked.post(f"/contacts/{contact.id}/value", data=sent).headers["location"] for _ in range(2)]
    assert places[0] == places[1] == f"/contacts/{contact_of(store, 'a').id}?done=1"
    assert len(store.history()) == 1


def test_readers_see_what_was_decided_and_decide_nothing(store: Store) -> None:
    correct(browser(store), contact_of(store, "a"), "duration", choice="10 exact", note="so it was")
    add_users(store)
    hoa, contact = browser(store), contact_of(store, "a")
    log_in(hoa, "Hoa")
    told = hoa.get(f"/contacts/{contact.id}").text
    assert "so it was" in told and "/correct" not in told and "/review/undo" not in told
    assert "Editors correct here." in hoa.get(f"/contacts/{contact.id}/correct").text
    for action in ("value", "page", "join"):
        assert hoa.post(f"/contacts/{contact.id}/{action}", data={"subject": "x", "field": "date"}).status_code == 403
    assert len(store.history()) == 1


@pytest.mark.parametrize(
    ("action", "changed", "status"),
    [
        ("value", {"field": "colour"}, 400),
        ("value", {"subject": "nobody:1", "choice": "10 exact", "field": "duration"}, 404),
        ("value", {"token": "stolen"}, 403),
        ("page", {"member": ""}, 400),
        ("page", {"member": "nobody:1", "action": "hide"}, 404),
        ("page", {"member": "nobody:1", "action": "burn"}, 400),
        ("join", {"other": ""}, 400),
        ("join", {"other": "nobody:1"}, 404),
    ],
)
def test_what_makes_no_sense_is_told(store: Store, action: str, changed: dict[str, str], status: int) -> None:
    asked, contact = browser(store), contact_of(store, "a")
    sent = form(asked, contact, action, "duration" if action == "value" else "") | changed
    assert asked.post(f"/contacts/{contact.id}/{action}", data=sent).status_code == status
    assert store.history() == []


def test_the_only_page_of_a_contact_is_not_split_off(store: Store) -> None:
    asked, contact = browser(store), contact_of(store, "c")
    sent = form(asked, contact, "page") | {"member": contact.tellings[0].member, "action": "apart"}
    answer = asked.post(f"/contacts/{contact.id}/page", data=sent)
    assert answer.status_code == 400 and "nothing to part it from" in answer.text
    assert asked.get("/contacts/zzz/correct").status_code == 404
    assert asked.get(f"/contacts/{contact.id}/correct?field=colour").status_code == 400
    assert "Sửa" in asked.get(f"/contacts/{contact.id}/correct", headers={"accept-language": "vi"}).text
