"""What is planned, where accounts part, who the sources are, what was read: as pages, as JSON, as spreadsheets."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from starlette.testclient import TestClient

from telcon.model.contacts import Claim, Kind, Source, Status
from telcon.model.durations import Duration
from telcon.model.pages import Page, Waymark
from telcon.model.readings import Reading
from telcon.model.spans import Span
from telcon.model.texts import Noted
from telcon.store import Reached, Store
from telcon.web import create_app
from tests.contacts.made_up_pages import CALL
from tests.store.readings import RULE, page, reading, report, words
from tests.web.conftest import ask

LISTS = ("planned", "disagreements", "sources", "coverage")
FILES = ("planned.csv", "disagreements.csv", "sources/outlets.csv", "sources/tellers.csv", "coverage.csv")


def plan(store: Store, name: str, day: str | None, status: Status, *cited: str, kind: Kind = Kind.MEETING) -> None:
    """A page that tells of a contact that was not held."""
    found = page(name, extra=name)
    claims = (Claim("status", status.value, (words(found.text, "điện đàm"),), RULE, cited),)
    told = report(found.text, date=day, date_in_page=day, status=status, kind=kind, claims=claims)
    store.add(reading(found, told))


def sections(told: str) -> dict[str, list[str]]:
    """The days in each section of the page of plans."""
    parts = re.split(r'<h2 id="(\w+)">', told)[1:]
    return {name: re.findall(r"<h3><b>([^<]+)</b>", text) for name, text in zip(parts[::2], parts[1::2], strict=True)}


def test_plans_stand_by_what_is_to_be_expected_of_them(store: Store) -> None:
    tomorrow = date.today() + timedelta(days=1)
    plan(store, "soon", tomorrow.isoformat(), Status.PLANNED)
    plan(store, "this year", str(tomorrow.year), Status.PROPOSED, kind=Kind.PHONE)
    plan(store, "some day", None, Status.PROPOSED)
    plan(store, "gone", "2020-05", Status.PLANNED)
    plan(store, "not so", "2021-03-04", Status.DENIED)
    told = sections(ask(store, "/planned"))
    assert len(told["to_come"]) == 3 and told["to_come"][-1] == "no date", "the year is not over"
    assert told["past_due"] == ["May 2020"]
    assert told["denied"] == ["4 March 2021"]
    assert sections(ask(store, "/planned?outlook=denied")) == {"denied": ["4 March 2021"]}
    twin = json.loads(ask(store, "/api/v1/planned?outlook=past_due"))
    assert [(it["outlook"], it["contact"]["date"]) for it in twin["plans"]] == [("past_due", "2020-05")]


def test_a_plan_shows_who_says_so_and_the_words_on_their_line(store: Store) -> None:
    plan(store, "soon", "2099-01-01", Status.PLANNED, "Kremlin")
    told = ask(store, "/planned")
    assert "<b>Kremlin</b>" in told and "RU</abbr>" in told
    assert "Hai nhà lãnh đạo <b>điện đàm</b></a>" in told, "the first place of the words, to the end of the line"
    words_of = json.loads(ask(store, "/api/v1/planned"))["plans"][0]["words"][0]
    assert (words_of["line"], words_of["before"], words_of["words"], words_of["after"]) == (
        1,
        "Hai nhà lãnh đạo ",
        "điện đàm",
        "",
    )
    assert words_of["tellers"] == [{"name": "Kremlin", "side": "RU"}]


def test_disagreements_show_each_value_with_those_who_tell_it(filled: Store) -> None:
    told = ask(filled, "/disagreements")
    assert ">1 disagreement<" in told
    assert re.findall(r'<p><b class="cap">([^<]+)</b>', told) == ["1 h 35 min", "10 minutes"]
    assert ">0 disagreements<" in ask(filled, "/disagreements?field=date")
    assert ">0 disagreements<" in ask(filled, "/disagreements?state=VN")
    twin = json.loads(ask(filled, "/api/v1/disagreements?field=duration&state=RU"))
    values = [it["told"]["value"] for it in twin["disagreements"][0]["values"]]
    assert values == [{"minutes": 95, "bound": "exact"}, {"minutes": 10, "bound": "exact"}]
    assert twin["disagreements"][0]["values"][0]["words"][0]["words"] == "1 giờ 35 phút"


def come_out(store: Store, name: str, outlet: str, when: str, *paragraphs: str, source: Source | None = None) -> None:
    """A page of an outlet on the call."""
    found = page(name, extra="\n".join((name, *paragraphs)))
    told = report(found.text, reported_by=(source,) if source else ())
    made = reading(found, told, published=when)
    assert made.text
    store.add(replace(made, text=replace(made.text, outlet=Noted(outlet, Span(0, 0)))))


def test_sources_are_counted_by_what_they_tell_and_from_whom_they_have_it(store: Store) -> None:
    come_out(store, "one", "First Paper", "2025-01-21T10:00", *CALL, source=Source("Kremlin", "RU"))
    come_out(store, "two", "Second Paper", "2025-01-22T10:00", *CALL[:3], source=Source("Kremlin", "RU"))
    come_out(store, "three", "Second Paper", "2025-01-23T10:00", source=Source("Xinhua", "CN"))
    twin = json.loads(ask(store, "/api/v1/sources"))
    outlets = {it["outlet"]: it for it in twin["outlets"]}
    first, second = outlets["First Paper"], outlets["Second Paper"]
    assert [first[name] for name in ("pages", "contacts", "first", "copied", "copies")] == [1, 1, 1, 1, 0]
    assert [second[name] for name in ("pages", "contacts", "first", "copied", "copies")] == [2, 1, 0, 0, 1]
    assert second["copies_from"] == [{"outlet": "First Paper", "pages": 1}]
    assert [(it["name"], it["side"], it["contacts"], it["pages"]) for it in twin["tellers"]] == [
        ("Kremlin", "RU", 1, 2),
        ("Xinhua", "CN", 1, 1),
    ]
    assert "First Paper</bdi> (1)" in ask(store, "/sources")


def test_coverage_tells_what_was_read_and_what_was_not(filled: Store) -> None:
    filled.add(Reading(Page("e" * 64, "lone", "", "lone.txt"), None, skipped="the page holds no text"))
    twin = json.loads(ask(filled, "/api/v1/coverage"))
    assert [twin[name] for name in ("pages", "telling", "silent", "passed", "undated")] == [4, 3, 0, 1, 1]
    assert [(it["name"], it["pages"]) for it in twin["months"]] == [("2025-01", 3), (None, 1)]
    assert [(it["name"], it["passed"]) for it in twin["languages"]] == [("vi", 0), (None, 1)]
    assert [(it["reason"], it["examples"][0]["title"]) for it in twin["passed_over"]] == [
        ("the page holds no text", "lone")
    ]
    assert [(it["reason"], it["count"], it["words"]) for it in twin["leftovers"]] == [
        ("nobody else takes part", 3, "nói")
    ]
    told = ask(filled, "/coverage?lang=vi")
    assert "trang không có chữ" in told and "01/2025" in told


def test_coverage_tells_of_crawls_and_what_their_gate_stopped(filled: Store) -> None:
    why = "no word of a contact beside a leader or title"
    early = Waymark("/data/secret/crawl.warc.gz", "1", 900, 20, 900, 5000, ((why, 19),))
    for mark in (early, replace(early, records=50, passed=((why, 47), ("a picture", 2)))):
        filled.add_all([], reached=Reached("all languages", (mark,)))
    twin = json.loads(ask(filled, "/api/v1/coverage"))
    assert [(it["name"], it["pages"], it["ended"]) for it in twin["crawls"]] == [("crawl.warc.gz", 50, False)]
    assert twin["crawls"][0]["passed"] == [{"reason": why, "pages": 47}, {"reason": "a picture", "pages": 2}]
    told = ask(filled, "/coverage")
    assert "50 pages gone through" in told and f"{why}: 47" in told and "not to its end" in told
    assert "secret" not in told


@pytest.mark.parametrize("name", LISTS)
def test_an_empty_record_has_its_lists(store: Store, name: str) -> None:
    told = ask(store, f"/{name}")
    assert any(words in told for words in ("The record is empty", "Nothing of this sort", "No accounts part."))
    assert json.loads(ask(store, f"/api/v1/{name}"))


@pytest.mark.parametrize("name", FILES)
def test_lists_are_spreadsheets(filled: Store, name: str) -> None:
    rows = list(csv.reader(io.StringIO(ask(filled, f"/{name}"))))
    assert len({len(row) for row in rows}) == 1, "every row has a cell for each column"
    assert len(rows) > 1 or name == "sources/outlets.csv"


@pytest.mark.parametrize("name", LISTS)
def test_lists_speak_vietnamese(filled: Store, name: str) -> None:
    names = {"planned": "Dự kiến", "disagreements": "khác nhau", "sources": "Nguồn", "coverage": "Phạm vi"}
    assert names[name] in ask(filled, f"/{name}?lang=vi").partition("<h1")[2].partition("</h1>")[0]


@pytest.mark.parametrize(
    "address",
    [
        "planned?outlook=maybe",
        "planned?page=0",
        "disagreements?field=topic",
        "disagreements?since=soon",
        "pages?contact=x",
    ],
)
def test_what_makes_no_sense_is_told(store: Store, address: str) -> None:
    browser = TestClient(create_app(store))
    assert browser.get(f"/{address}").status_code == 400
    if "page=" not in address:
        assert browser.get(f"/api/v1/{address}").json()["reason"]


def test_the_twin_of_the_plans_goes_through_all_of_them(store: Store) -> None:
    for number in range(5):
        plan(store, f"plan {number}", f"20{80 + number}-01", Status.PLANNED)
    seen, after = list[str](), ""
    while after is not None:
        told = json.loads(ask(store, f"/api/v1/planned?size=2&after={after}"))
        seen += [it["contact"]["date"] for it in told["plans"]]
        after = told["next"]
    assert seen == [f"20{80 + number}-01" for number in range(5)]


def test_lengths_are_told_apart_from_what_is_cited_for_the_contact(store: Store) -> None:
    for name, length, who in (("one", Duration(95), "Kremlin"), ("two", Duration(10), "Xinhua")):
        found = page(name, extra=name)
        claim = Claim("duration", str(length.minutes), (words(found.text, "1 giờ 35 phút"),), RULE, (who,))
        both = (Source("Kremlin", "RU"), Source("Xinhua", "CN"))
        store.add(reading(found, report(found.text, duration=length, claims=(claim,), reported_by=both)))
    values = json.loads(ask(store, "/api/v1/disagreements"))["disagreements"][0]["values"]
    assert [[source["name"] for source in it["told"]["sources"]] for it in values] == [["Kremlin"], ["Xinhua"]]
