"""Pages from Parquet dumps, some rows at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from telcon.model.pages import Page, Unreadable, Waymark
from telcon.pages.entries import Manner, RowError, fields_told, make_page
from telcon.pages.fields import USUAL, find_shape
from telcon.pages.journeys import Journey
from telcon.pages.ways import STOPPED, Found

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

ROWS = 64
"""Rows that are held at once."""

BUFFER = 1 << 20
"""Bytes of one column that are held compressed, so that a group of rows may be as large as it likes."""


class _ColumnError(ValueError):
    """The file holds no pages; the message says why, for people."""


def read_columns(file: BinaryIO, journey: Journey, *, before: Waymark | None) -> Iterator[Found]:
    """Yield the page of every row that the gate lets through, in order, and waymarks, reading the columns needed alone.

    A group of rows that cannot be read is told, and the next one is read.
    """
    place = journey.place
    try:
        dump = _open(file, journey)
    except _ColumnError as error:
        yield Unreadable(place.name, place.shown, str(error))
        return
    begin = before.position if before else 0
    journey.records = first = 0
    for group in range(dump.table.num_row_groups):
        rows: int = dump.table.metadata.row_group(group).num_rows
        if first + rows > begin:
            journey.records = first
            yield from dump.read_group(group, begin)
        first += rows
        journey.records = first
        yield journey.mark(first, dump.read(first), ended=first == dump.rows)
    if not dump.rows:
        yield Unreadable(place.name, place.shown, "empty")


def _open(file: BinaryIO, journey: Journey) -> _Dump:
    from pyarrow import ArrowException, parquet  # noqa: PLC0415 - slow to import, seldom needed

    try:
        table = parquet.ParquetFile(file, buffer_size=BUFFER, pre_buffer=False)
        schema = table.schema_arrow
    except (ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        reason = "no whole Parquet file: its table of contents, which stands at its end, cannot be read"
        raise _ColumnError(reason) from None
    manner = Manner(journey.ways.fields, journey.ways.limit, find_shape(schema.names))
    text = next((name for name in manner.fields.names("text") if name in schema.names), None)
    if text is None:
        asked = manner.fields.names("text")[0]
        raise _ColumnError(f"no column `{asked}` ({fields_told(schema.names)}; name it with --text-field)")
    kind = schema.field(text).type
    if not _is_text(kind):
        raise _ColumnError(f"the column `{text}` holds {kind}, not text")
    return _Dump(table, journey, manner, text, _needed(schema, manner))


def _is_text(kind: pyarrow.DataType) -> bool:
    from pyarrow import types  # noqa: PLC0415

    inner = kind.value_type if types.is_dictionary(kind) else kind
    tests = (types.is_string, types.is_large_string, types.is_binary, types.is_large_binary, types.is_string_view)
    return any(test(inner) for test in tests)


def _needed(schema: pyarrow.Schema, manner: Manner) -> list[str]:
    from pyarrow import types  # noqa: PLC0415

    names = {name for part in USUAL for name in manner.fields.names(part)}
    names |= {manner.shape.title} if manner.shape and manner.shape.title else set()
    return [name for name in schema.names if name in names and not types.is_nested(schema.field(name).type)]


@dataclass(frozen=True, slots=True)
class _Dump:
    """A Parquet file under way: its table, the column with the text, and all columns that are needed."""

    table: Any
    journey: Journey
    manner: Manner
    text: str
    columns: list[str]

    @property
    def rows(self) -> int:
        return int(self.table.metadata.num_rows)

    def read(self, row: int) -> int:
        """About how many bytes of the file were read before a row."""
        return (self.journey.size or 0) * row // max(1, self.rows)

    def read_group(self, group: int, begin: int) -> Iterator[Found]:
        """Yield what a group of rows holds, from row `begin` of the file on."""
        from pyarrow import ArrowException  # noqa: PLC0415

        try:
            for batch in self.table.iter_batches(ROWS, row_groups=[group], columns=self.columns, use_threads=False):
                yield from self._read_batch(batch, begin)
                if self.journey.is_due():
                    yield self.journey.mark(self.journey.records, self.read(self.journey.records))
        except (ArrowException, OSError) as error:
            if isinstance(error, OSError) and error.errno is not None:
                raise
            place = self.journey.place
            reason = f"the group of rows behind row {self.journey.records} is damaged (the next one is read)"
            yield Unreadable(
                f"{place.name}:{self.journey.records + 1}", f"{place.shown}:{self.journey.records + 1}", reason
            )

    def _read_batch(self, batch: pyarrow.RecordBatch, begin: int) -> Iterator[Page | Unreadable]:
        journey = self.journey
        for index, data in enumerate(_bytes_of(batch.column(self.text))):
            journey.count()
            if journey.records <= begin:
                continue
            if data is not None and not journey.ways.passes(data, "utf-8"):
                journey.passed[STOPPED] += 1
            else:
                yield self._read_row(batch, index, data)

    def _read_row(self, batch: pyarrow.RecordBatch, index: int, data: bytes | None) -> Page | Unreadable:
        place, name = (f"{it}:{self.journey.records}" for it in (self.journey.place.shown, self.journey.place.name))
        row = {column: _value(batch.column(column)[index]) for column in self.columns if column != self.text}
        text = data.decode("utf-8", "replace") if data is not None else None
        try:
            return make_page({self.text: text, **row}, self.manner, place, name)
        except RowError as error:
            return Unreadable(name, place, str(error))


def _bytes_of(column: pyarrow.Array) -> list[bytes | None]:
    import pyarrow  # noqa: PLC0415

    if pyarrow.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    values: list[bytes | None] = column.cast(pyarrow.large_binary()).to_pylist()
    return values


def _value(value: pyarrow.Scalar) -> object:
    """A value as Python has it, None for one that it cannot have: a day in the year 290,000, text that is none."""
    try:
        return value.as_py()
    except (ValueError, OverflowError):
        return None
