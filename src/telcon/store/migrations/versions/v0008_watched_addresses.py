"""What is watched: addresses with what was heard of them last, and what sites ask of programs."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, Float, Integer, String, Text

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; nothing was watched before."""
    op.create_table(
        "addresses",
        Column("id", Integer, primary_key=True),
        Column("address", Text, nullable=False, unique=True),
        Column("source", Text, nullable=False),
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
    op.create_index("ix_addresses_source", "addresses", ["source"])
    op.create_table(
        "robots",
        Column("origin", Text, primary_key=True),
        Column("words", Text),
        Column("until", Float, nullable=False),
    )


def downgrade() -> None:
    """Forget what was watched."""
    op.drop_table("robots")
    op.drop_table("addresses")
