"""Home, leaders, states, pairs and who with whom: what a reader sees, narrows and follows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from starlette.testclient import TestClient

from telcon.model.contacts import Kind, Office, Participant, Source, Statement, Status, Utterance
from telcon.model.durations import Bound, Duration
from telcon.store import Store, open_store
from telcon.web import create_app
from tests.store.readings import PUTIN, SAID, XI, page, reading, report, words

TRUMP = Participant("Donald Trump", "US", Office.HEAD_OF_STATE, "Q22686")
UNLISTED = Participant("Jane <i>Doe</i>", "US", Office.ENVOY)
KIM_ONE = Participant("Kim Jong Un", "KP", Office.HEAD_OF_STATE, "Q56226")
KIM_TWO = Participant("Kim Yo Jong", "KP", Office.OTHER, "x-kim-yo-jong")
CHINESE = "Hai bên có trách nhiệm gìn giữ hòa bình"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "telcon.db") as opened:
        yield opened


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Putin and Xi by phone in 2025, told by both sides who part over its length; meetings in 2019 and 2024; a plan
    for 2099; Putin and Trump in 2025, three at once, and somebody whom the roster lacks.
    """
    path = tmp_path_factory.mktemp("record") / "telcon.db"
    with open_store(path) as store:
        fill(store)
    return path


@pytest.fixture
def filled(made: Path, tmp_path: Path) -> Iterator[Store]:
    with open_store(copyfile(made, tmp_path / "telcon.db")) as opened:
        yield opened


def fill(store: Store) -> None:
    add(store, "call", topics=("trade_economy", "energy"))
    one = page("xinhua", extra=f'"{CHINESE}", ông Tập nói.')
    told = report(
        one.text, duration=Duration(10), reported_by=(Source("Xinhua", "CN"),), topics=("taiwan",), initiator="CN"
    )
    read = reading(one, told)
    said = Statement(("Xi Jinping",), ("Xinhua",), Utterance.DIRECT, words(one.text, CHINESE), 0, ("taiwan",))
    store.add(replace(read, statements=(said,)))
    add(store, "2019", date="2019-05-01", kind=Kind.MEETING, duration=None, initiator=None)
    add(store, "2024", date="2024-03-10", kind=Kind.MEETING, duration=Duration(90, Bound.ABOUT), initiator=None)
    add(store, "plan", date="2099-06", kind=Kind.MEETING, status=Status.PLANNED, duration=None, topics=())
    add(
        store,
        "trump",
        participants=(PUTIN, TRUMP),
        date="2025-02-12",
        duration=Duration(60, Bound.OVER),
        initiator="US",
    )
    add(store, "three", participants=(PUTIN, XI, TRUMP), date="2025-03-01", kind=Kind.MEETING, initiator=None)
    add(store, "envoy", participants=(PUTIN, UNLISTED), date="2025-03-02", duration=None, initiator=None)


def add(store: Store, name: str, **changes: object) -> None:
    found = page(name, extra=f"số {name}")
    store.add(reading(found, report(found.text, **changes)))


def ask(store: Store, address: str, status: int = 200, **headers: str) -> str:
    answer = TestClient(create_app(store), follow_redirects=False).get(address, headers=headers)
    assert answer.status_code == status, answer.text
    return answer.text


def way(store: Store, address: str) -> str:
    answer = TestClient(create_app(store), follow_redirects=False).get(address)
    assert answer.status_code == 307
    return answer.headers["location"]


