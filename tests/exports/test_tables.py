"""Contacts as a table with typed columns."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pyarrow as pa
from pyarrow import parquet

from telcon.contacts import Contact, FiledPage, Telling
from telcon.exports.tables import contacts_to_parquet, make_schema
from telcon.model.durations import Bound, Duration
from tests.conftest import ROOT
from tests.store.readings import page, report


def some_contact(name: str, **changes: object) -> Contact:
    told = report(page().text, **changes)
    return Contact(name, (Telling(FiledPage("d", "p", "p.txt", "https://example.org/p"), 0, told, (), "d:x:0"),))


def read(*contacts: Contact) -> pa.Table:
    return parquet.read_table(BytesIO(contacts_to_parquet(contacts)))


def test_values_keep_their_types() -> None:
    table = read(
        some_contact("a", date="2025-02", duration=Duration(90, Bound.UNDER)),
        some_contact("b", date=None, duration=None, initiator=None, topics=(), reported_by=()),
    )
    first, second = table.to_pylist()
    assert (first["first_day"], first["last_day"]) == (date(2025, 2, 1), date(2025, 2, 28))
    assert (first["minutes"], first["bound"], first["pages"]) == (90, "under", ["https://example.org/p"])
    assert first["participants"][0] == {
        "name": "Vladimir Putin",
        "country": "RU",
        "role": "head_of_state",
        "person": "Q7747",
    }
    assert first["reported_by"] == [{"name": "Kremlin", "side": "RU"}]
    assert (second["date"], second["first_day"], second["minutes"], second["initiator"]) == (None, None, None, None)
    assert (second["topics"], second["reported_by"], second["independent"], second["parted"]) == ([], [], 1, False)


def test_an_empty_list_has_its_columns() -> None:
    assert read().schema.equals(make_schema())
    assert read().num_rows == 0


def test_every_column_is_documented() -> None:
    told = (ROOT / "docs" / "the-record.md").read_text(encoding="utf-8")
    assert not [name for name in make_schema().names if f"`{name}`" not in told]
