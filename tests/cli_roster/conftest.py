"""An own roster in a folder of its own, and a way to run commands on it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from telcon.cli import app

Run = Callable[..., Result]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the own roster, which is not there yet."""
    folder = tmp_path / "own"
    monkeypatch.setenv("TELCON_ROSTER", str(folder))
    return folder


@pytest.fixture
def run(own: Path) -> Run:
    return lambda *arguments, typed=None: CliRunner().invoke(app, [str(part) for part in arguments], input=typed)
