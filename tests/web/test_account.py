"""One's own account."""

from __future__ import annotations

import re

import pytest

from telcon.store import Deed, Store
from telcon.web.guards.agents import agent_name
from tests.web.people import PASSWORD, browser, form_of, log_in, logged_in

NEW = "a new password of mine"
SECRET = re.compile(r'value="(telcon_[\w-]{43})"')


def test_another_password_logs_out_everywhere_else(peopled: Store) -> None:
    here, there = logged_in(peopled, "minh"), logged_in(peopled, "minh")
    old = here.cookies["telcon_session"]
    fields = {"token": form_of(here, "/account"), "present": PASSWORD, "password": NEW, "again": NEW}
    done = here.post("/account/password", data=fields)
    assert (done.status_code, done.headers["location"]) == (303, "/account?done=password")
    assert "everywhere else you are logged out" in here.get("/account?done=password").text
    assert here.cookies["telcon_session"] != old
    assert there.get("/account").status_code == 303
    assert log_in(browser(peopled), "minh").status_code == 401
    assert log_in(browser(peopled), "minh", NEW).status_code == 303


def test_a_password_that_may_not_be_is_told(peopled: Store) -> None:
    asked = logged_in(peopled, "minh")
    for present, password, again, status, told in (
        ("wrong", NEW, NEW, 403, "not the present password"),
        (PASSWORD, NEW, "another", 400, "the two new passwords differ"),
        (PASSWORD, "short", "short", 400, "12 characters or more"),
        (PASSWORD, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", 400, "too easy to guess"),
    ):
        fields = {"token": form_of(asked, "/account"), "present": present, "password": password, "again": again}
        done = asked.post("/account/password", data=fields)
        assert (done.status_code, told in done.text) == (status, True), done.text
        assert password not in done.text
    assert asked.get("/account").status_code == 200


def test_a_token_is_shown_once_used_and_revoked(peopled: Store) -> None:
    asked = logged_in(peopled, "minh")
    made = asked.post(
        "/account/tokens", data={"token": form_of(asked, "/account"), "name": "notebook", "scope": "write"}
    )
    secret = SECRET.search(made.text)
    assert secret and made.headers["cache-control"] == "no-store"
    page = asked.get("/account").text
    assert "notebook" in page and "read and write" in page and secret[1] not in page
    program = browser(peopled)
    sent = {"authorization": f"Bearer {secret[1]}"}
    assert program.post("/api/v1/hide", headers=sent).status_code == 200
    revoke = {"token": form_of(asked, "/account"), "number": "1"}
    other = logged_in(peopled, "lan")
    assert other.post("/account/tokens/revoke", data=revoke | {"token": form_of(other, "/account")}).status_code == 409
    assert asked.post("/account/tokens/revoke", data=revoke).status_code == 303
    assert "revoked" in asked.get("/account").text
    assert program.get("/api/v1/contacts", headers=sent).status_code == 401
    assert asked.post("/account/tokens/revoke", data=revoke).status_code == 409


def test_a_token_without_sense_is_not_made(peopled: Store) -> None:
    asked = logged_in(peopled)
    for wrong, told in (({"name": " "}, "needs a name"), ({"name": "a", "days": "0"}, "lasts 1 to 366 days")):
        done = asked.post("/account/tokens", data={"token": form_of(asked, "/account")} | wrong)
        assert (done.status_code, told in done.text) == (400, True)
    assert asked.post("/account/tokens", data={"token": form_of(asked, "/account"), "scope": "all"}).status_code == 400
    assert peopled.tokens.all() == []


def test_one_logs_out_elsewhere(peopled: Store) -> None:
    here, there, other = logged_in(peopled, "minh"), logged_in(peopled, "minh"), logged_in(peopled, "hoa")
    minh = peopled.users.find("minh")
    assert minh and len(peopled.sessions.of(minh)) == 2
    numbers = [str(session.number) for session in peopled.sessions.of(minh)]
    for number in numbers:
        other.post("/account/sessions/end", data={"token": form_of(other, "/account"), "number": number})
    assert there.get("/account").status_code == 200, "nobody logs others out"
    here.post("/account/sessions/end", data={"token": form_of(here, "/account"), "number": numbers[0]})
    assert {here.get("/account").status_code, there.get("/account").status_code} == {200, 303}
    left = here if here.get("/account").status_code == 200 else there
    assert (
        left.post("/account/sessions/end-all", data={"token": form_of(left, "/account")}).headers["location"]
        == "/login"
    )
    assert left.get("/account").status_code == 303
    assert peopled.audit(most=1)[0].deed is Deed.SESSIONS_ENDED


def test_it_speaks_vietnamese(peopled: Store) -> None:
    asked = logged_in(peopled)
    told = {name: asked.get(f"/{name}?lang=vi").text for name in ("account", "users", "audit", "login")}
    for name, words in (
        ("account", "Mã truy cập"),
        ("users", "Người dùng"),
        ("audit", "Nhật ký"),
        ("login", "Mật khẩu"),
    ):
        assert words in told[name]


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari, iPhone"),
        ("curl/8.0", "curl/8.0"),
        ("", "–"),
    ],
)
def test_a_browser_is_called_by_its_name(told: str, name: str) -> None:
    assert agent_name(told) == name
