"""The pages that came into the record last, with the contacts that they tell of."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import Connection, select

from telcon.contacts import FiledPage
from telcon.model.values import value
from telcon.store import tables


@value(frozen=True, slots=True)
class Arrival:
    """A version of a page, when it was seen (ISO 8601), and the ids of the contacts that it tells of.

    `skipped` is why it was passed over, `again` whether the page was held before with other content.
    """

    page: FiledPage
    seen_at: str
    contacts: tuple[str, ...]
    skipped: str | None
    again: bool


def load_arrivals(connection: Connection, most: int) -> list[Arrival]:
    """The current versions of pages that came last, the newest first."""
    versions, pages = tables.page_versions.c, tables.pages.c
    shown = (versions.url, versions.title, versions.outlet, versions.published, versions.language)
    query = select(versions.id, versions.digest, pages.name, pages.source, *shown, versions.skipped, versions.seen_at)
    newest = query.join(tables.pages, pages.id == versions.page_id).where(versions.superseded_by.is_(None))
    rows = connection.execute(newest.order_by(versions.id.desc()).limit(most)).all()
    ids = [row.id for row in rows]
    again = set(connection.scalars(select(versions.superseded_by).where(versions.superseded_by.in_(ids))))
    told = _told_by(connection, ids)
    return [
        Arrival(FiledPage(*row[1:9]), row.seen_at, tuple(told[row.id]), row.skipped, row.id in again) for row in rows
    ]


def _told_by(connection: Connection, ids: list[int]) -> dict[int, list[str]]:
    reports = tables.reports.c
    filed = reports.version_id.in_(ids), reports.contact_id.is_not(None)
    query = select(reports.version_id, reports.contact_id).where(*filed)
    told: dict[int, list[str]] = defaultdict(list)
    for row in connection.execute(query.order_by(reports.version_id, reports.position)):
        if row.contact_id not in told[row.version_id]:
            told[row.version_id].append(row.contact_id)
    return told
