"""Letters that look the same as those that are meant: Latin in Cyrillic words (*Пyтин*), an eth for Đ (*Ðiện mừng*)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telcon.letters.drafts import Edit

_CYRILLIC = dict(zip("ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху", strict=True))
_LATIN = "".join(_CYRILLIC)
_OWN = "\u0400-\u04ff"
_SEEN = re.compile(f"[{_OWN}]")
_WORD = re.compile(
    f"(?<![A-Za-z])[{_OWN}{_LATIN}]*(?:[{_OWN}][{_LATIN}]|[{_LATIN}][{_OWN}])[{_OWN}{_LATIN}]*(?![A-Za-z])"
)
_ETHS = re.compile("[\u00d0\u0189]")
"""Capitals that look like Đ; no Icelandic word begins with one."""

_VIETNAMESE = re.compile("[\u1ea0-\u1ef9]")
_ALONE = re.compile(f"(?<=[{_OWN}] )[acoykAC](?= [{_OWN}«])")


def find_lookalikes(text: str) -> Iterator[Edit]:
    """The letters that stand for others, in order; none in words with a Latin letter unlike any Cyrillic one."""
    if _ETHS.search(text) and _VIETNAMESE.search(text):
        yield from (Edit(eth.start(), eth.end(), "Đ") for eth in _ETHS.finditer(text))
    elif _SEEN.search(text):
        yield from _find_latin(text)


def _find_latin(text: str) -> Iterator[Edit]:
    words = sorted((*_WORD.finditer(text), *_ALONE.finditer(text)), key=re.Match.start)
    for word in words:
        for place, letter in enumerate(word[0], start=word.start()):
            if letter in _CYRILLIC:
                yield Edit(place, place + 1, _CYRILLIC[letter])
