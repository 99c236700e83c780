"""Logging in and out, and what is open to whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from telcon.store import Role, Store, open_store
from telcon.web import Rules
from tests.web.people import PASSWORD, browser, form_of, log_in


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "telcon.db") as opened:
        opened.users.add("Lan", Role.ADMINISTRATOR, PASSWORD)
        yield opened


def test_a_user_logs_in_and_out_and_comes_back_to_where_they_were(store: Store) -> None:
    asked = browser(store)
    assert 'href="/login?next=%2Fcontacts%3Fstate%3DRU"' in asked.get("/contacts?state=RU").text
    done = log_in(asked, "lan", next="/contacts?state=RU")
    assert (done.status_code, done.headers["location"]) == (303, "/contacts?state=RU")
    assert ">Lan</a>" in asked.get("/").text
    out = asked.post("/logout", data={"token": form_of(asked, "/")})
    assert (out.status_code, out.headers["location"]) == (303, "/")
    assert ">Lan</a>" not in asked.get("/").text


def test_wrong_words_are_told_in_one_way_whoever_s_they_are(store: Store) -> None:
    for name in ("Lan", "nobody"):
        done = log_in(browser(store), name, "not the password")
        assert (done.status_code, "name or password is wrong" in done.text) == (401, True)


@pytest.mark.parametrize(
    "there", ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/\nevil", "x"]
)
def test_nobody_is_led_elsewhere(store: Store, there: str) -> None:
    assert log_in(browser(store), next=there).headers["location"] == "/"


def test_elsewhere_one_logs_in_to_read_unless_it_is_public(store: Store) -> None:
    closed, public = Rules(loopback=False), Rules(loopback=False, public=True)
    asked = browser(store, closed)
    led = asked.get("/contacts?kind=phone")
    assert (led.status_code, led.headers["location"]) == (303, "/login?next=%2Fcontacts%3Fkind%3Dphone")
    twin = asked.get("/api/v1/contacts")
    assert (twin.status_code, twin.headers["www-authenticate"]) == (401, 'Bearer realm="telcon"')
    assert asked.get("/static/telcon.css").status_code == 200
    log_in(asked)
    assert asked.get("/contacts").status_code == asked.get("/api/v1/contacts").status_code == 200
    assert browser(store, public).get("/contacts").status_code == 200
