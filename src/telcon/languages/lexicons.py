"""Finding many fixed wordings in a text at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from ahocorasick_rs import AhoCorasick

from telcon.letters.folding import fold

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """A wording found at `[start, stop)` of the folded text, with everything that it may stand for."""

    start: int
    stop: int
    entries: tuple[T, ...]


class Lexicon(Generic[T]):
    """A set of wordings, each standing for one or more entries, found with word boundaries on both sides."""

    def __init__(self, wordings: Iterable[tuple[str, T]], *, boundaries: bool = True) -> None:
        entries: dict[str, list[T]] = defaultdict(list)
        for wording, entry in wordings:
            known = entries[fold(wording)]
            if entry not in known:
                known.append(entry)
        self._keys = [key for key in entries if key.strip()]
        self._entries = [tuple(entries[key]) for key in self._keys]
        self._automaton = AhoCorasick(self._keys)
        self._boundaries = boundaries

    def find(self, folded: str) -> Iterator[Hit[T]]:
        """Yield every wording in `folded`, overlapping ones too, by position of the end."""
        padded = folded + " "
        for index, start, stop in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if self._boundaries and (
                (start and folded[start - 1].isalnum() and folded[start].isalnum())
                or (padded[stop].isalnum() and folded[stop - 1].isalnum())
            ):
                continue
            yield Hit(start, stop, self._entries[index])


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
