"""What the documentation says is so: commands exist, examples run, links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from telcon.cli import app
from tests.conftest import ROOT
from tests.house.examples import NOT_HERE, is_shown, list_examples, prepare, refresh, run_example
from tests.house.project import read_pages_of_docs

PAGES = read_pages_of_docs()
ALL = "\n".join(text for _, text in PAGES)
COMMANDS = sorted(getattr(get_command(app), "commands", {}))
WITH_EXAMPLES = [page for page in PAGES if list_examples(page[1])]
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


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


@pytest.mark.parametrize(("name", "text"), WITH_EXAMPLES, ids=[name for name, _ in WITH_EXAMPLES])
def test_examples_run_and_print_what_is_shown(name: str, text: str, tmp_path: Path) -> None:
    """A page's examples run in order in one folder; `make examples` puts what they print now into the page."""
    prepare(tmp_path)
    for command, shown in list_examples(text):
        if not command.startswith(NOT_HERE):
            printed = run_example(command, tmp_path)
            assert is_shown(printed, shown), f"{name}: $ {command}\n{printed}"


def test_shown_output_may_leave_parts_out() -> None:
    assert is_shown("body 0.98\ntitle 1.00", "body ...\ntitle 1.00")
    assert not is_shown("body [x]", "body [y]")
    assert refresh("```console\n$ a\nold\n$ b\n1 ...\n```\n", {"a": "new", "b": "1 2"}.__getitem__) == (
        "```console\n$ a\nnew\n$ b\n1 ...\n```\n"
    )
