"""The letters of an HTML page: by the server's word, its mark, its own declaration, and what its bytes can be."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from telcon.pages.decoding import BAD_SHARE, BOMS, Decoded, UndecodableError, decode, refuse_binary

HEAD = 4096
"""Bytes among which a page's own declaration is looked for; browsers look at 1,024."""

SAMPLE = 10_000
"""Letters of a page's text by which an encoding is judged."""

DECLARED = re.compile(rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
MEANT = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "hz": "gb18030",
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
    "utf-32": "utf-8",
}
"""What browsers take some declared encodings to be (https://encoding.spec.whatwg.org/#names-and-labels)."""

GUESSED = ("cp1251", "gb18030", "koi8_r", "big5hkscs", "cp1258", "cp1252")
"""What pages in the languages read were written in before UTF-8."""

GOOD_SCORE = 0.9
_TAG = re.compile(r"<[^<>]*>")
_BEYOND = re.compile(r"[^\x00-\x7f]")
_SWAPPED = re.compile("[\u0430-\u044f][\u0410-\u042f]{2,}")
"""A name with its case turned round, as in one Cyrillic encoding read as another."""

_MIXED = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_LATIN_RUN = re.compile("[\u00c0-\u00ff]{3,}")


def decode_html(data: bytes, charset: str | None = None) -> Decoded:
    """Decode the bytes of an HTML page; `charset` is what the server said.

    A byte order mark goes first, then UTF-8 where the bytes are UTF-8, whatever is declared; then the server's word
    and the page's own, each only where letters come out that a language writes; at last what the bytes most likely are.
    Raises `UndecodableError` for binary data and where nothing fits.
    """
    if data.startswith(codecs.BOM_UTF8):
        return _without_mark(decode(data))
    if any(data.startswith(mark) for mark, _ in BOMS):
        return _without_mark(decode(data))
    if zeroed := _unmarked_utf16(data):
        return zeroed
    refuse_binary(data)
    if data.isascii():
        return Decoded(data.decode("ascii"), "ascii")
    # A page with a stray NUL is a page still; what is full of control characters is none.
    data = data.replace(b"\0", b"")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_declared(data, charset)


def declared_charset(data: bytes) -> str | None:
    """What a page's own head says that it is written in."""
    found = DECLARED.search(data, 0, HEAD)
    return found[1].decode("ascii", "replace") if found else None


def _without_mark(decoded: Decoded) -> Decoded:
    return Decoded(decoded.text.removeprefix("\ufeff"), decoded.encoding, decoded.note)


def _unmarked_utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: every other byte of its tags is NUL."""
    for encoding, opening in (("utf-16-le", b"<\0"), ("utf-16-be", b"\0<")):
        if data[:400].lstrip(b"\0 \r\n\t")[:1] == b"<" and data[:400].find(opening) % 2 == 0 and b"\0" in data[:64]:
            text = data.decode(encoding, "replace")
            if text.count("\ufffd") < BAD_SHARE * len(text):
                return Decoded(text, encoding)
    return None


def _decode_declared(data: bytes, charset: str | None) -> Decoded:
    named = list(dict.fromkeys(_candidates(charset, declared_charset(data))))
    scored = [(_score(data, name), -place, name) for place, name in enumerate(named)]
    good = [name for score, _, name in scored if score >= GOOD_SCORE]
    if good:
        return _decoded(data, good[0])
    scored += [(_score(data, name), -len(named) - place, name) for place, name in enumerate(GUESSED)]
    score, _, best = max(scored)
    if score > 0.5:
        note = "" if best in named else f"not in the encoding that it declares; read as {best}"
        return _decoded(data, best, note)
    return decode(data)


def _candidates(*names: str | None) -> Iterator[str]:
    for name in names:
        if not name:
            continue
        try:
            found = codecs.lookup(name.strip().strip("\"'"))
        except (LookupError, ValueError, UnicodeError):
            continue
        # Codecs that turn bytes into bytes are no encodings of text.
        if getattr(found, "_is_text_encoding", True):
            yield MEANT.get(found.name, found.name)


def _decoded(data: bytes, encoding: str, note: str = "") -> Decoded:
    text = data.decode(encoding, errors="replace")
    bad = text.count("\ufffd")
    if bad > BAD_SHARE * len(text) + 1:
        raise UndecodableError("its encoding cannot be told (save it as UTF-8)")
    told = f"{bad} bad {'byte' if bad == 1 else 'bytes'} of {encoding.upper()} read as \ufffd"
    return Decoded(text, encoding, "; ".join(part for part in (note, told if bad else "") if part))


def _score(data: bytes, encoding: str) -> float:
    """What share of the letters beyond ASCII are as a language writes them: 0 where many bytes mean nothing."""
    try:
        text = _TAG.sub(" ", data[: 20 * SAMPLE].decode(encoding, errors="replace"))
    except (UnicodeError, LookupError):
        return 0.0
    beyond = _BEYOND.findall(text[:SAMPLE]) or _BEYOND.findall(text)
    if not beyond:
        return 0.5
    odd = sum(map(_is_odd, beyond)) + sum(map(len, _LATIN_RUN.findall(text[:SAMPLE])))
    odd += sum(map(len, _SWAPPED.findall(text[:SAMPLE]))) + len(_MIXED.findall(text[:SAMPLE]))
    return max(0.0, 1 - odd / len(beyond))


def _is_odd(letter: str) -> bool:
    """A letter that text in a known encoding seldom holds; Han characters beyond those of every day among them."""
    code = ord(letter)
    if 0x3400 <= code <= 0x9FFF:
        return not _is_everyday(letter)
    if 0x400 <= code <= 0x4FF:
        return code not in _RUSSIAN
    return letter == "\ufffd" or code < 0xA0 or 0xE000 <= code <= 0xF8FF or 0x2500 <= code <= 0x259F


_RUSSIAN = frozenset({*range(0x410, 0x450), 0x401, 0x451, *(ord(letter) for letter in "ІіЇїЄєҐґЎўЂђЈјЉљЊњЋћЏџ")})


def _is_everyday(letter: str) -> bool:
    """Among the 3,755 of the first level of GB 2312, or the 5,401 of Big5's."""
    try:
        return 0xB0 <= letter.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        try:
            return 0xA4 <= letter.encode("big5")[0] <= 0xC6
        except UnicodeEncodeError:
            return False
