"""The page that a row of a dump holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from telcon.model.pages import Page
from telcon.pages.fields import Fields, Shape
from telcon.pages.limits import Limit

Row = Mapping[str, object]


class RowError(ValueError):
    """A row holds no page; the message says why, for people."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the rows of one dump are taken: the names of their fields, the limit of a page, the sort of dump."""

    fields: Fields
    limit: Limit
    shape: Shape | None = None

    def value(self, row: Row, part: str) -> object:
        """What a row holds for a part, None where nothing; the time of crawling is no date unless it is asked for."""
        if part == "date" and self.shape and self.shape.crawled and not self.fields.date:
            return None
        return self.fields.value(row, part)

    def text(self, row: Row) -> object:
        """A row's text, below its headline where that stands in a field of its own."""
        text = self.fields.value(row, "text")
        title = row.get(self.shape.title) if self.shape and self.shape.title else None
        if isinstance(text, str) and isinstance(title, str) and title.strip():
            return text if text.lstrip().startswith(title.strip()) else f"{title.strip()}\n\n{text}"
        return text


def make_page(row: Row, manner: Manner, place: str, name: str) -> Page:
    """The page that a row holds, called by its id, else `name`. Raises `RowError` where it holds none."""
    text = manner.text(row)
    asked = manner.fields.names("text")[0]
    if text is None:
        raise RowError(f"no field `{asked}` ({fields_told(row)}; name it with --text-field)")
    if not isinstance(text, str):
        raise RowError(f"the field `{asked}` holds a JSON {kind_of(text)}, not text")
    text = _mended(text)
    data = text.encode()
    if len(data) > manner.limit.bytes:
        raise RowError(manner.limit.passed())
    if not text:
        raise RowError("empty")
    return Page(
        hashlib.sha256(data).hexdigest(),
        _words(manner.value(row, "id")) or name,
        text,
        place,
        url=_words(manner.value(row, "url")),
        published=_date(manner.value(row, "date")),
        language=_language(manner.value(row, "language")),
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
        if isinstance(value, date):
            return value.isoformat()
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


def kind_of(value: object) -> str:
    """What JSON calls a value."""
    kinds = {str: "string", bool: "truth value", int: "number", float: "number", list: "list", dict: "object"}
    return kinds.get(type(value), "null")


def fields_told(names: Iterable[str]) -> str:
    """The fields of a row in words, a dozen at most."""
    told = [f"`{name}`" for name in names]
    return f"it has {', '.join(told[:12])}{' …' if len(told) > 12 else ''}" if told else "it has none"
