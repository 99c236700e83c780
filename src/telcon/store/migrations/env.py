"""Runs migrations on the connection that Telcon hands over, inside the transaction that is open on it."""

from __future__ import annotations

from alembic import context

from telcon.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, render_as_batch=True)
context.run_migrations()
