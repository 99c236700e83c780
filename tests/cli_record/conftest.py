"""A record with a few contacts, and a way to run commands on it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from telcon.cli import app
from tests.cli_record.made_up_reader import stand_in, write_pages

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setitem(sys.modules, "telcon.engine.reading", stand_in())
    monkeypatch.setenv("TELCON_RECORD", str(tmp_path / "telcon.db"))
    return lambda *arguments: CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages", ["2025-01-21", "2025-01-21", "2025-02", "", "2024-12-31"])
