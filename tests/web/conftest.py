"""Records that pages of the web are tried on, and who asks: a browser on this machine; hashing costs no time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from telcon.model.contacts import Kind, Status
from telcon.model.durations import Duration
from telcon.store import Store, open_store, passwords
from telcon.web import create_app
from tests.store.readings import page, reading, report
from tests.web.people import add_users

HERE = "http://127.0.0.1:8420"


@pytest.fixture(autouse=True)
def asks_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TestClient, "__init__", partialmethod(TestClient.__init__, base_url=HERE))


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "hasher", lambda: quick)
    passwords._stand_in.cache_clear()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A record without pages."""
    with open_store(tmp_path / "telcon.db") as opened:
        yield opened


@pytest.fixture
def peopled(store: Store) -> Store:
    """An empty record with an administrator Lan, an editor Minh and a reader Hoa."""
    add_users(store)
    return store


@pytest.fixture
def filled(store: Store) -> Store:
    """Two contacts: a call that two pages tell of, with different lengths, and a meeting to come."""
    one, other, third = (page(f"p{number}", extra=f"số {number}") for number in range(3))
    store.add(reading(one))
    store.add(reading(other, report(other.text, duration=Duration(10))))
    store.add(reading(third, report(third.text, date="2025-06", kind=Kind.MEETING, status=Status.PLANNED)))
    return store


def ask(store: Store, address: str, **headers: str) -> str:
    """The text at an address that answers."""
    answer = TestClient(create_app(store)).get(address, headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.text
