"""When two spellings name the same person or body."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from telcon.evaluation.rows import PersonRow

_UNDECOMPOSED = str.maketrans({"đ": "d", "Đ": "d", "ł": "l", "ø": "o", "ı": "i"})
_BETWEEN_WORDS = re.compile(r"[^\w]+")
_COMMON_WORDS = frozenset({"the", "of", "al", "bin", "de", "van", "news", "agency"})


def fold_name(text: str | None) -> str:
    """Fold case, diacritics and punctuation away, words one space apart."""
    spread = unicodedata.normalize("NFKD", (text or "").translate(_UNDECOMPOSED)).casefold()
    return _BETWEEN_WORDS.sub(" ", "".join(letter for letter in spread if not unicodedata.combining(letter))).strip()


def are_similar(one: str | None, other: str | None) -> bool:
    """Tell whether both may name one person: a shared word, or the same beginning (Zelensky, Zelenskyy).

    Names in another script than Latin always may: the country alone decides there.
    """
    first, second = fold_name(one), fold_name(other)
    if not first or not second:
        return False
    if first == second or set(first.split()) & set(second.split()) - _COMMON_WORDS:
        return True
    if not first.isascii() or not second.isascii():
        return True
    short, long = sorted((first.replace(" ", ""), second.replace(" ", "")), key=len)
    return len(short) >= 5 and short[:5] == long[:5]


def is_same_person(gold: PersonRow, found: PersonRow) -> bool:
    """Tell whether country and, where the gold has one, name agree."""
    return gold.country == found.country and (not gold.name or are_similar(gold.name, found.name))


def are_same_people(gold: Sequence[PersonRow], found: Sequence[PersonRow]) -> bool:
    """Tell whether each person of the gold is found once and nobody else is."""
    rest = list(found)
    for person in gold:
        hit = next((other for other in rest if is_same_person(person, other)), None)
        if hit is None:
            return False
        rest.remove(hit)
    return not rest
