"""A repaired view of a text, with its way back to the text as found."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from telcon.letters.drafts import Draft, Edit
from telcon.letters.escapes import find_escapes
from telcon.letters.folding import NARROW, fold_composed
from telcon.letters.han import find_signs, find_spaces
from telcon.letters.lookalikes import find_lookalikes
from telcon.letters.mojibake import find_mojibake
from telcon.letters.readings import find_readings
from telcon.letters.segmenters import Segmenter
from telcon.model.views import View

_ENTITY = re.compile(r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});")
_MARKED = re.compile("[^\u0300-\u036f\r\n][\u0300-\u036f]+")
_SPACES = "\t\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_NOTHING = "\x00\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_PLAIN = re.compile(f"[{_SPACES}\uff01-\uff5e]")
# Signs without width, and the stress that reference works print over Cyrillic vowels.
_EMPTY = re.compile(f"[{_NOTHING}]|(?<=[\u0400-\u04ff])[\u0300\u0301]")
_WORD = re.compile(r"(?<![#@\w])[^\W\d_]{5,2000}")
_REMEMBERED, _LONGEST_KEPT = 65_536, 60
_WIDTHS = {chr(code): chr(narrow) for code, narrow in NARROW.items()}
_DEPTH = 3


def build_view(raw: str, *, segment: Segmenter | None = None) -> View:
    """Repair what a text's damage allows, keeping for each letter where it was read from.

    Entities are decoded, wrong encodings and letters told by number read anew, letters composed, odd spaces and widths
    made plain, signs without width and readings in brackets left out, Han characters parted by spaces, and, with
    `segment`, lost spaces put back.
    Line breaks stay as they are.
    """
    draft = Draft(raw)
    if "&" in raw:
        draft = draft.apply(_decode_entities(draft.text))
    for _ in range(_DEPTH):
        edits = list(find_mojibake(draft.text, segment))
        if not edits:
            break
        draft = draft.apply(edits)
    draft = draft.apply(find_escapes(draft.text))
    if not unicodedata.is_normalized("NFC", draft.text):
        draft = draft.apply(_compose(draft.text))
    draft = draft.apply(Edit(match.start(), match.end(), "") for match in _EMPTY.finditer(draft.text))
    draft = draft.apply(_plain(match) for match in _PLAIN.finditer(draft.text))
    draft = draft.apply(find_lookalikes(draft.text))
    draft = draft.apply(find_readings(draft.text))
    if segment is not None:
        draft = draft.apply(_put_spaces(draft.text, segment))
    draft = draft.apply(find_signs(draft.text))
    draft = draft.apply(find_spaces(draft.text))
    return View(raw, draft.text, fold_composed(draft.text), draft.starts, draft.stops)


def _plain(match: re.Match[str]) -> Edit:
    return Edit(match.start(), match.end(), _WIDTHS.get(match[0], " "))


def _decode_entities(text: str) -> Iterator[Edit]:
    for match in _ENTITY.finditer(text):
        letters = match[0]
        while (decoded := html.unescape(letters)) != letters:
            letters = decoded
        if letters != match[0]:
            yield Edit(match.start(), match.end(), re.sub(r"[\r\n]", " ", letters))


def _compose(text: str) -> Iterator[Edit]:
    for match in _MARKED.finditer(text):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            yield Edit(match.start(), match.end(), composed)


def _put_spaces(text: str, segment: Segmenter) -> Iterator[Edit]:
    sound = _sound_pieces(segment)
    fresh = set(text.split()) - sound
    glued = {piece for piece in fresh if any(segment(word) for word in _WORD.findall(piece))}
    if len(sound) > _REMEMBERED:
        sound.clear()
    sound |= {piece for piece in fresh - glued if len(piece) <= _LONGEST_KEPT}
    return _cut_words(text, segment) if glued else iter(())


@cache
def _sound_pieces(segment: Segmenter) -> set[str]:
    """What stood between spaces and had lost none: pages share most of it."""
    return set()


def _cut_words(text: str, segment: Segmenter) -> Iterator[Edit]:
    for match in _WORD.finditer(text):
        places = segment(match[0])
        for place in places:
            yield Edit(match.start() + place, match.start() + place, " ")
        if places and text[match.end() : match.end() + 1].isdigit():
            yield Edit(match.end(), match.end(), " ")
