"""Letters told by their number, whose backslash was lost on the way: *AndrxE9s*, *LxF3 pez*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telcon.letters.drafts import Edit

# It begins with the letter, so that pages without it cost nothing.
_ESCAPE = re.compile(r"x(?<=[^\W\d_]x)([C-F][0-9A-F])(?P<space> ?)(?P<rest>[a-z]*)")
_SIGNS = frozenset("\xd7\xf7")
_WORD = re.compile(r"[^\W\d_]+$")


def find_escapes(text: str) -> Iterator[Edit]:
    """The letters that stand for numbers, in order.

    Within a word they tell themselves; at its end or before a space only where the page has the word elsewhere.
    """
    for match in _ESCAPE.finditer(text):
        letter = chr(int(match[1], 16))
        before = _WORD.search(text, max(0, match.start() - 30), match.start())
        if before is None or letter in _SIGNS:
            continue
        head = before[0] + letter
        if match["rest"] and not match["space"]:
            yield Edit(match.start(), match.start() + 3, letter)
        elif match["rest"] and _holds(text, head + match["rest"]):
            yield Edit(match.start(), match.start("rest"), letter)
        elif _holds(text, head):
            yield Edit(match.start(), match.start() + 3, letter)


def _holds(text: str, word: str) -> bool:
    """Whether a word stands in the text as such."""
    place = text.find(word)
    while place >= 0 and text[place + len(word) : place + len(word) + 1].isalpha():
        place = text.find(word, place + 1)
    return place >= 0
