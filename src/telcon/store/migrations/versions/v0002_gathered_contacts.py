"""Contacts gathered from reports that agree, instead of named by what they agree in."""

from __future__ import annotations

from alembic import op
from sqlalchemy import JSON, Column, Integer, String

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXTS, DAYS = ("member", "block", "hold"), ("first_day", "last_day", "month_day")


def upgrade() -> None:
    """Make room for how reports are gathered; the values are filled in by filing all reports afresh."""
    op.create_table(
        "judgements",
        Column("one", String, primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("other", String, nullable=False),
        Column("verdict", String, nullable=False),
        Column("author", String, nullable=False),
        Column("reasons", JSON, nullable=False),
    )
    with op.batch_alter_table("reports") as reports:
        reports.alter_column("contact_id", existing_type=String, nullable=True)
        for name in TEXTS:
            reports.add_column(Column(name, String, nullable=False, server_default=""))
        for name in DAYS:
            reports.add_column(Column(name, Integer, nullable=False, server_default="0"))
        reports.add_column(Column("told", Integer))
    with op.batch_alter_table("contacts") as contacts:
        for name in ("date", "kind", "status"):
            contacts.drop_column(name)
    op.create_index("ix_reports_member", "reports", ["member"])
    op.create_index("ix_reports_day", "reports", ["block", "hold", "first_day"])
    op.create_index("ix_reports_told", "reports", ["block", "told"])


def downgrade() -> None:
    """Refuse: an older Telcon cannot name the contacts that this one gathered."""
    raise NotImplementedError
