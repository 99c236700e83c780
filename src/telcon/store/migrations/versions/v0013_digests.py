"""An index of the digests of pages, by which people and programs name them."""

from __future__ import annotations

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make it."""
    op.create_index("ix_page_versions_digest", "page_versions", ["digest"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_page_versions_digest", "page_versions")
