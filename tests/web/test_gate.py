"""Who may read and write from where."""

from __future__ import annotations

from ipaddress import ip_network
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from telcon.store import Deed, Role, Scope, Store, Way, machine_user, open_store
from telcon.web import Rules
from tests.web.people import ELSEWHERE, TOKEN, beside, browser, form_of, log_in, logged_in

CLOSED, PUBLIC = Rules(loopback=False), Rules(loopback=False, public=True)
PROXIED = Rules(trusted_header="x-remote-user", proxies=(ip_network("127.0.0.1"),))


def hide(asked: TestClient, token: str | None = None, **headers: str) -> int:
    token = (
        form_of(asked, "/login" if "telcon_session" not in asked.cookies else "/account") if token is None else token
    )
    return asked.post("/hide", data={"token": token}, headers=headers).status_code


def test_without_users_whoever_sits_at_the_machine_edits(tmp_path: Path) -> None:
    with open_store(tmp_path / "telcon.db") as store:
        asked = browser(store)
        assert hide(asked, form_of(asked, "/users")) == 200
        line = store.audit(most=1)[0]
        assert (line.who, line.way, line.deed) == (machine_user(), Way.SCREEN, Deed.DECIDED)
        assert hide(asked, "") == 403
        passed_on = {"x-forwarded-for": ELSEWHERE}
        assert asked.get("/users", headers=passed_on).status_code == 303, "a proxy is nobody at the machine"
        elsewhere = browser(store, PUBLIC)
        assert elsewhere.get("/contacts").status_code == 200
        refused = elsewhere.post("/hide", data={})
        assert (refused.status_code, "telcon users add NAME" in refused.text) == (403, True)


def test_with_users_one_logs_in_to_edit_and_reads_as_before(peopled: Store) -> None:
    nobody = browser(peopled)
    assert nobody.get("/contacts").status_code == 200
    refused = nobody.post("/hide", data={"token": form_of(nobody)})
    assert (refused.status_code, 'href="/login"' in refused.text) == (401, True)
    assert [hide(logged_in(peopled, name)) for name in ("lan", "minh", "hoa")] == [200, 200, 403]
    assert peopled.audit(most=1)[0].who in ("Minh", "Hoa")


def test_elsewhere_one_logs_in_to_read_unless_it_is_public(peopled: Store) -> None:
    asked = browser(peopled, CLOSED)
    led = asked.get("/contacts?kind=phone")
    assert (led.status_code, led.headers["location"]) == (303, "/login?next=%2Fcontacts%3Fkind%3Dphone")
    part = asked.get("/contacts", headers={"hx-request": "true", "hx-current-url": "http://127.0.0.1:8420/pairs/RU/CN"})
    assert (part.status_code, part.headers["hx-redirect"]) == (401, "/login?next=%2Fpairs%2FRU%2FCN")
    twin = asked.get("/api/v1/contacts")
    assert (twin.status_code, twin.headers["www-authenticate"]) == (401, 'Bearer realm="telcon"')
    assert asked.get("/openapi.json").status_code == 303
    assert asked.get("/static/telcon.css").status_code == 200
    log_in(asked)
    assert asked.get("/contacts").status_code == asked.get("/api/v1/contacts").status_code == 200
    assert browser(peopled, PUBLIC).get("/contacts").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}, {"origin": "http://["}],
)
def test_other_sites_send_nothing_in_our_name(peopled: Store, headers: dict[str, str]) -> None:
    asked = logged_in(peopled)
    assert hide(asked, **headers) == 403
    assert hide(asked, **{"origin": "http://127.0.0.1:9999"}) == 403, "another port is another site"
    assert hide(asked, **{"origin": "http://127.0.0.1:8420", "sec-fetch-site": "same-origin"}) == 200


