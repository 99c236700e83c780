"""From a Russian name in some case back to the nominative."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from telcon.inflections.cases import Case
from telcon.inflections.russian_endings import VOWELS

Fits = Callable[[str, str, frozenset[Case]], bool]
OtherStem = Callable[[str, str], str | None]
NEVER = "ьъ"
MOST = 12
UNCHANGED = ("и", "о", "э")
"""Ends of names that mostly do not change."""

# What may stand in the nominative in place of an ending, the likeliest first.
ENDINGS = {
    "ого": ("ий", "ый", "ой"),
    "его": ("ий",),
    "ому": ("ий", "ый", "ой"),
    "ему": ("ий",),
    "ым": ("", "ый", "ой"),
    "им": ("ий", "и"),
    "ом": ("", "о", "ий", "ый", "ой"),
    "ем": ("ь", "й", "", "ий"),
    "ой": ("а", "ая"),
    "ей": ("я", "а"),
    "ую": ("ая",),
    "ии": ("ия", "ий"),
    "а": ("", "а"),
    "я": ("й", "ь", "я"),
    "у": ("", "а"),
    "ю": ("й", "ь", "я"),
    "е": ("", "а", "я", "й", "ь"),
    "ы": ("а",),
    "и": ("а", "я", "ь", "й"),
}


def find_bases(name: str, cases: frozenset[Case], fits: Fits, on_other_stem: OtherStem) -> tuple[str, ...]:
    """Nominatives that give the name in one of the cases; the name itself where it may stand in the nominative."""
    if not cases or Case.NOMINATIVE in cases:
        return (name,)
    words = [list(dict.fromkeys(_candidates(word, cases, fits, on_other_stem))) or [word] for word in name.split()]
    ranked = sorted(
        product(*(list(enumerate(each)) for each in words)), key=lambda parts: sum(rank for rank, _ in parts)
    )
    return tuple([" ".join(base for _, base in parts) for parts in ranked[:MOST]])


def _candidates(word: str, cases: frozenset[Case], fits: Fits, on_other_stem: OtherStem) -> Iterator[str]:
    if word.islower() or word.isupper() or (word.endswith(UNCHANGED) and not word.endswith(("ии", "ого", "его"))):
        yield word
    for length in (3, 2, 1):
        ending = word[-length:]
        if len(word) <= length or ending not in ENDINGS:
            continue
        stem = word[:-length]
        if (base := on_other_stem(word, ending)) and fits(base, word, cases):
            yield base
        for own in ENDINGS[ending]:
            base = stem + own
            sound = stem[-1] in VOWELS if own == "й" else own or stem[-1] not in NEVER
            if sound and fits(base, word, cases):
                yield base
    if fits(word, word, cases):
        yield word
