"""Test clients ask as a browser on this machine does; passwords are hashed in no time."""

from __future__ import annotations

from functools import partialmethod

import pytest
from argon2 import PasswordHasher
from starlette.testclient import TestClient

from telcon.store import passwords

HERE = "http://127.0.0.1:8420"


@pytest.fixture(autouse=True)
def asks_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TestClient, "__init__", partialmethod(TestClient.__init__, base_url=HERE))


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "hasher", lambda: quick)
    passwords._stand_in.cache_clear()
