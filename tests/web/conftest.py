"""Test clients ask as a browser on this machine does; passwords are hashed in no time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from telcon.store import Store, open_store, passwords
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
def peopled(tmp_path: Path) -> Iterator[Store]:
    """An empty record with an administrator Lan, an editor Minh and a reader Hoa."""
    with open_store(tmp_path / "telcon.db") as opened:
        add_users(opened)
        yield opened
