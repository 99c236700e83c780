"""Finding the next record of a damaged archive."""

from __future__ import annotations

import re
import zlib
from typing import BinaryIO

MEMBER, RECORD = re.compile(b"\x1f\x8b\x08"), re.compile(rb"WARC/1\.\d\r?\n")
"""How a record begins that is compressed on its own, and one that is not."""

STEP = 1 << 20
BEHIND = 1 << 10
"""Bytes behind a mark that are needed to tell whether a record begins there."""


def find_record(file: BinaryIO, start: int, *, zipped: bool) -> int | None:
    """Where the next record begins, at `start` bytes or behind; None where none does, or the file has no places."""
    if not file.seekable():
        return None
    file.seek(start)
    at, data = start, b""
    while True:
        more = file.read(STEP)
        data += more
        last = len(data) if len(more) < STEP else len(data) - BEHIND
        if (found := _search(data, last, zipped=zipped)) is not None:
            return at + found
        if len(more) < STEP:
            return None
        at, data = at + last, data[last:]


def _search(data: bytes, last: int, *, zipped: bool) -> int | None:
    for found in (MEMBER if zipped else RECORD).finditer(data):
        if found.start() >= last:
            break
        if not zipped or _holds_record(data[found.start() : found.start() + BEHIND]):
            return found.start()
    return None


def _holds_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(data, 8).startswith(b"WARC/")
    except zlib.error:
        return False
