"""What is in doubt is asked one by one and decided with one key; what was decided is told, and taken back at once."""

from __future__ import annotations

import json
import re
from pathlib import Path
from unittest.mock import patch

import pytest
from starlette.testclient import TestClient

from telcon.contacts import Question, Ruling
from telcon.model.contacts import Kind
from telcon.model.durations import Duration
from telcon.store import Store, Wish, open_store
from tests.store.readings import page, reading, report
from tests.web.people import add_users, browser, form_of, log_in

ANSWER = re.compile(r'<button name="answer" value="([^"]*)" data-key="(.)">')
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


@pytest.fixture
def store(tmp_path: Path):
    with open_store(tmp_path / "telcon.db") as opened:
        yield opened


def add(store: Store, name: str, date: str | None, published: str = "2026-01-01", **changes: object) -> None:
    one = page(name, extra=name)
    store.add(reading(one, report(one.text, date=date, **changes), published=published))


@pytest.fixture
def unsure(store: Store) -> Store:
    """Two contacts that may be one, a length on which accounts disagree, on which more hangs."""
    add(store, "a", "2025-06-01", duration=None, initiator=None, topics=(), focus=False)
    add(store, "b", None, "2025-06-08", kind=Kind.CALL, duration=None, initiator=None, topics=(), focus=False)
    for name, length in (("c", 95), ("d", 7), ("e", 95)):
        add(store, name, "2020-01-21", duration=Duration(length), kind=Kind.MEETING)
    return store


def matters(store: Store) -> list[Question]:
    return [doubt.matter for doubt in store.doubts()]


def answer(asked: TestClient, key: str, **changed: str):
    """Press a key of the question that is asked first."""
    told = asked.get("/review").text
    sent = dict(HIDDEN.findall(told))
    keys = {key: value for value, key in ANSWER.findall(told)}
    return asked.post("/review", data=sent | {"answer": keys[key]} | changed)


def test_the_first_question_shows_both_accounts_and_their_words(unsure: Store) -> None:
    assert matters(unsure) == [Question.VALUE, Question.SAME]
    asked = browser(unsure)
    told = asked.get("/review").text
    assert "How long did it last?" in told and "1 of 2 in doubt" in told
    assert "<b>1 h 35 min</b>" in told and "<b>7 minutes</b>" in told and "1 giờ 35 phút" in told
    same = asked.get(re.search(r"/review\?doubt=\w+", told)[0]).text
    assert "Do these two pages tell of the same contact?" in same
    assert "<mark>ngày 21/1</mark>" in same or "<mark>điện đàm</mark>" in same
    assert re.search(r"class=doubt.*the doubt", same) and 'class="num score">+1.5<' in same
    assert "told soon after" in same


def test_the_first_question_is_put_once_in_each_language(unsure: Store) -> None:
    asked, told = browser(unsure), {"en": "How long did it last?", "vi": "Kéo dài bao lâu?"}
    with patch.object(Store, "contact", autospec=True, side_effect=Store.contact) as read:
        for language in ("en", "vi", "en", "vi"):
            assert told[language] in asked.get("/review", headers={"accept-language": language}).text
    assert read.call_count == 2


def test_every_key_decides_and_the_next_question_comes(unsure: Store) -> None:
    asked = browser(unsure)
    first = answer(asked, "1", note="both sides  say so\n")
    assert (first.status_code, first.headers["location"]) == (303, "/review?done=1")
    (decision,) = unsure.decisions()
    assert (decision.ruling, decision.value, decision.reason) == (Ruling.VALUE, "95 exact", "both sides say so")
    told = asked.get("/review?done=1").text
    assert "Decided: length: 1 h 35 min." in told and "1 of 1 in doubt" in told
    assert answer(asked, "s").status_code == 303
    assert matters(unsure) == []
    assert "Nothing is in doubt" in asked.get("/review?done=2").text
    assert [contact.page_count for contact in unsure.contacts()] == [3, 2]


def test_different_stays_different(unsure: Store) -> None:
    asked = browser(unsure)
    answer(asked, "1")
    answer(asked, "d")
    assert matters(unsure) == [] and len(unsure.contacts()) == 3


