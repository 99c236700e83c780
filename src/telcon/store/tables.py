"""The tables of a record. Their first shape is made by `migrations/versions`, which a test holds against this page."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

# Which Telcon brought the record to which shape.
imprints = Table(
    "imprints", METADATA, Column("schema", String, primary_key=True), Column("telcon", String, nullable=False)
)

# A page is what an address (or a name and a place) stands for; what was found there at a time is a version of it.
pages = Table(
    "pages",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("url", Text),
    Column("name", Text, nullable=False),
    Column("source", Text, nullable=False),
)

page_versions = Table(
    "page_versions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("page_id", ForeignKey("pages.id"), nullable=False),
    Column("digest", String, nullable=False, index=True),
    Column("text_digest", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("url", Text),
    Column("published", String),
    Column("language", String),
    Column("title", Text),
    Column("outlet", Text),
    Column("byline", Text),
    Column("credits", JSON, nullable=False),
    Column("lines", JSON, nullable=False),
    Column("skipped", Text),
    Column("reader_version", String, nullable=False),
    Column("seen_at", String, nullable=False),
    Column("superseded_by", ForeignKey("page_versions.id"), index=True),
    UniqueConstraint("page_id", "digest"),
)

# Gathered from the reports of the current versions of pages, anew whenever those that may be of one contact change.
contacts = Table("contacts", METADATA, Column("id", String, primary_key=True))

reports = Table(
    "reports",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("version_id", ForeignKey("page_versions.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("contact_id", ForeignKey("contacts.id"), index=True),
    Column("member", String, nullable=False, index=True),
    Column("block", String, nullable=False),
    Column("hold", String, nullable=False),
    Column("first_day", Integer, nullable=False),
    Column("last_day", Integer, nullable=False),
    Column("month_day", Integer, nullable=False),
    Column("told", Integer),
    Column("level", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("status", String, nullable=False),
    Column("focus", Boolean, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("date", String),
    Column("date_in_page", String),
    Column("minutes", Integer),
    Column("bound", String),
    Column("initiator", String),
    Column("topics", JSON, nullable=False),
    Column("claim_count", Integer, nullable=False),
    UniqueConstraint("version_id", "position"),
    Index("ix_reports_day", "block", "hold", "first_day"),
    Index("ix_reports_told", "block", "told"),
)

participants = Table(
    "participants",
    METADATA,
    Column("report_id", ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("country", String, nullable=False),
    Column("role", String, nullable=False),
    Column("person", String, index=True),
)

sources = Table(
    "sources",
    METADATA,
    Column("report_id", ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("side", String),
)

claims = Table(
    "claims",
    METADATA,
    Column("report_id", ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("field", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("cited", JSON, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("runner_up", Text),
)

# The words of a claim, first those that say the value, then what it was resolved with.
evidence = Table(
    "evidence",
    METADATA,
    Column("report_id", ForeignKey("reports.id"), primary_key=True),
    Column("claim", Integer, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("words", Text, nullable=False),
)

statements = Table(
    "statements",
    METADATA,
    Column("version_id", ForeignKey("page_versions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("report_id", ForeignKey("reports.id"), index=True),
    Column("kind", String, nullable=False),
    Column("speaker", JSON, nullable=False),
    Column("said_by", JSON, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("topics", JSON, nullable=False),
    Column("rule", Text, nullable=False),
    Column("reasons", JSON, nullable=False),
)

# What came up in a contact; `terms`: the date, whether it is due, then start, stop and words of each.
agreements = Table(
    "agreements",
    METADATA,
    Column("report_id", ForeignKey("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("matter", String, nullable=False),
    Column("object", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("terms", JSON, nullable=False),
    Column("speaker", JSON, nullable=False),
    Column("said_by", JSON, nullable=False),
    Column("rule", Text, nullable=False),
)

# What was held of a report (`one`) and another, each by its own name, and why; nothing depends on the order of coming.
judgements = Table(
    "judgements",
    METADATA,
    Column("one", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("other", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("author", String, nullable=False),
    Column("reasons", JSON, nullable=False),
)

# The sketches of the sentences of current versions: pages that share a band may be copies (contacts/sketches.py).
bands = Table(
    "bands",
    METADATA,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("version_id", ForeignKey("page_versions.id"), primary_key=True, index=True),
    Column("weight", Integer, nullable=False),
)

# Which current version took text from which; `taken`: start and stop in the copy, then in the origin, of each stretch.
copies = Table(
    "copies",
    METADATA,
    Column("copy_id", ForeignKey("page_versions.id"), primary_key=True),
    Column("origin_id", ForeignKey("page_versions.id"), primary_key=True, index=True),
    Column("extent", String, nullable=False),
    Column("share", Float, nullable=False),
    Column("taken", JSON, nullable=False),
    Column("credited", Text),
    Column("reasons", JSON, nullable=False),
)

# The words of the article of each version that counts, one space between them: without marks, and as they are written.
passages = Table(
    "passages",
    METADATA,
    Column("version_id", ForeignKey("page_versions.id"), primary_key=True, autoincrement=False),
    Column("bare", Text, nullable=False),
    Column("written", Text, nullable=False),
)

# What people decided; `subject` is a report's own name, or the key of a page. Nothing is deleted, only undone.
decisions = Table(
    "decisions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("ruling", String, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("others", JSON, nullable=False),
    Column("field", String, nullable=False),
    Column("value", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_at", String, nullable=False),
    Column("undone_at", String),
    Column("undone_by", Text),
)

leftovers = Table(
    "leftovers",
    METADATA,
    Column("version_id", ForeignKey("page_versions.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("words", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

# Who may do what; `key` is the name as names are compared. A user without a password comes by a proxy's word alone.
users = Table(
    "users",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("role", String, nullable=False),
    Column("password", Text),
    Column("made_at", String, nullable=False),
    Column("disabled_at", String),
)

# Who is logged in where; `digest` is that of the number that the browser keeps, which stands nowhere here.
sessions = Table(
    "sessions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("users.id"), nullable=False, index=True),
    Column("digest", String, nullable=False, unique=True),
    Column("made_at", String, nullable=False),
    Column("seen_at", String, nullable=False),
    Column("address", Text, nullable=False),
    Column("agent", Text, nullable=False),
)

# What programs ask with in a user's name; `digest` is that of the token, which stands nowhere here.
tokens = Table(
    "tokens",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("user_id", ForeignKey("users.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("digest", String, nullable=False, unique=True),
    Column("scope", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("expires_at", String, nullable=False),
    Column("used_at", String),
    Column("revoked_at", String),
)

# Every change, in the order of its making; rows are neither changed nor removed. `of_content`: others see it on pages.
audit = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("who", Text, nullable=False),
    Column("way", String, nullable=False),
    Column("address", Text, nullable=False),
    Column("deed", String, nullable=False),
    Column("of_content", Boolean, nullable=False),
    Column("subject", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Index("ix_audit_of_content", "of_content", "id"),
)

# How far sources of many pages were gone through, in which manner; another manner, or edition, begins anew.
waymarks = Table(
    "waymarks",
    METADATA,
    Column("source", Text, primary_key=True),
    Column("manner", String, primary_key=True),
    Column("edition", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("records", BigInteger, nullable=False),
    Column("read", BigInteger, nullable=False),
    Column("size", BigInteger),
    Column("passed", JSON, nullable=False),
    Column("ended", Boolean, nullable=False),
    Column("at", String, nullable=False),
)
