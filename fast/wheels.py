"""A wheel of Telcon in which pages in HTML and the rooms from `letters` to `reports` are compiled.

It reads the same and takes less time.

`python -m fast.wheels FOLDER` copies the source into a new FOLDER, has mypyc translate the copy to C, compiles that and
leaves the wheel in FOLDER/dist. The checkout itself stays as it is, so that nobody runs code that was compiled before
its last change.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import shlex
import shutil
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path

from mypyc.build import mypycify
from setuptools import Extension, find_namespace_packages, setup

from fast.constructors import write_out_constructors

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("model", "letters", "pages/html", "languages/lexicons.py", "text", "mentions", "reports")
LEFT = "model/values.py"
"""Makes classes at run time, which compiled code cannot."""


def find_missing() -> Iterator[str]:
    """What this machine lacks for compiling, in words for people."""
    compiler = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")[0]
    if not shutil.which(compiler):
        yield f"a C compiler ({compiler} is not found; another can be named by CC=...)"
    header = Path(sysconfig.get_path("include")) / "Python.h"
    if not header.exists():
        yield f"the headers of Python {sys.version_info.major}.{sys.version_info.minor} ({header.name} is not found)"


def copy_source(folder: Path, rooms: Sequence[str] = ROOMS) -> list[str]:
    """Copy the package into a new folder; gives the modules of the rooms, whose dataclasses are written out there."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "src/telcon", folder / "telcon", ignore=shutil.ignore_patterns("__pycache__"))
    samples = folder / "telcon/web/sample_pages"
    shutil.copytree(ROOT / "corpus/dev", samples, ignore=shutil.ignore_patterns("*.jsonl", "*.tsv"))
    shutil.copy(ROOT / "corpus/LICENSE", samples)
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    modules = sorted(module for room in rooms for module in _modules(folder / "telcon" / room))
    for module in modules:
        module.write_text(write_out_constructors(module.read_text(encoding="utf-8")), encoding="utf-8")
    return [module.relative_to(folder).as_posix() for module in modules]


def _modules(room: Path) -> Iterator[Path]:
    found = [room] if room.suffix else room.rglob("*.py")
    yield from (module for module in found if not module.match(LEFT))


def translate(folder: Path, modules: Sequence[str], *, optimise: int = 2) -> list[Extension]:
    """Translate modules of a copy to C, in the folder of the copy. Ends the process where mypyc refuses."""
    os.chdir(folder)
    said = io.StringIO()
    try:
        with contextlib.redirect_stdout(said):
            # `multi_file`: with all modules in one file of C the compiler takes three times as long.
            extensions = mypycify(
                ["--config-file=", "--strict", *modules],
                group_name="telcon",
                opt_level=str(optimise),
                debug_level="0",
                multi_file=True,
                target_dir="c",
            )
            return list(extensions)
    except SystemExit:
        # Otherwise it only says, a hundred times, that `next(... for ...)` will run through to the end.
        print(said.getvalue(), file=sys.stderr)
        raise


def pack(folder: Path, extensions: list[Extension]) -> None:
    """Compile what was translated, and pack the copy. Ends the process where the C compiler refuses."""
    os.chdir(folder)
    setup(
        script_args=["--quiet", "bdist_wheel"],
        packages=find_namespace_packages(include=["telcon", "telcon.*"]),
        package_data={"": ["*"]},
        ext_modules=extensions,
    )


def main() -> None:
    """Build the wheel, or say what is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rooms", nargs="+", default=ROOMS, help="what is compiled (%(default)s)")
    parser.add_argument("--optimise", type=int, default=2, help="how hard the C compiler tries, 0 to 3 (2)")
    options = parser.parse_args()
    if missing := list(find_missing()):
        sys.exit(f"Compiling needs {' and '.join(missing)}. Telcon runs without: see .venv/bin/telcon")
    folder = options.folder.resolve()
    modules = copy_source(folder, options.rooms)
    print(f"Compiling {len(modules)} modules; all rooms take three minutes or more")
    pack(folder, translate(folder, modules, optimise=options.optimise))


if __name__ == "__main__":
    main()
