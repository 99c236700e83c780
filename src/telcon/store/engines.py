"""Reaching the database behind a record."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

_PATIENCE = 30_000  # milliseconds to wait for another writer


def record_url(address: str | Path) -> URL:
    """Turn a path or a database address into an address. Raises `sqlalchemy.exc.ArgumentError` for an unknown sort."""
    text = str(address)
    return make_url(text) if "://" in text else URL.create("sqlite", database=text)


def record_path(url: URL) -> Path | None:
    """The file that holds the record, None where it is no plain file."""
    if url.get_backend_name() != "sqlite" or not url.database or url.database.startswith((":", "file:")):
        return None
    return Path(url.database)


def record_name(url: URL) -> str:
    """How the record is called in messages: its path, or its address without the password."""
    path = record_path(url)
    return str(path) if path else url.render_as_string(hide_password=True)


def make_engine(url: URL) -> Engine:
    """Make the way to the database; transactions of engines with the option `writes` lock the record at once."""
    engine = create_engine(
        _readable(url),
        json_serializer=lambda value: msgspec.json.encode(value).decode(),
        json_deserializer=msgspec.json.decode,
    )
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _set_up)
        event.listen(engine, "begin", _begin)
    return engine


def _readable(url: URL) -> URL:
    """Open a file that may not be written to as it stands: SQLite would else ask for files beside it."""
    path = record_path(url)
    if path is None or not os.access(path, os.R_OK) or os.access(path, os.W_OK):
        return url
    left_over = path.with_name(path.name + "-wal").exists()
    mode = "mode=ro" if left_over else "mode=ro&immutable=1"
    return make_url(f"sqlite:///file:{path.absolute()}?{mode}&uri=true")


def _set_up(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    # The driver's own transactions would leave changes of the schema outside of them.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
