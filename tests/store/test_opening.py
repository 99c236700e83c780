"""Opening, making and refusing records."""

from __future__ import annotations

import resource
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event

from telcon import __version__
from telcon.store import Store, StoreError, is_missing, migrating, open_store
from telcon.store.engines import make_engine, record_url
from telcon.store.migrating import FILED, SCHEMA
from telcon.store.tables import METADATA
from tests.store.readings import page, reading

ROOT = Path(__file__).parents[2]


def test_migrations_make_what_the_tables_say(store: Store, record: Path) -> None:
    with make_engine(record_url(record)).connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_a_table_of_ours})
        assert compare_metadata(context, METADATA) == []


def _is_a_table_of_ours(name: str | None, *_: object) -> bool:
    """Those of the full-text index are SQLite's own."""
    return not (name or "").startswith("passage_words")


def test_opening_again_changes_nothing(record: Path) -> None:
    open_store(record).close()
    with sqlite3.connect(record) as connection:
        before = list(connection.iterdump())
    open_store(record).close()
    with sqlite3.connect(record) as connection:
        assert list(connection.iterdump()) == before
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_an_address_does_as_well_as_a_path(record: Path) -> None:
    assert is_missing(f"sqlite:///{record}")
    open_store(f"sqlite:///{record}").close()
    assert not is_missing(record)


@pytest.mark.parametrize("address", ["nothing://here", "sqlite://a:b:c", "oracle+nothing://x"])
def test_an_unknown_sort_of_address_is_refused(address: str) -> None:
    with pytest.raises(StoreError, match="no such sort"):
        open_store(address)


def test_a_record_of_a_newer_version_is_refused(record: Path) -> None:
    open_store(record).close()
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0042'")
        connection.execute("INSERT INTO imprints VALUES ('0042', '7.5.1')")
    with pytest.raises(StoreError) as caught:
        open_store(record)
    assert "7.5.1 (schema 0042)" in str(caught.value)
    assert f"{__version__} (schema {SCHEMA})" in str(caught.value)
    assert str(record) in str(caught.value)


def test_a_record_of_a_shape_that_filed_as_this_one_is_not_filed_anew(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(record) as store:
        store.add(reading(page()))
        contacts = store.contacts()
    with sqlite3.connect(record) as connection:
        later = "news", "news_told", "subscriptions", "waymarks", "addresses", "robots"
        connection.executescript("".join(f"DROP TABLE {name};" for name in later))
        connection.execute("DROP INDEX ix_page_versions_digest")
        connection.execute(f"UPDATE alembic_version SET version_num = '{FILED}'")
    monkeypatch.setattr(migrating, "file_again", lambda *_: pytest.fail("it took all pages up again"))
    with open_store(record) as store:
        assert store.contacts() == contacts
        assert [line.detail for line in store.audit(most=1)] == [f"{FILED} → {SCHEMA}"]


def test_something_else_is_refused_untouched(record: Path, tmp_path: Path) -> None:
    record.write_text("no database at all, but a text of some length\n" * 50)
    before = record.read_bytes()
    with pytest.raises(StoreError, match="not a record of Telcon"):
        open_store(record)
    assert record.read_bytes() == before
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE birds (name)")
    with pytest.raises(StoreError, match="no record of Telcon"):
        open_store(other)


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"nowhere/telcon\.db: it cannot be opened"):
        open_store(tmp_path / "nowhere" / "telcon.db")


def test_a_read_only_record_is_read_and_not_written(record: Path) -> None:
    with open_store(record) as store:
        store.add(reading())
    with open_store(f"sqlite:///file:{record}?mode=ro&uri=true") as store:
        assert len(store.contacts()) == 1
        with pytest.raises(StoreError, match="it is read-only"):
            store.add(reading(page("another")))


def test_a_full_disk_loses_nothing_that_was_added(record: Path) -> None:
    with open_store(record) as store:
        store.add(reading())
        kept = store.contacts()
        event.listen(store._engine, "begin", lambda it: it.exec_driver_sql("PRAGMA max_page_count = 1"))
        with pytest.raises(StoreError, match=r"telcon\.db: no room left to write"):
            for number in range(50):
                store.add(reading(page(f"long{number}", extra="dài " * 2000)))
    with open_store(record) as store:
        assert store.contacts()[0].id == kept[0].id
        assert list(store.flaws()) == []


def test_a_file_that_may_not_grow_loses_nothing(record: Path) -> None:
    code = """
import signal, sys
sys.path.insert(0, sys.argv[2])
from tests.store.readings import page, reading
from telcon.store import StoreError, open_store
with open_store(sys.argv[1]) as store:
    try:
        for number in range(300):
            store.add(reading(page(f"p{number}", extra=f"{number} dài " * 400)))
    except StoreError as error:
        print(error)
"""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))

    command = [sys.executable, "-c", code, str(record), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=limit, check=True)
    assert str(record) in done.stdout
    with open_store(record) as store:
        assert store.count_pages() > 0
        assert list(store.flaws()) == []
        assert sum(len(contact.tellings) for contact in store.contacts()) == store.count_pages()