def test_unsure_goes_behind_and_stays_in_the_queue(unsure: Store) -> None:
    asked = browser(unsure)
    answer(asked, "u")
    assert matters(unsure) == [Question.SAME, Question.VALUE]
    told = asked.get("/review?done=1").text
    assert "same contact" in told and "left open: length" in told
    answer(asked, "u")
    assert matters(unsure) == [Question.VALUE, Question.SAME]
    assert "Somebody has looked at it before" in asked.get("/review").text


def test_z_takes_back_and_decides_again(unsure: Store) -> None:
    asked = browser(unsure)
    answer(asked, "1")
    told = asked.get("/review?done=1").text
    assert re.search(r'name="number" value="1" formaction="/review/undo" data-key="z"', told)
    sent = {"token": form_of(asked, "/review"), "number": "1", "back": "review"}
    assert asked.post("/review/undo", data=sent).headers["location"] == "/review?done=1"
    assert unsure.decisions() == []
    assert asked.post("/review/undo", data=sent).status_code == 303, "taking back twice is taking back once"
    told = asked.get("/review?done=1").text
    assert "Taken back: length: 1 h 35 min." in told and 'formaction="/review/again"' in told
    for _ in range(2):
        assert asked.post("/review/again", data=sent).headers["location"] == "/review?done=2"
    assert [one.value for one in unsure.decisions()] == ["95 exact"]


def test_the_history_tells_all_and_takes_back(unsure: Store) -> None:
    asked = browser(unsure)
    assert "Nobody has decided anything yet" in asked.get("/review/history").text
    answer(asked, "1", note="<b>heard</b> it \u202eon the radio")
    told = asked.get("/review/history").text
    assert "length: 1 h 35 min" in told and "&lt;b&gt;heard&lt;/b&gt; it on the radio" in told
    asked.post("/review/undo", data={"token": form_of(asked, "/review/history"), "number": "1", "back": "history"})
    told = asked.get("/review/history?done=1").text
    assert "Taken back: length: 1 h 35 min." in told and "taken back by" in told and "decide it again" in told


def test_two_who_decide_at_once_hear_of_each_other(unsure: Store) -> None:
    add_users(unsure)
    lan, minh = browser(unsure), browser(unsure)
    log_in(lan, "Lan"), log_in(minh, "Minh")
    told = minh.get("/review").text
    seen = dict(HIDDEN.findall(told))
    assert answer(lan, "1", note="the Kremlin says so").status_code == 303
    late = minh.post("/review", data=seen | {"answer": "7 exact", "note": "I heard it"})
    assert late.status_code == 409
    assert "length: 1 h 35 min" in late.text and "the Kremlin says so" in late.text and "Lan" in late.text
    assert "length: 7 minutes" in late.text and "I heard it" in late.text
    assert [one.author for one in unsure.decisions()] == ["Lan"]
    again = minh.post("/review", data=dict(HIDDEN.findall(late.text)))
    assert again.status_code == 303
    assert [(one.author, one.value) for one in unsure.decisions()] == [("Lan", "95 exact"), ("Minh", "7 exact")]
    assert matters(unsure) == [Question.SAME, Question.CONTRADICTION], "nothing is lost: that they differ is asked next"
    assert "Which of these decisions counts?" in lan.get("/review?doubt=" + unsure.doubts()[1].key).text


def test_a_decision_sent_twice_counts_once(unsure: Store) -> None:
    asked = browser(unsure)
    told = asked.get("/review").text
    sent = dict(HIDDEN.findall(told)) | {"answer": "95 exact"}
    addresses = [asked.post("/review", data=sent).headers["location"] for _ in range(2)]
    assert addresses == ["/review?done=1", "/review?done=1"]
    assert len(unsure.history()) == 1


