"""The words of articles, to be searched: in SQLite by a full-text index that triggers keep in step with the table."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, Text

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

PUT_IN = "INSERT INTO passage_words(rowid, bare, written) VALUES (new.version_id, new.bare, new.written)"
TAKE_OUT = (
    "INSERT INTO passage_words(passage_words, rowid, bare, written) "
    "VALUES ('delete', old.version_id, old.bare, old.written)"
)


def upgrade() -> None:
    """Make room for the words; they are filled in by filing all pages afresh."""
    op.create_table(
        "passages",
        Column("version_id", Integer, ForeignKey("page_versions.id"), primary_key=True, autoincrement=False),
        Column("bare", Text, nullable=False),
        Column("written", Text, nullable=False),
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE passage_words USING fts5"
            "(bare, written, content='passages', content_rowid='version_id', tokenize='ascii', columnsize=0)"
        )
        op.execute(f"CREATE TRIGGER passages_added AFTER INSERT ON passages BEGIN {PUT_IN}; END")
        op.execute(f"CREATE TRIGGER passages_removed AFTER DELETE ON passages BEGIN {TAKE_OUT}; END")


def downgrade() -> None:
    """Remove what was made: an older Telcon searches nothing."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE passage_words")
    op.drop_table("passages")
