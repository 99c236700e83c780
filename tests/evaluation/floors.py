"""Floors under the figures: what was measured beside what is promised. Run it to print both."""

from __future__ import annotations

import math
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from telcon.cli.evaluate import score_golds
from telcon.evaluation import FIGURES
from tests.conftest import ROOT
from tests.evaluation.sentences import load_sets, measure_sets

MARGIN = 0.01
FLOORS = ROOT / "corpus/floors.toml"


@dataclass(frozen=True)
class Gate:
    """One set of pages, by its gold files, or one file of plain sentences, and the floor under each figure."""

    name: str
    golds: tuple[Path, ...]
    sentences: Path | None
    floors: Mapping[str, float]

    @property
    def is_at_hand(self) -> bool:
        """Whether all of its gold is there."""
        return all(gold.exists() for gold in self.golds)

    def measure(self) -> dict[str, float]:
        """Read the pages or sentences and give the figures."""
        return measure_sets(self.sentences) if self.sentences else measure(self.golds)


def load_gates(path: Path = FLOORS) -> list[Gate]:
    """Read the floors of sets with gold files and of sentences. Raises `ValueError` for a key that means nothing.

    Sets of pages that are made when they are needed are held by the tests that make them (`tests/webpages`).
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return [_read_gate(name, table) for name, table in tables.items() if "pages" not in table]


def _read_gate(name: str, table: dict[str, Any]) -> Gate:
    floors = table.get("floors", {})
    sentences = ROOT / table["sentences"] if "sentences" in table else None
    figures = load_sets(sentences) if sentences else FIGURES
    unknown = set(table) - {"gold", "sentences", "floors"} | set(floors) - set(figures)
    if unknown:
        raise ValueError(f"{name}: no such key or figure: {', '.join(sorted(unknown))}")
    return Gate(name, tuple(ROOT / gold for gold in table.get("gold", ())), sentences, floors)


@cache
def measure(golds: tuple[Path, ...]) -> dict[str, float]:
    """Read the pages of a set and give its figures: 0 where nothing was found that could be right.

    A set without a page that tells of no contact has no `quiet`.
    """
    figures = score_golds(*golds).score.figures()
    return {name: value or 0.0 for name, value in figures.items() if value is not None or name != "quiet"}


def allowed(value: float) -> float:
    """The highest floor that may stand under a measured figure."""
    return max(math.floor((value - MARGIN) * 100 + 1e-9), 0) / 100


def print_floors() -> None:
    """Print each figure, its floor and the floor that may stand there."""
    for gate in load_gates():
        print(f"{gate.name}{'' if gate.is_at_hand else ': its gold is not at hand'}")
        for name, value in gate.measure().items() if gate.is_at_hand else ():
            print(f"  {name:<31} {value:.3f}  floor {gate.floors.get(name, 0):.2f}  may stand at {allowed(value):.2f}")


def raise_floors(path: Path = FLOORS) -> None:
    """Raise every floor to where it may stand; none is lowered."""
    gates = {gate.name: gate for gate in load_gates(path) if gate.is_at_hand}
    lines, section = [], ""
    for line in path.read_text(encoding="utf-8").splitlines():
        section = line[1:-1].removesuffix(".floors") if line.startswith("[") else section
        key, equals, floor = line.partition(" = ")
        name = key.strip('"')
        if equals and section in gates and name in gates[section].floors:
            line = f"{key} = {max(float(floor), allowed(gates[section].measure()[name])):.2f}"  # noqa: PLW2901
        lines.append(line)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if "--raise" in sys.argv:
        raise_floors()
    print_floors()
