"""Filing all reports afresh, for records of an older shape."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select, update

from telcon.contacts import make_members
from telcon.store import tables
from telcon.store.gathering import gather_all, member_row, write_gathered
from telcon.store.identities import member_page
from telcon.store.loading import load_reports
from telcon.store.neighbourhoods import SEEN
from telcon.store.sketching import file_all_copies


def file_again(connection: Connection) -> None:
    """File every report of a current version anew, from what was read of it, and find all copies."""
    reports, versions, pages = tables.reports, tables.page_versions.c, tables.pages.c
    connection.execute(update(reports).values(contact_id=None, block=""))
    connection.execute(delete(tables.judgements))
    connection.execute(delete(tables.contacts))
    shown = select(versions.id, versions.digest, versions.url, versions.published, pages.name)
    current = shown.join(tables.pages, pages.id == versions.page_id).where(versions.superseded_by.is_(None))
    for row in connection.execute(current.order_by(versions.id)).all():
        name = member_page(row.digest, row.url or row.name, row.published)
        members = make_members(name, load_reports(connection, row.id), published=row.published)
        for position, member in enumerate(members):
            own = (reports.c.version_id == row.id, reports.c.position == position)
            connection.execute(update(reports).where(*own).values(member_row(member)))
    filed = connection.execute(select(*SEEN).where(reports.c.block != "")).all()
    write_gathered(connection, gather_all(connection), filed)
    file_all_copies(connection)