def test_a_form_is_good_for_whom_it_was_given_to(peopled: Store) -> None:
    lan, minh = logged_in(peopled, "lan"), logged_in(peopled, "minh")
    for token in ("", "x" * 64, "đ", form_of(minh, "/account"), form_of(browser(peopled))):
        assert hide(lan, token) == 403
    before = form_of(browser(peopled))
    assert hide(lan, before) == 403
    by_script = lan.post("/hide", headers={"x-form-token": form_of(lan, "/account")})
    assert by_script.status_code == 200
    assert lan.post("/hide", json={"token": form_of(lan, "/account")}).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[", "10.0.0.1"])
def test_a_name_that_is_not_ours_is_not_answered(peopled: Store, host: str) -> None:
    answer = browser(peopled).get("/contacts", headers={"host": host})
    assert (answer.status_code, "not asked for by this name" in answer.text) == (400, True)
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("host", ["localhost:8420", "LOCALHOST", "127.0.0.1:1", "[::1]:8420", "localhost."])
def test_this_machine_s_names_are_answered(peopled: Store, host: str) -> None:
    assert browser(peopled).get("/contacts", headers={"host": host}).status_code == 200


def test_further_names_are_answered_where_they_are_told(peopled: Store) -> None:
    named = Rules(loopback=False, public=True, names=frozenset({"telcon.example.org"}))
    asked = browser(peopled, named)
    told = {
        host: asked.get("/", headers={"host": host}).status_code
        for host in ("telcon.example.org", "evil.example", "10.0.0.1")
    }
    assert told == {"telcon.example.org": 200, "evil.example": 400, "10.0.0.1": 200}


def test_a_trusted_proxy_says_who_it_is(peopled: Store) -> None:
    asked = browser(peopled, PROXIED)
    as_minh = {"x-remote-user": "minh", "x-forwarded-for": f"10.1.1.1, {ELSEWHERE}"}
    page = asked.get("/account", headers=as_minh)
    assert "Minh" in page.text and "/logout" not in page.text
    found = TOKEN.search(page.text)
    assert found and hide(asked, found[1], **as_minh) == 200
    assert (peopled.audit(most=1)[0].who, peopled.audit(most=1)[0].address) == ("Minh", ELSEWHERE)
    unknown = asked.get("/contacts", headers={"x-remote-user": "nobody"})
    assert (unknown.status_code, "is no user of this record" in unknown.text) == (403, True)
    twice = [("x-remote-user", "lan"), ("x-remote-user", "minh")]
    assert asked.get("/contacts", headers=twice).status_code == 400, "one of the two is not the proxy's"
    peopled.users.add("Tâm", Role.READER, None)
    assert "Tâm" in asked.get("/account", headers={"x-remote-user": "Tâm".encode()}).text
    peopled.users.disable("Minh")
    assert asked.get("/contacts", headers=as_minh).status_code == 403
    assert asked.get("/contacts").status_code == 303, "behind a proxy nobody sits at the machine"
    log_in(asked)
    assert asked.get("/contacts").status_code == 200, "whom the proxy does not name may log in"


def test_nobody_else_says_who_it_is(peopled: Store) -> None:
    for rules, address in ((PROXIED, ELSEWHERE), (Rules(), "127.0.0.1")):
        asked = browser(peopled, rules, address=address)
        assert asked.get("/account", headers={"x-remote-user": "lan"}).status_code == 303


def test_tokens_open_what_their_scope_and_user_may(peopled: Store) -> None:
    asked = browser(peopled, CLOSED)
    lan, hoa = peopled.users.find("lan"), peopled.users.find("hoa")
    assert lan and hoa
    made = {
        (user.name, scope): {"authorization": f"Bearer {peopled.tokens.make(user, 'test', scope)}"}
        for user in (lan, hoa)
        for scope in Scope
    }
    assert {asked.get("/api/v1/contacts", headers=sent).status_code for sent in made.values()} == {200}
    told = {key: asked.post("/api/v1/hide", headers=sent).status_code for key, sent in made.items()}
    assert told == {("Lan", "read"): 403, ("Lan", "write"): 200, ("Hoa", "read"): 403, ("Hoa", "write"): 403}
    assert (peopled.audit(most=1)[0].who, peopled.audit(most=1)[0].way) == ("Lan", Way.API)
    write = made["Lan", Scope.WRITE]
    for address in ("/users/disable", "/account/tokens"):
        refused = asked.post(address, headers=write, data={"name": "Hoa"})
        assert refused.status_code == 403, "a token that is stolen makes no other, and no users"
    assert asked.get("/api/v1/audit", headers=made["Hoa", Scope.READ]).status_code == 403
    assert asked.get("/api/v1/audit", headers=made["Lan", Scope.READ]).status_code == 200


def test_a_token_that_is_over_opens_nothing(peopled: Store) -> None:
    asked, lan = browser(peopled), peopled.users.find("lan")
    assert lan
    secret = peopled.tokens.make(lan, "test", Scope.READ, days=1)
    sent = {"authorization": f"Bearer {secret}"}
    assert asked.get("/api/v1/account", headers=sent).json()["tokens"][0]["name"] == "test"
    with peopled._writing() as connection:
        connection.exec_driver_sql("UPDATE tokens SET expires_at = '2025-01-01T00:00:00+00:00'")
    for wrong in (secret, secret[:-1], "", "x"):
        refused = asked.get("/api/v1/contacts", headers={"authorization": f"Bearer {wrong}"})
        assert (refused.status_code, refused.headers["www-authenticate"]) == (401, 'Bearer realm="telcon"')
        assert secret not in refused.text
    other = peopled.tokens.make(lan, "other", Scope.READ)
    assert asked.get("/api/v1/contacts", headers={"authorization": f"bearer {other}"}).status_code == 200
    peopled.users.add("Tam", lan.role, None)
    peopled.users.disable("Lan")
    assert asked.get("/api/v1/contacts", headers={"authorization": f"bearer {other}"}).status_code == 401


def test_who_says_nothing_sends_no_more_than_a_form(peopled: Store) -> None:
    asked = browser(peopled)
    fields = {"token": form_of(asked), "name": "lan", "password": "x" * (16 << 10)}
    assert asked.post("/login", data=fields).status_code == 413
    told = {"content-type": "application/x-www-form-urlencoded"}
    assert asked.post("/login", content=iter([b"a=b"]), headers=told).status_code == 413, "of no length that is told"
    assert logged_in(peopled).post("/hide", content=b"x" * (17 << 10)).status_code == 403


def test_what_only_begins_like_the_page_to_log_in_is_not_open(peopled: Store) -> None:
    asked = browser(peopled, CLOSED)
    assert {asked.get(address).status_code for address in ("/login/", "/loginx", "/login/../contacts")} == {303}


def test_too_many_requests_are_told_when_to_come_again(peopled: Store) -> None:
    rules = Rules(loopback=False, public=True, asked_by_address="3/minute", asked_by_token="2/minute")
    asked = browser(peopled, rules, address="2001:db8::1")
    for _ in range(3):
        asked.get("/static/telcon.css")
        assert asked.get("/contacts").status_code == 200
    refused = asked.get("/api/v1/contacts")
    assert (refused.status_code, 0 < int(refused.headers["retry-after"]) <= 60) == (429, True)
    neighbour = beside(asked, address="2001:db8::2")
    assert neighbour.get("/contacts").status_code == 429, "of IPv6 a customer has a whole network"
    here, lan = (
        browser(peopled, Rules(asked_by_address="3/minute", asked_by_token="2/minute")),
        peopled.users.find("lan"),
    )
    assert {here.get("/contacts").status_code for _ in range(5)} == {200}
    assert lan
    sent = {"authorization": f"Bearer {peopled.tokens.make(lan, 'test', Scope.READ)}"}
    assert [here.get("/api/v1/contacts", headers=sent).status_code for _ in range(3)] == [200, 200, 429]


def test_a_session_ends_at_once_when_its_user_is_disabled_by_whomever(peopled: Store, tmp_path: Path) -> None:
    asked = logged_in(peopled, "minh")
    assert asked.get("/account").status_code == 200
    with open_store(tmp_path / "telcon.db") as other:
        other.users.disable("minh")
    assert asked.get("/account").status_code == 303
    with open_store(tmp_path / "telcon.db") as other:
        other.users.enable("minh")
    assert asked.get("/account").status_code == 303, "and does not come back"


@pytest.mark.parametrize("column", ["made_at", "seen_at"])
def test_a_session_is_over_when_nobody_asks_and_at_last(peopled: Store, column: str) -> None:
    asked = logged_in(peopled)
    with peopled._writing() as connection:
        connection.exec_driver_sql(f"UPDATE sessions SET {column} = '2025-01-01T00:00:00+00:00'")
    assert asked.get("/account").status_code == 303


def test_no_secret_is_kept_or_told(peopled: Store, tmp_path: Path) -> None:
    asked, lan = logged_in(peopled), peopled.users.find("lan")
    assert lan
    token = peopled.tokens.make(lan, "test", Scope.READ)
    told = "".join(asked.get(f"/api/v1/{name}").text for name in ("account", "users", "audit"))
    told += "".join(asked.get(f"/{name}").text for name in ("account", "users", "audit"))
    kept = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for secret in (token, asked.cookies["telcon_session"], "đường sắt"):
        assert secret not in told and secret.encode() not in kept
    assert "argon2" not in told
