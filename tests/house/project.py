"""The files of the project, as its own tests see them."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

from tests.conftest import ROOT


@cache
def tracked_files() -> tuple[Path, ...]:
    """The files under version control, or all that are no product of a tool where there is no version control."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode == 0:
        paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    else:
        paths = (
            path
            for part in ("src", "tests", "docs", "corpus", "benchmarks", "fast")
            for path in (ROOT / part).rglob("*")
        )
    return tuple(sorted(path for path in paths if path.is_file()))


def read_tracked(*endings: str) -> list[tuple[str, str]]:
    """Names and texts of the tracked files, all that are text or those with these endings."""
    found = []
    for path in tracked_files():
        if not endings or path.suffix in endings:
            found.append((str(path.relative_to(ROOT)), path.read_bytes().decode("utf-8", errors="replace")))
    return found


def read_pages_of_docs() -> list[tuple[str, str]]:
    """Names and texts of the pages of the documentation, README first."""
    paths = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")) for path in paths]
