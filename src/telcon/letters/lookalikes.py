"""Latin letters within Cyrillic words, which look the same: *Пyтин*, *c президентом*."""

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
_ALONE = re.compile(f"(?<=[{_OWN}] )[acoykAC](?= [{_OWN}«])")


def find_lookalikes(text: str) -> Iterator[Edit]:
    """The letters that stand for others, in order; none in words with a Latin letter unlike any Cyrillic one."""
    if not _SEEN.search(text):
        return
    words = sorted((*_WORD.finditer(text), *_ALONE.finditer(text)), key=re.Match.start)
    for word in words:
        for place, letter in enumerate(word[0], start=word.start()):
            if letter in _CYRILLIC:
                yield Edit(place, place + 1, _CYRILLIC[letter])
