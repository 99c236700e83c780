"""From a Russian name in some case back to the nominative."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from telcon.languages.inflection.cases import Case

Fits = Callable[[str, str, frozenset[Case]], bool]
NEVER = "ьъ"

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


def find_bases(name: str, cases: frozenset[Case], fits: Fits) -> tuple[str, ...]:
    """Nominatives that give the name in one of the cases; the name itself where it may stand in the nominative."""
    if not cases or Case.NOMINATIVE in cases:
        return (name,)
    words = [list(_candidates(word, cases, fits)) or [word] for word in name.split()]
    whole = (" ".join(parts) for parts in product(*words))
    return tuple(dict.fromkeys(base for base in whole))[:8]


def _candidates(word: str, cases: frozenset[Case], fits: Fits) -> Iterator[str]:
    for length in (3, 2, 1):
        ending = word[-length:]
        if len(word) <= length or ending not in ENDINGS:
            continue
        stem = word[:-length]
        for own in ENDINGS[ending]:
            base = stem + own
            if (own or stem[-1] not in NEVER) and fits(base, word, cases):
                yield base
    if fits(word, word, cases):
        yield word
