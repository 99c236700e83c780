"""Compiled rooms read the same as those that are not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

import telcon
from fast.wheels import copy_source, find_missing
from tests.conftest import ROOT

PAGES = ROOT / "corpus/dev/vi"
TELCON = [sys.executable, "-c", "import sys; sys.argv[0] = 'telcon'; from telcon.cli import main; main()"]
FAST = ROOT / ".venv-fast"


def run(command: list[str], *places: Path) -> bytes:
    """What a command prints that finds modules at these places first."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, places))}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=900)
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")[-3000:]
    return done.stdout


def read(command: list[str], *places: Path) -> bytes:
    """What is read on the development pages, on two processes: values are sent from one to the other."""
    return run([*command, "read", str(PAGES), "--output", "jsonl", "--leftovers", "--jobs", "2"], *places)


@pytest.fixture(scope="module")
def expected() -> bytes:
    """What the code reads that runs these tests."""
    return read(TELCON, Path(telcon.__file__).parents[1])


def test_no_room_keeps_a_property(tmp_path: Path) -> None:
    """mypyc would work it out anew at each call."""
    modules = copy_source(tmp_path / "copy")
    assert not [name for name in modules if "cached_property" in (tmp_path / "copy" / name).read_text(encoding="utf-8")]


def test_every_room_can_be_translated(tmp_path: Path) -> None:
    code = "import sys; from pathlib import Path; from fast.wheels import *; place = Path(sys.argv[1])"
    run([sys.executable, "-c", f"{code}; translate(place, copy_source(place))", str(tmp_path / "copy")], ROOT)
    assert len([*tmp_path.rglob("__native_telcon___reports___*.c")]) > 30


def test_low_rooms_compiled_read_the_same(tmp_path: Path, expected: bytes) -> None:
    if missing := list(find_missing()):
        pytest.skip(f"compiling needs {' and '.join(missing)}")
    rooms = ["--rooms", "model", "letters", "languages/lexicons.py", "--optimise", "0"]
    run([sys.executable, "-m", "fast.wheels", str(tmp_path / "copy"), *rooms], ROOT)
    [wheel] = (tmp_path / "copy/dist").glob("*.whl")
    with ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    assert [*(tmp_path / "site/telcon/letters").glob("viewing.*.so")]
    assert read(TELCON, tmp_path / "site") == expected


def test_all_rooms_compiled_read_the_same(expected: bytes) -> None:
    built = FAST / ".ready"
    if not built.exists():
        pytest.skip("needs what `make fast` makes")
    sources = (path for path in (ROOT / "src").rglob("*") if path.is_file() and path.suffix != ".pyc")
    if any(path.stat().st_mtime > built.stat().st_mtime for path in sources):
        pytest.skip("what `make fast` made is older than the source")
    assert read([str(FAST / "bin/telcon")]) == expected
