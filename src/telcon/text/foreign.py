"""Pages mostly in a language without a pack: what they hold in one that has a pack is read."""

from __future__ import annotations

from collections import Counter

from telcon.languages import owns, pack_codes, speaks

LEAST = 40
"""Characters from which a line tells its language."""

ENOUGH = 200
"""Characters of a language, in such lines, that make a page worth reading in it."""


def find_second_language(text: str) -> str | None:
    """The language with a pack in which a page has more than a quotation, though it is mostly in another one."""
    if not any(owns(text, code) for code in pack_codes()):
        return None
    told: Counter[str] = Counter()
    for line in text.splitlines():
        if len(line) >= LEAST:
            told.update({code: len(line) for code in pack_codes() if owns(line, code) and speaks(line, code)})
    return next((code for code, letters in told.most_common(1) if letters >= ENOUGH), None)
