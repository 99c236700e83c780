"""Every page, on a record with contacts and on an empty one; what makes no sense; nothing of a page's text is run."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.testclient import TestClient

from telcon.model.pages import Page
from telcon.store import Store, open_store
from telcon.web import create_app, is_loopback
from tests.store.readings import page, reading, report
from tests.web.conftest import ask

ADDRESS = re.compile(r'(?<!rel="nofollow" )(?:href|src|(?<!method="post" )(?<!form)action)="([^"#]+)')
"""What a page leads to; links that narrow what it shows can be followed without end, and ask robots not to."""


def contact_of(store: Store) -> str:
    return next(contact.id for contact in store.contacts() if contact.page_count == 2)


def test_every_link_leads_somewhere(filled: Store) -> None:
    browser = TestClient(create_app(filled))
    seen, shapes, todo = set[str](), set[tuple[str, ...]](), {"/"}
    while todo:
        address = todo.pop()
        seen.add(address)
        answer = browser.get(address)
        assert answer.status_code == 200, address
        found = ADDRESS.findall(answer.text) if answer.headers["content-type"].startswith("text/html") else []
        assert not [link for link in found if not link.startswith(("/", "?"))], "no other host is asked"
        links = {link.replace("&amp;", "&") for link in found if link.startswith("/")}
        fresh = {_shape(link): link for link in links if "lang=" not in link and _shape(link) not in shapes}
        shapes |= fresh.keys()
        todo |= set(fresh.values()) - seen
    assert {"/contacts", "/agreements", f"/contacts/{contact_of(filled)}", "/pairs/RU/CN"} <= seen
    assert any(address.startswith("/pages/") for address in seen)


def test_words_lead_to_their_place_on_their_page(filled: Store) -> None:
    told = ask(filled, f"/contacts/{contact_of(filled)}")
    led = set(re.findall(r'class="w"[^>]*href="(/pages/\w+)#([^"]+)"', told))
    assert len(led) > 5
    for address, place in led:
        assert ask(filled, address).count(f' id="{place}"') == 1, (address, place)


def _shape(link: str) -> tuple[str, ...]:
    """A path with the names of what is asked for: lists can be narrowed in more ways than can be tried."""
    parts = urlsplit(link)
    return (parts.path, *sorted({name for name, _ in parse_qsl(parts.query)}))


@pytest.mark.parametrize("address", ["/", "/contacts", "/agreements", "/pairs/RU/CN"])
def test_an_empty_record_has_its_pages(store: Store, address: str) -> None:
    told = ask(store, address)
    assert "The record is empty" in told or "Nothing in the record answers to this." in told


def test_a_contact_shows_who_says_what_and_where_accounts_part(filled: Store) -> None:
    told = ask(filled, f"/contacts/{contact_of(filled)}")
    assert "Where the accounts part" in told
    assert "1 h 35 min" in told and "10 minutes" in told
    assert "1 giờ 35 phút" in told
    assert "<b>Vladimir Putin</b><i>›</i>TASS" in told
    assert "project (pipeline), planned, due 2027" in told


def test_a_page_shows_its_lines_with_what_was_read_from_them(filled: Store) -> None:
    told = ask(filled, f"/pages/{page('p0', extra='số 0').digest[:16]}")
    assert 'id="l3"' in told
    assert '<a class="m d" id="s-D1" href="#v-D1" title="date">ngày 21/1<sup>D1</sup></a>' in told
    assert "nobody else takes part" in told


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/contacts?since=soon", 400, "it is no date"),
        ("/contacts?state=Nowhere", 400, "no state is known by that name"),
        ("/contacts?topic=nothing", 400, "no topic is called so"),
        ("/contacts?kind=smoke", 400, "kind: say one of phone, "),
        ("/contacts?page=0", 400, "page: at least 1"),
        ("/contacts?page=one", 400, "page: say a whole number"),
        ("/contacts?page=one&lang=vi", 400, "page: hãy cho một số nguyên"),
        (f"/contacts?{'person=a&' * 21}", 400, "person: at most 20 values at once"),
        ("/contacts/zzz", 404, "no contact has this id"),
        ("/pages/zzz", 404, "the record holds no such page"),
        ("/nothing", 404, "Not Found"),
    ],
)
def test_what_makes_no_sense_is_told(filled: Store, address: str, status: int, told: str) -> None:
    answer = TestClient(create_app(filled)).get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert told in answer.text
    twin = TestClient(create_app(filled)).get(f"/api/v1{address}")
    assert twin.headers["content-type"] == "application/json"
    assert twin.status_code == (200 if "page=" in address else status), "the twins have no numbered pages"


def test_lists_are_narrowed(filled: Store) -> None:
    assert ">1 contact<" in ask(filled, "/contacts?kind=meeting&status=planned&person=Xi&state=RU")
    assert "Nothing in the record answers" in ask(filled, "/contacts?kind=video")
    assert "Nothing in the record answers" in ask(filled, "/agreements?state=VN")


def test_the_language_is_the_reader_s(filled: Store) -> None:
    assert '<h1 class="top">Contacts</h1>' in ask(filled, "/contacts")
    assert '<h1 class="top">Tiếp xúc</h1>' in ask(filled, "/contacts", **{"accept-language": "vi,en;q=0.5"})
    browser = TestClient(create_app(filled))
    browser.get("/contacts?lang=vi")
    assert "Tiếp xúc" in browser.get("/contacts").text
    assert ">21/1<" in browser.get("/contacts").text


def test_nothing_of_a_page_s_text_is_run(store: Store) -> None:
    text = page().text + '\n<script>alert(1)</script>\n"><img src=x onerror=alert(1)> \u202e'
    wicked = Page(sha256(text.encode()).hexdigest(), '<b onclick="x">', text, "p.txt", "javascript:alert(1)")
    store.add(replace(reading(wicked), page=wicked))
    for address in ("/", "/contacts", f"/contacts/{store.contacts()[0].id}", f"/pages/{wicked.digest[:16]}"):
        answer = TestClient(create_app(store)).get(address)
        assert "<script>" not in answer.text and "<img" not in answer.text and "<b onclick" not in answer.text
        assert 'href="javascript' not in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_time_that_is_no_date_is_shown_as_it_is(store: Store) -> None:
    odd = replace(page("odd", extra="lạ"), published="Tue, 21 Jan 2025")
    store.add(reading(odd, published=None))
    assert "Tue, 21 Jan 2025" in ask(store, f"/pages/{odd.digest[:16]}")
    assert ask(store, f"/contacts/{store.contacts()[0].id}")


def test_twins_hold_the_same(filled: Store) -> None:
    first = json.loads(ask(filled, "/api/v1/contacts?size=1"))
    assert (first["total"], len(first["contacts"])) == (2, 1)
    rest = json.loads(ask(filled, f"/api/v1/contacts?size=1&after={first['next']}"))
    assert (rest["next"], {it["id"] for it in (*first["contacts"], *rest["contacts"])}) == (
        None,
        {contact.id for contact in filled.contacts()},
    )
    told = json.loads(ask(filled, f"/api/v1/contacts/{contact_of(filled)}"))
    assert (told["contact"]["date"], len(told["agreements"])) == ("2025-01-21", 2)
    assert {entry["matter"] for entry in json.loads(ask(filled, "/api/v1/agreements"))["agreements"]} == {"project"}
    assert "/api/v1/contacts" in json.loads(ask(filled, "/openapi.json"))["paths"]


def test_lists_are_spreadsheets_too(filled: Store) -> None:
    rows = ask(filled, "/contacts.csv?kind=meeting").splitlines()
    assert (rows[0].split(",")[:3], len(rows)) == (["id", "date", "kind"], 2)
    assert "project,pipeline,planned" in ask(filled, "/agreements.csv")


def test_what_somebody_adds_is_seen_at_once(filled: Store, tmp_path: Path) -> None:
    browser = TestClient(create_app(filled))
    assert ">2 contacts<" in browser.get("/contacts").text
    new = page("new", extra="mới")
    with open_store(tmp_path / "telcon.db") as other:
        other.add(reading(new, report(new.text, date="2020-01-01")))
    assert ">3 contacts<" in browser.get("/contacts").text


def test_only_this_machine_is_loopback() -> None:
    told = {
        host: is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "192.168.1.2", "example.org")
    }
    assert told == {
        "127.0.0.1": True,
        "::1": True,
        "localhost": True,
        "0.0.0.0": False,
        "192.168.1.2": False,
        "example.org": False,
    }
