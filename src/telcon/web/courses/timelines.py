"""The time line of the first page: who of those asked for was in contact with whom, in which stretch of time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from telcon.contacts import Contact
from telcon.messages import name_briefly, name_date, say
from telcon.model.contacts import Kind, Status
from telcon.model.values import value
from telcon.store import Selection
from telcon.web.catalogues.addresses import side_address
from telcon.web.catalogues.directory import Directory, Placed, Side, Sort
from telcon.web.charts import FIT, Lane, TimeLine, choose_lanes, draw_time_line, draw_turned
from telcon.web.courses.periods import find_period
from telcon.web.courses.portraits import Drawing, make_event

LANES, ROOM = 8, 17
"""How many have a lane, and how many letters of a name have room beside it."""


@value(frozen=True, slots=True)
class Drawn:
    """A time line, and what is said with it.

    Of `count` contacts in the stretch asked for `shown` are drawn, the newest first; `left_out` are older ones for
    which there was no room: the line begins behind them. `kinds` and `statuses` are those that the key explains,
    `some_new` whether it explains new ones.
    """

    line: TimeLine
    drawing: Drawing
    count: int
    shown: tuple[Contact, ...]
    left_out: int

    @property
    def kinds(self) -> list[Kind]:
        """The channels that are drawn."""
        return [kind for kind in Kind if any(event.kind is kind for event in self.line.events)]

    @property
    def statuses(self) -> list[Status]:
        """The statuses that are drawn."""
        return [status for status in Status if any(event.status is status for event in self.line.events)]

    @property
    def some_new(self) -> bool:
        """Whether some are of the last two weeks."""
        return any(event.new for event in self.line.events)


def make_time_line(directory: Directory, asked: Selection, by: Sort, *, today: date) -> Drawn:
    """Draw the time line of what is asked for."""
    found = directory.narrow(directory.placed, asked)
    start, stop = find_period(asked, found, today=today)
    within = [it for it in found if it.first and it.last and it.first <= stop and it.last >= start]
    lanes = choose_lanes([frozenset(it.keys(by)) for it in within], LANES)
    joined = [(it, on) for it in within if it.has_place and len(on := _lanes_of(it, by, lanes)) > 1]
    drawn = sorted(joined[:FIT], key=lambda pair: _middle(pair[0]))
    if len(joined) > FIT:
        start = max(start, min(it.first for it, _ in drawn if it.first).replace(day=1))
    events = [event for it, on in drawn if (event := make_event(it, today=today, lanes=on))]
    first, last = name_date(f"{start:%Y-%m}"), name_date(f"{stop:%Y-%m}")
    name = say("Time line of contacts, {first} to {last}", first=first, last=last)
    sides = [_lane(directory.side(key, by)) for key in lanes]
    line = TimeLine(name, tuple(sides), tuple(events), start, stop, today)
    drawing = Drawing(draw_time_line(line), draw_turned(line))
    shown = tuple(it.contact for it, _ in reversed(drawn))
    return Drawn(line, drawing, len(within), shown, len(joined) - len(drawn))


def _lanes_of(it: Placed, by: Sort, lanes: Sequence[str]) -> tuple[int, ...]:
    return tuple(sorted({lanes.index(key) for key in it.keys(by) if key in lanes}))


def _middle(it: Placed) -> int:
    return it.first.toordinal() + it.last.toordinal() if it.first and it.last else 0


def _lane(side: Side) -> Lane:
    brief = name_briefly(side.who) if side.who else side.name
    cut = brief if len(brief) <= ROOM else f"{brief[: ROOM - 1]}…"
    return Lane(side.name, cut, side.state, side_address(side))
