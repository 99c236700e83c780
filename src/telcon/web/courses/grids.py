"""Who with whom: how many contacts each two leaders or states had, for those who had most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from fastapi import Request

from telcon.model.contacts import Status
from telcon.model.values import value
from telcon.store import Selection
from telcon.web.catalogues.directory import Directory, Placed, Side, Sort, find_directory
from telcon.web.lists.asking import catalogue_of

SIZE, RANKED, DEPTHS = 25, 40, 3
T = TypeVar("T", str, tuple[str, str])


@value(frozen=True, slots=True)
class Cell:
    """How many contacts two sides had, and the depth of the ground it stands on; `one` and `other` in any order."""

    one: Side
    other: Side
    count: int
    depth: int


@value(frozen=True, slots=True)
class Grid:
    """Sides, those with most contacts first, and the cells of those who met.

    `totals` are the contacts of each side with anybody, `cells` those of each two of the sides; `ranked` the pairs met
    most often, of all `pairs`; `others` is how many sides have no row.
    """

    sides: tuple[Side, ...]
    totals: tuple[int, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    ranked: tuple[Cell, ...]
    pairs: int
    others: int
    count: int


def find_grid(request: Request, asked: Selection, by: Sort) -> Grid:
    """The grid of the contacts asked for, of those held where no status is; made once until the record changes."""
    catalogue = catalogue_of(request)
    directory = find_directory(catalogue)
    held = asked if asked.statuses else replace(asked, statuses=(Status.HELD,))
    return catalogue.derived(
        ("grid", held, by), lambda _: make_grid(directory, directory.narrow(directory.placed, held), by)
    )


def make_grid(directory: Directory, found: Sequence[Placed], by: Sort) -> Grid:
    """Count who met whom in some contacts."""
    totals, pairs = Counter[str](), Counter[tuple[str, str]]()
    for it in found:
        keys = sorted(set(it.keys(by)))
        totals.update(keys)
        pairs.update(combinations(keys, 2))
    ordered = [key for key, _ in _ranked(totals)]
    sides = {key: directory.side(key, by) for key in ordered}
    most = max(pairs.values(), default=1)
    shown = [sides[key] for key in ordered[:SIZE]]

    def cell(one: Side, other: Side) -> Cell | None:
        count = pairs[min(one.key, other.key), max(one.key, other.key)] if one is not other else 0
        return Cell(one, other, count, -(-DEPTHS * count // max(most, DEPTHS))) if count else None

    ranked = (cell(sides[one], sides[other]) for (one, other), _ in _ranked(pairs)[:RANKED])
    return Grid(
        tuple(shown),
        tuple(totals[side.key] for side in shown),
        tuple(tuple(cell(one, other) for other in shown) for one in shown),
        tuple(it for it in ranked if it),
        len(pairs),
        max(len(ordered) - SIZE, 0),
        len(found),
    )


def _ranked(counts: Counter[T]) -> list[tuple[T, int]]:
    return sorted(counts.items(), key=lambda it: (-it[1], it[0]))
