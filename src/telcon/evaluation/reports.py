"""A whole gold file against what was read in its pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from telcon.evaluation.rows import Row
from telcon.evaluation.scores import Score


@dataclass(frozen=True, slots=True)
class Outcome:
    """The score of the pages of a gold, and the names of those for which there was no row."""

    score: Score
    absent: tuple[str, ...]


def evaluate(gold: Iterable[Row], found: Iterable[Row], texts: Mapping[str, str]) -> Outcome:
    """Score rows against gold; `texts` are the pages' texts as found, by the gold's page name."""
    rows, score, absent = _by_name(found), Score(), []
    for want in gold:
        got = rows.get(want.name) or rows.get(Path(want.place).stem)
        if got is None:
            absent.append(want.name)
        else:
            score.add_page(want, got, texts.get(want.name))
    return Outcome(score, tuple(absent))


def _by_name(rows: Iterable[Row]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for row in rows:
        found[row.name] = row
        if row.place:
            found[Path(row.place).stem] = row
    return found
