"""Turning the bytes of a page into its text, or saying why they cannot be."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LIKELY = ("cp1258", "cp1252", "gb18030", "koi8_r", "cp1251", "big5")
"""What pages in Vietnamese, English, Chinese and Russian were written in before UTF-8."""

EASILY_SPOILT = ("gb18030", "big5", "cp1251")
"""Those of them in which some bytes, or pairs of bytes, mean nothing: one such byte and the whole would not fit."""

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.I)

BAD_SHARE = 0.01
CONTROL_SHARE = 0.01
GUESS_FROM = 1 << 20

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b") + b"\x7f"
_KNOWN = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PAR1", "a Parquet file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an XZ archive"),
)


class UndecodableError(ValueError):
    """The bytes are no text; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, the encoding it was in, and a note where something was lost on the way."""

    text: str
    encoding: str
    note: str = ""


def decode(data: bytes) -> Decoded:
    """Decode the bytes of a page; a UTF-8 byte order mark stays in the text, so that positions are those of the file.

    UTF-8 first, then UTF-16 and UTF-32 by their marks, then UTF-8 with fewer than one bad byte in a hundred, at last
    the likeliest of the older encodings and the one that the page declares. Raises `UndecodableError` for binary data
    and where no encoding fits.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data)
    refuse_binary(data)
    return Decoded(text, "utf-8")


def _decode_other(data: bytes) -> Decoded:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    refuse_binary(data)
    bad, good = _damage(data)
    if bad < BAD_SHARE * len(data) and good > bad:
        return _replaced(data, "utf-8", bad)
    if guessed := _guess(data):
        return guessed
    if bad < BAD_SHARE * len(data):
        return _replaced(data, "utf-8", bad)
    raise UndecodableError("its encoding cannot be told (save it as UTF-8)")


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    if (bad := text.count("\ufffd")) < BAD_SHARE * len(text):
        return Decoded(text, encoding, _note(bad, encoding))
    raise UndecodableError(f"it begins with the mark of {encoding.upper()} and is not {encoding.upper()}")


def refuse_binary(data: bytes) -> None:
    """Raise `UndecodableError` for what is no text: known by its first bytes, or full of control characters."""
    for start, what in _KNOWN:
        if data.startswith(start):
            raise UndecodableError(f"binary: {what}, not text (give the text of the page)")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > CONTROL_SHARE * len(data):
        raise UndecodableError("binary: it is full of control characters (give the text of the page)")


def _damage(data: bytes) -> tuple[int, int]:
    """How many bytes are not UTF-8, and how many characters beyond ASCII are."""
    text = data.decode("utf-8", errors="surrogateescape")
    good = sum(1 for letter in text if letter > "\x7f" and not "\udc80" <= letter <= "\udcff")
    return sum(1 for letter in text if "\udc80" <= letter <= "\udcff"), good


def _replaced(data: bytes, encoding: str, bad: int) -> Decoded:
    return Decoded(data.decode(encoding, errors="replace"), encoding, _note(bad, encoding))


def _note(bad: int, encoding: str) -> str:
    return f"{bad} bad {'byte' if bad == 1 else 'bytes'} of {encoding.upper()} read as \ufffd"


def _guess(data: bytes) -> Decoded | None:
    if not (encoding := _likeliest(data) or _likeliest_of_damaged(data)):
        return None
    text = data.decode(encoding, errors="replace")
    bad = text.count("\ufffd")
    if bad and bad >= BAD_SHARE * len(text) + 1:
        return None
    told = f"not UTF-8; read as {encoding}"
    return Decoded(text, encoding, f"{told}, {bad} bad bytes as \ufffd" if bad else told)


def _likeliest(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - for old pages alone

    # A page's first megabyte tells its encoding; the whole must then fit it.
    start = data[:GUESS_FROM]
    best = from_bytes(start, cp_isolation=[*LIKELY, *_declared(start)]).best()
    return best.encoding if best else None


def _declared(data: bytes) -> list[str]:
    """What the page says that it is written in, where that is an encoding of text."""
    try:
        return [codecs.lookup(found[1].decode()).name] if (found := DECLARED.search(data)) else []
    except LookupError:
        return []


def _likeliest_of_damaged(data: bytes) -> str | None:
    """Of a page with few bad bytes, or cut off within a character: what it is without them."""
    for encoding in EASILY_SPOILT:
        text = data.decode(encoding, errors="replace")
        whole = text.replace("\ufffd", "")
        if len(text) - len(whole) < BAD_SHARE * len(text) + 1 and _likeliest(whole.encode(encoding)) == encoding:
            return encoding
    return None
