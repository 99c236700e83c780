"""What people decide about reports and pages."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, Column, Integer, String, Text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "decisions",
        Column("id", Integer, primary_key=True),
        Column("ruling", String, nullable=False),
        Column("subject", Text, nullable=False),
        Column("others", JSON, nullable=False),
        Column("field", String, nullable=False),
        Column("value", Text, nullable=False),
        Column("author", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("made_at", String, nullable=False),
        Column("undone_at", String),
        Column("undone_by", Text),
    )
    op.create_index("ix_decisions_subject", "decisions", ["subject"])


def downgrade() -> None:
    """Remove the table, and with it all decisions."""
    op.drop_table("decisions")
