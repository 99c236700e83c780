"""Finding what is wrong in a record."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from telcon.store import StoreError, open_store
from tests.store.readings import reading


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ("UPDATE evidence SET start = start + 1, stop = stop + 1 WHERE claim = 0", "contact 0, kind = phone"),
        ("UPDATE statements SET words = 'khác'", "statement 0"),
        ("UPDATE leftovers SET stop = 99999", "leftover 0"),
        ("UPDATE page_versions SET text = text || '!'", "digest differs"),
        ("DELETE FROM evidence", "no words stand for it"),
        ("DELETE FROM evidence; DELETE FROM claims WHERE field = 'date'", "3 claims were stored, 2 are left"),
        ("DELETE FROM participants", "nobody takes part"),
        ("UPDATE reports SET date = '2025-01-20'", "filed by what it does not tell"),
        ("INSERT INTO contacts VALUES ('x'); UPDATE reports SET contact_id = 'x'", "filed as x, but it is"),
        ("DELETE FROM contacts", "belongs to a row of contacts that is missing"),
        ("UPDATE page_versions SET superseded_by = id", "0 of its versions are current"),
    ],
)
def test_damage_is_found_and_placed(record: Path, damage: str, reason: str) -> None:
    with open_store(record) as store:
        store.add(reading())
    with sqlite3.connect(record) as connection:
        connection.executescript(damage)
    with open_store(record) as store:
        found = [f"{flaw.place}: {flaw.reason}" for flaw in store.flaws()]
    assert any(reason in flaw for flaw in found), found


def test_a_torn_file_is_told_of(record: Path) -> None:
    with open_store(record) as store:
        store.add(reading())
    content = bytearray(record.read_bytes())
    content[4096 * 3 : 4096 * 20] = b"\xff" * (4096 * 17)
    record.write_bytes(content)
    try:
        with open_store(record) as store:
            told = [flaw.reason for flaw in store.flaws()]
    except StoreError as error:
        told = [error.reason]
    assert told
