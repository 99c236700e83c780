"""How often, by year and channel: a row of columns for each channel, each column with its number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from telcon.messages import name_channel
from telcon.model.contacts import Kind, Status
from telcon.model.values import value
from telcon.web.charts.elements import element, figure, line, words
from telcon.web.charts.marks import mark_at


@value(frozen=True, slots=True)
class Frequency:
    """How many contacts were held by each channel, year by year, the earliest first."""

    name: str
    years: tuple[int, ...]
    counts: Mapping[Kind, Sequence[int]]


@value(frozen=True, slots=True)
class _Sizes:
    width: float
    left: float
    above: float
    column: float


WIDE, NARROW = _Sizes(540, 108, 0, 40), _Sizes(358, 0, 20, 34)
FOOT = 22


def draw_frequency(told: Frequency) -> Markup:
    """The wide chart."""
    return _draw(told, WIDE)


def draw_narrow_frequency(told: Frequency) -> Markup:
    """The chart for narrow screens: the channel stands above its row."""
    return _draw(told, NARROW)


def _draw(told: Frequency, sizes: _Sizes) -> Markup:
    highest = max((max(row) for row in told.counts.values()), default=1)
    row = sizes.above + sizes.column + 22
    drawn = [part for n, kind in enumerate(told.counts) for part in _row(told, kind, n * row, highest, sizes)]
    bottom = len(told.counts) * row + 14
    apart = (sizes.width - sizes.left) / len(told.years)
    for number, year in enumerate(told.years):
        name = str(year) if apart >= 36 else f"’{year % 100:02}"
        drawn.append(words(name, sizes.left + apart * (number + 0.5), bottom, cls="who", anchor="middle"))
    return figure(told.name, sizes.width, bottom + FOOT - 14, *drawn, role="img")


def _row(told: Frequency, kind: Kind, y: float, highest: int, sizes: _Sizes) -> Iterator[Markup]:
    base = y + sizes.above + sizes.column + 16
    label = base - 5 if sizes.left else y + 13
    yield mark_at(8, label - 4.5, kind, Status.HELD, size=14)
    yield words(name_channel(kind), 22, label)
    yield line("yr", sizes.left, base, sizes.width, base)
    apart = (sizes.width - sizes.left) / len(told.years)
    for number, count in enumerate(told.counts[kind]):
        x, height = sizes.left + apart * (number + 0.5), count / highest * sizes.column
        if count:
            width = min(apart * 0.6, 26)
            yield element("rect", cls="col", x=x - width / 2, y=base - height, width=width, height=height)
            yield words(str(count), x, base - height - 3, anchor="middle")
