"""Rows of the exchange format, one a page, as gold and as predictions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec


class GoldError(ValueError):
    """A file of rows cannot be used; the message names the file and, where there is one, the line."""


class PersonRow(msgspec.Struct, frozen=True):
    """One side's person; `country` is ISO 3166-1 alpha-2 or an organisation."""

    name: str | None = None
    country: str | None = None


class DurationRow(msgspec.Struct, frozen=True):
    """A length in minutes with its bound (exact, about, over, under)."""

    minutes: int = -1
    bound: str | None = None


class SourceRow(msgspec.Struct, frozen=True):
    """Who is named as telling of a contact."""

    name: str
    side: str | None = None


class ContactRow(msgspec.Struct, frozen=True):
    """One contact; dates are EDTF, `initiator` a country code or `mutual`."""

    participants: list[PersonRow] = []
    level: str = "leaders"
    kind: str | None = None
    status: str | None = None
    date: str | None = None
    date_in_page: str | None = None
    duration: DurationRow | None = None
    initiator: str | None = None
    focus: bool = False
    reported_by: list[SourceRow] = []
    topics: list[str] = []


class StatementRow(msgspec.Struct, frozen=True):
    """One statement, placed by `start` and `end` (or `stop`), in characters, or by its first and last words."""

    speaker: list[str] = []
    kind: str | None = None
    begins: str | None = None
    ends: str | None = None
    text: str | None = None
    start: int | None = None
    stop: int | None = None
    end: int | None = None


class Row(msgspec.Struct, frozen=True):
    """One page. `partial` and `scope` say how much of a page its gold knows (see `corpus/README.md`)."""

    id: str | None = None
    file: str | None = None
    path: str | None = None
    lang: str | None = None
    title: str | None = None
    published: str | None = None
    body_lines: list[int] = []
    contacts: list[ContactRow] = []
    statements: list[StatementRow] = []
    partial: bool = False
    scope: str | None = None

    @property
    def place(self) -> str:
        """The page's file as the row names it, or nothing."""
        return self.file or self.path or ""

    @property
    def name(self) -> str:
        """What the page is called: its id, else the stem of its file."""
        return self.id or Path(self.place).stem


_DECODER = msgspec.json.Decoder(Row)


def parse_row(line: bytes | str, where: str) -> Row:
    """Parse one line of JSON. Raises `GoldError`, which begins with `where`."""
    try:
        row = _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as reason:
        raise GoldError(f"{where}: {reason}") from reason
    if not row.name:
        raise GoldError(f"{where}: neither `id` nor `file` names the page")
    return row


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a file of JSON lines. Raises `GoldError` with the file and the line of what cannot be read."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as reason:
        raise GoldError(f"{path}: {reason.strerror or reason}") from reason
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield parse_row(line, f"{path}:{number}")
