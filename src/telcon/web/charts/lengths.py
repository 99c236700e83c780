"""How long contacts took, a row for each, with the bounds as they are told: about, over, under."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from telcon.model.durations import Bound
from telcon.model.values import value
from telcon.web.charts.elements import figure, followed, line, words
from telcon.web.charts.events import Event
from telcon.web.charts.marks import mark_at

AFTER, BEFORE = frozenset({Bound.ABOUT, Bound.OVER}), frozenset({Bound.ABOUT, Bound.UNDER})
"""The bounds that have a bar behind the mark, and before it."""
SCALES = (15, 30, 60, 90, 120, 180, 240, 360, 480, 720, 1440)
STEPS = (5, 10, 15, 30, 60, 120, 240)


@value(frozen=True, slots=True)
class Lengths:
    """Contacts, the newest first, those of which no length is told among them."""

    name: str
    events: tuple[Event, ...]


@value(frozen=True, slots=True)
class _Sizes:
    """`left` and `right` are kept for words, `above` for what each row is where it has no room beside it."""

    width: float
    left: float
    right: float
    above: float

    @property
    def row(self) -> float:
        return 24 + self.above


WIDE, NARROW = _Sizes(540, 196, 66, 0), _Sizes(358, 8, 66, 14)
TOP, MARK, UNKNOWN = 24, 14, 11


def draw_lengths(told: Lengths) -> Markup:
    """The wide chart."""
    return _draw(told, WIDE)


def draw_narrow_lengths(told: Lengths) -> Markup:
    """The chart for narrow screens: what a row is stands above it."""
    return _draw(told, NARROW)


def _draw(told: Lengths, sizes: _Sizes) -> Markup:
    longest = max((event.length.minutes for event in told.events if event.length), default=60)
    top = next((scale for scale in SCALES if scale >= longest), longest)
    bottom = TOP + sizes.row * len(told.events)
    pixels = (sizes.width - sizes.left - sizes.right) / top
    drawn = list(_scale(top, bottom, pixels, sizes))
    for number, event in enumerate(told.events):
        y = TOP + sizes.row * number
        drawn.append(followed(event.address, event.told, *_row(event, y, pixels, sizes)))
    return figure(told.name, sizes.width, bottom + 4, *drawn)


def _scale(top: int, bottom: float, pixels: float, sizes: _Sizes) -> Iterator[Markup]:
    step = next((step for step in STEPS if top / step <= 4), top)
    for minutes in range(0, top + 1, step):
        x = sizes.left + minutes * pixels
        yield line("tick" if minutes else "yr", x, TOP - 6, x, bottom)
        yield words(str(minutes), x, 12, anchor="middle")


def _row(event: Event, y: float, pixels: float, sizes: _Sizes) -> Iterator[Markup]:
    middle = y + sizes.above + 12
    yield words(event.label, sizes.left + 6 if sizes.above else 0, y + 12 if sizes.above else middle + 4.5)
    if event.length is None:
        yield mark_at(sizes.left, middle, event.kind, event.status, size=UNKNOWN, new=event.new)
        yield words("?", sizes.left + 12, middle + 4.5)
        return
    x = sizes.left + event.length.minutes * pixels
    yield line("link", sizes.left, middle, x, middle)
    for bounds, bar in ((BEFORE, x - MARK / 2 - 1), (AFTER, x + MARK / 2 + 1)):
        if event.length.bound in bounds:
            yield line("link", bar, middle - 7, bar, middle + 7)
    yield mark_at(x, middle, event.kind, event.status, size=MARK, new=event.new)
    yield words(event.length_told, x + 13, middle + 4.5, cls="who")
