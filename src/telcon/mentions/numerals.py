"""Numbers as pages write them, in digits or in words.

The words of a language stand in its sheet `numerals`: `[unit 5] lăm`, `[ten 10] mươi`, `[hundred 100] trăm`,
`[link] linh`. A number in words is read as hundreds, tens and units, as Vietnamese says them (up to 999).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from telcon.languages.packs import Pack
from telcon.letters.folding import fold

T = TypeVar("T")

_DIGITS = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")


def once_per_pack(build: Callable[[Pack], T]) -> Callable[[Pack], T]:
    """Keep what is built from a pack, which is no key for a cache itself, for as long as the process lives."""
    built: dict[int, tuple[Pack, T]] = {}

    @wraps(build)
    def kept(pack: Pack) -> T:
        entry = built.get(id(pack))
        if entry is None:
            entry = built[id(pack)] = (pack, build(pack))
        return entry[1]

    return kept


def read_numeral(words: str, pack: Pack) -> float | None:
    """The number that folded words or digits say (`1,5` is 1.5); None where they say none
    or leave it open (`sáu bảy`, six or seven)."""
    if _DIGITS.fullmatch(words):
        return float(words.replace(",", "."))
    values = numeral_words(pack)
    total, last = 0, 0
    for word in words.replace("-", " ").split():
        if word not in values:
            return None
        meaning, value = values[word]
        if meaning == "unit":
            if last:
                return None
            total, last = total + value, value
        elif meaning in ("ten", "hundred"):
            total, last = total + max(last, 1) * value - last, 0
    return float(total) if total else None


def numeral_pattern(pack: Pack) -> str:
    """A regular expression for a number in digits or in words."""
    words = "|".join(sorted(map(re.escape, numeral_words(pack)), key=len, reverse=True))
    return rf"(?:{_DIGITS.pattern}|(?:{words})(?:[ \xa0-](?:{words})(?![^\W_])){{0,4}})"


@once_per_pack
def numeral_words(pack: Pack) -> dict[str, tuple[str, int]]:
    """A pack's number words with their meaning (`unit`, `ten`, `hundred`, `link`) and worth."""
    return {
        fold(spelling): (form.meaning, int(next(iter(form.flags), "0")))
        for form in pack["numerals"].forms
        for spelling in form.spellings()
    }
