"""Digests and ids are found by how they begin, by way of an index."""

from __future__ import annotations

import pytest
from sqlalchemy import Column, MetaData, String, Table, create_engine, insert, select

from telcon.store.prefixes import begins_with

NAMES = Table("names", MetaData(), Column("name", String, index=True))
ALL = ("0a", "09", "0f", "1", "8ff", "9", "90", "9f", "a", "f", "ff", "fff0")


@pytest.mark.parametrize("start", ["", "0", "09", "9", "9f", "a", "F", "ff", "fff0", "fff00", "%", "_", "g", "0 "])
def test_what_begins_so_is_found_and_nothing_else(start: str) -> None:
    engine = create_engine("sqlite://")
    NAMES.metadata.create_all(engine)
    with engine.connect() as connection:
        connection.execute(insert(NAMES), [{"name": name} for name in ALL])
        query = select(NAMES.c.name).where(begins_with(NAMES.c.name, start))
        found = set(connection.scalars(query))
        assert found == {name for name in ALL if name.startswith(start.lower())}


def test_an_index_serves() -> None:
    engine = create_engine("sqlite://")
    NAMES.metadata.create_all(engine)
    asked = select(NAMES.c.name).where(begins_with(NAMES.c.name, "0a"))
    with engine.connect() as connection:
        words = str(asked.compile(engine, compile_kwargs={"literal_binds": True}))
        (plan,) = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}").all()
    assert plan[-1].startswith("SEARCH names USING")
