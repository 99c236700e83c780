"""Bringing a record to the shape that this Telcon works with."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

from telcon import __version__
from telcon.store.auditing import Deed, note
from telcon.store.deciding import load_decisions
from telcon.store.errors import StoreError
from telcon.store.refiling import file_again
from telcon.store.tables import imprints

SCHEMA = "0013"
FILED = "0007"
"""The newest schema that changed what is filed of pages: records older than that are filed anew."""
MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up(engine: Engine, record: str) -> None:
    """Make the tables of an empty database, or change those of an older record; nothing where it is up to date.

    Raises `StoreError` for a record made by a newer Telcon and for a database of something else.
    """
    with engine.connect() as connection:
        found = schema_of(connection, record)
        if found == SCHEMA:
            return
        if found and found not in _known():
            raise _newer(connection, record, found)
    with engine.execution_options(writes=True).begin() as connection:
        _upgrade(connection)
        if found and found < FILED:
            file_again(connection, load_decisions(connection))
        if found:
            note(connection, Deed.UPGRADED, detail=f"{found} → {SCHEMA}")


def schema_of(connection: Connection, record: str) -> str | None:
    """The shape a database is in, None where it is empty. Raises `StoreError` where its tables are not Telcon's."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables and "imprints" in tables:
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if tables:
        raise StoreError(record, "it is a database, but no record of Telcon", "name another file with --record")
    return None


def _newer(connection: Connection, record: str, found: str) -> StoreError:
    try:
        maker = connection.scalar(select(imprints.c.telcon).where(imprints.c.schema == found)) or "a newer version"
    except SQLAlchemyError:
        maker = "a newer version"
    reason = f"it was made by Telcon {maker} (schema {found}); this is Telcon {__version__} (schema {SCHEMA})"
    return StoreError(record, reason, "install the newer Telcon, or name another record")


def _known() -> frozenset[str]:
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - slow to import, seldom needed

    return frozenset(script.revision for script in ScriptDirectory(MIGRATIONS).walk_revisions())


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - slow to import, seldom needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    command.upgrade(config, SCHEMA)
    connection.execute(delete(imprints).where(imprints.c.schema == SCHEMA))
    connection.execute(insert(imprints).values(schema=SCHEMA, telcon=__version__))
