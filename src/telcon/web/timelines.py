"""The time line of the first page: who of those asked for was in contact with whom, in which stretch of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from telcon.contacts import Contact
from telcon.messages import name_briefly, name_date, say
from telcon.model.contacts import Kind, Status
from telcon.model.values import value
from telcon.store import Selection
from telcon.web.addresses import side_address
from telcon.web.charts import FIT, Event, Lane, TimeLine, choose_lanes, draw_time_line, draw_turned
from telcon.web.directory import Directory, Placed, Side, Sort
from telcon.web.periods import find_period
from telcon.web.portraits import Drawing, make_event

LANES, ROOM = 8, 17
"""How many have a lane, and how many letters of a name have room beside it."""


@value(frozen=True, slots=True)
class Drawn:
    """A time line, and what is said with it.

    Of `count` contacts in the stretch `shown` are drawn, the newest first; `left_out` are older ones for which there
    was no room. `kinds` and `statuses` are those that the key explains, `some_new` whether it explains new ones.
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
    joined = list(_join(within, by, lanes, today))
    drawn = sorted(joined[:FIT], key=lambda pair: pair[1].first.toordinal() + pair[1].last.toordinal())
    sides = [directory.side(key, by) for key in lanes]
    name = say(
        "Time line of contacts, {first} to {last}", first=name_date(f"{start:%Y-%m}"), last=name_date(f"{stop:%Y-%m}")
    )
    line = TimeLine(name, tuple(map(_lane, sides)), tuple(event for _, event in drawn), start, stop, today)
    drawing = Drawing(draw_time_line(line), draw_turned(line))
    shown = tuple(it.contact for it, _ in reversed(drawn))
    return Drawn(line, drawing, len(within), shown, len(joined) - len(drawn))


def _join(within: Iterable[Placed], by: Sort, lanes: Sequence[str], today: date) -> Iterator[tuple[Placed, Event]]:
    """The contacts of two or more who have lanes, as events."""
    for it in within:
        on = tuple(sorted({lanes.index(key) for key in it.keys(by) if key in lanes}))
        event = make_event(it, today=today, lanes=on) if len(on) > 1 else None
        if event and event.has_place:
            yield it, event


def _lane(side: Side) -> Lane:
    brief = name_briefly(side.who) if side.who else side.name
    cut = brief if len(brief) <= ROOM else f"{brief[: ROOM - 1]}…"
    return Lane(side.name, cut, side.state, side_address(side))
