"""Which system puts lost spaces back in a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from telcon.languages import Pack, load_pack
from telcon.languages.packs import FOLDER
from telcon.letters import Segmenter, Syllables

SYSTEM = "vietnamese-syllables"


def find_segmenter(pack: Pack) -> Segmenter | None:
    """The system that `pack.toml` names under `glued`, None where it names none.

    Raises `ValueError` for an unknown one.
    """
    return _load(pack.code)


@cache
def _load(code: str) -> Segmenter | None:
    named = load_pack(code).settings.get("glued")
    if named is None:
        return None
    if named != SYSTEM:
        raise ValueError(f"{code}/pack.toml: unknown system for lost spaces: {named}")
    return load_syllables(FOLDER / code)


def load_syllables(folder: Path) -> Syllables:
    """Read `syllables.txt` (onsets and rimes) and `syllables.counts.txt` (a count, then the syllables that have it)."""
    parts: dict[str, list[str]] = {"onsets": [], "rimes": []}
    heading = ""
    for line in _lines(folder / "syllables.txt"):
        if line.startswith("["):
            heading = line.strip("[]")
        else:
            parts[heading] += line.split()
    counts: dict[str, int] = {}
    for line in _lines(folder / "syllables.counts.txt"):
        count, *syllables = line.split()
        counts |= dict.fromkeys(syllables, int(count))
    return Syllables(parts["onsets"], parts["rimes"], counts)


def _lines(path: Path) -> list[str]:
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
