"""What the documentation says is so: commands exist, examples run, links lead somewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from typer.main import get_command

from telcon.cli import app
from tests.conftest import ROOT
from tests.house.project import read_pages_of_docs

PAGES = read_pages_of_docs()
ALL = "\n".join(text for _, text in PAGES)
COMMANDS = sorted(getattr(get_command(app), "commands", {}))
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
ANY = "..."


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"telcon {command}" in ALL


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str) -> None:
    parameters = getattr(get_command(app), "commands")[command].params  # noqa: B009
    options = {name for parameter in parameters for name in parameter.opts if name.startswith("--")} - {"--help"}
    assert not sorted(name for name in options if f"`{name}" not in ALL and f" {name}" not in ALL)


def test_documented_commands_exist() -> None:
    named = set(re.findall(r"(?:^\$ |`)telcon ([a-z]+)", ALL, re.MULTILINE))
    assert named <= set(COMMANDS)


def test_documented_targets_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^\$ |`|^)make ([a-z]+)(?=`|$|\s+#)", ALL, re.MULTILINE)) <= targets


@pytest.mark.parametrize(("name", "text"), PAGES, ids=[name for name, _ in PAGES])
def test_links_lead_somewhere(name: str, text: str) -> None:
    assert not [link for link in LINK.findall(text) if not (ROOT / name).parent.joinpath(link).exists()]


@pytest.mark.parametrize(
    ("name", "text"), [page for page in PAGES if BLOCK.search(page[1])], ids=[n for n, t in PAGES if BLOCK.search(t)]
)
def test_examples_run_and_print_what_is_shown(name: str, text: str, tmp_path: Path) -> None:
    """The blocks of a page run in order in one empty folder that holds the corpus; `...` stands for anything."""
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    for command, shown in _examples(text):
        if command.startswith(("make ", "git ")):
            continue
        printed = _run(command, tmp_path)
        assert fnmatchcase(printed, _pattern(shown)), f"{name}: $ {command}\n{printed}"


def _examples(text: str) -> list[tuple[str, str]]:
    parts = [part for block in BLOCK.findall(text) for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [(command, shown.strip()) for command, _, shown in (part.partition("\n") for part in parts)]


def _pattern(shown: str) -> str:
    plain = re.sub(r"([\[*?])", r"[\1]", shown)
    return plain.replace(ANY, "*") if plain else "*"


def _run(command: str, folder: Path) -> str:
    environment = os.environ | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(folder),
        "COLUMNS": "120",
        "TERM": "dumb",
    }
    environment = {key: value for key, value in environment.items() if not key.startswith("TELCON")}
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, f"$ {command}\n{done.stdout}{done.stderr}"
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip()
