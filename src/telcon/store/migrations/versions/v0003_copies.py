"""Which pages copy which, and by what such pages are found."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, BigInteger, Column, Float, ForeignKey, Integer, String, Text

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for copies and for the sketches of sentences; they are filled in by filing all pages afresh."""
    op.create_table(
        "bands",
        Column("band", BigInteger, primary_key=True, autoincrement=False),
        Column("version_id", Integer, ForeignKey("page_versions.id"), primary_key=True),
        Column("weight", Integer, nullable=False),
    )
    op.create_table(
        "copies",
        Column("copy_id", Integer, ForeignKey("page_versions.id"), primary_key=True),
        Column("origin_id", Integer, ForeignKey("page_versions.id"), primary_key=True),
        Column("extent", String, nullable=False),
        Column("share", Float, nullable=False),
        Column("taken", JSON, nullable=False),
        Column("credited", Text),
        Column("reasons", JSON, nullable=False),
    )
    op.create_index("ix_bands_version_id", "bands", ["version_id"])
    op.create_index("ix_copies_origin_id", "copies", ["origin_id"])


def downgrade() -> None:
    """Remove what was made: an older Telcon knows nothing of copies."""
    op.drop_table("copies")
    op.drop_table("bands")
