"""The gate: from a page's raw bytes, before anything is parsed, whether it may tell of a contact.

Most pages of a crawl tell of none, and merely going through their bytes takes as long as anything done to them. So
first the stems of leaders' titles are looked for, few enough to be found at the speed of memory; then, around them
alone, the words of contacts.
"""

from __future__ import annotations

import codecs
import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec
from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

from telcon.engine.stems import list_cues, list_stems
from telcon.languages import load_pack, pack_codes

REACH = 1_000
"""Bytes before and behind a leader's title in which a word of a contact is looked for."""

DECLARED_WITHIN = 1_500
LIKE_UTF_8 = frozenset({"utf-8", "ascii", "iso8859-1", "iso8859-15", "cp1252"})
"""Character sets in which the words looked for are written as in UTF-8, as far as pages in them have any."""

WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
JSON = "json"

# Letters beyond Latin ones as numbers; pages that write them so are plain ASCII. &#82… are quotation marks and dashes.
_NUMBERED = re.compile(rb"&#(?:(?!82)[1-9]\d{3,4}|x(?!20)[1-9a-f][0-9a-f]{2,4});", re.I)
_MARK = b"\xcc"
"""What the marks of letters that are taken apart begin with, and nothing else that pages often hold."""

_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.I)
_EDGES = (b"<div", b"</div", b"<li", b"<h", b"</h", b"<td", b"</s")
"""Where a block of a page ends; paragraphs do not, as the next one may go on with whom this one names."""

_TAG = re.compile(rb"<[^<>]*>")
_PARTED = b"<>\0<>"
"""What parts pieces of a page, so that no tag and no word goes on from one to the next."""

_BREAKS = bytes.maketrans(b"\t\n\v\f\r", b"     ")


def may_tell(data: bytes, notation: str) -> bool:
    """Tell whether a page may tell of a contact (`ContactGate`); the first call takes a second to get ready."""
    return _gate()(data, notation)


@cache
def _gate() -> ContactGate:
    return ContactGate()


class ContactGate:
    """Lets pages through on which a word of a contact stands near a leader's title, in any language with a pack."""

    def __init__(self, codes: Sequence[str] | None = None) -> None:
        packs = [load_pack(code) for code in codes or pack_codes()]
        stems = sorted({stem for pack in packs for stem in list_stems(pack)})
        self.stems = [stem.encode() for stem in stems]
        # Only with this way of matching a few patterns are found by the processor's wide instructions.
        self._leaders = BytesAhoCorasick(
            self.stems, matchkind=MatchKind.LeftmostFirst, implementation=Implementation.DFA
        )
        self.cues = sorted({cue for pack in packs for cue in list_cues(pack)})
        self._cues = BytesAhoCorasick(list(_writings(self.cues)), implementation=Implementation.ContiguousNFA)

    def __call__(self, data: bytes, notation: str) -> bool:
        """Tell whether a page may tell of a contact; `notation` is its declared character set, `json`, or nothing."""
        if self._passes(data):
            return True
        if notation == JSON:
            return b"\\u" in data and self._passes(_unescape_row(data))
        charset = _find_charset(data, notation)
        if charset not in LIKE_UTF_8:
            return charset is None or self._passes(_compose(data.decode(charset, "ignore")))
        if _MARK in data or (data.isascii() and _NUMBERED.search(data)):
            return self._passes(_compose(html.unescape(data.decode("utf-8", "ignore"))))
        return False

    def _passes(self, data: bytes) -> bool:
        return self._is_near(data, [start for _, start, _ in self._leaders.find_matches_as_indexes(data)])

    def _is_near(self, data: bytes, places: Sequence[int]) -> bool:
        """Tell whether a word of a contact stands near one of some places, which are in order, in one block with it."""
        # Looked through together: a look costs more than a letter.
        return bool(places) and self._tells((_PARTED if b"<" in data else b"\0").join(_around(data, places)))

    def _tells(self, piece: bytes) -> bool:
        if b"<" in piece:
            piece = _TAG.sub(b" ", piece)
        if b"&" in piece:
            piece = html.unescape(piece.decode("utf-8", "ignore")).encode()
        piece = piece.translate(_BREAKS).replace(b"\xc2\xa0", b" ")
        if b"  " in piece:
            piece = b" ".join(piece.split())
        return any(
            _stands_alone(piece, start, stop)
            for _, start, stop in self._cues.find_matches_as_indexes(piece, overlapping=True)
        )


def _around(data: bytes, places: Sequence[int]) -> Iterator[bytes]:
    """Yield what stands around places, up to the edges of their blocks."""
    stop = -1
    for place in places:
        if place >= stop:
            stop = _block_end(data, place, place + REACH)
            yield data[_block_start(data, max(0, place - REACH), place) : stop]


def _block_start(data: bytes, start: int, place: int) -> int:
    at = place
    while (at := data.rfind(b"<", start, at)) >= 0:
        if data.startswith(_EDGES, at, place):
            return at
    return start


def _block_end(data: bytes, place: int, stop: int) -> int:
    at = place
    while (at := data.find(b"<", at, stop)) >= 0:
        if data.startswith(_EDGES, at, stop):
            return at
        at += 1
    return stop


def _writings(cues: Iterable[str]) -> Iterator[bytes]:
    """Yield cues as they are written within a sentence and at its head."""
    for cue in cues:
        yield cue.encode()
        if (head := cue[0].upper() + cue[1:]) != cue:
            yield head.encode()


def _stands_alone(piece: bytes, start: int, stop: int) -> bool:
    """Tell whether no letter stands right beside a word; Han characters are words of their own."""
    if piece[start] >= 0xE3:
        return True
    before = piece[max(0, start - 4) : start].decode("utf-8", "ignore")[-1:]
    return not before.isalnum() and not piece[stop : stop + 4].decode("utf-8", "ignore")[:1].isalnum()


def _find_charset(data: bytes, declared: str) -> str | None:
    """What a page is written in, by the name that Python gives it; None where that cannot be told."""
    if data.startswith(WIDE) or b"\0" in data[:64]:
        big = data.startswith(codecs.BOM_UTF16_BE) or data[:1] == b"\0"
        return "utf-16-be" if big else "utf-16-le"
    found = None if declared else _DECLARED.search(data, 0, DECLARED_WITHIN)
    charset = found[1].decode("ascii", "ignore") if found else declared
    if not charset:
        return "utf-8" if data.isascii() or _is_utf_8(data) else None
    try:
        name = codecs.lookup(charset).name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return name


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _unescape_row(line: bytes) -> bytes:
    """The words of a row of JSON; none where it is broken, which whoever reads it will tell."""
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return line
    values = row.values() if isinstance(row, dict) else ()
    return "\n".join(value for value in values if isinstance(value, str)).encode("utf-8", "ignore")


def _compose(text: str) -> bytes:
    return unicodedata.normalize("NFC", text).encode("utf-8", "ignore")
