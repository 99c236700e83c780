"""The whole way, from pages of the corpus to a record that is sound."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from telcon.cli import app
from tests.conftest import ROOT


def test_what_is_read_from_the_corpus_is_stored_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELCON_RECORD", str(tmp_path / "telcon.db"))
    run = CliRunner().invoke
    added = run(app, ["add", str(ROOT / "corpus" / "dev" / "vi")])
    assert (added.exit_code, "could not be read" in added.stderr) == (0, False), added.stderr
    assert run(app, ["verify"]).exit_code == 0
    listed = run(app, ["contacts"]).stdout.splitlines()
    assert len(listed) > 20
    first = listed[1].split()[0]
    for command in ("show", "explain"):
        assert run(app, [command, first]).exit_code == 0
