"""A record with users, and browsers that ask it: from this machine or from elsewhere, logged in or not."""

from __future__ import annotations

import re

from httpx import Response
from starlette.testclient import TestClient

from telcon.store import Role, Store
from telcon.web import Rules, create_app

PASSWORD = "đường sắt xuyên Á"
TOKEN = re.compile(r'name="token" value="([^"]+)"')
ELSEWHERE = ("192.0.2.7", 50000)


def add_users(store: Store, **roles: Role) -> None:
    for name, role in roles.items():
        store.users.add(name, role, PASSWORD)


def browser(store: Store, rules: Rules = Rules(), *, client: tuple[str, int] = ("127.0.0.1", 50000)) -> TestClient:  # noqa: B008
    return TestClient(create_app(store, rules), client=client, follow_redirects=False)


def form_of(asked: TestClient, address: str = "/login") -> str:
    found = TOKEN.search(asked.get(address).text)
    assert found, f"no form at {address}"
    return found[1]


def log_in(asked: TestClient, name: str = "lan", password: str = PASSWORD, **fields: str) -> Response:
    return asked.post("/login", data={"token": form_of(asked), "name": name, "password": password} | fields)
