"""Opening what people name: a file, a folder, standard input."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from telcon.model.pages import Page, Unreadable
from telcon.pages.decoding import UndecodableError, decode
from telcon.pages.fields import Fields
from telcon.pages.html import read_html
from telcon.pages.kinds import ENDINGS, Kind, find_kind
from telcon.pages.limits import Limit
from telcon.pages.pdfs import read_pdf
from telcon.pages.rows import read_rows
from telcon.pages.streams import Stream

STANDARD_INPUT = "-"

Told = Callable[[str, str], None]
"""Is told of what was lost without making a page unreadable: where (path), and what in words."""


@dataclass(frozen=True, slots=True)
class _Ways:
    """How the caller wants pages read."""

    fields: Fields
    limit: Limit
    tell: Told


def open_pages(
    source: str | Path, *, fields: Fields | None = None, limit: Limit | None = None, tell: Told | None = None
) -> Iterator[Page | Unreadable]:
    """Yield the pages of a source in order, and what in it could not be read; never raises for what it finds.

    `source` is a file of text, HTML or PDF (one page, named by its stem), a JSON Lines dump (a page a row, named by its
    id or as `dump.jsonl:12`), a folder (its files with the endings of `ENDINGS`, through all folders below, by name),
    each gzipped or not, or `-` for standard input. A file with another ending is taken for what it looks like.
    `Page.text` of a text file is the decoded text untouched: for UTF-8, what `open(path, encoding="utf-8", newline="")`
    reads.
    """
    ways = _Ways(fields or Fields(), limit or Limit(), tell or _say_nothing)
    if str(source) == STANDARD_INPUT:
        yield from _open_stream(None, "-", "stdin", ways)
    elif (path := Path(source)).is_dir():
        yield from _open_folder(path, ways)
    else:
        yield from _open_file(path, ways)


def _say_nothing(place: str, words: str) -> None:
    """The default: notes go nowhere."""


def _open_folder(folder: Path, ways: _Ways) -> Iterator[Page | Unreadable]:
    found = False
    for path in _walk(folder):
        if isinstance(path, Unreadable):
            found = True
            yield path
        elif _ending(path) in ENDINGS:
            found = True
            yield from _open_file(path, ways)
    if not found:
        endings = ", ".join(f"*{ending}" for ending in ENDINGS)
        yield Unreadable(_shown(folder.name), _shown(folder), f"no pages in this folder ({endings}, also with .gz)")


def _walk(folder: Path) -> Iterator[Path | Unreadable]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Unreadable(_shown(folder.name), _shown(folder), _reason(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file() or entry.is_symlink():
            yield Path(entry.path)


def _open_file(path: Path, ways: _Ways) -> Iterator[Page | Unreadable]:
    name = path.name if ENDINGS.get(_ending(path)) is Kind.DUMP else _stem(path)
    yield from _open_stream(path, _shown(path), _shown(name), ways)


def _open_stream(path: Path | None, source: str, name: str, ways: _Ways) -> Iterator[Page | Unreadable]:
    """Read a file, or standard input where there is no path; whatever breaks on the way becomes an `Unreadable`."""
    try:
        with path.open("rb") if path else nullcontext(sys.stdin.buffer) as opened:
            stream = Stream(opened)
            kind = find_kind(_ending(path) if path else "", stream.peek())
            if kind is Kind.DUMP:
                yield from read_rows(stream, source, _dump_name(path, name), fields=ways.fields, limit=ways.limit)
            else:
                yield from _read_whole(kind, stream, source, name, ways)
            if stream.broken:
                yield Unreadable(name, source, f"{stream.broken} (what stands before was read)")
    except OSError as error:
        yield Unreadable(name, source, _reason(error))


def _dump_name(path: Path | None, name: str) -> str:
    return _shown(path.name) if path else name


def _read_whole(kind: Kind, stream: Stream, source: str, name: str, ways: _Ways) -> Iterator[Page | Unreadable]:
    data = stream.read(ways.limit.bytes + 1)
    if len(data) > ways.limit.bytes:
        yield Unreadable(name, source, ways.limit.passed())
    elif not data:
        if not stream.broken:
            yield Unreadable(name, source, "empty")
    else:
        try:
            yield READERS[kind](data, source, name, ways.tell)
        except UndecodableError as error:
            yield Unreadable(name, source, str(error))


def _read_html(data: bytes, source: str, name: str, tell: Told) -> Page:
    return read_html(data, name=name, source=source, tell=tell)


def _read_pdf(data: bytes, source: str, name: str, tell: Told) -> Page:
    return read_pdf(data, name=name, source=source, tell=tell)


def _read_text(data: bytes, source: str, name: str, tell: Told) -> Page:
    decoded = decode(data)
    if decoded.note:
        tell(source, decoded.note)
    return Page(hashlib.sha256(data).hexdigest(), name, decoded.text, source)


READERS = {Kind.TEXT: _read_text, Kind.HTML: _read_html, Kind.PDF: _read_pdf}
"""How the files are read that hold one page."""


def _ending(path: Path) -> str:
    return _unzipped(path).suffix.lower()


def _stem(path: Path) -> str:
    return _unzipped(path).stem


def _unzipped(path: Path) -> Path:
    return path.with_suffix("") if path.suffix.lower() == ".gz" else path


def _shown(path: Path | str) -> str:
    """A path in letters that can be printed, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def _reason(error: OSError) -> str:
    advice = {FileNotFoundError: "check the path", PermissionError: "you may not read it"}
    words = (error.strerror or str(error)).lower()
    told = advice.get(type(error))
    return f"{words} ({told})" if told else words
