"""The tables of news: they tell nothing of contacts, only who was told of which."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, Text

from telcon.store.tables import METADATA

# Who is told of news; `asked` is what they asked for, `version` and `edition` how far the record was looked through.
subscriptions = Table(
    "subscriptions",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("asked", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("edition", Integer, nullable=False),
    Column("started_at", String, nullable=False),
)

# The reports of contacts that somebody was told of. A report is known by its page and its own place there, so that it
# stays the same one when contacts are joined, and when its page is read again with other content.
news_told = Table(
    "news_told",
    METADATA,
    Column("subscription", Text, primary_key=True),
    Column("page_id", ForeignKey("pages.id"), primary_key=True),
    Column("report", String, primary_key=True),
    Column("status", String, nullable=False),
    Column("sides", JSON, nullable=False),
)

# What is to be sent, or was; those that go out together share a lot, whose name stays the same when it is sent again.
news = Table(
    "news",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("subscription", Text, nullable=False),
    Column("way", Text, nullable=False),
    Column("occasion", String, nullable=False),
    Column("contact_id", String, nullable=False),
    Column("reports", JSON, nullable=False),
    Column("made_at", String, nullable=False),
    Column("state", String, nullable=False),
    Column("lot", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("changed_at", String, nullable=False),
    Column("failure", Text, nullable=False),
    Index("ix_news_subscription", "subscription", "way", "state"),
)
