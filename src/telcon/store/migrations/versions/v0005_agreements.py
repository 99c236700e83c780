"""What came up in contacts: agreements and follow-ups. Pages read before have none until they are read again."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, Column, ForeignKey, Integer, String, Text

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "agreements",
        Column("report_id", Integer, ForeignKey("reports.id"), primary_key=True),
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


def downgrade() -> None:
    """Remove the table."""
    op.drop_table("agreements")
