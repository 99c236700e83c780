"""A repaired view of a text, with its way back to the text as found."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from telcon.letters.folding import fold
from telcon.model.views import View

Segmenter = Callable[[str], tuple[int, ...]]
"""Takes one run of letters; gives the places within it where a space was lost, none where it is whole."""


def build_view(raw: str, *, segment: Segmenter | None = None) -> View:
    """Repair what a text's damage allows, keeping for each letter where it was read from."""
    if unicodedata.is_normalized("NFC", raw):
        return View(raw, raw, fold(raw))
    letters: list[str] = []
    starts: list[int] = []
    stops: list[int] = []
    place = 0
    while place < len(raw):
        stop = place + 1
        while stop < len(raw) and unicodedata.combining(raw[stop]):
            stop += 1
        for letter in unicodedata.normalize("NFC", raw[place:stop]):
            letters.append(letter)
            starts.append(place)
            stops.append(stop)
        place = stop
    clean = "".join(letters)
    return View(raw, clean, clean.lower() if len(fold(clean)) != len(clean) else fold(clean), starts, stops)
