"""Headlines that lost their spaces and, where something was pasted over them, letters at either end."""

from __future__ import annotations

import re

_STRAY = re.compile(r"(?<=\w)\s[bcdghklmnpqrstvxz]{2,}$")
_TAIL = re.compile(r"(?!(?:ng|nh|ch)$)[bcdđghklmnpqrstvxz]{2,}$")
_CUT = re.compile(r"[_|]")


def mend_stretch(text: str, folded: str) -> str:
    """Drop what was pasted to a headline, and restore its first and last word from the page's own (`folded`) words."""
    text = _STRAY.sub("", _CUT.split(text)[0].rstrip())
    words = text.split()
    if len(words) < 4:
        return text
    return " ".join(_mend_last(_mend_first(words, folded), folded))


def _mend_first(words: list[str], folded: str) -> list[str]:
    """`The ổng thống`: the first piece is of another sentence, the second lost its onset."""
    if not words[1][:1].islower():
        return words
    second, third = re.escape(words[1].lower()), re.escape(words[2].lower())
    whole = re.search(rf"(?<!\w)(\w{{1,3}}{second})\s{third}(?!\w)", folded)
    plain = re.search(rf"(?<!\w){second}\s{third}(?!\w)", folded.replace(" ".join(words[:3]).lower(), ""))
    return [whole[1].capitalize(), *words[2:]] if whole and not plain else words


def _mend_last(words: list[str], folded: str) -> list[str]:
    """`điện đàbxh`: the last word lost its end to what was pasted there."""
    last, before = words[-1].lower(), re.escape(words[-2].lower())
    if not _TAIL.search(last):
        return words
    for length in range(len(last) - 1, 0, -1):
        whole = re.search(rf"(?<!\w){before}\s({re.escape(last[:length])}\w{{0,2}})(?!\w)", folded)
        if whole and not _TAIL.search(whole[1]):
            return [*words[:-1], whole[1]]
    return words
