"""The day on which a page that shows none was written, as its agency's dateline tells: *JITRA, July 25 —*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telcon.mentions.dates import DateMention, Weekday, resolve_date
from telcon.model.dates import Edtf
from telcon.reports.days.eras import Era

WEEK = 7


def find_written_day(
    dateline: DateMention | None, era: Era | None, dates: Sequence[Sequence[DateMention]]
) -> str | None:
    """The dateline's day (ISO 8601); its year is told with it, or the only one within the page's era.

    Of several years it is the one in which the first day of the week that the page tells is that day, or the day
    before it: news are told the same day or the next.
    """
    told = resolve_date(dateline, published=None, anchor=None) if dateline else None
    if told is None:
        return None
    if told.date:
        return _iso(told.date)
    found = next(_in_era(told.in_page, era, dates), None) if told.in_page and era else None
    return _iso(found) if found else None


def _in_era(value: Edtf, era: Era, dates: Sequence[Sequence[DateMention]]) -> Iterator[Edtf]:
    weekday = next((m.expression.day for inside in dates for m in inside if isinstance(m.expression, Weekday)), None)
    hints = (None,) if weekday is None else (None, weekday, (weekday + 1) % WEEK)
    for hint in hints:
        if whole := era.complete(value, weekday=hint):
            yield whole


def _iso(value: Edtf) -> str | None:
    day = value.first_day()
    return str(day) if day and value.last_day() == day else None
