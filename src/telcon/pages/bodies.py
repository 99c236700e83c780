"""The body of an HTTP answer as it was meant: in one piece, and unpacked."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Sequence
from typing import BinaryIO, Protocol

from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader


class _Reader(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


class BodyError(ValueError):
    """A body cannot be unpacked; the message says why, for people."""


def unpack(body: bytes, transfer: Sequence[str], content: Sequence[str], most: int) -> bytes:
    """Undo the codings of an answer, in the order in which they must be; at most `most` bytes and one more come out.

    `transfer` and `content` are the values of the headers Transfer-Encoding and Content-Encoding. Crawlers often keep
    the headers of what they have unpacked: a body that is not coded as they say is taken as it stands. Raises
    `BodyError` for a coding that nobody knows.
    """
    if any("chunked" in value.lower() for value in transfer):
        body = _try(ChunkedReader, body, most)
    for coding in reversed(_codings(content)):
        if coding not in _READERS:
            raise BodyError(f"its content is coded as {coding[:40]!r}, which cannot be undone")
        body = _READERS[coding](body, most)
    return body


def _codings(values: Sequence[str]) -> list[str]:
    told = [coding.strip().lower() for value in values for coding in value.split(",")]
    return [coding for coding in told if coding not in {"", "identity", "none", "utf-8"}]


def _inflate(body: bytes, most: int) -> bytes:
    for kind in (47, -15):  # with the header of gzip or zlib, or without any
        inflator = zlib.decompressobj(wbits=kind)
        try:
            return inflator.decompress(body, most + 1)
        except zlib.error:
            continue
    return body


def _try(reader: Callable[[BinaryIO], _Reader], body: bytes, most: int) -> bytes:
    try:
        return reader(io.BytesIO(body)).read(most + 1)
    except OSError:
        return body


_READERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _inflate,
    "x-gzip": _inflate,
    "deflate": _inflate,
    "br": lambda body, most: _try(BrotliReader, body, most),
    "zstd": lambda body, most: _try(ZstdReader, body, most),
}
