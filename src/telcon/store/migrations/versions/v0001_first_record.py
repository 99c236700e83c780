"""The first shape of a record."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, Boolean, Column, ForeignKey, Integer, String, Text, UniqueConstraint

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    op.create_table("imprints", Column("schema", String, primary_key=True), Column("telcon", String, nullable=False))
    op.create_table(
        "pages",
        Column("id", Integer, primary_key=True),
        Column("key", Text, nullable=False, unique=True),
        Column("url", Text),
        Column("name", Text, nullable=False),
        Column("source", Text, nullable=False),
    )
    op.create_table(
        "page_versions",
        Column("id", Integer, primary_key=True),
        Column("page_id", Integer, ForeignKey("pages.id"), nullable=False),
        Column("digest", String, nullable=False),
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
        Column("superseded_by", Integer, ForeignKey("page_versions.id")),
        UniqueConstraint("page_id", "digest"),
    )
    op.create_table(
        "contacts",
        Column("id", String, primary_key=True),
        Column("date", String),
        Column("kind", String, nullable=False),
        Column("status", String, nullable=False),
    )
    op.create_table(
        "reports",
        Column("id", Integer, primary_key=True),
        Column("version_id", Integer, ForeignKey("page_versions.id"), nullable=False),
        Column("position", Integer, nullable=False),
        Column("contact_id", String, ForeignKey("contacts.id"), nullable=False),
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
    )
    op.create_table(
        "participants",
        Column("report_id", Integer, ForeignKey("reports.id"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("name", Text, nullable=False),
        Column("country", String, nullable=False),
        Column("role", String, nullable=False),
        Column("person", String),
    )
    op.create_table(
        "sources",
        Column("report_id", Integer, ForeignKey("reports.id"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("name", Text, nullable=False),
        Column("side", String),
    )
    op.create_table(
        "claims",
        Column("report_id", Integer, ForeignKey("reports.id"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("field", String, nullable=False),
        Column("value", Text, nullable=False),
        Column("rule", Text, nullable=False),
        Column("cited", JSON, nullable=False),
        Column("reasons", JSON, nullable=False),
        Column("runner_up", Text),
    )
    op.create_table(
        "evidence",
        Column("report_id", Integer, ForeignKey("reports.id"), primary_key=True),
        Column("claim", Integer, primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("start", Integer, nullable=False),
        Column("stop", Integer, nullable=False),
        Column("words", Text, nullable=False),
    )
    op.create_table(
        "statements",
        Column("version_id", Integer, ForeignKey("page_versions.id"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("report_id", Integer, ForeignKey("reports.id")),
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
    op.create_table(
        "leftovers",
        Column("version_id", Integer, ForeignKey("page_versions.id"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("start", Integer, nullable=False),
        Column("stop", Integer, nullable=False),
        Column("words", Text, nullable=False),
        Column("reason", Text, nullable=False),
    )
    op.create_index("ix_page_versions_superseded_by", "page_versions", ["superseded_by"])
    op.create_index("ix_reports_contact_id", "reports", ["contact_id"])
    op.create_index("ix_participants_person", "participants", ["person"])
    op.create_index("ix_statements_report_id", "statements", ["report_id"])


def downgrade() -> None:
    """Remove every table."""
    for name in (
        "leftovers",
        "statements",
        "evidence",
        "claims",
        "sources",
        "participants",
        "reports",
        "contacts",
        "page_versions",
        "pages",
        "imprints",
    ):
        op.drop_table(name)
