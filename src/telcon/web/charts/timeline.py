"""The time line: a lane for each leader or state, a link between those who were in contact.

Wide, time runs to the right; on a narrow screen it is turned, the newest above and the lanes beside one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from markupsafe import Markup

from telcon.messages import name_month_day, say
from telcon.model.values import value
from telcon.web.charts.axes import Axis, find_ticks
from telcon.web.charts.elements import element, figure, followed, line, words
from telcon.web.charts.events import Event
from telcon.web.charts.marks import mark_at
from telcon.web.charts.spreading import has_moved, spread

WIDTH, LEFT, TOP, LANE, GAP = 1132, 150, 22, 39, 11
NARROW, MARGIN, HEAD, MONTH, STEP = 358, 40, 44, 34, 10.5
TICKS, HIT, SIZE, EDGE = 44, 6, 13, 24
FIT = int((WIDTH - LEFT) / GAP)
"""How many contacts have room beside one another."""


@value(frozen=True, slots=True)
class Lane:
    """Who has a lane: the name in full, the name where there is little room, the state, and the address of the page."""

    name: str
    brief: str
    code: str
    address: str


@value(frozen=True, slots=True)
class TimeLine:
    """Contacts in the order of their days, among those who have lanes, from `start` to `stop`."""

    name: str
    lanes: tuple[Lane, ...]
    events: tuple[Event, ...]
    start: date
    stop: date
    today: date

    @property
    def crowded(self) -> bool:
        """Whether some marks stand beside their day."""
        axis = self._wide
        return has_moved(_wished(self.events, axis), _placed(self.events, axis, GAP))

    @property
    def _wide(self) -> Axis:
        return Axis(self.start, self.stop, LEFT, WIDTH - 8)


def draw_time_line(told: TimeLine) -> Markup:
    """The wide time line."""
    axis, bottom = told._wide, TOP + LANE * len(told.lanes) + 16
    rows = [TOP + 26 + LANE * number for number in range(len(told.lanes))]
    drawn = [_to_come_wide(told, axis, bottom), *_ticks_wide(axis, bottom)]
    drawn += [_lane_wide(lane, row) for lane, row in zip(told.lanes, rows, strict=True)]
    for event, x in zip(told.events, _placed(told.events, axis, GAP), strict=True):
        low, high = rows[min(event.lanes)], rows[max(event.lanes)]
        hit = element("rect", cls="hit", x=x - HIT, y=low - 8, width=2 * HIT, height=high - low + 16)
        link = line(f"link {event.status.value}", x, low, x, high)
        drawn.append(_followed(event, hit, link, [(x, rows[lane]) for lane in event.lanes]))
    drawn += _today_wide(told, axis, bottom)
    return figure(told.name, WIDTH, bottom + 4, *drawn)


def draw_turned(told: TimeLine) -> Markup:
    """The time line turned, for narrow screens."""
    months = (told.stop - told.start).days / 30
    height = max(min(months * MONTH, 620), len(told.events) * STEP, 120)
    axis, bottom = Axis(told.start, told.stop, HEAD + height, HEAD), HEAD + height + 4
    apart = (NARROW - MARGIN - 2 * EDGE) / max(len(told.lanes) - 1, 1)
    columns = [MARGIN + EDGE + apart * number for number in range(len(told.lanes))]
    drawn = [_to_come_turned(told, axis), *_ticks_turned(axis)]
    drawn += [_lane_turned(lane, column, bottom) for lane, column in zip(told.lanes, columns, strict=True)]
    for event, y in zip(told.events, _placed(told.events, axis, STEP), strict=True):
        low, high = columns[min(event.lanes)], columns[max(event.lanes)]
        hit = element("rect", cls="hit", x=low - 8, y=y - HIT, width=high - low + 16, height=2 * HIT)
        link = line(f"link {event.status.value}", low, y, high, y)
        drawn.append(_followed(event, hit, link, [(columns[lane], y) for lane in event.lanes]))
    drawn += _today_turned(told, axis)
    return figure(told.name, NARROW, bottom + 6, *drawn)


def _followed(event: Event, hit: Markup, link: Markup, places: Sequence[tuple[float, float]]) -> Markup:
    marks = [mark_at(x, y, event.kind, event.status, size=SIZE, new=event.new) for x, y in places]
    return followed(event.address, event.told, hit, link, *marks)


def _wished(events: Sequence[Event], axis: Axis) -> list[float]:
    return [axis.between(event.first, event.last) for event in events]


def _placed(events: Sequence[Event], axis: Axis, gap: float) -> list[float]:
    """Where marks stand: at their day, or spread about it. Where time runs back, so do the places."""
    wished, low, high = _wished(events, axis), min(axis.low, axis.high) + 7, max(axis.low, axis.high) - 7
    if axis.high > axis.low:
        return spread(wished, gap=gap, low=low, high=high)
    return [-place for place in spread([-place for place in wished], gap=gap, low=-high, high=-low)]


def _lane_wide(lane: Lane, y: float) -> Markup:
    name = followed(lane.address, lane.name, words(lane.brief, 0, y + 4.5, cls="who"))
    return Markup("").join((line("lane", LEFT, y, WIDTH - 8, y), name, words(lane.code, 120, y + 4.5)))


def _lane_turned(lane: Lane, x: float, bottom: float) -> Markup:
    code = words(lane.code, x, 14, cls="who", anchor="middle")
    brief = "" if lane.brief == lane.code else lane.brief[:9]
    name = followed(lane.address, lane.name, code, words(brief, x, 31, cls="brief", anchor="middle"))
    return Markup("").join((line("lane", x, HEAD, x, bottom), name))


def _ticks_wide(axis: Axis, bottom: float) -> Iterator[Markup]:
    for tick in find_ticks(axis, apart=TICKS):
        x = axis.place(tick.day)
        yield line("yr" if tick.year else "tick", x, TOP, x, bottom)
        yield words(tick.name, x + 4, 14, cls="who" if tick.year else "")


def _ticks_turned(axis: Axis) -> Iterator[Markup]:
    for tick in find_ticks(axis, apart=STEP * 2):
        y = axis.place(tick.day)
        yield line("yr" if tick.year else "tick", MARGIN - 4, y, NARROW, y)
        yield words(tick.name, 0, y - 6, cls="who" if tick.year else "")


def _to_come_wide(told: TimeLine, axis: Axis, bottom: float) -> Markup:
    if told.today >= told.stop:
        return Markup("")
    x = axis.place(max(told.today, told.start))
    return element("rect", cls="fut", x=x, y=TOP, width=axis.high - x, height=bottom - TOP)


def _to_come_turned(told: TimeLine, axis: Axis) -> Markup:
    if told.today >= told.stop:
        return Markup("")
    y = axis.place(max(told.today, told.start))
    shade = element("rect", cls="fut", x=MARGIN, y=HEAD, width=NARROW - MARGIN, height=y - HEAD)
    return shade + words(say("to come"), NARROW - 2, HEAD + 16, anchor="end")


def _today_wide(told: TimeLine, axis: Axis, bottom: float) -> Iterator[Markup]:
    if told.start <= told.today <= told.stop:
        x = axis.place(told.today)
        late = x > (axis.low + axis.high) / 2
        label = say("today, {day}", day=name_month_day(told.today))
        yield line("today", x, TOP, x, bottom)
        yield words(label, x - 6 if late else x + 6, bottom - 5, cls="tlab", anchor="end" if late else "")


def _today_turned(told: TimeLine, axis: Axis) -> Iterator[Markup]:
    if told.start <= told.today <= told.stop:
        y = axis.place(told.today)
        yield line("today", MARGIN - 4, y, NARROW, y)
        label = say("today, {day}", day=name_month_day(told.today))
        yield words(label, NARROW - 2, y - 6, cls="tlab", anchor="end")
