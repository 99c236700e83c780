"""Pages from web archives (WARC), a record at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from telcon.model.pages import Unreadable, Waymark
from telcon.pages.answers import Answer, read_answer
from telcon.pages.bodies import BodyError, unpack
from telcon.pages.damage import find_record
from telcon.pages.journeys import Journey
from telcon.pages.streams import GZIP
from telcon.pages.ways import Found

HOLD_PAGES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion | WarcRecordType.revisit
HEADERS = 1 << 16
"""Bytes that the HTTP headers of a record may take beside its page."""


class _ShortError(Exception):
    """A record ends before its end."""


def read_archive(file: BinaryIO, journey: Journey, *, before: Waymark | None) -> Iterator[Found]:
    """Yield the page of every record that holds one, in order, and waymarks; what is damaged is told, and left out.

    A page is named by the file and by the byte at which its record begins (`crawl.warc.gz:48213`). Behind damage it
    goes on with the next record that can be found.
    """
    archive = _Archive(file, journey)
    start: int | None = archive.begin(before)
    first, place = True, journey.place
    if archive.empty:
        yield Unreadable(place.name, place.shown, "empty")
        return
    while start is not None:
        counted = journey.records
        try:
            yield from archive.walk(start)
            yield journey.mark(archive.at, journey.size or archive.at, ended=True)
            return
        except (_ShortError, OSError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            failed, start = archive.at, find_record(file, archive.at + 1, zipped=archive.zipped)
            if first or journey.records > counted:
                yield Unreadable(f"{place.name}:{failed}", f"{place.shown}:{failed}", _told(error, journey, start))
            first = False
    yield journey.mark(archive.at, journey.size or archive.at, ended=True)


def _told(error: Exception, journey: Journey, goes_on: int | None) -> str:
    if journey.records == 0:
        what = "it does not begin as a WARC file does"
    else:
        what = "the record here breaks off" if isinstance(error, _ShortError) else "damaged behind the record here"
    return f"{what} ({'nothing behind it can be read' if goes_on is None else f'it goes on at byte {goes_on}'})"


@dataclass(slots=True)
class _Archive:
    """An archive under way: `at` is where its latest record begins; so many records are to be left out."""

    file: BinaryIO
    journey: Journey
    at: int = 0
    leave_out: int = 0
    zipped: bool = False
    empty: bool = False

    def begin(self, before: Waymark | None) -> int:
        """Where to begin; a file that was compressed as a whole has no places within, and is gone through anew."""
        if not self.file.seekable():
            return 0
        self.file.seek(0)
        self.zipped = (head := self.file.read(2)) == GZIP
        self.empty = not head
        start = before.position if before else 0
        if before:
            self.file.seek(start)
            if self.zipped and start and self.file.read(2) != GZIP:
                self.leave_out, start = before.records, 0
            else:
                self.journey.records = before.records
        self.at = start
        return start

    def walk(self, start: int) -> Iterator[Found]:
        """Yield what the records hold from a place on. Raises `_ShortError` and `OSError` where it is damaged."""
        if self.file.seekable():
            self.file.seek(start)
        journey = self.journey
        for record in ArchiveIterator(self.file, record_types=HOLD_PAGES, parse_http=False):
            self.at = record.stream_pos
            journey.count()
            if self.leave_out:
                self.leave_out -= 1
                continue
            if found := self._read(record):
                yield found
            if journey.is_due():
                # The record here is done, and where the next one begins only it tells: this one is met twice, at worst.
                journey.records -= 1
                yield journey.mark(self.at, self.at)
                journey.records += 1

    def _read(self, record: WarcRecord) -> Found | None:
        journey, place = self.journey, self.journey.place
        answer = self._answer(record)
        if isinstance(answer, str):
            journey.passed[answer] += 1
            return None
        source, name = f"{place.shown}:{self.at}", f"{place.name}:{self.at}"
        most = journey.ways.limit.bytes
        if record.content_length > most + HEADERS:
            return Unreadable(name, source, journey.ways.limit.passed())
        length = record.content_length
        body = record.reader.read(length)
        if len(body) < length:
            raise _ShortError
        try:
            body = self._unpack(record, body, most)
        except BodyError as error:
            return Unreadable(name, source, str(error))
        found = read_answer(body, answer, journey.ways, name=name, source=source)
        if isinstance(found, str):
            journey.passed[found] += 1
            return None
        return found

    def _answer(self, record: WarcRecord) -> Answer | str:
        """What a record declares of its page, or why it holds none."""
        url = (record.headers.get("WARC-Target-URI") or "").strip("<> ") or None
        if record.record_type == WarcRecordType.revisit:
            return "a revisit: the page stands in an earlier record"
        if record.record_type == WarcRecordType.conversion:
            return Answer("text/plain", "utf-8", url)
        if not record.is_http:
            return Answer.of(record.headers.get("Content-Type"), url)
        try:
            record.parse_http(auto_decode="none", quirks_mode=True)
        except OSError:
            return "its HTTP headers cannot be read"
        status = record.http_headers.status_code
        if status != 200:
            return f"HTTP status {status}" if status else "its HTTP headers cannot be read"
        return Answer.of(record.http_headers.get("Content-Type"), url)

    @staticmethod
    def _unpack(record: WarcRecord, body: bytes, most: int) -> bytes:
        if not record.is_http_parsed:
            return body
        headers = record.http_headers
        transfer, content = headers.get_multiple("Transfer-Encoding"), headers.get_multiple("Content-Encoding")
        return unpack(body, transfer, content, most) if transfer or content else body
