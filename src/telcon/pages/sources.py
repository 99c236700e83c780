"""Opening what people name: a file, a folder, standard input, storage elsewhere."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO

from telcon.model.pages import Page, Unreadable, Waymark
from telcon.pages.fields import Fields
from telcon.pages.journeys import Journey
from telcon.pages.kinds import ENDINGS, Kind, find_kind
from telcon.pages.limits import Limit
from telcon.pages.places import UNKNOWN, Place, local_place, shown
from telcon.pages.rows import read_rows
from telcon.pages.storage import is_storage, list_places
from telcon.pages.streams import Stream
from telcon.pages.ways import Found, Gate, Told, Ways
from telcon.pages.wholes import READERS, read_whole

STANDARD_INPUT = "-"


def open_pages(
    source: str | Path,
    *,
    fields: Fields | None = None,
    limit: Limit | None = None,
    tell: Told | None = None,
    gate: Gate | None = None,
) -> Iterator[Page | Unreadable]:
    """Yield the pages of a source in order, and what in it could not be read; never raises for what it finds.

    `source` is a file of text, HTML or PDF (one page, named by its stem), a dump in JSON Lines or Parquet (a page a
    row, named by its id or as `dump.jsonl:12`), a web archive (WARC, also WET; a page a record, named by the byte at
    which that begins), a folder (its files with the endings of `ENDINGS`, through all folders below, by name), each
    gzipped or not, storage (`s3://…`), or `-` for standard input. A file with another ending is taken for what it looks
    like. `Page.text` of a text file is the decoded text untouched: for UTF-8, what
    `open(path, encoding="utf-8", newline="")` reads. Web archives, Parquet and the well-known crawl dumps hold what
    `gate` lets through, where one is given.
    """
    ways = Ways(fields or Fields(), limit or Limit(), tell or _say_nothing, gate)
    return (found for found in go_through(source, ways) if not isinstance(found, Waymark))


def go_through(source: str | Path, ways: Ways) -> Iterator[Found]:
    """Yield what `open_pages` does, and waymarks in sources of many pages, from where `ways` says that they stand."""
    if str(source) == STANDARD_INPUT:
        yield from _open_place(_standard_input(), ways)
    elif is_storage(str(source)):
        for place in list_places(str(source), ENDINGS):
            yield from [place] if isinstance(place, Unreadable) else _open_place(place, ways)
    elif (path := Path(source)).is_dir():
        yield from _open_folder(path, ways)
    else:
        yield from _open_place(local_place(path), ways)


def _say_nothing(place: str, words: str) -> None:
    """The default: notes go nowhere."""


def _standard_input() -> Place:
    return Place("-", "-", "stdin", lambda: nullcontext(sys.stdin.buffer), lambda: UNKNOWN)


def _open_folder(folder: Path, ways: Ways) -> Iterator[Found]:
    found = False
    for path in _walk(folder):
        if isinstance(path, Unreadable):
            found = True
            yield path
        elif (place := local_place(path)).ending in ENDINGS:
            found = True
            yield from _open_place(place, ways)
    if not found:
        endings = ", ".join(f"*{ending}" for ending in ENDINGS)
        yield Unreadable(shown(folder.name), shown(folder), f"no pages in this folder ({endings}, also with .gz)")


def _walk(folder: Path) -> Iterator[Path | Unreadable]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Unreadable(shown(folder.name), shown(folder), _reason(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif entry.is_file() or entry.is_symlink():
            yield Path(entry.path)


def _open_place(place: Place, ways: Ways) -> Iterator[Found]:
    """Read a file; whatever breaks on the way becomes an `Unreadable`."""
    known = ENDINGS.get(place.ending)
    name = place.name if known and known not in READERS else place.stem
    try:
        with place.open() as opened:
            stream = Stream(opened)
            kind = find_kind(place.ending, stream.peek())
            if kind in READERS:
                yield from read_whole(kind, stream, place, ways)
            else:
                yield from _read_many(kind, opened, stream, Journey(place, ways))
            if stream.broken and kind is not Kind.ARCHIVE:
                yield Unreadable(name, place.shown, f"{stream.broken} (what stands before was read)")
    except OSError as error:
        yield Unreadable(name, place.shown, _reason(error))


def _read_many(kind: Kind, opened: BinaryIO, stream: Stream, journey: Journey) -> Iterator[Found]:
    """Yield what a source of many pages holds, from where it was gone through before."""
    before = journey.begin()
    if before and before.ended:
        yield before
    elif kind is Kind.DUMP:
        if before:
            stream.go_to(before.position)
        yield from read_rows(stream, journey, opened.tell if opened.seekable() else lambda: 0, before=before)
    elif kind is Kind.ARCHIVE:
        from telcon.pages.archives import read_archive  # noqa: PLC0415 - text needs none of it

        yield from read_archive(opened if opened.seekable() else stream.content, journey, before=before)
    elif opened.seekable():
        from telcon.pages.columns import read_columns  # noqa: PLC0415

        yield from read_columns(opened, journey, before=before)
    else:
        reason = "a Parquet file cannot be read from a stream: its table of contents stands at its end (name the file)"
        yield Unreadable(journey.place.name, journey.place.shown, reason)


def _reason(error: OSError) -> str:
    advice = {FileNotFoundError: "check the path", PermissionError: "you may not read it"}
    words = (error.strerror or str(error)).lower()
    told = advice.get(type(error))
    return f"{words} ({told})" if told else words
