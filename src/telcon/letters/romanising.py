"""Names in Latin letters, as English-language news write them."""

from __future__ import annotations

import re
from collections.abc import Callable

Romaniser = Callable[[str], str]

# BGN/PCGN 1947 for Russian, without its marks for the signs ъ and ь.
_LATIN = "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"
_RUSSIAN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        _LATIN.split(),
        strict=True,
    )
) | {"ъ": "", "ь": ""}
_TOGETHER_AT_END = re.compile("[иы]й(?!\\w)")


def _romanise_russian(name: str) -> str:
    text = _TOGETHER_AT_END.sub("y", name.replace("Дж", "J").replace("дж", "j"))
    return "".join(_letter(letter) for letter in text)


def _letter(letter: str) -> str:
    latin = _RUSSIAN.get(letter.lower())
    if latin is None:
        return letter
    return latin.capitalize() if letter.isupper() else latin


_SYSTEMS: dict[str, Romaniser] = {"russian": _romanise_russian}


def load_romaniser(name: str) -> Romaniser:
    """The system that `pack.toml` names. Raises `KeyError` where there is none."""
    return _SYSTEMS[name]
