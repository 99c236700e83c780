"""The list of contacts: searched, narrowed, sorted, page by page, kept as a file."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from pyarrow import parquet
from starlette.testclient import TestClient

from telcon.model.contacts import Kind, Office, Participant, Source, Status
from telcon.store import Contact, FiledPage, Store, Telling, open_store
from telcon.web import create_app
from tests.store.readings import PUTIN, XI, page, reading, report
from tests.web.conftest import ask

LAM = Participant("To Lam", "VN", Office.PARTY_LEADER, "Q10831196")
VNA, KREMLIN = Source("VNA", "VN"), Source("Kremlin", "RU")
NAMES = re.compile(r'class="nm" href="/contacts/(\w+)"')


@pytest.fixture
def several(store: Store) -> Store:
    """A call of 2025 told by Russia, another of 2024 that Viet Nam tells of too, a message without a day."""
    for name, extra, changes in (
        ("call", "đường ống dẫn khí", {}),
        ("lam", "Ông Tô Lâm gọi", {"participants": (PUTIN, LAM), "date": "2024-03-02", "reported_by": (KREMLIN, VNA)}),
        (
            "note",
            "<b>thư</b>",
            {"participants": (XI, LAM), "date": None, "kind": Kind.MESSAGE, "topics": ("energy",), "reported_by": ()},
        ),
    ):
        made = page(name, extra=extra)
        store.add(reading(made, report(made.text, **changes), published=None))
    return store


def shown(store: Store, address: str) -> list[str]:
    """The contacts shown at an address, by the names of those who took part."""
    by_id = {contact.id: contact for contact in store.contacts()}
    return [
        "–".join(who.name.split()[-1] for who in by_id[name].participants)
        for name in NAMES.findall(ask(store, address))
    ]


def refused(store: Store, address: str) -> tuple[int, str]:
    answer = TestClient(create_app(store)).get(address)
    return answer.status_code, answer.text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["Putin–Jinping", "Putin–Lam", "Jinping–Lam"]),
        ("?q=to+lam", ["Putin–Lam", "Jinping–Lam"]),
        ("?q=%D0%A2%D0%BE+%D0%9B%D0%B0%D0%BC", ["Putin–Lam", "Jinping–Lam"]),
        ("?q=“đường ống”", ["Putin–Jinping"]),
        ("?q=2024&person=Путин", ["Putin–Lam"]),
        ("?person=Q15031&person=lam", ["Jinping–Lam"]),
        ("?state=Nga&state=", ["Putin–Jinping", "Putin–Lam"]),
        ("?pair=VN-CN&pair=RU–Trung Quốc", ["Putin–Jinping", "Jinping–Lam"]),
        ("?kind=message", ["Jinping–Lam"]),
        ("?status=held&topic=energy", ["Jinping–Lam"]),
        ("?side=VN", ["Putin–Lam"]),
        ("?accounts=alone", ["Putin–Jinping"]),
        ("?accounts=part", []),
        ("?year=2024&year=2025", ["Putin–Jinping", "Putin–Lam"]),
        ("?since=2024-03&until=2024", ["Putin–Lam"]),
        ("?sort=oldest", ["Putin–Lam", "Putin–Jinping", "Jinping–Lam"]),
        ("?sort=longest&side=RU", ["Putin–Jinping", "Putin–Lam"]),
    ],
)
def test_what_is_asked_for_is_shown(several: Store, asked: str, found: list[str]) -> None:
    assert shown(several, f"/contacts{asked}") == found


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [
        ("q=…", 400, "it holds no word to search for"),
        ("q=" + "x" * 300, 400, "it is too long to be searched for"),
        ("pair=RU", 400, "RU: it is no pair of states"),
        ("pair=RU-RU", 400, "it is no pair of states"),
        ("side=Atlantis", 400, "Atlantis: no state is known by that name"),
        ("year=soon", 400, "year"),
        ("accounts=odd", 400, "accounts"),
        ("sort=best", 400, "sort"),
        ("since=2025&until=2024", 400, "the end lies before the beginning"),
        ("page=2", 404, "the list has 1 pages, no page 2"),
        ("page=x", 400, "page"),
    ],
)
def test_what_makes_no_sense_is_told(several: Store, asked: str, status: int, told: str) -> None:
    code, text = refused(several, f"/contacts?{asked}")
    assert (code, told in text) == (status, True)
    if "page" not in asked:
        assert refused(several, f"/api/v1/contacts?{asked}")[0] == status
        assert refused(several, f"/contacts.jsonl?{asked}")[0] == status


def test_facets_count_what_each_would_leave(several: Store) -> None:
    told = ask(several, "/contacts?person=putin")
    assert re.search(
        r'name="person" value="Vladimir Putin"[^>]* checked>\s*<span>Vladimir Putin</span><span class="c">2<', told
    )
    assert re.search(r'value="To Lam"[^>]*>\s*<span>To Lam</span><span class="c">1<', told)
    assert 'name="kind" value="message"' not in told, "nobody writes to him"
    assert re.search(r'name="year" value="2025"[^>]*>\s*<span>2025</span><span class="c">1<', told)
    chosen = ask(several, "/contacts?kind=message")
    assert re.search(r'name="kind" value="phone".*?<span class="c">2<', chosen, re.DOTALL), (
        "as if no channel were asked for"
    )


def test_conditions_are_named_and_taken_back_one_by_one(several: Store) -> None:
    told = ask(several, "/contacts?q=ông&person=Путин&state=Nga&since=2024&sort=oldest", **{"accept-language": "vi"})
    for name, rest in (
        ("“ông”", "person=%D0%9F%D1%83%D1%82%D0%B8%D0%BD&amp;state=Nga&amp;since=2024&amp;sort=oldest"),
        ("Nga", "q=%C3%B4ng&amp;person=%D0%9F%D1%83%D1%82%D0%B8%D0%BD&amp;since=2024&amp;sort=oldest"),
    ):
        assert f'<a href="/contacts?{rest}">{name} <span aria-hidden="true">×</span>' in told
    assert ">Vladimir Putin <span" in told


def test_words_found_lead_to_their_line(several: Store) -> None:
    told = ask(several, "/contacts?q=duong+ong")
    digest = page("call", extra="đường ống dẫn khí").digest[:16]
    assert f'<a class="w" lang="vi" href="/pages/{digest}#l5"><mark>đường</mark> <mark>ống</mark> dẫn khí</a>' in told
    assert 'id="l5"' in ask(several, f"/pages/{digest}")
    assert "&lt;b&gt;<mark>thư</mark>&lt;/b&gt;" in ask(several, "/contacts?q=thư"), "nothing of a page is markup"
    spoken = ask(several, "/contacts?q=“quan hệ hai nước”")
    assert "<b>Vladimir Putin, according to TASS</b>" in spoken


def test_pages_without_a_contact_stand_below(several: Store) -> None:
    made = page("none", extra="sầu riêng")
    several.add(reading(made, report(made.text, date="1999-01-01")).__class__(made, reading(made).text))
    told = ask(several, "/contacts?q=sầu+riêng")
    assert "Nothing in the record answers to this." in told
    assert "1 page more tells of no contact" in told
    assert f'href="/pages/{made.digest[:16]}#l5"' in told


def test_years_stand_above_their_contacts_and_bars_narrow_to_them(several: Store) -> None:
    told = ask(several, "/contacts")
    assert re.findall(r'<tr class="yr"><td colspan="7">([\w ]+) <span class="small mute">(\d)', told) == [
        ("2025", "1"),
        ("2024", "1"),
        ("No date", "1"),
    ]
    assert '<td class="dt num">21 Jan</td>' in told
    assert 'href="/contacts?since=2024-03&amp;until=2024-03" aria-label="March 2024: 1 contact"' in told
    assert shown(several, "/contacts?since=2024-03&until=2024-03") == ["Putin–Lam"]


def test_the_page_works_without_script_and_lets_it_change_the_list_alone(several: Store) -> None:
    told = ask(several, "/contacts")
    assert re.search(r'<form id="ask"[^>]* action="/contacts"', told)
    assert '<noscript><button class="btn" form="ask">' in told
    assert 'hx-select="#found"' in told and '<div id="found">' in told
    assert re.findall(r"<script[^>]*>", told) == ['<script src="/static/script/htmx.min.js" defer>']
    pushed = TestClient(create_app(several)).get("/contacts?q=&person=&person=putin&since=&sort=newest&lang=vi")
    assert pushed.headers["hx-push-url"] == "/contacts?person=putin&sort=newest"


@pytest.mark.parametrize(("language", "told"), [("en", "120 contacts"), ("vi", "120 cuộc tiếp xúc")])
def test_a_thousand_values_of_a_facet_fit(
    store: Store, monkeypatch: pytest.MonkeyPatch, language: str, told: str
) -> None:
    made = [some_contact(number) for number in range(1100)]
    monkeypatch.setattr(Store, "refresh", lambda *_: made)
    text = ask(store, "/contacts", **{"accept-language": language})
    assert text.count('name="person" value=') == 47
    assert 'id="f-person"' in text
    assert len(text) < 150_000
    assert f">{told}<" in ask(store, "/contacts?since=2024-01-01&until=2024-12-31", **{"accept-language": language})


def some_contact(number: int) -> Contact:
    stranger = Participant(f"Stranger {number} {'ABCDEFGH'[number % 8]}", "LA", Office.OTHER)
    date = f"2024-{number % 12 + 1:02}-{number // 12 % 10 + 10}" if number < 120 else f"{2000 + number % 20}-05-01"
    told = report(page().text, participants=(PUTIN, stranger), date=date)
    return Contact(f"c{number:04}", (Telling(FiledPage(f"d{number}", "p", "p.txt"), 0, told),))


def test_a_long_list_has_pages(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [some_contact(number) for number in range(120)]
    monkeypatch.setattr(Store, "refresh", lambda *_: made)
    first, last = ask(store, "/contacts?kind=phone"), ask(store, "/contacts?kind=phone&page=3")
    assert (len(NAMES.findall(first)), len(NAMES.findall(last))) == (50, 20)
    assert 'rel="next" href="/contacts?kind=phone&amp;page=2"' in first and 'rel="prev"' not in first
    assert 'rel="prev" href="/contacts?kind=phone&amp;page=2"' in last and 'rel="next"' not in last
    assert "page 3 of 3" in last
    assert not set(NAMES.findall(first)) & set(NAMES.findall(last))


def test_an_empty_record_says_what_to_do(store: Store) -> None:
    told = ask(store, "/contacts")
    assert "The record is empty. Add pages to it" in told
    assert "<fieldset><legend>Who</legend>" not in told


def test_the_list_is_kept_as_it_is_shown(several: Store) -> None:
    rows = [json.loads(line) for line in ask(several, "/contacts.jsonl?sort=oldest&state=RU").splitlines()]
    assert [row["date"] for row in rows] == ["2024-03-02", "2025-01-21"]
    assert [line.split(",")[1] for line in ask(several, "/contacts.csv?sort=oldest").splitlines()] == [
        "date",
        "2024-03-02",
        "2025-01-21",
        "",
    ]
    answer = TestClient(create_app(several)).get("/contacts.parquet?q=lam")
    assert answer.headers["content-type"] == "application/vnd.apache.parquet"
    assert 'filename="contacts.parquet"' in answer.headers["content-disposition"]
    table = parquet.read_table(BytesIO(answer.content))
    assert table.column("date").to_pylist() == ["2024-03-02", None]
    assert [who["name"] for who in table.column("participants").to_pylist()[0]] == ["Vladimir Putin", "To Lam"]


def test_parts_of_a_list_fit_while_the_record_grows(several: Store, tmp_path: Path) -> None:
    browser = TestClient(create_app(several))
    first = browser.get("/api/v1/contacts?size=1").json()
    new = page("new", extra="mới")
    with open_store(tmp_path / "telcon.db") as other:
        other.add(reading(new, report(new.text, date="2026-01-01", status=Status.HELD)))
        (gone,) = (contact for contact in other.contacts() if contact.id == first["contacts"][0]["id"])
        assert gone
    rest = browser.get(f"/api/v1/contacts?size=5&after={first['next']}").json()
    assert (rest["total"], rest["next"]) == (4, None)
    assert [row["date"] for row in rest["contacts"]] == ["2024-03-02", None], "nothing twice, nothing left out"
    for wrong in ("zzz", first["next"] + "&sort=oldest", "WyJuZXdlc3QiLDFd"):
        answer = browser.get(f"/api/v1/contacts?after={wrong}")
        assert (answer.status_code, "no place in this list" in answer.json()["reason"]) == (400, True)


def test_the_twin_counts_facets(several: Store) -> None:
    told = json.loads(ask(several, "/api/v1/contacts?side=RU&facets=true"))
    assert {facet: [(it["value"], it["count"]) for it in values][:2] for facet, values in told["facets"].items()} == {
        "person": [("Vladimir Putin", 2), ("To Lam", 1)],
        "state": [("RU", 2), ("CN", 1)],
        "pair": [("CN-RU", 1), ("RU-VN", 1)],
        "kind": [("phone", 2)],
        "status": [("held", 2)],
        "topic": [("trade_economy", 2)],
        "accounts": [("alone", 1)],
        "side": [("RU", 2), ("VN", 1)],
        "year": [("2025", 1), ("2024", 1)],
    }
    assert "facets" not in json.loads(ask(several, "/api/v1/contacts"))


def test_a_search_gives_words_with_their_places(several: Store) -> None:
    told = json.loads(ask(several, "/api/v1/search?q=đường ống"))
    (found,) = told["contacts"]
    (hit,) = found["hits"]
    text = page("call", extra="đường ống dẫn khí").text
    assert (told["total"], hit["line"], hit["words"], hit["language"]) == (1, 5, "đường ống dẫn khí", "vi")
    assert [text[mark["start"] : mark["stop"]] for mark in hit["marks"]] == ["đường", "ống"]
    assert refused(several, "/api/v1/search?kind=phone") == (400, '{"reason":"q: it holds no word to search for"}')
    first = json.loads(ask(several, "/api/v1/search?q=“Tô Lâm”&size=1&state=VN"))
    assert (first["total"], first["next"], first["pages"]) == (1, None, 0)
