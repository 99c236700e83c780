"""Whether two contacts may have been on one day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from telcon.model.dates import Edtf, Moment
from telcon.model.mentions import Cue
from telcon.reports.days.datings import Dating
from telcon.reports.scenes import Scene

ALSO, LEAP = 20, 2000
"""Letters between *also* and an act, or whoever is named before it."""


def is_likewise(cue: Cue, scene: Scene) -> bool:
    """Whether somebody *also* did what was told of before, or it came *then*, not earlier."""
    if "again" in scene.meanings:
        return False
    beside = (p.start for p in scene.presences if 0 <= cue.span.start - p.stop <= ALSO)
    start = max(scene.span.start, min((*beside, cue.span.start)) - ALSO)
    also = scene.between(start, cue.span.start, "likewise")
    return bool(also or scene.between(scene.span.start, cue.span.start, "then"))


def conflict(one: Dating | None, other: Dating | None) -> bool:
    """Whether two days that are told cannot be one."""
    if not one or not other or not one.edtf or not other.edtf or one.of_telling or other.of_telling:
        return False
    return not _overlap(one.edtf, other.edtf)


def agree(one: Dating | None, other: Dating | None) -> bool:
    """Whether both are told a day, which may be one."""
    return bool(one and other and one.edtf and other.edtf and _overlap(one.edtf, other.edtf))


def _overlap(one: Edtf, other: Edtf) -> bool:
    spans = [(value.first_day(), value.last_day()) for value in (one, other)]
    if any(day is None for span in spans for day in span):
        spans = [_in_any_year(value) for value in (one, other)]
    (a, b), (c, d) = spans
    if a and b and c and d:
        return a <= d and c <= b
    return _may_be_one(one.start, other.start) and _may_be_one(one.stop, other.stop)


def _in_any_year(value: Edtf) -> tuple[date | None, date | None]:
    """The first and the last day of a date, as if all were in one year; none where a month is not told."""
    start, stop = value.start, value.stop
    if not start or not stop or not start.month or not stop.month:
        return None, None
    last = stop.day or monthrange(LEAP, stop.month)[1]
    return date(LEAP, start.month, start.day or 1), date(LEAP, stop.month, last)


def _may_be_one(one: Moment | None, other: Moment | None) -> bool:
    """Whether two days or months agree in all parts that both tell; any one year has them."""
    if not one or not other:
        return one is other
    parts = ((one.month, other.month), (one.day, other.day))
    return all(a == b or a is None or b is None for a, b in parts)
