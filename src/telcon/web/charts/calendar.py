"""Contacts by year and month: a mark for each where few share a month, else their number; the more, the deeper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from markupsafe import Markup

from telcon.messages import say_count
from telcon.model.contacts import Status
from telcon.model.values import value
from telcon.web.charts.axes import Width, name_month
from telcon.web.charts.elements import element, figure, followed, line, words
from telcon.web.charts.events import Event
from telcon.web.charts.marks import mark_at

FEW = 3
"""Contacts in a month up to which each has a mark of its own."""
DARK = 2
"""The depth beyond which words on the ground are light."""
MONTHS = range(1, 13)
Month = tuple[int, int]


@value(frozen=True, slots=True)
class Calendar:
    """Contacts by month of the years, the latest first; `address` is where those of a month are listed."""

    name: str
    years: tuple[int, ...]
    events: tuple[Event, ...]
    today: date
    address: Callable[[int, int], str]

    @property
    def months(self) -> Mapping[Month, list[Event]]:
        """The contacts whose month is told, by it."""
        found: dict[Month, list[Event]] = defaultdict(list)
        for event in self.events:
            if (event.first.year, event.first.month) == (event.last.year, event.last.month):
                found[event.first.year, event.first.month].append(event)
        return found

    @property
    def most(self) -> int:
        """The most contacts that were held in one month."""
        return max(map(_held, self.months.values()), default=0)

    @property
    def depths(self) -> tuple[tuple[int, int], ...]:
        """From how many to how many contacts in a month each ground stands for, the first beside none at all."""
        if self.most <= FEW:
            return ((1, 1), (2, self.most))[: min(self.most, 2)]
        third = -(-self.most // 3)
        return (1, third), (third + 1, 2 * third), (2 * third + 1, self.most)


@value(frozen=True, slots=True)
class _Sizes:
    width: float
    left: float
    right: float
    row: float
    mark: float
    fit: int
    month: Width

    @property
    def cell(self) -> float:
        return (self.width - self.left - self.right) / len(MONTHS)


WIDE = _Sizes(760, 46, 40, 34, 15, 3, "abbreviated")
NARROW = _Sizes(358, 34, 26, 30, 11, 1, "narrow")
HEAD = 22


def draw_calendar(told: Calendar) -> Markup:
    """The wide calendar."""
    return _draw(told, WIDE)


def draw_narrow_calendar(told: Calendar) -> Markup:
    """The calendar for narrow screens."""
    return _draw(told, NARROW)


def _draw(told: Calendar, sizes: _Sizes) -> Markup:
    sheet = _Sheet(told, sizes)
    rows = [part for number, year in enumerate(told.years) for part in sheet.row(year, HEAD + sizes.row * number)]
    return figure(told.name, sizes.width, HEAD + sizes.row * len(told.years) + 4, *sheet.heads(), *rows)


class _Sheet:
    """A calendar being drawn in one of its forms."""

    def __init__(self, told: Calendar, sizes: _Sizes) -> None:
        self.told, self.sizes = told, sizes
        self.months, self.depths, self.few = told.months, told.depths, told.most <= FEW

    def heads(self) -> Iterator[Markup]:
        for month in MONTHS:
            x = self.sizes.left + self.sizes.cell * (month - 0.5)
            yield words(name_month(month, self.sizes.month), x, 14, anchor="middle")

    def row(self, year: int, y: float) -> Iterator[Markup]:
        middle = y + self.sizes.row / 2
        count = sum(_held(self.months.get((year, month), ())) for month in MONTHS)
        yield words(str(year), 0, middle + 4.5, cls="who")
        yield words(str(count), self.sizes.width, middle + 4.5, anchor="end")
        for month in MONTHS:
            yield from self.cell(year, month, y)
        yield from self.stretches(year, middle)

    def cell(self, year: int, month: int, y: float) -> Iterator[Markup]:
        """The ground of a month, and what it holds."""
        events, sizes = self.months.get((year, month), ()), self.sizes
        x = sizes.left + sizes.cell * (month - 1)
        depth = next((n for n in range(len(self.depths), 0, -1) if _held(events) >= self.depths[n - 1][0]), 0)
        to_come = (year, month) > (self.told.today.year, self.told.today.month)
        look, fill = ("cell", "none") if to_come else (f"cell h{depth}", "")
        ground = element("rect", cls=look, x=x, y=y, width=sizes.cell, height=sizes.row, fill=fill)
        if not events or (self.few and len(events) <= sizes.fit):
            yield ground
            yield from self.marks(events, x + sizes.cell / 2, y + sizes.row / 2)
            return
        count = say_count("{count} contact", "{count} contacts", len(events))
        place = x + sizes.cell / 2, y + sizes.row / 2 + 4.5
        number = words(str(len(events)), *place, cls="count deep" if depth > DARK else "count", anchor="middle")
        told = f"{name_month(month, 'wide')} {year}: {count}"
        yield followed(self.told.address(year, month), told, ground, number)

    def marks(self, events: Sequence[Event], x: float, y: float) -> Iterator[Markup]:
        """A mark for each of a few contacts, beside one another."""
        apart = self.sizes.mark + 2
        for number, event in enumerate(events):
            place = x + (number - (len(events) - 1) / 2) * apart
            drawn = mark_at(place, y, event.kind, event.status, size=self.sizes.mark, new=event.new)
            yield followed(event.address, event.told, drawn)

    def stretches(self, year: int, y: float) -> Iterator[Markup]:
        """Contacts still to come within some months of the year, over all of them."""
        for event in self.told.events:
            months = event.first.month, event.last.month
            to_come = event.status is not Status.HELD and event.last >= self.told.today
            if not to_come or months[0] == months[1] or (event.first.year, event.last.year) != (year, year):
                continue
            start, stop = (self.sizes.left + self.sizes.cell * (month - 0.5) for month in months)
            third = self.sizes.cell / 3
            over = line(f"link {event.status.value}", start - third, y, stop + third, y)
            drawn = mark_at((start + stop) / 2, y, event.kind, event.status, size=self.sizes.mark)
            yield followed(event.address, event.told, over, drawn)


def _held(events: Sequence[Event]) -> int:
    return sum(event.status is Status.HELD for event in events)
