"""A record with users, and browsers that ask it: from this machine or from elsewhere, logged in or not."""

from __future__ import annotations

import re

from httpx2 import Response
from starlette.testclient import TestClient

from telcon.contacts import Ruling
from telcon.store import Role, Store, Wish
from telcon.web import Rules, create_app
from telcon.web.guards.people import Editor

PASSWORD = "đường sắt xuyên Á"
TOKEN = re.compile(r'name="token" value="([^"]+)"')
HERE, ELSEWHERE = "127.0.0.1", "192.0.2.7"


def add_users(store: Store) -> None:
    for name, role in (("Lan", Role.ADMINISTRATOR), ("Minh", Role.EDITOR), ("Hoa", Role.READER)):
        store.users.add(name, role, PASSWORD)


def browser(store: Store, rules: Rules | None = None, *, address: str = HERE) -> TestClient:
    """A browser at an address; the application has a view that hides a page, `/hide` and `/api/v1/hide`."""
    app = create_app(store, rules or Rules())

    @app.post("/hide")
    @app.post("/api/v1/hide")
    def hide(person: Editor) -> str:
        store.decide(Wish(Ruling.HIDE, "some page"), author=person.name)
        return person.name

    return TestClient(app, client=(address, 50000), follow_redirects=False)


def form_of(asked: TestClient, address: str = "/login") -> str:
    found = TOKEN.search(asked.get(address).text)
    assert found, f"no form at {address}"
    return found[1]


def log_in(asked: TestClient, name: str = "lan", password: str = PASSWORD, **fields: str) -> Response:
    return asked.post("/login", data={"token": form_of(asked), "name": name, "password": password} | fields)


def beside(other: TestClient, *, address: str = HERE) -> TestClient:
    """Another browser that asks the same application."""
    return TestClient(other.app, client=(address, 50000), follow_redirects=False)


def logged_in(store: Store, name: str = "lan", rules: Rules | None = None) -> TestClient:
    asked = browser(store, rules)
    assert log_in(asked, name).status_code == 303
    return asked
