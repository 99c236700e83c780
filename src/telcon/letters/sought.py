"""Words as people type them who look for something: without case, and without marks where they type none."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from telcon.letters.folding import fold_composed
from telcon.letters.han import CHARACTERS, HAN

LETTER = rf"[^\W_{CHARACTERS}]"
"""A letter or digit of a word; a Han character is a word of its own."""
_WORD = re.compile(rf"[{CHARACTERS}]|{LETTER}+")
_CYRILLIC = re.compile("[\u0400-\u04ff]+$")
_ENDING = re.compile("[аеиоуыэюяйь]+$")
_LATIN = (range(0xC0, 0x250), range(0x1E00, 0x1F00))
_OWN = {"đ": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i", "İ": "i"}
_CLUSTER = re.compile(".[\u0300-\u036f]*", re.DOTALL)
_ROOT = 4
"""Letters that a Cyrillic word keeps at least when its ending is cut."""


def fold_sought(text: str) -> str:
    """Fold a text as `fold` does, but leave Han characters where they stand; the result has the NFC text's length."""
    return fold_composed(unicodedata.normalize("NFC", text))


def bare(folded: str) -> str:
    """A folded text whose Latin letters have lost their marks, letter for letter: `đường` gives `duong`, й stays."""
    return folded if folded.isascii() else folded.translate(_bare_letters())


def split_words(folded: str) -> list[str]:
    """The words of a folded text in order, each Han character one."""
    return _WORD.findall(folded)


def written_words(text: str) -> str:
    """The words of a name without case and Cyrillic endings, one space between them."""
    return " ".join([root(word) for word in split_words(fold_sought(text))])


def name_words(text: str) -> str:
    """The words of a name by which it is found: as written, but without marks."""
    return bare(written_words(text))


def root(word: str) -> str:
    """A folded Cyrillic word without the vowels that it ends in, which are those that its cases change."""
    if len(word) <= _ROOT or not _CYRILLIC.match(word):
        return word
    cut = _ENDING.sub("", word)
    return cut if len(cut) >= _ROOT else word


def words_pattern(words: Iterable[str], *, begun: bool = False) -> str:
    """A regular expression for words that follow each other in a folded text; `begun`: the last may go on."""
    listed = list(words)
    pattern = _start(listed[0])
    for before, word in zip(["", *listed], listed, strict=False):
        apart = "*" if HAN.match(word) or HAN.match(before) else "+"
        pattern += (rf"[\W_]{apart}" if before else "") + re.escape(word)
    return pattern + ("" if begun or HAN.match(listed[-1]) else f"(?!{LETTER})")


def _start(word: str) -> str:
    return "" if HAN.match(word) else f"(?<!{LETTER})"


@cache
def _bare_letters() -> dict[int, str]:
    found = {ord(letter): plain for letter, plain in _OWN.items()}
    for code in (code for block in _LATIN for code in block):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base.isascii() and base.islower():
            found[code] = base
    return found


def fold_in_place(text: str) -> tuple[str, Sequence[int]]:
    """A text folded to be searched, and for each of its letters, and behind the last, where it stands in the text."""
    folded = fold_sought(text)
    if len(folded) == len(text):
        return folded, range(len(text) + 1)
    letters, places = list[str](), list[int]()
    for cluster in _CLUSTER.finditer(text):
        whole = fold_sought(cluster[0])
        letters.append(whole)
        places += [cluster.start()] * len(whole)
    return "".join(letters), [*places, len(text)]
