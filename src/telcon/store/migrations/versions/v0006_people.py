"""Users, where they are logged in, their tokens, and the log of every change, which only grows."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Text

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STAYS = """
CREATE TRIGGER audit_stays_{deed} BEFORE {deed} ON audit
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END
"""


def upgrade() -> None:
    """Make the tables; SQLite itself refuses to change the log."""
    op.create_table(
        "users",
        Column("id", Integer, primary_key=True),
        Column("name", Text, nullable=False),
        Column("key", Text, nullable=False, unique=True),
        Column("role", String, nullable=False),
        Column("password", Text),
        Column("made_at", String, nullable=False),
        Column("disabled_at", String),
    )
    op.create_table(
        "sessions",
        Column("id", Integer, primary_key=True),
        Column("user_id", Integer, ForeignKey("users.id"), nullable=False),
        Column("digest", String, nullable=False, unique=True),
        Column("made_at", String, nullable=False),
        Column("seen_at", String, nullable=False),
        Column("address", Text, nullable=False),
        Column("agent", Text, nullable=False),
    )
    op.create_index("ix_sessions_user_id", "sessions", ["user_id"])
    op.create_table(
        "tokens",
        Column("id", Integer, primary_key=True),
        Column("user_id", Integer, ForeignKey("users.id"), nullable=False),
        Column("name", Text, nullable=False),
        Column("digest", String, nullable=False, unique=True),
        Column("scope", String, nullable=False),
        Column("made_at", String, nullable=False),
        Column("expires_at", String, nullable=False),
        Column("used_at", String),
        Column("revoked_at", String),
    )
    op.create_index("ix_tokens_user_id", "tokens", ["user_id"])
    op.create_table(
        "audit",
        Column("id", Integer, primary_key=True),
        Column("at", String, nullable=False),
        Column("who", Text, nullable=False),
        Column("way", String, nullable=False),
        Column("address", Text, nullable=False),
        Column("deed", String, nullable=False),
        Column("of_content", Boolean, nullable=False),
        Column("subject", Text, nullable=False),
        Column("detail", Text, nullable=False),
    )
    op.create_index("ix_audit_of_content", "audit", ["of_content", "id"])
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):
            op.execute(STAYS.format(deed=deed))


def downgrade() -> None:
    """Remove the tables, and with them all users and the log."""
    for name in ("audit", "tokens", "sessions", "users"):
        op.drop_table(name)
