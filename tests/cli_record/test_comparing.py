"""telcon compare and telcon export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli_record.conftest import Run


@pytest.fixture(autouse=True)
def _added(run: Run, folder: Path) -> None:
    assert run("add", folder).exit_code == 0


@pytest.fixture
def contact(run: Run) -> str:
    found = json.loads(run("contacts", "--since", "2025-01-21", "--output", "jsonl").stdout.splitlines()[0])
    return str(found["id"])


def test_accounts_stand_side_by_side(run: Run, contact: str) -> None:
    told = run("compare", contact[:6])
    assert told.exit_code == 0
    assert told.stdout.startswith(f"{contact}  phone held  2025-01-21\n  Vladimir Putin (RU), Xi Jinping (CN)\n")
    assert "  accounts: " in told.stdout
    assert "according to TASS" in told.stdout


def test_accounts_come_as_json(run: Run, contact: str) -> None:
    told = json.loads(run("compare", contact, "--output", "json").stdout)
    assert told["contact"] == contact
    assert [choice["field"] for choice in told["choices"]] == ["date", "kind", "status", "duration", "initiator"]
    assert told["choices"][0]["options"][0]["value"] == "2025-01-21"
    assert {cell["topic"] for cell in told["cells"]}


def test_reports_are_exported_with_their_contact(run: Run, contact: str) -> None:
    rows = [json.loads(line) for line in run("export", "reports").stdout.splitlines()]
    assert [row["page"] for row in rows if row["contact"] == contact] == ["p000", "p001", "p003"]
    undated = next(row for row in rows if row["page"] == "p003")
    assert (undated["date"], undated["date_from"]) == ("2025-01-21", "contact")
    assert {"participants", "kind", "status"} <= set(undated)


def test_no_such_contact_is_told(run: Run) -> None:
    done = run("compare", "zzz")
    assert done.exit_code == 2
    assert "no contact has an id that begins so" in done.stderr
