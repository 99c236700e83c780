"""Letters told by their number, whose backslash was lost on the way: *AndrxE9s*, *LxF3 pez*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telcon.letters.drafts import Edit

# It begins with the letter, so that pages without it cost nothing.
_ESCAPE = re.compile(r"x(?<=[^\W\d_]x)([C-F][0-9A-F])(?P<space> ?)(?P<rest>[a-z]*)")
_SIGNS = frozenset("\xd7\xf7")
_WORD = re.compile(r"[^\W\d_]+$")
_WORDS = re.compile(r"[^\W\d_]+")
LONGEST = 30
"""Most letters of a word before the one told by number."""


def find_escapes(text: str) -> Iterator[Edit]:
    """The letters that stand for numbers, in order.

    Within a word they tell themselves; at its end or before a space only where the page has the word elsewhere.
    """
    words: frozenset[str] | None = None
    for match in _ESCAPE.finditer(text):
        letter = chr(int(match[1], 16))
        before = _WORD.search(text, max(0, match.start() - LONGEST), match.start())
        if before is None or letter in _SIGNS:
            continue
        head = before[0] + letter
        if match["rest"] and not match["space"]:
            yield Edit(match.start(), match.start() + 3, letter)
            continue
        words = frozenset(_WORDS.findall(text)) if words is None else words
        if match["rest"] and head + match["rest"] in words:
            yield Edit(match.start(), match.start("rest"), letter)
        elif head in words:
            yield Edit(match.start(), match.start() + 3, letter)
