"""Making writings of the same word compare equal, letter for letter."""

from __future__ import annotations

import re
import unicodedata

_OLD_TONES = ("oà òa", "oá óa", "oả ỏa", "oã õa", "oạ ọa", "oè òe", "oé óe", "oẻ ỏe", "oẽ õe", "oẹ ọe")
_OLD_TONES_Y = ("uỳ ùy", "uý úy", "uỷ ủy", "uỹ ũy", "uỵ ụy")
_TONES = dict(pair.split() for pair in _OLD_TONES + _OLD_TONES_Y)
_TONE = re.compile(r"(?<!q)(?:" + "|".join(_TONES) + r")(?![^\W\d_])")


def fold(text: str) -> str:
    """Fold case and the place of Vietnamese tone marks; the result has the length of the composed (NFC) text.

    `hoà` and `hòa`, `UỶ` and `ủy` fold to the same; `quý` and `hoàn`, where only one spelling exists, stay.
    """
    composed = unicodedata.normalize("NFC", text)
    lowered = composed.lower()
    if len(lowered) != len(composed):
        lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in composed)
    return _TONE.sub(lambda match: _TONES[match[0]], lowered)
