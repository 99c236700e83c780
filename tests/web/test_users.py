"""The users and the audit log on screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from telcon.store import Role, Store, open_store
from tests.web.people import PASSWORD, browser, form_of, log_in, logged_in


def change(asked: TestClient, what: str, **fields: str) -> Response:
    return asked.post(f"/users/{what}", data={"token": form_of(asked, "/users")} | fields)


def test_the_first_administrator_is_added_at_the_machine(tmp_path: Path) -> None:
    with open_store(tmp_path / "telcon.db") as store:
        asked = browser(store)
        assert "Add the first administrator" in asked.get("/users").text
        assert change(asked, "add", name="Lan", role="editor", password=PASSWORD).status_code == 409
        done = change(asked, "add", name="Lan", role="administrator", password=PASSWORD)
        assert (done.status_code, done.headers["location"]) == (303, "/login?next=/users")
        assert asked.get("/users").status_code == 303, "from now on one logs in"
        log_in(asked)
        assert "Lan" in asked.get("/users").text


def test_an_administrator_says_who_may_what(peopled: Store) -> None:
    asked = logged_in(peopled)
    for what, fields in (
        ("add", {"name": "Tâm", "role": "reader", "password": ""}),
        ("role", {"name": "Hoa", "role": "editor"}),
        ("disable", {"name": "Minh"}),
        ("password", {"name": "Hoa", "password": "another password"}),
    ):
        assert change(asked, what, **fields).headers["location"] == "/users?done=yes"
    told = {user.name: (user.role, user.protected, user.disabled_at is None) for user in peopled.users.all()}
    assert told == {
        "Hoa": (Role.EDITOR, True, True),
        "Lan": (Role.ADMINISTRATOR, True, True),
        "Minh": (Role.EDITOR, True, False),
        "Tâm": (Role.READER, False, True),
    }
    change(asked, "enable", name="Minh")
    assert log_in(browser(peopled), "minh").status_code == 303
    assert log_in(browser(peopled), "hoa", "another password").status_code == 303
    users = asked.get("/api/v1/users").json()["users"]
    assert users[0] | {"made_at": ""} == {
        "name": "Hoa",
        "role": "editor",
        "protected": True,
        "made_at": "",
        "disabled_at": None,
    }


@pytest.mark.parametrize(
    ("what", "fields", "status", "told"),
    [
        ("add", {"name": "LAN", "role": "reader", "password": PASSWORD}, 409, "a user of that name already"),
        ("add", {"name": "\u202e", "role": "reader"}, 409, "a name has 1 to 64"),
        ("add", {"name": "x" * 65, "role": "reader"}, 409, "a name has 1 to 64"),
        ("add", {"name": "Tam", "role": "king"}, 400, "no such role"),
        ("role", {"name": "nobody", "role": "reader"}, 409, "no user of that name"),
        ("role", {"name": "Lan", "role": "editor"}, 409, "one administrator must be left"),
        ("disable", {"name": "Lan"}, 409, "one administrator must be left"),
        ("password", {"name": "Hoa", "password": "short"}, 409, "12 characters or more"),
    ],
)
def test_what_may_not_be_is_told(peopled: Store, what: str, fields: dict[str, str], status: int, told: str) -> None:
    asked, before = logged_in(peopled), peopled.users.all()
    done = change(asked, what, **fields)
    assert (done.status_code, told in done.text) == (status, True)
    assert peopled.users.all() == before


def test_only_administrators_see_users_and_the_log(peopled: Store) -> None:
    for name in ("minh", "hoa"):
        asked = logged_in(peopled, name)
        for address in ("/users", "/audit", "/api/v1/users", "/api/v1/audit"):
            refused = asked.get(address)
            assert (refused.status_code, "only an administrator" in refused.text) == (403, True)
        done = asked.post(
            "/users/role", data={"token": form_of(asked, "/account"), "name": name, "role": "administrator"}
        )
        assert done.status_code == 403
    assert browser(peopled).get("/users").headers["location"] == "/login?next=%2Fusers"
    assert browser(peopled).get("/api/v1/audit").status_code == 401


def test_the_log_is_read_page_by_page(peopled: Store) -> None:
    asked = logged_in(peopled)
    for number in range(120):
        peopled.users.change_role("Hoa", Role.EDITOR if number % 2 == 0 else Role.READER)
    first = asked.get("/audit").text
    older = first.split('rel="next" href="')[1].split('"')[0]
    last = asked.get(f"/audit{older}").text
    assert (first.count("<time"), last.count("<time"), 'rel="next"' in last) == (100, 24, False)
    twin = asked.get("/api/v1/audit?size=50").json()
    rest = asked.get(f"/api/v1/audit?size=1000&after={twin['next']}").json()
    numbers = [line["number"] for line in (*twin["lines"], *rest["lines"])]
    assert numbers == sorted(numbers, reverse=True) and len(set(numbers)) == 120 + 4
    assert (rest["next"], rest["lines"][-1]["deed"], rest["lines"][-1]["subject"]) == (None, "user added", "Lan")


def test_the_log_is_narrowed(peopled: Store) -> None:
    asked = logged_in(peopled)
    assert "user added" in asked.get("/audit?deed=user added&since=2025").text
    assert "Nothing in the log answers" in asked.get("/audit?until=2020-01").text
    assert "Nothing in the log answers" in asked.get("/audit?who=nobody").text
    for wrong in ("since=soon", "deed=murder", "after=0", "since=2025-01~"):
        assert asked.get(f"/audit?{wrong}").status_code == 400
