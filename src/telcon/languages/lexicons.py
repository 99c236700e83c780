"""Finding many fixed wordings in a text at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

from telcon.letters.folding import fold_all

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A wording found at `[start, stop)` of the folded text, with everything that it may stand for.

    `number` is the wording's own in its lexicon.
    """

    start: int
    stop: int
    entries: tuple[T, ...]
    number: int


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
        self._entries = [tuple(entries[key]) for key in kept]
        self._automaton = AhoCorasick(kept, store_patterns=False)
        # Whether a wording begins and ends with a letter or digit, so that none may stand right before or behind it.
        self._heads = [key[0].isalnum() for key in kept]
        self._tails = [key[-1].isalnum() for key in kept]

    def find(self, folded: str) -> list[Hit[T]]:
        """Every wording in `folded`, overlapping ones too, by position of the end."""
        entries, heads, tails = self._entries, self._heads, self._tails
        padded = f" {folded} "
        return [
            Hit(start, stop, entries[index], index)
            for index, start, stop in self._automaton.find_matches_as_indexes(folded, overlapping=True)
            if not (heads[index] and padded[start].isalnum()) and not (tails[index] and padded[stop + 1].isalnum())
        ]


def by_place(hits: Sequence[Hit[T]]) -> list[Hit[T]]:
    """The hits of `find` by position of the start, the longest first where several begin."""
    placed = list(hits)
    placed.reverse()
    placed.sort(key=itemgetter(0))
    return placed


def longest(hits: Iterable[Hit[T]]) -> list[Hit[T]]:
    """Keep of overlapping hits of `find` the longest, leftmost first among equals; in order of position."""
    kept: list[Hit[T]] = []
    for hit in by_place(list(hits)):
        if kept and hit.start < kept[-1].stop:
            if hit.stop - hit.start > kept[-1].stop - kept[-1].start:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept
