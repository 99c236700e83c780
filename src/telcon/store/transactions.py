"""One way to the database for all that a record keeps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from sqlalchemy import Connection, Engine, PoolProxiedConnection

from telcon.store.auditing import last_change
from telcon.store.errors import told_of


class Transactions:
    """Transactions on one record. What the database cannot do becomes a `StoreError` that names the record."""

    def __init__(self, engine: Engine, record: str) -> None:
        self._engine, self._record = engine, record
        self._writer = engine.execution_options(writes=True)
        self._watching = Lock()
        self._watch: PoolProxiedConnection | None = None
        self._seen: tuple[int, int] | None = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that only reads."""
        with told_of(self._record), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes: all of it or, where something is raised within, nothing."""
        with told_of(self._record), self._writer.begin() as connection:
            yield connection

    def pulse(self) -> int | None:
        """A number that is another one once anybody has written anything; None where that cannot be told cheaply."""
        if self._engine.dialect.name != "sqlite":
            return None
        with told_of(self._record), self._watching:
            if self._watch is None:
                self._watch = self._engine.raw_connection()
            cursor = self._watch.cursor()
            cursor.execute("PRAGMA data_version")
            found = cursor.fetchone()
            cursor.close()
        return int(found[0]) if found else None

    def edition(self) -> int:
        """The number of the last change to what the record tells; log-ins and the like are no such change."""
        pulse = self.pulse()
        seen = self._seen
        if seen is not None and pulse == seen[0]:
            return seen[1]
        with self.reading() as connection:
            edition = last_change(connection)
        self._seen = None if pulse is None else (pulse, edition)
        return edition

    def close(self) -> None:
        """Let go of the database."""
        if self._watch is not None:
            self._watch.close()
        self._engine.dispose()