def test_contradictions_and_loose_decisions_are_settled(store: Store) -> None:
    add(store, "a", "2025-01-21")
    own = store.contacts()[0].tellings[0].member
    for author, value in (("Lan", "62 exact"), ("Ivan", "65 exact")):
        store.decide(Wish(Ruling.VALUE, own, (), "duration", value), author=author)
    asked = browser(store)
    assert answer(asked, "1").status_code == 303
    assert [one.value for one in store.decisions()] == ["62 exact"]
    assert "Taken back: length: 1 h 5 min" in asked.get("/review?done=2").text
    changed = page("a", extra="another text")
    store.add(reading(changed, report(changed.text, date="2025-01-21")))
    assert "Is this decision still needed?" in asked.get("/review").text
    assert answer(asked, "u").status_code == 303
    assert answer(asked, "1").status_code == 303
    assert "Nothing is in doubt" in asked.get("/review").text


def test_readers_look_and_do_not_decide(unsure: Store) -> None:
    add_users(unsure)
    hoa = browser(unsure)
    log_in(hoa, "Hoa")
    told = hoa.get("/review").text
    assert "How long did it last?" in told and "Editors decide here." in told and 'name="answer"' not in told
    assert hoa.post("/review", data={"matter": "same", "answer": "same"}).status_code == 403
    assert hoa.post("/review/undo", data={"number": "1"}).status_code == 403
    assert unsure.history() == []


@pytest.mark.parametrize(
    ("changed", "status", "told"),
    [
        ({"answer": "never"}, 400, "never is no answer to this"),
        ({"answer": ""}, 400, "answer"),
        ({"answer": "9" * 4000}, 400, "answer"),
        ({"matter": "smoke"}, 400, "matter"),
        ({"field": "colour"}, 400, "no answer"),
        ({"seen": "many"}, 400, "seen"),
        ({"seen": "9" * 30}, 400, "seen"),
        ({"subject": "nobody:1"}, 404, "not held any more"),
        ({"note": "w" * 501}, 400, "the reason is longer"),
        ({"note": "w" * 100_000}, 400, "note"),
        ({"matter": "contradiction", "numbers": "1 2"}, 404, "there is no such decision"),
        ({"matter": "contradiction", "numbers": "x"}, 400, "numbers"),
        ({"token": "stolen"}, 403, "the form is too old"),
    ],
)
def test_what_makes_no_sense_decides_nothing(unsure: Store, changed: dict[str, str], status: int, told: str) -> None:
    asked = browser(unsure)
    given = answer(asked, "1", **changed)
    assert (given.status_code, unsure.history()) == (status, [])
    assert told in given.text


@pytest.mark.parametrize(
    ("address", "status"),
    [("/review?doubt=zzz", 404), ("/review?done=x", 400), ("/review?done=77", 200), ("/review/history?page=0", 400)],
)
def test_odd_addresses_are_told(unsure: Store, address: str, status: int) -> None:
    assert browser(unsure).get(address).status_code == status


def test_a_wicked_page_is_shown_and_not_run(store: Store) -> None:
    for name, length in (("<script>alert(1)</script>", 95), ("b", 7)):
        text = page(name, extra=name + "w" * 100_000).text
        one = page(name, extra=name + "w" * 100_000)
        store.add(reading(one, report(text, duration=Duration(length))))
    told = browser(store).get("/review").text
    assert "<script>alert" not in told and len(told) < 20_000


def test_the_review_speaks_vietnamese(unsure: Store) -> None:
    told = browser(unsure).get("/review", headers={"accept-language": "vi"}).text
    assert "How long" not in told and "1 giờ 35 phút" in told and "Same" not in told


def test_twins_hold_the_same(unsure: Store) -> None:
    asked = browser(unsure)
    first = asked.get("/api/v1/review?size=1").json()
    assert (first["total"], first["doubts"][0]["matter"], first["doubts"][0]["field"]) == (2, "value", "duration")
    rest = asked.get(f"/api/v1/review?after={first['next']}").json()
    assert (rest["next"], [it["matter"] for it in rest["doubts"]]) == (None, ["same"])
    answer(asked, "1", note="why")
    assert asked.get("/api/v1/review?after=gone").status_code == 400
    (made,) = asked.get("/api/v1/decisions").json()["decisions"]
    assert (made["number"], made["value"], made["reason"], made["undone_at"]) == (1, "95 exact", "why", None)
    assert json.loads(asked.get("/openapi.json").text)["paths"].keys() >= {"/api/v1/review", "/api/v1/decisions"}
