"""Contacts by month or by year as a row of bars, each of which narrows the list to its time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from babel.dates import format_date

from telcon.messages import spoken
from telcon.model.contacts import Status
from telcon.model.values import value
from telcon.store import Selection, day_range
from telcon.web.lists.listing import Listing
from telcon.web.lists.sieves import PERIOD, Facet, Sieve

MOST_MONTHS = 24
"""Months up to which contacts are shown by month; what spans more is shown by year."""
UNITS = 8
"""Contacts up to which each is drawn as a box of its own; where a bar has more, all are drawn in one piece."""
GROUND, BOX, GAP = 83.0, 8.0, 1.5
"""Of the drawing: where bars stand, how high the box of a contact is, and what is left between two."""


@value(frozen=True, slots=True)
class Box:
    """A rectangle of the drawing; `open`: of what is only planned or proposed."""

    x: float
    y: float
    width: float
    height: float
    open: bool = False


@value(frozen=True, slots=True)
class Bar:
    """The contacts of a month or year (EDTF), and how many of them are only planned; `label` is empty where it would
    run into the next.
    """

    period: str
    count: int
    planned: int
    chosen: bool
    begins_year: bool
    label: str
    x: float
    width: float
    boxes: tuple[Box, ...]


def make_strip(listing: Listing, width: float, room: float) -> list[Bar]:
    """The bars of the contacts asked for, whenever they were, in a drawing so wide; `room` is that of a label.

    None where all are of one time, so that there is nothing to choose.
    """
    sieve, asked = listing.sieve, listing.asked
    passing = sieve.passing(listing.parts, without=(PERIOD, Facet.YEAR))
    counts = {month: (mask & passing).bit_count() for month, mask in sieve.months.items() if mask & passing}
    if not counts:
        return []
    start, stop, length = _window(min(counts), max(counts), asked)
    planned = passing & _planned(sieve)
    opened = {month: (sieve.months[month] & planned).bit_count() for month in counts}
    periods = list(_periods(start, stop, length))
    if len(periods) == 1:
        return []
    held, to_come = _add_up(counts, length), _add_up(opened, length)
    step = width / len(periods)
    every = next(n for n in range(1, len(periods) + 1) if n * step >= room or n == len(periods))
    tallest = max(held[period] for period in periods)
    return [
        Bar(
            period,
            held[period],
            to_come[period],
            _is_asked(period, asked),
            length == 4 or period.endswith("-01") or number == 0,
            _label(period, number) if number % every == 0 else "",
            round(number * step, 1),
            round(step, 1),
            tuple(_boxes(held[period], to_come[period], tallest, number * step + 2, max(step - 5, 1))),
        )
        for number, period in enumerate(periods)
    ]


def _planned(sieve: Sieve) -> int:
    told = sieve.masks[Facet.STATUS]
    return told.get(Status.PLANNED, 0) | told.get(Status.PROPOSED, 0)


def _window(first: str, last: str, asked: Selection) -> tuple[str, str, int]:
    """The first and last month shown, and how long periods are: 7 letters of a month, 4 of a year."""
    if _months(first, last) <= MOST_MONTHS:
        return first, last, 7
    since, until = day_range(asked.since)[0], day_range(asked.until)[1]
    if asked.since and asked.until and _months(start := f"{since[:4]}-01", stop := f"{until[:4]}-12") <= MOST_MONTHS:
        return start, stop, 7
    return first, last, 4


def _months(first: str, last: str) -> int:
    return _number(last) - _number(first) + 1


def _number(month: str) -> int:
    return 12 * int(month[:4]) + int(month[5:7]) - 1


def _periods(first: str, last: str, length: int) -> Iterator[str]:
    months = (f"{number // 12:04}-{number % 12 + 1:02}" for number in range(_number(first), _number(last) + 1))
    yield from dict.fromkeys(month[:length] for month in months)


def _add_up(counts: dict[str, int], length: int) -> Counter[str]:
    added: Counter[str] = Counter()
    for month, count in counts.items():
        added[month[:length]] += count
    return added


def _is_asked(period: str, asked: Selection) -> bool:
    if asked.years:
        return int(period[:4]) in asked.years
    first, last = day_range(period)
    return bool(asked.since or asked.until) and first <= day_range(asked.until)[1] and last >= day_range(asked.since)[0]


def _label(period: str, number: int) -> str:
    """The year where one begins, else the month."""
    if len(period) == 4 or period.endswith("-01") or number == 0:
        return period[:4]
    return format_date(date(int(period[:4]), int(period[5:7]), 1), "LLL", locale=spoken())


def _boxes(count: int, planned: int, tallest: int, x: float, width: float) -> Iterator[Box]:
    """From the ground up, what was held first: a box a contact, or where some bar has too many, one piece each."""
    pieces: Sequence[tuple[float, bool]] = [(BOX, number >= count - planned) for number in range(count)]
    if tallest > UNITS:
        high = UNITS * (BOX + GAP) / tallest
        pieces = [(part * high, opened) for part, opened in ((count - planned, False), (planned, True)) if part]
    ground = GROUND - GAP
    for height, opened in pieces:
        ground -= height
        yield Box(round(x, 1), round(ground, 1), round(width, 1), round(height, 1), opened)
        ground -= GAP
