"""UTF-8 that was read as Windows-1252 or Latin-1, and bytes lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from telcon.letters.drafts import Edit
from telcon.letters.segmenters import Segmenter

# Bytes 80-9F as Windows-1252 shows them; the five that it leaves undefined stay as they are or are lost.
_BYTES = {
    bytes([byte]).decode("cp1252"): byte for byte in range(0x80, 0xA0) if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_BYTES |= {chr(byte): byte for byte in range(0x80, 0x100)}
_TAIL = "".join(re.escape(letter) for letter, byte in _BYTES.items() if byte < 0xC0)
_WHOLE = f"[Â-ß][{_TAIL}]|[à-ï][{_TAIL}]{{2}}|[ð-ô][{_TAIL}]{{3}}"
_SEQUENCE = re.compile(_WHOLE)
_BROKEN = re.compile(f"{_WHOLE}|Ã (?=[^ ])|Ã |á[»º]|[ÄÃ](?=[^{_TAIL}]|$)")
_LOST = {"á»": "ềọỏờỐ", "áº": "Ạ", "Ä": "Đ", "Ã": "ÁÍÝ"}
_LINE = re.compile(r"[^\r\n]+")
_HINT = re.compile(f"[Â-ô][{_TAIL}]")
_CLOSING = frozenset("”’…–—›•")
_LETTERS = ((0xA0, 0x250), (0x300, 0x370), (0x1E00, 0x1F00), (0x2010, 0x2040), (0x20A0, 0x20C0), (0x2122, 0x2123))


def find_mojibake(text: str, segment: Segmenter | None = None) -> Iterator[Edit]:
    """Yield one edit for each letter that was read in a wrong encoding, line by line, in order.

    `segment` helps to choose among letters where a byte was lost.
    """
    hint = _HINT.search(text)
    while hint:
        start = max(text.rfind("\n", 0, hint.start()), text.rfind("\r", 0, hint.start())) + 1
        line = _LINE.match(text, start)
        if line is None:
            return
        if _is_garbled(line[0]):
            yield from _mend(text, line.start(), line.end(), segment)
        hint = _HINT.search(text, line.end())


def _decode(sequence: str) -> str | None:
    try:
        letter = bytes(_BYTES[sign] for sign in sequence).decode("utf-8")
    except (UnicodeDecodeError, KeyError):
        return None
    return letter if letter.isprintable() or letter == "\xa0" else None


def _is_garbled(line: str) -> bool:
    """One sequence may be chance (`RÃ”`); two, or one in a line without letters of its own, are damage."""
    sound = foreign = 0
    for match in _SEQUENCE.finditer(line):
        letter = _decode(match[0])
        if letter is None or (match[0][-1] in _CLOSING and not line[match.end() : match.end() + 1].isalpha()):
            continue
        if any(low <= ord(letter) < high for low, high in _LETTERS):
            sound += 1
        else:
            foreign += 1
    return (
        sound >= 2
        or foreign >= 3
        or (sound == 1 and not any(ord(sign) > 0x2122 or 0x100 <= ord(sign) < 0x152 for sign in line))
    )


def _mend(text: str, start: int, stop: int, segment: Segmenter | None) -> Iterator[Edit]:
    for match in _BROKEN.finditer(text, start, stop):
        place, end = match.span()
        letter = _decode(match[0])
        if letter is not None:
            yield Edit(place, end, " " if letter == "\xa0" else letter)
        elif match[0] == "Ã ":
            yield Edit(place, end, "à" if _joins(text, end, segment) else "à ")
        elif match[0] in _LOST:
            yield Edit(place, end, _guess(text, place, end, _LOST[match[0]], segment))


def _joins(text: str, end: int, segment: Segmenter | None) -> bool:
    """Tell whether the space after a broken `à` was its second byte: it is, where another follows or a final does."""
    rest = re.match(r"(nh|ng|ch|[imnopuyct])(?![^\W\d_])", text[end : end + 4])
    return text[end : end + 1] == " " or (segment is not None and rest is not None)


def _guess(text: str, place: int, end: int, letters: str, segment: Segmenter | None) -> str:
    if segment is None or len(letters) == 1:
        return letters[0]
    before = re.search(r"[a-zđA-Z]*$", text[max(0, place - 8) : place])
    after = re.match(r"[a-z]*", text[end : end + 8])
    head, tail = before[0] if before else "", after[0] if after else ""
    fitting = [letter for letter in letters if segment.admits((head + letter + tail).lower())]
    return fitting[0] if fitting else letters[0]
