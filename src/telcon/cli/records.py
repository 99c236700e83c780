"""Which record a command works on, and which contact is meant."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.messages import say

if TYPE_CHECKING:
    from telcon.store import Contact, Store

RecordOption = Annotated[
    str,
    typer.Option(
        "--record", envvar="TELCON_RECORD", metavar="PATH", help=say("The record: a file or a database address.")
    ),
]
DEFAULT_RECORD = "telcon.db"


@contextmanager
def record_to_write(address: str) -> Iterator[Store]:
    """Open a record, made where there is none; what goes wrong with it within becomes a `Failure`."""
    from telcon.store import (  # noqa: PLC0415 - loads the database layer
        Doer,
        StoreError,
        Way,
        acting,
        machine_user,
        open_store,
    )

    try:
        with acting(Doer(machine_user(), Way.COMMAND)), open_store(address) as store:
            yield store
    except StoreError as error:
        raise Failure(error.record, error.reason, error.advice) from error


@contextmanager
def record_to_read(address: str) -> Iterator[Store]:
    """Open a record that exists. Raises `Failure` (status 2) where there is none."""
    from telcon.store import is_missing  # noqa: PLC0415

    if is_missing(address):
        advice = say("make it with: telcon add PAGES, or name another with --record")
        raise Failure(address, say("there is no such record"), advice, status=WRONG_USE)
    with record_to_write(address) as store:
        yield store


def find_contact(store: Store, prefix: str) -> Contact:
    """The contact whose id begins so. Raises `Failure` (status 2) where there is none or more than one."""
    ids = store.contact_ids(prefix.strip().lower())
    if len(ids) > 1:
        listed = ", ".join(ids[:8]) + (", …" if len(ids) > 8 else "")
        reason = say("{count} contacts begin so: {listed}", count=len(ids), listed=listed)
        raise Failure(prefix, reason, say("give more of the id"), status=WRONG_USE)
    contact = store.contact(ids[0]) if ids else None
    if contact is None:
        reason, advice = say("no contact has an id that begins so"), say("list them: telcon contacts")
        raise Failure(prefix, reason, advice, status=WRONG_USE)
    return contact
