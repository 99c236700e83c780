"""The Vietnamese syllable: onset, rime and tone, a closed grammar, used to put lost spaces back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPS = ("p", "t", "c", "ch")
_STOP_TONES = frozenset("\u0301\u0323")
_VOWELS = "aăâeêioôơuưy"
_OWN = re.compile("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")
_LONGEST = 7
_KNOWN, _LEGAL, _NAME, _NAME_LETTER, _STRAY, _STRAY_LETTER = 1.0, 1.7, 1.9, 0.12, 3.5, 0.7


def _tone_tables() -> tuple[dict[int, str], dict[str, str]]:
    bare, tones = {}, {}
    for vowel in _VOWELS:
        for tone in _TONES:
            letter = unicodedata.normalize("NFC", vowel + tone)
            bare[ord(letter)], tones[letter] = vowel, tone
    return bare, tones


_BARE, _TONE_OF = _tone_tables()


class Syllables:
    """The syllables of Vietnamese. `counts` are those of running text and make the common ones cheaper."""

    def __init__(self, onsets: Iterable[str], rimes: Iterable[str], counts: Mapping[str, int]) -> None:
        self._legal = frozenset(_spell(onset, rime) for onset in ("", *onsets) for rime in rimes) - {""}
        self._known = frozenset(word for word, count in counts.items() if count > 0)
        self._places = lru_cache(maxsize=65536)(self._read_run)

    def admits(self, word: str) -> bool:
        """Tell whether a word in lower case is a syllable that Vietnamese spelling allows."""
        tones = [_TONE_OF[letter] for letter in word if letter in _TONE_OF]
        if len(tones) > 1 or word.translate(_BARE) not in self._legal:
            return False
        return not word.endswith(_STOPS) or (bool(tones) and tones[0] in _STOP_TONES)

    def __call__(self, run: str) -> tuple[int, ...]:
        """Places within a run of letters where a space was lost; none where the run is one word."""
        return self._places(run)

    def _read_run(self, run: str) -> tuple[int, ...]:
        if not _OWN.search(run) or (len(run) <= _LONGEST and self.admits(run.lower())):
            return ()
        return self._find_places(run)

    def _find_places(self, run: str) -> tuple[int, ...]:
        best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
        shouted = run.isupper()
        for stop in range(1, len(run) + 1):
            options = [
                (best[start][0] + cost, start, best[start][2] + stray)
                for start in range(max(0, stop - 14), stop)
                for cost, stray in self._prices(run[start:stop], shouted)
            ]
            best.append(min(options))
        places, stop = [], len(run)
        while stop:
            stop = best[stop][1]
            places.append(stop)
        words = len(places)
        if words < 2 or best[-1][2] > len(run) * 0.3 or (words == 2 and (best[-1][2] or best[-1][0] > 2 * _KNOWN)):
            return ()
        return tuple(sorted(place for place in places if place))

    def _prices(self, piece: str, shouted: bool) -> Iterable[tuple[float, int]]:
        """What a piece costs as one word, and how many of its letters then belong to no syllable."""
        if not shouted and any(letter.isupper() for letter in piece[1:]):
            return ()
        lowered = piece.lower()
        if len(piece) <= _LONGEST and self.admits(lowered):
            return ((_KNOWN if lowered in self._known else _LEGAL, 0),)
        if piece.isascii() and len(piece) >= 3 and piece[0].isupper() and not shouted:
            return ((_NAME + _NAME_LETTER * len(piece), 0),)
        return ((_STRAY + _STRAY_LETTER * len(piece), len(piece)),)


def _spell(onset: str, rime: str) -> str:
    """Write onset and rime together, or nothing where spelling forbids it."""
    front = rime[0] in "eêiy"
    if onset in {"c", "g", "ng"} and front:
        return "gi" + rime[1:] if onset == "g" and rime[0] == "i" else ""
    if onset in {"k", "gh", "ngh"} and not front:
        return ""
    if onset == "qu" and rime[0] in "uư":
        return ""
    if not onset and rime.startswith("iê"):
        return ""
    return onset + rime
