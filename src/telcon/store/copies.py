"""Copies among the pages of a record, as rows and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from telcon.contacts import Copy, Extent, Taken
from telcon.contacts.comparing import Reason
from telcon.model.spans import Span
from telcon.store import tables

_MOST = 500  # ids in one query: databases limit how many values a query may carry
_Places = Mapping[int, Sequence[Span]]


def copy_row(copy: Copy, ids: Mapping[str, int]) -> dict[str, Any]:
    """A copy as the database takes it; `ids` has the versions by the names of their pages."""
    return {
        "copy_id": ids[copy.copy],
        "origin_id": ids[copy.origin],
        "extent": copy.extent,
        "share": copy.share,
        "taken": [(it.here.start, it.here.stop, it.there.start, it.there.stop) for it in copy.taken],
        "credited": copy.credited,
        "reasons": [(reason.feature, reason.score, reason.seen) for reason in copy.reasons],
    }


def load_copies(connection: Connection, reports: Sequence[Row[Any]]) -> Mapping[str, list[Copy]]:
    """The copies among the pages of each contact that bear on what they tell of it; `reports` are rows of contacts."""
    told: dict[int, dict[str, int]] = defaultdict(dict)
    names = {row.version_id: row.member.rpartition(":")[0] for row in reports}
    for row in reports:
        told[row.version_id][row.contact_id] = row.id
    rows = [row for row in _copies_of(connection, list(told)) if row.origin_id in told]
    places = _places_of(connection, [report for row in rows for report in told[row.copy_id].values()])
    found: dict[str, list[Copy]] = defaultdict(list)
    for row in rows:
        copy = make_copy(row, names)
        for contact, report in told[row.copy_id].items():
            if contact in told[row.origin_id] and copy.bears_on(places[report]):
                found[contact].append(copy)
    return found


def _copies_of(connection: Connection, versions: Sequence[int]) -> Iterator[Row[Any]]:
    for start in range(0, len(versions), _MOST):
        wanted = tables.copies.c.copy_id.in_(versions[start : start + _MOST])
        yield from connection.execute(select(tables.copies).where(wanted).order_by(*tables.copies.primary_key.columns))


def _places_of(connection: Connection, reports: Iterable[int]) -> _Places:
    """Where the words stand that say the values of reports."""
    columns, wanted = tables.evidence.c, sorted(set(reports))
    places: dict[int, list[Span]] = defaultdict(list)
    for start in range(0, len(wanted), _MOST):
        of_reports = columns.report_id.in_(wanted[start : start + _MOST])
        for row in connection.execute(select(tables.evidence).where(of_reports, columns.position == 0)):
            places[row.report_id].append(Span(row.start, row.stop))
    return places


def make_copy(row: Row[Any], names: Mapping[int, str]) -> Copy:
    """The copy of a row; `names` has the names of pages by their versions."""
    return Copy(
        names[row.copy_id],
        names[row.origin_id],
        Extent(row.extent),
        row.share,
        tuple(Taken(Span(start, stop), Span(first, last)) for start, stop, first, last in row.taken),
        row.credited,
        tuple(Reason(feature, score, seen) for feature, score, seen in row.reasons),
    )
