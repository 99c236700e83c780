"""Logging in and out."""

from __future__ import annotations

from ipaddress import ip_network
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from telcon.store import Deed, Store, open_store
from telcon.web import Rules
from tests.web.people import ELSEWHERE, beside, browser, form_of, log_in, logged_in


def test_a_user_logs_in_and_out_and_comes_back_to_where_they_were(peopled: Store) -> None:
    asked = browser(peopled)
    assert 'href="/login?next=%2Fcontacts%3Fstate%3DRU"' in asked.get("/contacts?state=RU").text
    done = log_in(asked, "lan", next="/contacts?state=RU")
    assert (done.status_code, done.headers["location"]) == (303, "/contacts?state=RU")
    assert ">Lan</a>" in asked.get("/").text
    out = asked.post("/logout", data={"token": form_of(asked, "/")})
    assert (out.status_code, out.headers["location"]) == (303, "/")
    assert ">Lan</a>" not in asked.get("/").text


def test_who_is_logged_in_is_shown_to_nobody_else(peopled: Store) -> None:
    asked = logged_in(peopled)
    other = beside(asked)
    for _ in range(2):
        assert ">Lan</a>" in asked.get("/").text
        assert ">Lan</a>" not in other.get("/").text


def test_a_name_may_be_written_in_any_way(peopled: Store) -> None:
    assert log_in(browser(peopled), " LAN ").status_code == 303


def test_letters_may_be_put_together_in_any_way(peopled: Store) -> None:
    apart = "đường sắt xuyên Á".replace("ờ", "ờ").replace("Á", "Á")
    assert log_in(browser(peopled), password=apart).status_code == 303


def test_wrong_words_are_told_in_one_way_whoever_s_they_are(peopled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    peopled.users.disable("Hoa")
    checked = list[str]()
    verify = PasswordHasher.verify

    def count(self: PasswordHasher, kept: str, told: str) -> bool:
        checked.append(kept)
        return verify(self, kept, told)

    monkeypatch.setattr(PasswordHasher, "verify", count)
    answers = set()
    for name in ("Lan", "nobody", "Hoa"):
        done = log_in(browser(peopled), name, "not the password")
        assert (done.status_code, "name or password is wrong" in done.text) == (401, True)
        answers.add(done.text.replace(name, "").count("\n"))
    assert len(checked) == 3, "a name that nobody has takes the time of a password, too"
    assert len(answers) == 1


@pytest.mark.parametrize(
    "there",
    ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/\nevil", "x", "/login"],
)
def test_nobody_is_led_elsewhere(peopled: Store, there: str) -> None:
    asked = browser(peopled)
    assert 'name="next" value="/"' in asked.get("/login", params={"next": there}).text
    assert log_in(asked, next=there).headers["location"] == "/"


def test_a_session_s_number_is_nobody_s_choice(peopled: Store) -> None:
    asked = browser(peopled)
    asked.cookies.set("telcon_session", "chosen-by-somebody-else", domain="127.0.0.1")
    done = log_in(asked)
    cookie = done.headers["set-cookie"]
    assert "chosen" not in cookie and "HttpOnly" in cookie and "SameSite=lax" in cookie and "Secure" not in cookie
    first = asked.cookies["telcon_session"]
    log_in(asked)
    assert asked.cookies["telcon_session"] != first
    other = browser(peopled)
    for number in (first, "chosen-by-somebody-else"):
        other.cookies.set("telcon_session", number)
        assert ">Lan</a>" not in other.get("/").text


def test_behind_https_cookies_are_sent_over_nothing_else(peopled: Store) -> None:
    asked = browser(peopled, Rules(proxies=(ip_network("127.0.0.1"),)))
    asked.headers["x-forwarded-proto"] = "https"
    asked.base_url = "https://localhost"
    cookie = log_in(asked).headers["set-cookie"]
    assert cookie.startswith("__Host-telcon_session=") and "Secure" in cookie


def test_the_log_in_form_is_a_form_of_ours(peopled: Store) -> None:
    asked = browser(peopled)
    for token in ("", "0" * 64, form_of(browser(peopled))):
        done = asked.post("/login", data={"token": token, "name": "lan", "password": "x"})
        assert (done.status_code, "load the page again" in done.text) == (403, True)


def test_guessing_is_slowed_down_and_locks_nobody_out(peopled: Store) -> None:
    rules = Rules(loopback=False, public=True, logins="3/minute")
    owner = browser(peopled, rules, address="192.0.2.1")
    assert log_in(owner).status_code == 303
    guesser = beside(owner, address=ELSEWHERE)
    told = [log_in(guesser, name, "a guess of mine").status_code for name in ("Lan", "lan ", "ＬＡＮ", "Lan")]
    assert told == [401, 401, 401, 429]
    refused = log_in(guesser, "lan ", "another guess")
    assert 0 < int(refused.headers["retry-after"]) <= 60
    assert "try again in" in refused.text and "administrator" in refused.text
    assert log_in(owner).status_code == 303, "who was here before comes in"
    assert log_in(guesser, "minh").status_code == 303, "another name is another name"
    assert len(peopled.audit(most=100)) < 20


def test_one_address_does_not_try_all_names(peopled: Store) -> None:
    asked = browser(peopled, Rules(logins="1/minute"))
    told = [log_in(asked, f"user {count}", "password1234").status_code for count in range(7)]
    assert told == [401] * 6 + [429]


def test_an_empty_record_says_how_to_get_users(tmp_path: Path) -> None:
    with open_store(tmp_path / "other.db") as empty:
        assert "telcon users add NAME" in browser(empty).get("/login").text
        assert 'href="/login' not in browser(empty).get("/").text


def test_log_ins_are_written_down_without_a_secret(peopled: Store) -> None:
    asked = browser(peopled)
    log_in(asked, "my-password-by-mistake", "x")
    log_in(asked, "lan", "wrong password")
    log_in(asked, "lan")
    lines = peopled.audit(most=3)
    assert [(line.deed, line.subject) for line in lines] == [
        (Deed.LOGGED_IN, "Lan"),
        (Deed.LOGIN_FAILED, "Lan"),
        (Deed.LOGIN_FAILED, ""),
    ]
    assert lines[0].address == "127.0.0.1"
    assert "mistake" not in repr(peopled.audit(most=100))
