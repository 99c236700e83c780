"""What is asked of every file."""

from __future__ import annotations

import ast
import re
from statistics import median

import pytest

from tests.house.project import read_tracked

MOST_LINES = 400
MEDIAN_LINES = 120
SOURCES = [
    (name, text) for name, text in read_tracked(".py") if name.startswith(("src/", "tests/", "benchmarks/", "fast/"))
]
PUBLIC = [(name, text) for name, text in SOURCES if name.startswith("src/") and "/migrations/" not in name]
VAGUE = {"utils", "helpers", "common", "core", "manager"}
# Put together here, so that this file does not hold what it looks for.
ROOMS_OF_MACHINES = re.compile("|".join(f"(?<![\\w.~-])/{folder}/" for folder in ("work", "root", "home")))
REGISTRIES = [".".join(host) for host in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"))]


def test_no_file_is_too_long() -> None:
    lengths = {name: len(text.splitlines()) for name, text in SOURCES}
    assert not {name: length for name, length in lengths.items() if length > MOST_LINES}
    assert median(lengths.values()) <= MEDIAN_LINES


def test_no_name_is_vague() -> None:
    assert not [name for name, _ in SOURCES if VAGUE & set(re.split(r"[/._]", name))]


def test_no_file_names_a_place_on_a_machine() -> None:
    assert not [(name, found[0]) for name, text in read_tracked() if (found := ROOMS_OF_MACHINES.findall(text))]


def test_no_file_names_a_package_registry() -> None:
    assert not [(name, host) for name, text in read_tracked() for host in REGISTRIES if host in text]


@pytest.mark.parametrize(("name", "text"), PUBLIC, ids=[name for name, _ in PUBLIC])
def test_what_is_public_has_a_docstring(name: str, text: str) -> None:
    module = ast.parse(text)
    missing = ["the module"] if not ast.get_docstring(module) else []
    missing += [node.name for node in _public_parts(module) if not ast.get_docstring(node)]
    assert not missing, f"{name}: no docstring for {', '.join(missing)}"


def _public_parts(parent: ast.Module | ast.ClassDef) -> list[ast.ClassDef | ast.FunctionDef]:
    own = [part for part in parent.body if isinstance(part, ast.ClassDef | ast.FunctionDef)]
    public = [part for part in own if not part.name.startswith("_") and not _is_property(part)]
    return public + [inner for part in public if isinstance(part, ast.ClassDef) for inner in _public_parts(part)]


def _is_property(part: ast.ClassDef | ast.FunctionDef) -> bool:
    """A property's name may say it all."""
    return any(isinstance(mark, ast.Name) and mark.id == "property" for mark in part.decorator_list)
