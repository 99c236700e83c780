"""The examples of the documentation: commands with what they print. Run it to print anew what they show."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path

from tests.conftest import ROOT
from tests.house.project import read_pages_of_docs

BLOCK = re.compile(r"(^```console\n)(.*?)(^```)", re.MULTILINE | re.DOTALL)
ANY = "..."
LINE_OF_SHEET = re.compile(r"(\.(?:forms|cases)\.txt:)\d+")
NOT_HERE = ("make ", "git ")
LINKED = ("corpus", "docs")


def split_block(block: str) -> list[tuple[str, str]]:
    """Split what stands in a block into commands and what each is shown to print."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(command, shown.strip("\n")) for command, _, shown in (part.partition("\n") for part in parts)]


def list_examples(text: str) -> list[tuple[str, str]]:
    """All examples of a page in order."""
    return [example for block in BLOCK.findall(text) for example in split_block(block[1])]


def is_shown(printed: str, shown: str) -> bool:
    """Tell whether what was printed is what is shown, `...` standing for anything; lines of sheets may have moved."""
    printed, shown = (LINE_OF_SHEET.sub(r"\1N", text) for text in (printed, shown))
    return fnmatchcase(printed, re.sub(r"([\[*?])", r"[\1]", shown).replace(ANY, "*"))


def prepare(folder: Path) -> None:
    """Make a folder one in which the examples can run."""
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)


def run_example(command: str, folder: Path) -> str:
    """Run a command as a reader would, in a folder prepared for it. Raises `AssertionError` where it fails."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("TELCON")}
    environment |= {"PATH": path, "HOME": str(folder), "COLUMNS": "100", "TERM": "dumb", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, f"$ {command}\n{done.stdout}{done.stderr}"
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip("\n")


def refresh(text: str, run: Callable[[str], str]) -> str:
    """Put what commands print now into a page; what is shown with `...` stays."""

    def renew(match: re.Match[str]) -> str:
        return match[1] + "".join(_renew(command, shown, run) for command, shown in split_block(match[2])) + match[3]

    return BLOCK.sub(renew, text)


def _renew(command: str, shown: str, run: Callable[[str], str]) -> str:
    if not command.startswith(NOT_HERE):
        printed = run(command)
        shown = shown if ANY in shown and is_shown(printed, shown) else printed
    return f"$ {command}\n" + (f"{shown}\n" if shown else "")


def main() -> None:
    """Print anew what the examples of all pages show."""
    for name, text in read_pages_of_docs():
        with tempfile.TemporaryDirectory() as folder:
            prepare(Path(folder))
            new = refresh(text, partial(run_example, folder=Path(folder)))
        if new != text:
            (ROOT / name).write_text(new, encoding="utf-8")
            print(name)


if __name__ == "__main__":
    main()
