"""How far web archives and dumps were gone through, so that a run that was cut off goes on there."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, BigInteger, Boolean, Column, String, Text

revision = "0011"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; what was added before is gone through once more, and found unchanged."""
    op.create_table(
        "waymarks",
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


def downgrade() -> None:
    """Forget it."""
    op.drop_table("waymarks")
