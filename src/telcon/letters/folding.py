"""Making writings of the same word compare equal, letter for letter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from telcon.letters.han import HAN, part_han, simplify

_OLD_TONES = ("oà òa", "oá óa", "oả ỏa", "oã õa", "oạ ọa", "oè òe", "oé óe", "oẻ ỏe", "oẽ õe", "oẹ ọe")
_OLD_TONES_Y = ("uỳ ùy", "uý úy", "uỷ ủy", "uỹ ũy", "uỵ ụy")
_TONES = dict(pair.split() for pair in _OLD_TONES + _OLD_TONES_Y)
_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?<!q..)(?![^\W\d_])")
_EASTERN = re.compile("[^\x00-\u2fff]")
_WIDE = re.compile("[\uff01-\uff5e\u3000]")
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def fold(text: str) -> str:
    """Fold case, width, the place of Vietnamese tone marks, Russian ё, and traditional Han characters.

    `hoà` and `hòa`, `UỶ` and `ủy`, `ещё` and `еще`, 迪亚斯·卡内尔 and 迪亚斯-卡内尔 fold to the same; `quý` and
    `hoàn`, where only one spelling exists, stay. The result has the length of the NFC text, save that Han characters
    stand apart, as they do in views.
    """
    composed = unicodedata.normalize("NFC", text)
    return fold_composed(part_han(composed.translate(NARROW)) if HAN.search(composed) else composed)


def fold_pattern(pattern: str) -> str:
    """Fold a form of a sheet, whose Han characters stand apart already; its brackets stay as they are."""
    return fold_composed(unicodedata.normalize("NFC", pattern))


def fold_all(texts: Iterable[str]) -> list[str]:
    """Fold many short texts without line breaks, in order; all at once, as a call costs more than a letter.

    Raises `ValueError` for a text with a line break.
    """
    listed = list(texts)
    folded = fold("\n".join(listed)).split("\n") if listed else []
    if len(folded) != len(listed):
        raise ValueError("a text with a line break")
    return folded


def fold_composed(text: str) -> str:
    """Fold a text that is composed already; the result always has its length."""
    if text.isascii():
        return text.lower()
    lowered = text.lower()
    if len(lowered) != len(text):
        # The only letter that gets longer; it stays as it is.
        lowered = "İ".join(part.lower() for part in text.split("İ"))
    if _EASTERN.search(lowered):
        lowered = simplify(lowered.translate(NARROW) if _WIDE.search(lowered) else lowered).replace("·", "-")
    return _TONE.sub(lambda match: _TONES[match[0]], lowered).replace("ё", "е")
