"""Han characters: each is a word of its own, and traditional ones compare equal to simplified ones.

Chinese puts no spaces between words. A view puts one beside each Han character, so that wordings, distances and counts
of words mean the same as in languages that have spaces; `join_han` takes them out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import repeat
from pathlib import Path

from telcon.letters.drafts import Edit

CHARACTERS = "\u3007\u3400-\u4dbf\u4e00-\u9fff"
HAN = re.compile(f"[{CHARACTERS}]")
_SIGNS = {"。": ".", "．": ".", "‧": "·", "・": "·", "•": "·", "﹒": "·", "〔": "(", "〕": ")", "﹐": ","}
_SIGN = re.compile(f"[{''.join(_SIGNS)}]")
SIGNS = frozenset({"{open}", "{close}", "{sep}", "{dash}", "{break}", "{stop}", "{gap}", "{start}"})
"""Slots that are filled by signs, which need no space."""

_OPENING, _CLOSING, _STOPS = "(\\[【《〈「『“‘", ")\\]】》〉」』”’", ",.;:!?…、"
# A place without a space: beside a Han character; behind a stop that follows one, or a mark that closes.
_SEAM = re.compile(
    rf"(?<=[{CHARACTERS}])(?=[{_OPENING}\w])|(?<=[\w{_CLOSING}{_STOPS}])(?=[{CHARACTERS}])"
    rf"|(?<=[{CHARACTERS}{_CLOSING}][{_STOPS}])(?=[\w{_OPENING}\"])"
)
_SPACES = re.compile(rf"{_SEAM.pattern}|(?<=[{CHARACTERS}])(?= [{CHARACTERS}])")
_BESIDE = re.compile(
    rf"(?<=[{CHARACTERS}{_CLOSING}{_STOPS}]) +(?=[{CHARACTERS}{_OPENING}\w])|(?<=\w) (?=[{CHARACTERS}])"
)
_CHOICE = re.compile(r"\(([^()]*)\)")
_ATOM = re.compile(r"\{\w+\}|\)\?|.")


def part_han(text: str) -> str:
    """A text with a space beside each Han character, as views have it."""
    if not HAN.search(text):
        return text
    return _SEAM.sub(" ", _SIGN.sub(lambda sign: _SIGNS[sign[0]], text))


def find_signs(text: str) -> Iterator[Edit]:
    """The edits that make stops and commas of a text with Han characters plain."""
    if not HAN.search(text):
        return
    for sign in _SIGN.finditer(text):
        yield Edit(sign.start(), sign.end(), _SIGNS[sign[0]])


def find_spaces(text: str) -> Iterator[Edit]:
    """The edits that put a space beside each Han character; a space found between two becomes one of two."""
    places = [seam.start() for seam in _SPACES.finditer(text)] if HAN.search(text) else []
    return map(Edit, places, places, repeat(" "))


def join_han(text: str) -> str:
    """A text without the spaces that `part_han` put beside Han characters."""
    return _BESIDE.sub("", text) if HAN.search(text) else text


def simplify(text: str) -> str:
    """Traditional characters as simplified ones, letter for letter."""
    return text.translate(_simplified()) if HAN.search(text) else text


def complicate(text: str) -> str:
    """Simplified characters as traditional ones, letter for letter; what traditional writing has too stays (后, 席)."""
    return text.translate(_complicated()) if HAN.search(text) else text


def part_pattern(pattern: str) -> str:
    """A form of a sheet with a space beside each Han character; one before or behind brackets stays outside of them."""
    if not HAN.search(pattern):
        return pattern
    ranked = _CHOICE.sub(_rank, _SIGN.sub(lambda sign: _SIGNS[sign[0]], pattern))
    return "".join(_part_atoms(_ATOM.findall(ranked)))


def _rank(choice: re.Match[str]) -> str:
    """The longest first, as no boundary tells 分 from the head of 分钟."""
    return f"({'|'.join(sorted(choice[1].split('|'), key=len, reverse=True))})"


def _part_atoms(atoms: Iterable[str]) -> Iterator[str]:
    before, opened = "", list[str]()
    for atom in atoms:
        if atom in ("(", "<"):
            opened.append(atom)
            continue
        if atom in (")", ")?", ">", "|") or atom.isspace():
            yield from opened
            yield atom
            opened, before = [], before if atom in (")", ")?", ">") else ""
            continue
        if before and _parts(before, atom):
            yield " "
        yield from opened
        yield atom
        opened, before = [], atom
    yield from opened


def _parts(before: str, atom: str) -> bool:
    if not (HAN.match(before[-1]) or HAN.match(atom)) or SIGNS & {before, atom}:
        return False
    return all(HAN.match(one) or one[0] == "{" or one.isalnum() for one in (before, atom))


class _Simplified(dict[int, int | str]):
    """What each letter is in simplified writing; one that stays is kept too, as a letter that is missed costs most."""

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code


@cache
def _simplified() -> dict[int, int | str]:
    return _Simplified(_pairs())


@cache
def _pairs() -> dict[int, str]:
    lines = Path(__file__).with_name("han.txt").read_text(encoding="utf-8").splitlines()
    return {ord(pair[0]): pair[1] for line in lines if not line.startswith("#") for pair in line.split()}


@cache
def _complicated() -> dict[int, str]:
    """Of several traditional characters the first; Big5 holds those of traditional writing alone."""
    table: dict[int, str] = {}
    for old, plain in _pairs().items():
        if not plain.encode("big5", "ignore") and chr(old).encode("big5", "ignore"):
            table.setdefault(ord(plain), chr(old))
    return table
