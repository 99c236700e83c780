"""The first two words of forms: most places where a form could begin are told from it by the second.

`hai` opens many dates and lengths, but only before `ngày`, `tuần`, `giờ` and the like; `12` only before a few words
and signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from telcon.letters.folding import fold

DIGITS = frozenset("0123456789")

Seconds = frozenset[str] | None
"""The words, digits and signs that can stand second; None where anything can, "" where the wording may end before."""
Openings = Mapping[str, Seconds]
"""Each word, digit or sign that a wording can begin with, and what can follow it."""

ENDED = frozenset({""})

_SLOT = re.compile(r"\{(\w+)\}")
_HEAD = re.compile(r"\d+|[^\W_]+|[^\s{>]")
_PLAIN = re.compile(r"[^\W_]+|\W")
_SECOND = re.compile(r"\d*(?:[ \xa0]{1,2}(\d|[^\W_]+)|[ \xa0]{0,2}(\S))")


class OpeningReader:
    """Reads the openings of wordings whose slots are filled by listed `values`, or by what is `given`."""

    def __init__(self, values: Mapping[str, Iterable[str]], given: Mapping[str, Openings]) -> None:
        self._values, self._given = values, given
        self._filled: dict[str, Openings] = dict(given)

    def read(self, spellings: Iterable[str]) -> Openings:
        """The openings of a form, as any of its spellings has them."""
        return _merge(self._open(text) for text in dict.fromkeys(map(_plain, spellings)))

    def _open(self, text: str) -> Openings:
        if slot := _SLOT.match(text):
            own, rest = self._fill(slot[1]), text[slot.end() :]
        else:
            word = _first_word(text)
            own, rest = {_key(word): ENDED}, text[len(word) :]
        follow = self._follow(rest)
        return {first: _extend(seconds, follow) for first, seconds in own.items()}

    def _fill(self, slot: str) -> Openings:
        if slot not in self._filled:
            wordings = map(_plain, self._values[slot]) if slot in self._values else ()
            self._filled[slot] = _merge(map(self._open, wordings)) or dict.fromkeys(DIGITS)
        return self._filled[slot]

    def _follow(self, rest: str) -> Seconds:
        if not rest:
            return ENDED
        slot = _SLOT.match(rest.removeprefix(" "))
        if slot:
            known = slot[1] in self._given or (rest[0] == " " and slot[1] in self._values)
            return _seconds(self._fill(slot[1])) if known else None
        if rest[0] == " ":
            return _seconds((_key(_first_word(rest[1:])),))
        return None if rest[0] == ">" else frozenset(rest[0])


def second_word(folded: str, stop: int) -> str:
    """What stands second at a place, behind a word or digit that ends at `stop`: a word, a digit or a sign.

    Of a word without a space before it (`12h30`), its first letter.
    """
    found = _SECOND.match(folded, stop)
    return (found[1] or found[2]) if found else ""


def _plain(spelling: str) -> str:
    return fold(spelling).replace("< ", "").replace("<", "").replace(" >", ">").replace("{start}", "").strip()


def _first_word(text: str) -> str:
    head = _HEAD.match(text)
    return head[0] if head else text


def _key(word: str) -> str:
    return word[0] if word[0] in DIGITS else word


def _seconds(words: Iterable[str]) -> Seconds:
    # Words with signs in them are not what `second_word` reads from a text.
    return frozenset(words) if all(map(_PLAIN.fullmatch, words)) else None


def _extend(seconds: Seconds, follow: Seconds) -> Seconds:
    if seconds is None or "" not in seconds:
        return seconds
    return None if follow is None else (seconds - ENDED) | follow


def _merge(several: Iterable[Openings]) -> Openings:
    merged: dict[str, Seconds] = {}
    for openings in several:
        for first, seconds in openings.items():
            known = merged.get(first, frozenset())
            merged[first] = None if known is None or seconds is None else known | seconds
    return merged
