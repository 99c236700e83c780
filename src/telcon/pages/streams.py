"""Bytes as they come: from a file, compressed or not, or from standard input."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO

GZIP = b"\x1f\x8b"
CHUNK = 1 << 16


class Unzipped(io.RawIOBase):
    """What a gzip stream holds, up to where it ends or breaks; `broken` then says how it broke."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._inflator = zlib.decompressobj(wbits=31)
        self._pending = b""
        self._inside = True
        self.broken: str | None = None

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill `buffer` with what comes next; 0 at the end or at the break."""
        view = memoryview(buffer).cast("B")  # type: ignore[arg-type]
        data = self._next(len(view))
        view[: len(data)] = data
        return len(data)

    def _next(self, size: int) -> bytes:
        while self.broken is None:
            raw = self._pending or self._source.read(CHUNK)
            if not raw:
                if self._inside:
                    self.broken = "the gzip data break off before their end"
                return b""
            if not self._inside and not self._begin_member(raw):
                return b""
            try:
                data = self._inflator.decompress(raw, size)
            except zlib.error:
                self.broken = "the gzip data are damaged"
                return b""
            self._pending = self._inflator.unconsumed_tail or self._inflator.unused_data
            self._inside = not self._inflator.eof
            if data:
                return data
        return b""

    def _begin_member(self, raw: bytes) -> bool:
        # Zeros after the last member are padding; anything else that is no member is damage.
        if not raw.startswith(GZIP[: len(raw)]):
            self.broken = "something that is not gzip follows the gzip data" if raw.strip(b"\0") else None
            self._pending = b""
            return False
        self._inflator = zlib.decompressobj(wbits=31)
        self._inside = True
        return True


class Stream:
    """Bytes to be read a piece at a time, unzipped by what they begin with and not by their name.

    `taken` counts the bytes taken so far, as they come out.
    """

    def __init__(self, source: BinaryIO) -> None:
        buffered = source if isinstance(source, io.BufferedReader) else io.BufferedReader(source)  # type: ignore[type-var]
        self._unzipped: Unzipped | None = None
        if buffered.peek(2)[:2] == GZIP:
            self._unzipped = Unzipped(buffered)
            buffered = io.BufferedReader(self._unzipped, CHUNK)
        self._buffered = buffered
        self.taken = 0

    @property
    def content(self) -> BinaryIO:
        """What is still to come, as a file to be read from."""
        return self._buffered

    @property
    def broken(self) -> str | None:
        """How a compressed stream broke, once the break has been reached."""
        return self._unzipped.broken if self._unzipped else None

    def peek(self) -> bytes:
        """The first bytes, without taking them."""
        return self._buffered.peek(CHUNK)

    def read(self, size: int) -> bytes:
        """Take at most `size` bytes, fewer only at the end."""
        data = self._buffered.read(size)
        self.taken += len(data)
        return data

    def go_to(self, place: int) -> None:
        """Go on to where so many bytes are taken; what is compressed is unzipped up to there, and let go."""
        if self._unzipped is None and self._buffered.seekable():
            self.taken = self._buffered.seek(place)
        while self.taken < place and self.read(min(place - self.taken, CHUNK)):
            pass

    def read_line(self, size: int) -> tuple[bytes, bool]:
        """Take a line with its break, and whether it was whole; of one longer than `size` bytes the rest is dropped."""
        line = self._buffered.readline(size)
        self.taken += len(line)
        if len(line) < size or line.endswith(b"\n"):
            return line, True
        while rest := self._buffered.readline(CHUNK):
            self.taken += len(rest)
            if rest.endswith(b"\n"):
                break
        return line, False
