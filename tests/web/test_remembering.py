"""Answers kept until the record changes, and what a browser that has one is told."""

from __future__ import annotations

import gzip
from pathlib import Path

from fastapi import FastAPI, Request, Response
from starlette.testclient import TestClient

from telcon.store import Store, open_store
from telcon.web.drawings.remembering import LONGEST, Remembering
from tests.store.readings import page, reading


def counting(store: Store, body: str = "x" * 2000, most: int = 1 << 20) -> tuple[TestClient, list[str]]:
    """An application that counts how often it is asked."""
    app, asked = FastAPI(), list[str]()
    app.add_middleware(Remembering, store=store, most=most)

    @app.get("/{name:path}")
    def answer(request: Request, name: str) -> Response:
        asked.append(name)
        if name == "mine":
            request.state.personal = True
        response = Response(body, status_code=404 if name == "none" else 200, media_type="text/html")
        if name == "baked":
            response.set_cookie("one", "two")
        return response

    return TestClient(app), asked


def test_an_answer_is_made_once_until_the_record_changes(tmp_path: Path) -> None:
    with open_store(tmp_path / "telcon.db") as store:
        browser, asked = counting(store)
        first, second = browser.get("/a"), browser.get("/a")
        assert (first.text, asked) == (second.text, ["a"])
        browser.get("/a?b=c")
        browser.get("/a", headers={"accept-language": "vi"})
        assert asked == ["a"] * 3, "another question, another language"
        store.add(reading(page("new")))
        browser.get("/a")
        assert asked == ["a"] * 4


def test_what_belongs_to_the_program_is_kept_whatever_changes(tmp_path: Path) -> None:
    with open_store(tmp_path / "telcon.db") as store:
        browser, asked = counting(store)
        browser.get("/static/a", headers={"accept-language": "vi"})
        store.add(reading(page("new")))
        assert browser.get("/static/a").headers["content-encoding"] == "gzip"
        assert asked == ["static/a"]


def test_what_is_somebody_s_own_or_no_answer_is_not_kept(tmp_path: Path) -> None:
    with open_store(tmp_path / "telcon.db") as store:
        browser, asked = counting(store)
        for name in ("mine", "baked", "none"):
            assert len({browser.get(f"/{name}").text for _ in range(2)}) == 1
            assert "content-encoding" not in browser.get(f"/{name}").headers
        browser.get("/a", headers={"authorization": "Bearer x"})
        browser.get("/a", headers={"authorization": "Bearer x"})
        assert asked == ["mine"] * 3 + ["baked"] * 3 + ["none"] * 3 + ["a"] * 2


def test_a_browser_that_holds_it_is_told_so(tmp_path: Path) -> None:
    with open_store(tmp_path / "telcon.db") as store:
        browser, _ = counting(store)
        etag = browser.get("/a").headers["etag"]
        for held in (etag, f'"other", W/{etag}', "*"):
            again = browser.get("/a", headers={"if-none-match": held})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)
        assert browser.get("/a", headers={"if-none-match": '"other"'}).status_code == 200


def test_answers_are_packed_for_those_who_can_unpack(tmp_path: Path) -> None:
    with open_store(tmp_path / "telcon.db") as store:
        browser, _ = counting(store)
        plain = browser.get("/a", headers={"accept-encoding": "identity"})
        assert "content-encoding" not in plain.headers
        with browser.stream("GET", "/a", headers={"accept-encoding": "gzip"}) as packed:
            sent = b"".join(packed.iter_raw())
        assert (gzip.decompress(sent), int(packed.headers["content-length"])) == (plain.content, len(sent))
        assert len(sent) < 100


def test_head_has_no_body_and_the_longest_pass_as_they_come(tmp_path: Path) -> None:
    with open_store(tmp_path / "telcon.db") as store:
        browser, asked = counting(store, body="y" * (LONGEST + 1))
        assert len(browser.get("/a").content) == len(browser.get("/a").content) == LONGEST + 1
        assert asked == ["a", "a"]
        assert "etag" not in browser.get("/a").headers


def test_what_was_asked_for_last_is_kept(tmp_path: Path) -> None:
    with open_store(tmp_path / "telcon.db") as store:
        browser, asked = counting(store, most=100)
        for name in ("a", "b", "a", "c", "a", "b"):
            browser.get(f"/{name}")
        assert asked == ["a", "b", "c", "b"]
