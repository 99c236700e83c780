"""Pairing what was found with what the gold holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from telcon.evaluation.names import are_same_people, are_similar
from telcon.evaluation.rows import ContactRow, StatementRow
from telcon.evaluation.values import is_date_right

G = TypeVar("G")
Rank = tuple[float, ...]
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Pairing(Generic[G]):
    """`pairs` of gold and found, what was `missed` of the gold, and what was found `false`ly."""

    pairs: list[tuple[G, G]]
    missed: list[G]
    false: list[G]


def pair(gold: Sequence[G], found: Sequence[G], rank: Callable[[G, G], Rank | None]) -> Pairing[G]:
    """Pair one to one, lowest rank first; `rank` gives None for two that cannot be a pair."""
    ranks = ((rank(want, got), i, j) for i, want in enumerate(gold) for j, got in enumerate(found))
    options = sorted((order, i, j) for order, i, j in ranks if order is not None)
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in options:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Pairing(
        [(gold[i], found[j]) for i, j in partner.items()],
        [want for i, want in enumerate(gold) if i not in partner],
        [got for j, got in enumerate(found) if j not in taken],
    )


def pair_contacts(gold: Sequence[ContactRow], found: Sequence[ContactRow]) -> Pairing[ContactRow]:
    """Pair contacts of the same participants, those that agree in date, status, kind and focus first."""
    return pair(gold, found, _rank_contacts)


def _rank_contacts(gold: ContactRow, found: ContactRow) -> Rank | None:
    if not are_same_people(gold.participants, found.participants):
        return None
    return (
        not is_date_right(gold, found),
        gold.status != found.status,
        gold.kind != found.kind,
        gold.focus != found.focus,
    )


def pair_names(gold: Sequence[str], found: Sequence[str]) -> Pairing[str]:
    """Pair names that may name the same person or body."""
    return pair(gold, found, lambda want, got: (0,) if are_similar(want, got) else None)


def pair_statements(gold: Sequence[StatementRow], found: Sequence[StatementRow], text: str) -> Pairing[StatementRow]:
    """Pair statements that share at least half of the longer one's characters of `text`, the best overlap first."""

    def rank(want: StatementRow, got: StatementRow) -> Rank | None:
        one, other = find_place(text, want), find_place(text, got)
        if not one or not other:
            return None
        shared = _measure_overlap(one, other)
        return (-shared,) if shared >= _HALF else None

    return pair(gold, found, rank)


def find_place(text: str, statement: StatementRow) -> tuple[int, int] | None:
    """Give where a statement stands in `text`, by its offsets or else by its first and last words."""
    if statement.start is not None:
        stop = statement.end if statement.end is not None else statement.stop
        return (statement.start, stop) if stop is not None else None
    start = text.find(statement.begins or "\0")
    if start < 0 or statement.ends is None:
        return None
    end = text.find(statement.ends, start)
    return (start, end + len(statement.ends)) if end >= 0 else None


def _measure_overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / max(one[1] - one[0], other[1] - other[0], 1)
