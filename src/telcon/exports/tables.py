"""Contacts as a Parquet file: one row a contact, typed columns, lists where there are several values.

The columns are described in `docs/the-record.md`, and stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any

from telcon.contacts import Accord, Contact
from telcon.model.dates import parse_edtf

if TYPE_CHECKING:
    import pyarrow  # type: ignore[import-untyped]

ROWS = 16_384
"""Contacts in one group of rows, which a reader may skip as a whole."""


def contacts_to_parquet(contacts: Iterable[Contact]) -> bytes:
    """A whole Parquet file, its rows in the order of the contacts."""
    import pyarrow  # noqa: PLC0415 - slow to import, seldom needed
    from pyarrow import parquet  # noqa: PLC0415

    table = pyarrow.Table.from_pylist([_row(contact) for contact in contacts], schema=make_schema())
    written = BytesIO()
    parquet.write_table(table, written, compression="zstd", row_group_size=ROWS)
    return written.getvalue()


def make_schema() -> pyarrow.Schema:
    """The columns and their types."""
    import pyarrow as pa  # noqa: PLC0415

    text, count = pa.string(), pa.int32()
    person = pa.struct([("name", text), ("country", text), ("role", text), ("person", text)])
    return pa.schema(
        [
            pa.field("id", text, nullable=False),
            ("date", text),
            ("first_day", pa.date32()),
            ("last_day", pa.date32()),
            pa.field("kind", text, nullable=False),
            pa.field("status", text, nullable=False),
            pa.field("level", text, nullable=False),
            pa.field("participants", pa.list_(person), nullable=False),
            ("minutes", count),
            ("bound", text),
            ("initiator", text),
            pa.field("reported_by", pa.list_(pa.struct([("name", text), ("side", text)])), nullable=False),
            pa.field("topics", pa.list_(text), nullable=False),
            pa.field("pages", pa.list_(text), nullable=False),
            pa.field("independent", count, nullable=False),
            pa.field("focus", pa.bool_(), nullable=False),
            pa.field("parted", pa.bool_(), nullable=False),
        ]
    )


def _row(contact: Contact) -> dict[str, Any]:
    dated = parse_edtf(contact.date) if contact.date else None
    length = contact.duration
    return {
        "id": contact.id,
        "date": contact.date,
        "first_day": dated.first_day() if dated else None,
        "last_day": dated.last_day() if dated else None,
        "kind": contact.kind.value,
        "status": contact.status.value,
        "level": contact.level.value,
        "participants": [
            {"name": who.name, "country": who.country, "role": who.role.value, "person": who.person}
            for who in contact.participants
        ],
        "minutes": length.minutes if length else None,
        "bound": length.bound.value if length else None,
        "initiator": contact.initiator,
        "reported_by": [{"name": source.name, "side": source.side} for source in contact.reported_by],
        "topics": list(contact.topics),
        "pages": [telling.page.label for telling in contact.tellings],
        "independent": contact.source_count,
        "focus": contact.focus,
        "parted": Accord.PART in contact.accords,
    }
