"""Names as a register labels people, made into the forms that a sheet holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from telcon.letters.folding import fold
from telcon.letters.han import HAN
from telcon.letters.sought import name_words
from telcon.roster.entering import EntryError, check_name

_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]\s*$")
_MARKED = "vi"
"""The language whose words differ by their marks alone."""


def tidy(label: str) -> str | None:
    """A label as a name: without what only tells namesakes apart (`Ada Example (politician)`), the family name last
    where a comma parts it off (`Пример, Ада`); None for what is no name."""
    family, comma, given = _BRACKETS.sub("", label).partition(",")
    if "," in given:
        return None
    try:
        return check_name(f"{given.strip()} {family.strip()}" if comma else family)
    except EntryError:
        return None


def is_full(name: str) -> bool:
    """Whether a name is enough to tell somebody by: two words, or two Han characters."""
    return " " in name or "·" in name or (len(name) > 1 and all(HAN.match(letter) for letter in name))


def list_new(told: Iterable[tuple[str, str]], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The names told, by language, that somebody known by some names does not have; marks count in Vietnamese alone."""
    listed = list(known)
    folded, bare = set(map(fold, listed)), set(map(name_words, listed))
    for language, label in told:
        name = tidy(label)
        if name is None or not is_full(name):
            continue
        if fold(name) not in folded and (language == _MARKED or name_words(name) not in bare):
            folded.add(fold(name))
            bare.add(name_words(name))
            yield language, name
