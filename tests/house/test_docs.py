"""What the documentation says is so: commands exist, examples run, links lead somewhere."""

from __future__ import annotations

import doctest
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from telcon.cli import app
from telcon.languages import load_pack, pack_codes
from telcon.languages.packs import FOLDER
from telcon.reports.participants import bare_parties, message_parties, nameless, party_finding, visit_parties
from telcon.roster import load_roster
from tests.conftest import ROOT
from tests.house.examples import NOT_HERE, is_shown, list_examples, prepare, refresh, run_example
from tests.house.project import read_pages_of_docs


def list_commands(group: Any = None, before: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in sorted(getattr(group or get_command(app), "commands", {}).items()):
        yield f"{before}{name}", command
        yield from list_commands(command, f"{before}{name} ")


PAGES = read_pages_of_docs()
ALL = "\n".join(text for _, text in PAGES)
COMMANDS = dict(list_commands())
"""Every command by the words that call it: `roster check`, and `roster` too."""
WITH_EXAMPLES = [page for page in PAGES if list_examples(page[1])]
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
WITH_PYTHON = [page for page in PAGES if PYTHON.search(page[1])]
BY_NAME = dict(PAGES)
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"telcon {command}" in ALL


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_documented(command: str) -> None:
    options = {name for parameter in COMMANDS[command].params for name in parameter.opts if name.startswith("--")} - {
        "--help"
    }
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


@pytest.mark.parametrize(("name", "text"), WITH_PYTHON, ids=[name for name, _ in WITH_PYTHON])
def test_python_examples_run_and_give_what_is_shown(name: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    runner, names = doctest.DocTestRunner(verbose=False), dict[str, object]()
    for block in PYTHON.findall(text):
        test = doctest.DocTestParser().get_doctest(block, names, name, name, 0)
        failed = runner.run(test, clear_globs=False).failed
        names = test.globs
        assert not failed, f"{name}:\n{block}"


def test_every_meaning_is_explained_to_linguists() -> None:
    meanings = tomllib.loads((FOLDER / "meanings.toml").read_text(encoding="utf-8"))
    page = BY_NAME["docs/for-linguists.md"]
    assert not {name for sheet in meanings.values() for name in sheet if f"`{name}`" not in page}


def test_every_flag_is_explained_to_linguists() -> None:
    page, sheets = BY_NAME["docs/for-linguists.md"], ("contacts", "titles", "particles", "status", "initiators")
    flags = {
        flag for code in pack_codes() for name in sheets for form in load_pack(code)[name].forms for flag in form.flags
    }
    states = {flag for flag in flags if flag.isupper()}  # whose national a title means: [counterpart FR]
    assert states <= set(load_roster().states)
    assert not {flag for flag in flags - states if f"`{flag}`" not in page}


def test_every_constraint_on_parties_is_explained() -> None:
    """Names of constraints are strings given to `Parties`, `_join` or `joint`."""
    rooms = (party_finding, bare_parties, visit_parties, message_parties, nameless)
    sources = "".join(Path(str(room.__file__)).read_text(encoding="utf-8") for room in rooms)
    named = set(re.findall(r"(?:Parties|_join|joint)\((?:[^()\n]|\([^()]*\))*?\"([\w ]+)\"", sources))
    assert {"between", "object", "subjects", "page"} <= named
    assert not {name for name in named if f"`{name}`" not in BY_NAME["docs/design.md"]}


def test_shown_output_may_leave_parts_out() -> None:
    assert is_shown("body 0.98\ntitle 1.00", "body ...\ntitle 1.00")
    assert not is_shown("body [x]", "body [y]")
    assert is_shown("vi/dates.forms.txt:12", "vi/dates.forms.txt:11")
    assert refresh("```console\n$ a\nold\n$ b\n1 ...\n```\n", {"a": "new", "b": "1 2"}.__getitem__) == (
        "```console\n$ a\nnew\n$ b\n1 ...\n```\n"
    )
