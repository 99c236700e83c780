"""The tables of what is watched."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, Integer, String, Table, Text

from telcon.store.tables import METADATA

# What is watched, and what it listed: addresses with what was heard of them last, so that only news is asked for.
addresses = Table(
    "addresses",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("address", Text, nullable=False, unique=True),
    Column("source", Text, nullable=False, index=True),
    Column("is_list", Boolean, nullable=False),
    Column("stamp", Text, nullable=False),
    Column("etag", Text, nullable=False),
    Column("last_modified", Text, nullable=False),
    Column("digest", String, nullable=False),
    Column("asked_at", String, nullable=False),
    Column("changed_at", String, nullable=False),
    Column("steady", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("failure", Text, nullable=False),
    Column("next_at", String, nullable=False),
)

# What sites ask of programs in their robots.txt; without words where it could not be had.
robots = Table(
    "robots",
    METADATA,
    Column("origin", Text, primary_key=True),
    Column("words", Text),
    Column("until", Float, nullable=False),
)
