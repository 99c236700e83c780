"""Filing reports by what was read from them and what people decided: where on the time line of which block they lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, delete, select, update

from telcon.contacts import Member, make_members
from telcon.contacts.decisions import Decisions, apply_corrections
from telcon.model.contacts import Report
from telcon.store import tables
from telcon.store.gathering import Touched, gather_all, member_row, take_out, touched_by, write_gathered
from telcon.store.identities import member_page
from telcon.store.loading import load_reports
from telcon.store.neighbourhoods import SEEN
from telcon.store.passages import file_passages
from telcon.store.sketching import current_versions, file_all_copies

_REPORTS, _VERSIONS, _PAGES = tables.reports, tables.page_versions.c, tables.pages.c
OF_PAGE = (
    _VERSIONS.id,
    _VERSIONS.digest,
    _VERSIONS.url,
    _VERSIONS.published,
    _VERSIONS.superseded_by,
    _PAGES.name,
    _PAGES.key,
)


def members_of(row: Row[Any], reports: Sequence[Report], decisions: Decisions) -> list[Member]:
    """The reports of a version, as people corrected them; `row` holds what `OF_PAGE` names."""
    name = member_page(row.digest, row.url or row.name, row.published)
    made = make_members(name, reports, published=row.published)
    return [apply_corrections(member, decisions) for member in made]


def file_version(connection: Connection, version: int, decisions: Decisions) -> Touched:
    """File the reports of a version of a page; returns where they lay and where they lie now."""
    old = take_out(connection, version)
    row = connection.execute(_of_pages().where(_VERSIONS.id == version)).one()
    if row.key in decisions.hidden or row.superseded_by is not None:
        return old
    for position, member in enumerate(members_of(row, load_reports(connection, version), decisions)):
        own = (_REPORTS.c.version_id == version, _REPORTS.c.position == position)
        connection.execute(update(_REPORTS).where(*own).values(member_row(member)))
    return old | touched_by(connection, version)


def file_again(connection: Connection, decisions: Decisions) -> None:
    """File every current report anew, gather them, find all copies, keep all words: for records of an older shape."""
    connection.execute(update(_REPORTS).values(contact_id=None, block=""))
    connection.execute(delete(tables.judgements))
    connection.execute(delete(tables.contacts))
    current = _of_pages().where(_VERSIONS.superseded_by.is_(None)).order_by(_VERSIONS.id)
    for row in connection.execute(current).all():
        file_version(connection, row.id, decisions)
    filed = connection.execute(select(*SEEN).where(_REPORTS.c.block != "")).all()
    write_gathered(connection, gather_all(connection, decisions), filed)
    file_all_copies(connection)
    for version in current_versions(connection):
        file_passages(connection, version, decisions)


def _of_pages() -> Any:
    return select(*OF_PAGE).join(tables.pages, _PAGES.id == _VERSIONS.page_id)
