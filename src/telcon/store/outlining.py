"""The outlines of all contacts, kept in step with a record at the cost of what changed in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from telcon.contacts import Contact, place_in_order
from telcon.contacts.decisions import Decisions
from telcon.store import tables
from telcon.store.loading import load_outlines

_MOST = 500  # ids in one query: databases limit how many values a query may carry
_MakeUp = Mapping[str, Sequence[tuple[Any, ...]]]


class Outlines:
    """Contacts without claims, statements and texts; `Store.refresh` brings them up to date.

    What a contact is depends on which reports it holds, on when their pages were last read, and on what people put in
    the place of values: where none of that changed, the contact that was loaded before stands.
    """

    def __init__(self) -> None:
        self._made: _MakeUp = {}
        self._contacts: dict[str, Contact] = {}
        self._places: dict[str, Any] = {}

    def refresh(self, connection: Connection, decisions: Decisions) -> list[Contact]:
        """The contacts as they are now, in the order of the record."""
        made = _make_ups(connection, decisions)
        for gone in self._contacts.keys() - made.keys():
            del self._contacts[gone], self._places[gone]
        changed = sorted(name for name, parts in made.items() if self._made.get(name) != parts)
        for contact in _load(connection, changed, decisions, every=len(changed) == len(made)):
            self._contacts[contact.id], self._places[contact.id] = contact, place_in_order(contact)
        self._made = made
        return [self._contacts[name] for name in sorted(self._contacts, key=self._places.__getitem__)]


def _load(connection: Connection, ids: Sequence[str], decisions: Decisions, *, every: bool) -> list[Contact]:
    if every:
        return load_outlines(connection, decisions=decisions)
    of = tables.reports.c.contact_id
    parts = (ids[start : start + _MOST] for start in range(0, len(ids), _MOST))
    return [contact for part in parts for contact in load_outlines(connection, of.in_(part), decisions=decisions)]


def _make_ups(connection: Connection, decisions: Decisions) -> _MakeUp:
    """Of each contact that a current page tells of, what it is made of."""
    reports, versions = tables.reports.c, tables.page_versions
    query = (
        select(reports.contact_id, reports.id, reports.member, versions.c.seen_at)
        .join(versions, versions.c.id == reports.version_id)
        .where(versions.c.superseded_by.is_(None), reports.contact_id.is_not(None))
        .order_by(reports.id)
    )
    made: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for contact, report, member, seen in connection.execute(query):
        corrected = decisions.corrections.get(member, ())
        made[contact].append((report, seen, *(one.number for one in corrected)))
    return made
