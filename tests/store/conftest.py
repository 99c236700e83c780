"""Made-up pages with readings written by hand, and an empty record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from telcon.store import Store, open_store


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "telcon.db"


@pytest.fixture
def store(record: Path) -> Iterator[Store]:
    with open_store(record) as opened:
        yield opened
