"""News of contacts: who subscribed, what each was told of, and what is on its way."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Text

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; nobody was told anything before."""
    op.create_table(
        "subscriptions",
        Column("name", Text, primary_key=True),
        Column("asked", Text, nullable=False),
        Column("version", Integer, nullable=False),
        Column("edition", Integer, nullable=False),
        Column("started_at", String, nullable=False),
    )
    op.create_table(
        "news_told",
        Column("subscription", Text, primary_key=True),
        Column("page_id", Integer, ForeignKey("pages.id"), primary_key=True),
        Column("report", String, primary_key=True),
        Column("status", String, nullable=False),
        Column("sides", JSON, nullable=False),
    )
    op.create_table(
        "news",
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
    )
    op.create_index("ix_news_subscription", "news", ["subscription", "way", "state"])


def downgrade() -> None:
    """Forget who was told what."""
    op.drop_table("news")
    op.drop_table("news_told")
    op.drop_table("subscriptions")
