"""Pages from JSON Lines dumps, a row at a time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import msgspec

from telcon.model.pages import Page, Unreadable
from telcon.pages.decoding import UndecodableError, decode
from telcon.pages.fields import Fields
from telcon.pages.limits import Limit
from telcon.pages.streams import Stream

Row = dict[str, object]


class RowError(ValueError):
    """A row holds no page; the message says why, for people."""


@dataclass(slots=True)
class _Dump:
    """A dump under way: what it is called, and which of the fields that were asked for it has shown."""

    source: str
    name: str
    fields: Fields
    limit: Limit
    missing: set[str] = field(default_factory=set)
    present: dict[str, None] = field(default_factory=dict)


def read_rows(stream: Stream, source: str, name: str, *, fields: Fields, limit: Limit) -> Iterator[Page | Unreadable]:
    """Yield the page of every row of a dump, in order, holding one row at a time.

    A row that holds no page yields an `Unreadable` that names it (`dump.jsonl:12`; blank rows count, but are no pages).
    A field that was asked for by name and that no row has yields one at the end, naming the fields that are there.
    """
    dump = _Dump(source, name, fields, limit, missing=set(fields.asked()))
    number = 0
    # Escapes (\\u1ea5) make a row up to twice as long as its text, and other fields stand beside it.
    while (taken := stream.read_line(4 * limit.bytes + 1))[0]:
        number += 1
        if taken[0].strip():
            yield _read_row(dump, number, *taken)
    if number == 0 and not stream.broken:
        yield Unreadable(name, source, "empty")
    if dump.missing and dump.present:
        for asked in sorted(dump.missing):
            yield Unreadable(name, source, f"no row has the field `{asked}` ({_fields_told(dump.present)})")


def _read_row(dump: _Dump, number: int, line: bytes, whole: bool) -> Page | Unreadable:
    place, name = f"{dump.source}:{number}", f"{dump.name}:{number}"
    try:
        if not whole:
            raise RowError(f"a row of more than {dump.limit.told(4)} (raise --max-size to read it)")
        row = _parse(line)
        dump.missing.difference_update(row)
        dump.present.update(dict.fromkeys(row))
        return _page(row, dump, place, name)
    except (RowError, UndecodableError) as error:
        return Unreadable(name, place, str(error))


def _parse(line: bytes) -> Row:
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        row = _parse_leniently(line)
    if not isinstance(row, dict):
        raise RowError(f"a JSON {_kind(row)}, not an object (each row must be one object with the page's text)")
    return row


def _parse_leniently(line: bytes) -> object:
    """Take what other tools write: NaN for nothing, halves of surrogate pairs, a byte order mark, bad bytes."""
    try:
        return json.loads(decode(line).text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise RowError(f"bad JSON: {error.msg}, at character {error.pos + 1} (each row must be one object)") from None
    except RecursionError:
        raise RowError("bad JSON: nested too deeply") from None


def _page(row: Row, dump: _Dump, place: str, name: str) -> Page:
    fields = dump.fields
    text = fields.value(row, "text")
    if text is None:
        raise RowError(f"no field `{fields.names('text')[0]}` ({_fields_told(row)}; name it with --text-field)")
    if not isinstance(text, str):
        raise RowError(f"the field `{fields.names('text')[0]}` holds a JSON {_kind(text)}, not text")
    text = _mended(text)
    data = text.encode()
    if len(data) > dump.limit.bytes:
        raise RowError(dump.limit.passed())
    if not text:
        raise RowError("empty")
    given = fields.value(row, "id")
    return Page(
        hashlib.sha256(data).hexdigest(),
        _words(given) or name,
        text,
        place,
        url=_words(fields.value(row, "url")),
        published=_date(fields.value(row, "date")),
        language=_language(fields.value(row, "language")),
    )


def _mended(text: str) -> str:
    """Join surrogate halves into the letters they stand for; a half on its own cannot be written anywhere."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _words(value: object) -> str | None:
    if isinstance(value, str):
        return _mended(value).strip() or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _language(value: object) -> str | None:
    return value.replace("_", "-").split("-")[0].strip().lower() or None if isinstance(value, str) else None


def _date(value: object) -> str | None:
    """ISO 8601 for what a row gives as its date: ISO already, as in mail, or seconds (or milliseconds) since 1970."""
    try:
        if isinstance(value, str):
            return _iso(value.strip())
        if isinstance(value, int | float) and not isinstance(value, bool):
            return datetime.fromtimestamp(value / (1000 if value > 1e11 else 1), UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        pass
    return None


def _iso(words: str) -> str:
    if len(words) == 10:
        return date.fromisoformat(words).isoformat()
    try:
        datetime.fromisoformat(words)
    except ValueError:
        from email.utils import parsedate_to_datetime  # noqa: PLC0415 - few dumps have such dates, and it loads much

        return parsedate_to_datetime(words).isoformat()
    return words.replace(" ", "T", 1)


def _kind(value: object) -> str:
    kinds = {str: "string", bool: "truth value", int: "number", float: "number", list: "list", dict: "object"}
    return kinds.get(type(value), "null")


def _fields_told(names: Row | dict[str, None]) -> str:
    told = [f"`{name}`" for name in names]
    return f"it has {', '.join(told[:12])}{' …' if len(told) > 12 else ''}" if told else "it has none"
