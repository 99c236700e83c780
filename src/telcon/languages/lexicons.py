"""Finding many fixed wordings in a text at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

from telcon.letters.folding import fold_all

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A wording found at `[start, stop)` of the folded text, with everything that it may stand for."""

    start: int
    stop: int
    entries: tuple[T, ...]


class Lexicon(Generic[T]):
    """A set of wordings, each standing for one or more entries, found with word boundaries on both sides."""

    def __init__(self, wordings: Iterable[tuple[str, T]]) -> None:
        listed = list(wordings)
        keys = fold_all(wording for wording, _ in listed)
        entries: dict[str, list[T]] = {}
        for key, (_, entry) in zip(keys, listed, strict=True):
            known = entries.setdefault(key, [])
            if entry not in known:
                known.append(entry)
        kept = [key for key in entries if key.strip()]
        self.entries: Sequence[tuple[T, ...]] = [tuple(entries[key]) for key in kept]
        self._automaton = AhoCorasick(kept, store_patterns=False)
        # Whether a wording begins and ends with a letter or digit, so that none may stand right before or behind it.
        self._heads = [key[0].isalnum() for key in kept]
        self._tails = [key[-1].isalnum() for key in kept]

    def find(self, folded: str) -> list[Hit[T]]:
        """Every wording in `folded`, overlapping ones too, by position of the end."""
        return [Hit(start, stop, self.entries[number]) for number, start, stop in self.place(folded)]

    def place(self, folded: str) -> list[tuple[int, int, int]]:
        """The wordings that `find` gives, each as its number among `entries`, its start and its stop."""
        heads, tails = self._heads, self._tails
        padded = f" {folded} "
        return [
            found
            for found in self._automaton.find_matches_as_indexes(folded, overlapping=True)
            if not (heads[found[0]] and padded[found[1]].isalnum())
            and not (tails[found[0]] and padded[found[2] + 1].isalnum())
        ]


def longest(hits: Iterable[Hit[T]]) -> list[Hit[T]]:
    """Keep of overlapping hits the longest, leftmost first among equals; in order of position."""
    kept: list[Hit[T]] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.stop)):
        if kept and hit.start < kept[-1].stop:
            if hit.stop - hit.start > kept[-1].stop - kept[-1].start:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept
