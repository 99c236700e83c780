"""Finding many fixed wordings in a text at once."""

from __future__ import annotations

from collections.abc import Iterable
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
    """A set of wordings, each standing for one or more entries, found with word boundaries on both sides.

    Where words are not `spaced`, only letters of the Latin alphabet and digits have boundaries.
    """

    def __init__(self, wordings: Iterable[tuple[str, T]], *, bare: Iterable[str] = (), spaced: bool = True) -> None:
        """`bare` are further wordings to be found, of which something else knows what they stand for."""
        self._is_letter = str.isalnum if spaced else _is_latin
        self._wordings = list(wordings)
        self._places: dict[str, list[int]] = {}
        for place, key in enumerate(fold_all(wording for wording, _ in self._wordings)):
            if key in self._places:
                self._places[key].append(place)
            else:
                self._places[key] = [place]
        keys = self._places | dict.fromkeys(fold_all(bare))
        self._automaton = AhoCorasick(filter(str.strip, keys), store_patterns=False)
        self._met: dict[int, tuple[T, ...]] = {}

    def find(self, folded: str) -> list[Hit[T]]:
        """Every wording in `folded`, overlapping ones too, by position of the end."""
        met = self._met
        return [
            Hit(start, stop, met.get(number) or self._meet(number, folded[start:stop]))
            for number, start, stop in self.place(folded)
        ]

    def place(self, folded: str) -> list[tuple[int, int, int]]:
        """The wordings that `find` gives, each as its number, its start and its stop."""
        # A wording that begins (ends) with a letter or digit has none right before (behind) it.
        padded, is_letter = f" {folded} ", self._is_letter
        return [
            found
            for found in self._automaton.find_matches_as_indexes(folded, overlapping=True)
            if not (is_letter(padded[found[1]]) and is_letter(folded[found[1]]))
            and not (is_letter(padded[found[2] + 1]) and is_letter(padded[found[2]]))
        ]

    def spelled(self, folded: str) -> list[tuple[str, T]]:
        """The wordings as they were given that fold to this one, each with what it stands for."""
        return [self._wordings[place] for place in self._places.get(folded, ())]

    def _meet(self, number: int, folded: str) -> tuple[T, ...]:
        stands = [entry for _, entry in self.spelled(folded)]
        entries = tuple([entry for place, entry in enumerate(stands) if entry not in stands[:place]])
        self._met[number] = entries
        return entries


def _is_latin(letter: str) -> bool:
    return letter.isalnum() and letter < "\u0250"


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
