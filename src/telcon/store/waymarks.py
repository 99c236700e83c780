"""How far sources of many pages were gone through."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select

from telcon.model.pages import Waymark
from telcon.model.values import value
from telcon.store import tables


@value(frozen=True, slots=True)
class Reached:
    """Waymarks that were reached, and the manner in which their sources are read: a word that tells it from others."""

    manner: str
    marks: tuple[Waymark, ...]


@value(frozen=True, slots=True)
class Crawl:
    """What was made of a source of many pages: how many it holds, how many were passed over by reason, up to when."""

    source: str
    records: int
    passed: tuple[tuple[str, int], ...]
    ended: bool
    at: str


def list_crawls(connection: Connection) -> list[Crawl]:
    """Every source of many pages that was gone through, the latest first; of several manners the latest."""
    found: dict[str, Crawl] = {}
    for row in connection.execute(select(tables.waymarks).order_by(tables.waymarks.c.at.desc(), "source")):
        passed = tuple((str(reason), int(count)) for reason, count in row.passed)
        found.setdefault(row.source, Crawl(row.source, row.records, passed, row.ended, row.at))
    return list(found.values())


def find_waymark(connection: Connection, source: str, edition: str, manner: str) -> Waymark | None:
    """How far this edition of a source was gone through in this manner; None where it never was."""
    marks = tables.waymarks.c
    known = (marks.source == source, marks.manner == manner, marks.edition == edition)
    row = connection.execute(select(tables.waymarks).where(*known)).one_or_none()
    if row is None:
        return None
    passed = tuple((str(reason), int(count)) for reason, count in row.passed)
    return Waymark(source, edition, row.position, row.records, row.read, row.size, passed, row.ended)


def keep_waymarks(connection: Connection, reached: Reached) -> None:
    """Put waymarks in the place of those that were reached before in the same manner."""
    for mark in _latest(reached.marks):
        marks = tables.waymarks.c
        connection.execute(delete(tables.waymarks).where(marks.source == mark.source, marks.manner == reached.manner))
        row = {"source": mark.source, "manner": reached.manner, "edition": mark.edition, "position": mark.position}
        row |= {"records": mark.records, "read": mark.read, "size": mark.size, "passed": [*map(list, mark.passed)]}
        at = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(insert(tables.waymarks).values(**row, ended=mark.ended, at=at))


def _latest(marks: Iterable[Waymark]) -> Iterable[Waymark]:
    """The last of each source; one of which nobody can tell the edition is not kept."""
    return {mark.source: mark for mark in marks if mark.edition}.values()
