"""Counting: hits, misses and false alarms, and shares that are right."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass
from typing import Any, Protocol


class Figure(Protocol):
    """A figure between 0 and 1."""

    @property
    def value(self) -> float | None:
        """The figure, None where nothing was counted."""


@dataclass(slots=True)
class Tally:
    """Counts of an F1 figure."""

    hit: int = 0
    missed: int = 0
    false: int = 0

    def add(self, hit: Sized, missed: Sized, false: Sized) -> None:
        """Count one page's hits, misses and false alarms."""
        self.hit += len(hit)
        self.missed += len(missed)
        self.false += len(false)

    def add_sets(self, gold: set[Any], found: set[Any]) -> None:
        """Count by comparing two sets."""
        self.add(gold & found, gold - found, found - gold)

    @property
    def value(self) -> float | None:
        """F1, None where nothing was counted."""
        total = 2 * self.hit + self.missed + self.false
        return 2 * self.hit / total if total else None


@dataclass(slots=True)
class Share:
    """Counts of a share that is right."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one answer."""
        self.right += right
        self.of += 1

    @property
    def value(self) -> float | None:
        """The share, None where nothing was counted."""
        return self.right / self.of if self.of else None
