"""Pages that repeat another's article in another language: its numbers, in their order, told as somebody else's.

Numbers and names are alike in independent pages on one contact too. So a page counts as a translation only where it
names the other page's outlet as the one that it takes from, and nearly all numbers of both come in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from hashlib import blake2b

from telcon.contacts.articles import Article
from telcon.contacts.origins import credits_outlet, names_outlet

LEAST, SHARE = 5, 0.7
"""Numbers that both articles must have in the same order, and the part of all numbers of either that these must be."""
WINDOW = 4
"""Numbers in a row that pages must have in common to be looked at."""


def number_bands(article: Article) -> Iterator[int]:
    """By what translations are found without comparing all: signed numbers of 64 bits."""
    numbers = article.numbers
    for place in range(len(numbers) - WINDOW + 1):
        window = " ".join(numbers[place : place + WINDOW])
        yield int.from_bytes(blake2b(window.encode(), digest_size=8).digest(), "big", signed=True)


def translated_share(copy: Article, origin: Article) -> float | None:
    """The part of the copy's numbers that stand in the origin in the same order; None where it is no translation."""
    if not _is_other_language(copy, origin) or not (credits_outlet(copy, origin) or names_outlet(copy, origin)):
        return None
    matcher = SequenceMatcher(None, copy.numbers, origin.numbers, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    longest = max(len(copy.numbers), len(origin.numbers))
    return common / len(copy.numbers) if common >= LEAST and common >= SHARE * longest else None


def _is_other_language(one: Article, other: Article) -> bool:
    first, second = one.page.language, other.page.language
    return first is not None and second is not None and first != second
