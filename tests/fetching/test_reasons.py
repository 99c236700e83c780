"""Every reason that the rooms of the web give can be told in another language."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from telcon.messages.reasons import REASONS
from tests.conftest import ROOT

ERRORS = {"FetchError": 1, "SourcesError": 1}
ELSEWHERE = {"error", "words", "reason"}
"""What passes on a reason that somebody else wrote."""


def reasons() -> Iterator[tuple[str, str]]:
    """Each reason as code has it, with `{}` for what differs, and where it stands."""
    for room in ("fetching", "watching"):
        for path in sorted((ROOT / "src" / "telcon" / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                    for told in node.args[ERRORS[node.func.id] :]:
                        if written := shape(told):
                            yield written, f"{path.name}:{node.lineno}"


def shape(told: ast.expr) -> str:
    if isinstance(told, ast.Constant):
        return str(told.value)
    if isinstance(told, ast.JoinedStr):
        parts = (str(part.value) if isinstance(part, ast.Constant) else "{}" for part in told.values)
        return "".join(parts)
    return ""


KNOWN = {re.sub(r"\{\w+\}", "{}", reason) for reason in REASONS}
FOUND = sorted(set(reasons()))


@pytest.mark.parametrize(("reason", "place"), FOUND, ids=[place for _, place in FOUND])
def test_the_catalogues_know_every_reason(reason: str, place: str) -> None:
    assert any(re.fullmatch(re.escape(reason).replace(r"\{\}", ".*"), known) for known in KNOWN), place
