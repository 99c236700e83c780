"""Making writings of the same word compare equal, letter for letter."""

from __future__ import annotations

import re
import unicodedata

_OLD_TONES = ("oà òa", "oá óa", "oả ỏa", "oã õa", "oạ ọa", "oè òe", "oé óe", "oẻ ỏe", "oẽ õe", "oẹ ọe")
_OLD_TONES_Y = ("uỳ ùy", "uý úy", "uỷ ủy", "uỹ ũy", "uỵ ụy")
_TONES = dict(pair.split() for pair in _OLD_TONES + _OLD_TONES_Y)
_TONE = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])")
_WIDE = re.compile("[\uff01-\uff5e\u3000]")
NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}


def fold(text: str) -> str:
    """Fold case, width and the place of Vietnamese tone marks; the result has the length of the composed (NFC) text.

    `hoà` and `hòa`, `UỶ` and `ủy` fold to the same; `quý` and `hoàn`, where only one spelling exists, stay.
    """
    return fold_composed(unicodedata.normalize("NFC", text))


def fold_composed(text: str) -> str:
    """Fold a text that is composed already; the result always has its length."""
    if text.isascii():
        return text.lower()
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    if _WIDE.search(lowered):
        lowered = lowered.translate(NARROW)
    return _TONE.sub(lambda match: _TONES[match[0]], lowered)