def twin(store: Store, address: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(ask(store, f"/api/v1{address}"))
    return found


def plain(told: str) -> str:
    """The words of a page, without its drawings."""
    drawn = re.sub(r'<svg class="chart".*?</svg>(?=</div>)', "", told, flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", drawn))


def test_an_empty_record_leads_to_adding_pages(store: Store) -> None:
    told = ask(store, "/")
    assert "The record is empty" in told and 'href="/add"' in told
    assert twin(store, "/home") == {"newest": [], "planned": [], "parted": [], "changed": []}
    assert "Nothing in the record answers to this." in ask(store, "/pairs")


def test_home_leads_with_the_words_of_both_sides(filled: Store) -> None:
    told = plain(ask(filled, "/"))
    assert "Vladimir Putin and Xi Jinping spoke by phone for 1 h 35 min" in told
    assert SAID in told and CHINESE in told
    assert "Side of China" in told and "Xi Jinping, according to Xinhua" in told
    assert "Only China tells of: Taiwan." in told


def test_home_shows_who_says_what_where_accounts_part(filled: Store) -> None:
    told = plain(ask(filled, "/"))
    assert re.search(r"how long was it\? 1 page 1 h 35 min · 1 page 10 minutes", told)
    assert re.search(r"who asked for it\? Kremlin RU Russia · Xinhua CN China", told)


def test_home_shows_what_is_to_come_with_its_words(filled: Store) -> None:
    told = ask(filled, "/")
    assert re.search(r"<b>June 2099</b> · <a[^>]*>.*Vladimir Putin", told)
    assert "Ông Putin và ông Tập Cận Bình điện đàm ngày 21/1 trong 1 giờ 35 phút." in told


def test_home_tells_what_changed(filled: Store) -> None:
    told = plain(ask(filled, "/"))
    assert "an account by another side came in" in told
    assert "new in the record" in told
    found = page("2019", extra="số 2019")
    filled.add(reading(replace(found, digest="0" * 64, text=found.text + "\nmới")))
    assert "the page has changed" in plain(ask(filled, "/"))


def test_the_time_line_is_zoomed_and_filtered_by_the_address(filled: Store) -> None:
    def drawn(address: str) -> list[str]:
        told = ask(filled, address).partition('id="tl"')[2].partition('class="only-s"')[0]
        return re.findall(r'<a href="/contacts/[^"]*" aria-label="([^"]*)"', told)

    assert len(drawn("/?since=2025&until=2025")) == 4
    assert drawn("/?since=2019&until=2019") == ["Vladimir Putin and Xi Jinping: meeting, held, 1 May 2019"]
    assert len(drawn("/?since=2019&until=2025&kind=meeting")) == 3
    assert len(drawn("/?since=2025&until=2025&state=US")) == 3
    assert len(drawn("/?since=2090&until=2100&status=planned&by=states")) == 1
    assert "Nothing in the record answers to this." in ask(filled, "/?since=1980&until=1990")
    assert ask(filled, "/?since=soon", 400) and ask(filled, "/?by=nobody", 400)


def test_links_that_narrow_keep_what_else_is_asked_for(filled: Store) -> None:
    told = ask(filled, "/?since=2025&until=2025&kind=phone")
    assert 'href="/?since=2025&amp;until=2025&amp;kind=meeting&amp;kind=phone#tl"' in told
    assert re.search(
        r'<a rel="nofollow" href="/\?since=2025&amp;until=2025#tl" aria-current="true"><svg[^>]*>.*?</svg> phone call<',
        told,
    )
    assert '<input type="hidden" name="kind" value="phone">' in told


def test_a_leader_s_page(filled: Store) -> None:
    told = ask(filled, "/leaders/Q7747")
    words_ = plain(told)
    assert "<h1>Vladimir Putin</h1>" in told
    assert "6 contacts held since 2019: 3 meetings, 3 phone calls." in words_
    assert "None held in 2020, 2021, 2022, 2023." in words_
    assert re.search(r"Xi Jinping CN 4 contacts with Xi Jinping", words_)
    assert "United States asked, 1" in words_
    assert 'href="/states/RU"' in told and 'href="/pairs/Q7747/Q15031"' in told
    assert "head of state, Russia president" in words_ and "7 May 2012 today" in words_
    assert 'aria-label="Contacts by year and month, 2019 to 2099"' not in told
    assert "Jane &lt;i&gt;Doe" in told and "<i>Doe" not in told


@pytest.mark.parametrize("asked", ["putin", "Путин", "普京", "Vladimir%20Putin", "Pu-tin"])
def test_a_leader_is_found_by_any_name(filled: Store, asked: str) -> None:
    assert way(filled, f"/leaders/{asked}?kind=phone") == "/leaders/Q7747?kind=phone"


def test_a_leader_whom_the_roster_lacks_has_a_page_by_name(filled: Store) -> None:
    told = ask(filled, "/leaders/Jane%20%3Ci%3EDoe%3C%2Fi%3E".replace("%2F", "/"), 404)
    assert "Not to be had" in told
    add(filled, "other", participants=(PUTIN, replace(UNLISTED, name="Jane Doe")), date="2025-04-02")
    told = ask(filled, "/leaders/Jane%20Doe")
    assert "<h1>Jane Doe</h1>" in told and "Offices held" not in told


def test_a_leader_of_whom_the_record_holds_nothing_has_a_page(filled: Store) -> None:
    told = plain(ask(filled, "/leaders/Q56226"))
    assert "Kim Jong Un" in told and "Nothing in the record answers to this." in told and "Offices held" in told


def test_a_name_that_may_mean_several_is_asked_back(filled: Store) -> None:
    add(filled, "kims", participants=(KIM_ONE, KIM_TWO, XI), date="2025-04-02")
    told = ask(filled, "/leaders/kim", 300)
    assert "Which of these?" in told and 'href="/leaders/Q56226"' in told and 'href="/leaders/x-kim-yo-jong"' in told
    told = ask(filled, "/pairs/kim/xi", 300)
    assert 'href="/pairs/x-kim-yo-jong/Q15031"' in told
    assert "Q56226" in json.loads(ask(filled, "/api/v1/leaders/kim", 409))["reason"]


@pytest.mark.parametrize("address", ["/leaders/zzz", "/states/Nowhere", "/pairs/RU/Nowhere", "/leaders/%20"])
def test_nobody_is_told_so(filled: Store, address: str) -> None:
    assert "no leader and no state is known by that name" in ask(filled, address, 404)
    assert "no leader and no state" in json.loads(ask(filled, f"/api/v1{address}", 404))["reason"]


def test_a_state_s_page(filled: Store) -> None:
    assert way(filled, "/states/russia") == "/states/RU"
    told = plain(ask(filled, "/states/RU"))
    assert "Its leaders in the record" in told and "Vladimir Putin 7" in told
    assert re.search(r"China CN 4 contacts with China", told)


def test_a_pair_s_page(filled: Store) -> None:
    told = ask(filled, "/pairs/Q7747/Q15031")
    words_ = plain(told)
    assert "4 contacts held since 2019: 3 meetings, 1 phone call." in words_
    assert "The longest silence: 1775 days, from 1 May 2019 to 10 March 2024." in words_
    assert "June 2099 meeting, planned" in words_
    assert "Usual gap 317 days" in words_
    assert re.search(r"Taiwan not said not said China not said", words_), (
        "which side tells of a topic stands in words too"
    )
    assert re.search(r'class="u ru" href="/contacts/\w+" title="[^"]*Russia asked"', told)
    assert ">about 90<" in told


def test_pairs_are_found_by_states_and_names(filled: Store) -> None:
    assert way(filled, "/pairs/putin/China") == "/pairs/Q7747/CN"
    for address in ("/pairs/RU/CN", "/pairs/Q7747/CN", "/pairs/CN/RU"):
        assert "5 contacts in all" in plain(ask(filled, address))
    assert "Nothing in the record answers to this." in ask(filled, "/pairs/RU/RU")
    assert "1 contact in all" in plain(ask(filled, "/pairs/CN/US"))
    assert "2 contacts in all" in plain(ask(filled, "/pairs/RU/CN?since=2024&until=2025-02"))


def test_who_with_whom_counts_what_was_held(filled: Store) -> None:
    told = ask(filled, "/pairs")
    assert 'aria-label="Vladimir Putin – Xi Jinping: 4"' in told
    assert 'href="/pairs/Q7747/Q22686"' in told
    told = ask(filled, "/pairs?status=planned&by=states")
    assert re.findall(r'aria-label="([^"]* – [^"]*)"', told) == ["China – Russia: 1", "Russia – China: 1"]
    assert "Nothing in the record answers to this." in ask(filled, "/pairs?kind=video")


def test_those_with_fewest_contacts_are_left_out_and_told(store: Store) -> None:
    for number in range(30):
        other = Participant(f"Leader Number{number}", "US", Office.OTHER)
        add(store, f"n{number}", participants=(PUTIN, other), date="2025-01-21", initiator=None)
    told = ask(store, "/pairs")
    assert told.count('<th scope="row">') == 25
    assert "6 with fewer contacts are left out." in told
    found = twin(store, "/pairs")
    assert (found["contacts"], found["left_out"], len(found["pairs"])) == (30, 6, 24)  # type: ignore[arg-type]


def test_twins_tell_the_same(filled: Store) -> None:
    leaders = json.loads(ask(filled, "/api/v1/leaders"))
    assert leaders[0] == {
        "side": {"id": "Q7747", "name": "Vladimir Putin", "state": "RU"},
        "contacts": 7,
        "latest": "2099-06",
    }
    assert [row["side"]["id"] for row in json.loads(ask(filled, "/api/v1/states?kind=meeting"))] == ["CN", "RU", "US"]
    putin = twin(filled, "/leaders/putin")
    assert (putin["held"], putin["asked"]) == (6, {"RU": 1, "US": 1, "": 1})
    assert putin["offices"][0]["title"] == "prime minister"  # type: ignore[index]
    pair = twin(filled, "/pairs/Q7747/Q15031")
    assert (pair["gap"], pair["silence"], pair["first"]) == (317, 1775, "2019-05-01")
    assert [row["minutes"] for row in pair["lengths"]] == [95, 95, 90]  # type: ignore[union-attr]
    home = twin(filled, "/home")
    assert [row["date"] for row in home["planned"]] == ["2099-06"]  # type: ignore[union-attr]
    assert len(home["parted"]) == 1  # type: ignore[arg-type]
    paths = json.loads(ask(filled, "/openapi.json"))["paths"]
    assert {"/api/v1/home", "/api/v1/leaders/{who}", "/api/v1/states", "/api/v1/pairs/{one}/{other}"} <= paths.keys()


def test_who_reads_vietnamese_finds_vietnamese_names(filled: Store) -> None:
    vi = {"accept-language": "vi"}
    assert "<h1>Tập Cận Bình</h1>" in ask(filled, "/leaders/Q15031", **vi)
    told = ask(filled, "/", **vi)
    assert "Vladimir Putin và Tập Cận Bình điện đàm trong 1 giờ 35 phút" in told
    assert "Tập Cận Bình, theo Xinhua" in told
    assert "Chỉ phía Trung Quốc kể" in told
    assert "điện đàm, đã diễn ra, 21/1/2025" in told, "the charts' words too"
    assert "Nga đề nghị, 1" in ask(filled, "/pairs/RU/CN", **vi)


@pytest.mark.parametrize("address", ["/", "/leaders/Q7747", "/states/RU", "/pairs/RU/CN", "/pairs"])
def test_every_chart_has_a_name_and_a_form_for_narrow_screens(filled: Store, address: str) -> None:
    told = ask(filled, address)
    charts = re.findall(r'<svg class="chart"[^>]*>', told)
    assert all('aria-label="' in chart for chart in charts)
    assert told.count('<div class="only-l"><svg class="chart"') == told.count('<div class="only-s"><svg class="chart"')
    assert "style=" not in told and "<script" not in told
    assert len(charts) >= (0 if address == "/pairs" else 2)
