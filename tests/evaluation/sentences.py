"""Plain sentences with the contact that a reader finds in each, and how many are read so. Run it to print both.

`python -m tests.evaluation.sentences [LANGUAGE ...] [--misses]` reads all of `corpus/sentences`.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import permutations, product
from pathlib import Path
from string import Formatter
from typing import Any

from telcon.engine.reading import read_page
from telcon.model.contacts import Kind, Level, Report, Status
from telcon.model.pages import Page
from tests.conftest import ROOT

FOLDER = ROOT / "corpus/sentences"
NOTHING = "nothing"
EITHER, ALSO, BESIDE = " or ", ", ", "; "
KEYS = {"name", "people", "published", "before", "fills", "sentences"}
FAIR = 150
"""How many sentences of a set the gate reads at most, evenly spaced over it."""


@dataclass(frozen=True)
class Expected:
    """One contact that a reader finds: of these two (ISO 3166-1 alpha-2), of one of these kinds and statuses."""

    people: frozenset[str]
    kinds: frozenset[str]
    statuses: frozenset[str]

    def fits(self, report: Report) -> bool:
        """Whether what was read is that contact."""
        people = frozenset(participant.country for participant in report.participants)
        return people == self.people and report.kind in self.kinds and report.status in self.statuses


@dataclass(frozen=True)
class Item:
    """A sentence, with what stands before it on the page, and the contacts of leaders that a reader finds."""

    text: str
    before: str
    published: str | None
    expected: tuple[Expected, ...]

    def read(self, language: str) -> list[Report]:
        """Read it as a page of its own."""
        text = f"{self.before}\n\n{self.text}" if self.before else self.text
        page = Page("", "sentence", text, "sentence", published=self.published, language=language)
        return [report for report in read_page(page).contacts if report.level is Level.LEADERS]

    def is_met_by(self, reports: list[Report]) -> bool:
        """Whether what was read is what a reader finds, no more and no less, in this order or another."""
        orders = permutations(reports) if len(reports) == len(self.expected) else ()
        return any(all(map(Expected.fits, self.expected, order)) for order in orders)


@cache
def load_sets(path: Path) -> dict[str, tuple[Item, ...]]:
    """Read the sets of a language, by name. Raises `ValueError` for a key or an expectation that means nothing."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))["sets"]
    for table in tables:
        if unknown := set(table) - KEYS:
            raise ValueError(f"{path.name}: {table.get('name')}: no such key: {', '.join(sorted(unknown))}")
    return {table["name"]: tuple(_list_items(table)) for table in tables}


def _list_items(table: Mapping[str, Any]) -> Iterator[Item]:
    for words, block in table["sentences"].items():
        expected = read_expectations(words, table["people"])
        for line in block.strip().splitlines():
            for text in _fill(line, table.get("fills", {})):
                yield Item(text, table.get("before", ""), table.get("published"), expected)


def read_expectations(words: str, people: list[str]) -> tuple[Expected, ...]:
    """Read `phone or call, held`, `held; meeting, proposed`, `nothing`.

    Raises `ValueError` for a word that is no kind or status.
    """
    return tuple(_read_expectation(part, people) for part in words.split(BESIDE)) if words != NOTHING else ()


def _read_expectation(words: str, people: list[str]) -> Expected:
    told = [frozenset(part.split(EITHER)) for part in words.split(ALSO)]
    kinds, statuses = (_choose(told, values) for values in (Kind, Status))
    if unknown := frozenset[str]().union(*told) - kinds - statuses:
        raise ValueError(f"no kind or status: {', '.join(sorted(unknown))}")
    return Expected(frozenset(people), kinds, statuses)


def _choose(told: list[frozenset[str]], values: type[StrEnum]) -> frozenset[str]:
    """Those of the values that are told, all where none is."""
    every = frozenset(map(str, values))
    return next((part for part in told if part <= every), every)


def _fill(line: str, fills: Mapping[str, list[Any]]) -> Iterator[str]:
    """The sentence with each of the fills for each of its blanks (`{A}`, of one that is inflected `{A[n]}`)."""
    names = list(dict.fromkeys(name.partition("[")[0] for _, name, _, _ in Formatter().parse(line) if name))
    for chosen in product(*(fills[name] for name in names)):
        text = line.format(**dict(zip(names, chosen, strict=True)))
        yield text[0].upper() + text[1:]


def list_misses(items: tuple[Item, ...], language: str) -> list[tuple[Item, list[Report]]]:
    """The sentences that are read otherwise than a reader reads them, with what was read."""
    read = ((item, item.read(language)) for item in items)
    return [(item, reports) for item, reports in read if not item.is_met_by(reports)]


def sample(items: tuple[Item, ...], most: int | None) -> tuple[Item, ...]:
    """At most so many, evenly spaced; all of them without a number."""
    return items[:: -(-len(items) // most)] if most else items


@cache
def measure_sets(path: Path, most: int | None = FAIR) -> dict[str, float]:
    """The share of each set that is read rightly, of at most so many sentences of it."""
    shares = {}
    for name, items in load_sets(path).items():
        asked = sample(items, most)
        shares[name] = 1 - len(list_misses(asked, path.stem)) / len(asked)
    return shares


def print_sets(languages: list[str], *, misses: bool) -> None:
    """Print how many sentences of each set are read rightly, and those that are not."""
    for path in sorted(FOLDER.glob("*.toml")):
        for name, items in load_sets(path).items() if not languages or path.stem in languages else ():
            wrong = list_misses(items, path.stem)
            print(f"{path.stem}  {name:<32} {len(items) - len(wrong):>5} of {len(items):>5}")
            for item, reports in wrong if misses else ():
                print(f"      {item.text}  ->  {'; '.join(f'{r.kind} {r.status}' for r in reports) or NOTHING}")


if __name__ == "__main__":
    print_sets([word for word in sys.argv[1:] if not word.startswith("-")], misses="--misses" in sys.argv)
