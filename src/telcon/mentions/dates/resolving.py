"""Which day a wording means, given the page's own date and the date told of last."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from telcon.mentions.dates.expressions import (
    Calendar,
    DatedValue,
    DateMention,
    Origin,
    Shift,
    Unit,
    Vague,
    Weekday,
)
from telcon.model.dates import Edtf, Moment, Precision

_AHEAD = 120
_BARELY_BEGUN = 10
"""Up to this day of a month its bare name means the one a year before, of what has been."""
LEAP_YEAR = 2000
_YEAR_INFERRED = "year from the publication date"
_MONTH_INFERRED = "month from the publication date"
_DATE_INFERRED = "date from the publication date"
_ANCHOR_INFERRED = "date from the date told of before"


def resolve_date(
    mention: DateMention, *, published: str | None, anchor: Edtf | None, future: bool | None = None
) -> DatedValue | None:
    """Resolve a mention with the page's date (ISO 8601, a time may follow) and the date told of last.

    `future`: whether what is dated is to come, has been, or cannot be told; the mention's own words go before it.
    None where nothing can be told: a vague wording, or one whose origin is not known.
    """
    tense = mention.future if mention.future is not None else future
    today = date.fromisoformat(published[:10]) if published else None
    match mention.expression:
        case Calendar() as calendar:
            return _resolve_calendar(calendar, today, tense)
        case Weekday() as weekday:
            return _dated(_resolve_weekday(weekday, today, tense), _DATE_INFERRED) if today else None
        case Shift() as shift:
            return _resolve_shift(shift, today, anchor)
        case Vague():
            return None


def is_day_alone(mention: DateMention) -> bool:
    """Whether it is a day whose month is not told: *27日*."""
    when = mention.expression
    return isinstance(when, Calendar) and bool(when.day) and not (when.month or when.year or when.months is not None)


def resolve_near(mention: DateMention, told: Edtf, *, future: bool | None = None) -> DatedValue | None:
    """A day alone, in the month that puts it nearest to a day told on the page; without a year where that has none."""
    moment = told.stop
    if moment is None or moment.month is None or moment.day is None:
        return None
    today = date(moment.year or LEAP_YEAR, moment.month, moment.day)
    near = resolve_date(mention, published=str(today), anchor=None, future=future)
    if near is None or near.in_page is None or moment.year:
        return near
    return _dated(Edtf(_in_any_year(near.in_page.start), _in_any_year(near.in_page.stop)), *near.inferred)


def _in_any_year(moment: Moment | None) -> Moment | None:
    return moment and Moment(None, moment.month, moment.day)


def _dated(value: Edtf | None, *inferred: str) -> DatedValue | None:
    if value is None:
        return None
    return DatedValue(value if value.dated else None, value, inferred)


def _resolve_calendar(calendar: Calendar, today: date | None, future: bool | None) -> DatedValue | None:
    if calendar.until:
        return _resolve_stretch(calendar, calendar.until, today, future)
    if calendar.year is None and today:
        moment, inferred = _complete(calendar, today, future)
        return _dated(Edtf(moment, moment), inferred) if moment else None
    return _dated(_as_printed(calendar))


def _as_printed(calendar: Calendar) -> Edtf | None:
    try:
        return Edtf.of(calendar.year, calendar.month, calendar.day)
    except ValueError:
        return None


def _complete(calendar: Calendar, today: date, future: bool | None) -> tuple[Moment | None, str]:
    if calendar.years is not None:
        return _moment(today.year + calendar.years, calendar.month, calendar.day), _YEAR_INFERRED
    if calendar.months is not None:
        year, month = _add_months(today.year, today.month, calendar.months)
        return _moment(year, month, calendar.day), _MONTH_INFERRED
    if calendar.month is None:
        return _nearest_day(calendar.day, today, future), _MONTH_INFERRED
    if calendar.day is None:
        return _nearest_month(calendar.month, today, future), _YEAR_INFERRED
    # The nearest is at most a year away, save for a day that only leap years have.
    reach = 4 if (calendar.month, calendar.day) == (2, 29) else 1
    years = range(today.year - reach, today.year + reach + 1)
    moments = [moment for year in years if (moment := _moment(year, calendar.month, calendar.day))]
    return _nearest(moments, today, future), _YEAR_INFERRED


def _nearest_day(day: int | None, today: date, future: bool | None) -> Moment | None:
    months = (_add_months(today.year, today.month, step) for step in (-2, -1, 0, 1, 2))
    return _nearest([moment for year, month in months if (moment := _moment(year, month, day))], today, future)


def _nearest_month(month: int, today: date, future: bool | None) -> Moment:
    if future:
        return Moment(today.year + (month < today.month), month)
    if future is None and (month - today.month) % 12 == 1:
        return Moment(today.year + (month < today.month), month)
    gone = month > today.month or (future is False and month == today.month and today.day <= _BARELY_BEGUN)
    return Moment(today.year - gone, month)


def _nearest(moments: list[Moment], today: date, future: bool | None) -> Moment | None:
    # A page may be stamped in a zone a day behind the one that its words count in.
    first = -1 if future else None
    last = 1 if future is False else _AHEAD if future is None else None
    best, nearest = None, 0
    for moment in moments:
        days = (date(moment.year or 1, moment.month or 1, moment.day or 1) - today).days
        if (first is not None and days < first) or (last is not None and days > last):
            continue
        if best is None or abs(days) < nearest:
            best, nearest = moment, abs(days)
    return best


def _resolve_stretch(first: Calendar, last: Calendar, today: date | None, future: bool | None) -> DatedValue | None:
    if future is False and today and (begun := _resolve_stretch(first, last, today, None)):
        opens = begun.date.first_day() if begun.date else None
        if opens and opens <= today:  # what has begun may go on: *bắt đầu chuyến thăm từ ngày 8 đến 10/1*
            return begun
    stop = _resolve_calendar(last, today, future)
    if stop is None or stop.in_page is None or stop.in_page.stop is None:
        return None
    year = stop.in_page.stop.year
    if year and first.month and last.month and first.month > last.month and first.year in (None, last.year):
        year -= 1
    elif first.year is not None:
        year = first.year
    start = _moment(year, first.month or (stop.in_page.stop.month if first.day else None), first.day)
    return _dated(Edtf(start, stop.in_page.stop), *stop.inferred) if start else None


def _resolve_weekday(weekday: Weekday, today: date, future: bool | None) -> Edtf:
    if weekday.weeks is not None:
        monday = today - timedelta(days=today.weekday())
        return Edtf.on(monday + timedelta(days=7 * weekday.weeks + weekday.day))
    if future:
        ahead = (weekday.day - today.weekday()) % 7
        return Edtf.on(today + timedelta(days=ahead or 7 * weekday.strict))
    back = (today.weekday() - weekday.day) % 7
    return Edtf.on(today - timedelta(days=back or 7 * weekday.strict))


def _resolve_shift(shift: Shift, today: date | None, anchor: Edtf | None) -> DatedValue | None:
    if shift.origin is Origin.PUBLISHED or (shift.origin is Origin.BESIDE and not anchor):
        return _dated(_shift(Edtf.on(today), shift), _DATE_INFERRED) if today else None
    return _dated(_shift(anchor, shift), _ANCHOR_INFERRED) if anchor else None


def _shift(origin: Edtf, shift: Shift) -> Edtf | None:
    moment = origin.stop or origin.start
    if moment is None:
        return None
    if shift.unit is Unit.YEAR:
        return Edtf.of(moment.year + shift.amount) if moment.year is not None else None
    if shift.unit is Unit.MONTH:
        return _shift_months(moment, shift.amount)
    if origin.precision is not Precision.DAY and moment.day is None:
        return None
    if moment.month is None:  # the day of a month that is not told
        return origin if shift.unit is Unit.DAY and not shift.amount else None
    return _shift_days(moment, shift)


def _shift_months(moment: Moment, amount: int) -> Edtf | None:
    if moment.month is None:
        return None
    year, month = _add_months(moment.year or 2000, moment.month, amount)
    if moment.year is None:
        return Edtf.of(None, month)
    return Edtf.of(year, month)


def _shift_days(moment: Moment, shift: Shift) -> Edtf | None:
    day = date(moment.year or 2000, moment.month or 1, moment.day or 1)
    if shift.unit is Unit.DAY:
        shifted = day + timedelta(days=shift.amount)
        if shift.about:
            return Edtf.of(None if moment.year is None else shifted.year, shifted.month)
        return Edtf.of(None if moment.year is None else shifted.year, shifted.month, shifted.day)
    if moment.year is None:
        return _month_of_week(day, shift.amount)
    monday = day - timedelta(days=day.weekday()) + timedelta(days=7 * shift.amount)
    first = monday + timedelta(days=5) if shift.unit is Unit.WEEKEND else monday
    return Edtf.on(first, until=monday + timedelta(days=6))


def _month_of_week(day: date, weeks: int) -> Edtf | None:
    """The month of a week counted from a day without a year, whatever its day of the week, where there is only one."""
    middle = day + timedelta(days=7 * weeks)
    first, last = middle - timedelta(days=6), middle + timedelta(days=6)
    return Edtf.of(None, first.month) if first.month == last.month else None


def _add_months(year: int, month: int, amount: int) -> tuple[int, int]:
    years, place = divmod(month - 1 + amount, 12)
    return year + years, place + 1


def _moment(year: int | None, month: int | None, day: int | None) -> Moment | None:
    if year is not None and month and day and day > monthrange(year, month)[1]:
        return None
    try:
        return Moment(year, month, day)
    except ValueError:
        return None
