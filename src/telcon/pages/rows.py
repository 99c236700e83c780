"""Pages from JSON Lines dumps, a row at a time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import msgspec

from telcon.model.pages import Page, Unreadable, Waymark
from telcon.pages.decoding import UndecodableError, decode
from telcon.pages.entries import Manner, Row, RowError, fields_told, kind_of, make_page
from telcon.pages.fields import find_shape
from telcon.pages.journeys import Journey
from telcon.pages.streams import Stream
from telcon.pages.ways import STOPPED, Found

JSON = "json"


@dataclass(slots=True)
class _Dump:
    """A dump under way: what it is called, and which of the fields that were asked for it has shown."""

    journey: Journey
    manner: Manner
    missing: set[str]
    present: dict[str, None] = field(default_factory=dict)

    def stops(self, line: bytes) -> bool:
        """Tell whether the gate stops a row, as it does in dumps of crawls alone, behind their first row."""
        return self.manner.shape is not None and not self.journey.ways.passes(line, JSON)


def read_rows(stream: Stream, journey: Journey, where: Callable[[], int], *, before: Waymark | None) -> Iterator[Found]:
    """Yield the page of every row of a dump, in order, holding one row at a time, and waymarks.

    A row that holds no page yields an `Unreadable` that names it (`dump.jsonl:12`; blank rows count, but are no pages).
    A field that was asked for by name and that no row has yields one at the end, naming the fields that are there.
    `where` tells how many bytes of the file were read. Rows that were read before a cut are left out.
    """
    fields = journey.ways.fields
    dump = _Dump(journey, Manner(fields, journey.ways.limit), missing=set(fields.asked()))
    journey.records = before.records if before else 0
    # Escapes (\\u1ea5) make a row up to twice as long as its text, and other fields stand beside it.
    longest = 4 * journey.ways.limit.bytes + 1
    while (taken := stream.read_line(longest))[0]:
        journey.count()
        if taken[0].strip() and (found := _read_row(dump, *taken)):
            yield found
        if journey.is_due():
            yield journey.mark(stream.taken, where())
    place = journey.place
    if journey.records == 0 and not stream.broken:
        yield Unreadable(place.name, place.shown, "empty")
    if dump.missing and dump.present:
        for asked in sorted(dump.missing):
            reason = f"no row has the field `{asked}` ({fields_told(dump.present)})"
            yield Unreadable(place.name, place.shown, reason)
    if not stream.broken:
        yield journey.mark(stream.taken, where(), ended=True)


def _read_row(dump: _Dump, line: bytes, whole: bool) -> Page | Unreadable | None:
    journey = dump.journey
    if whole and dump.stops(line):
        journey.passed[STOPPED] += 1
        return None
    place, name = (f"{it}:{journey.records}" for it in (journey.place.shown, journey.place.name))
    try:
        if not whole:
            raise RowError(f"a row of more than {journey.ways.limit.told(4)} (raise --max-size to read it)")
        return _take(dump, line, place, name)
    except (RowError, UndecodableError) as error:
        return Unreadable(name, place, str(error))


def _take(dump: _Dump, line: bytes, place: str, name: str) -> Page | None:
    row = _parse(line)
    dump.missing.difference_update(row)
    if not dump.present and (shape := find_shape(row)):
        dump.manner = Manner(dump.manner.fields, dump.manner.limit, shape)
        dump.present.update(dict.fromkeys(row))
        if dump.stops(line):
            dump.journey.passed[STOPPED] += 1
            return None
    dump.present.update(dict.fromkeys(row))
    return make_page(row, dump.manner, place, name)


def _parse(line: bytes) -> Row:
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        row = _parse_leniently(line)
    if not isinstance(row, dict):
        raise RowError(f"a JSON {kind_of(row)}, not an object (each row must be one object with the page's text)")
    return row


def _parse_leniently(line: bytes) -> object:
    """Take what other tools write: NaN for nothing, halves of surrogate pairs, a byte order mark, bad bytes."""
    try:
        return json.loads(decode(line).text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise RowError(f"bad JSON: {error.msg}, at character {error.pos + 1} (each row must be one object)") from None
    except RecursionError:
        raise RowError("bad JSON: nested too deeply") from None
