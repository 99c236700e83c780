"""Statements of several pages that say the same: one statement, copied, reworded or translated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from telcon.contacts.tellings import Telling
from telcon.letters.folding import fold
from telcon.model.contacts import Statement
from telcon.model.values import value

ALIKE = 0.6
"""The part of the shorter one's words, in pairs, that two statements in one language share where they are one."""
FEWEST = 3
"""Words from which on a statement can be known by them."""
_WORD = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*")
_HAN = re.compile("[\u3400-\u9fff]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@value(frozen=True, slots=True)
class Said:
    """A statement and the page that tells it."""

    telling: Telling
    statement: Statement


def line_up(said: Sequence[Said]) -> list[tuple[Said, ...]]:
    """Put statements that say the same together, in the order of their first; a page's own stay apart.

    Within a language by their words. Across languages, where no words can be compared, only by what is left: the same
    speaker and topics, and either the same numbers, or no other statement of his on these topics on either page.
    """
    groups: list[list[Said]] = []
    for one in said:
        fitting = (group for group in groups if _fits(one, group, said))
        found = next(fitting, None)
        if found is None:
            groups.append([one])
        else:
            found.append(one)
    return [tuple(group) for group in groups]


def _fits(one: Said, group: Iterable[Said], said: Sequence[Said]) -> bool:
    members = list(group)
    if any(one.telling.page is other.telling.page for other in members):
        return False
    return any(_same_words(one, other) or _same_matter(one, other, said) for other in members)


def _same_words(one: Said, other: Said) -> bool:
    if one.telling.page.language != other.telling.page.language:
        return False
    ours, theirs = _pairs(one.statement.evidence.words), _pairs(other.statement.evidence.words)
    least = min(len(ours), len(theirs))
    return least >= FEWEST - 1 and len(ours & theirs) >= ALIKE * least


def _same_matter(one: Said, other: Said, said: Sequence[Said]) -> bool:
    """Whether two statements in two languages must be one."""
    a, b = one.statement, other.statement
    if one.telling.page.language == other.telling.page.language or set(a.speaker) != set(b.speaker) or not a.topics:
        return False
    if set(a.topics) != set(b.topics) or a.kind is not b.kind:
        return False
    ours, theirs = _numbers(a.evidence.words), _numbers(b.evidence.words)
    if ours or theirs:
        return ours == theirs
    return _is_only(one, said) and _is_only(other, said)


def _is_only(one: Said, said: Sequence[Said]) -> bool:
    """Whether a page has no other statement of this speaker on any of these topics."""
    return not any(
        other is not one
        and other.telling.page is one.telling.page
        and set(other.statement.speaker) == set(one.statement.speaker)
        and not set(other.statement.topics).isdisjoint(one.statement.topics)
        for other in said
    )


@cache
def _pairs(words: str) -> frozenset[tuple[str, str]]:
    """The words of a text in pairs; a Han character counts as a word."""
    spaced = _HAN.sub(lambda found: f" {found[0]} ", fold(words))
    told = _WORD.findall(spaced)
    return frozenset(pairwise(told))


def _numbers(words: str) -> frozenset[str]:
    return frozenset(number.replace(",", ".") for number in _NUMBER.findall(words))
