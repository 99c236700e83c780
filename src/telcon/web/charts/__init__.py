"""Charts as inline SVG: pure functions from values to drawings, each with a name, a wide form and one for phones."""

from __future__ import annotations

from telcon.web.charts.calendar import Calendar, draw_calendar, draw_narrow_calendar
from telcon.web.charts.events import Event
from telcon.web.charts.frequency import Frequency, draw_frequency, draw_narrow_frequency
from telcon.web.charts.lanes import choose_lanes
from telcon.web.charts.lengths import Lengths, draw_lengths, draw_narrow_lengths
from telcon.web.charts.marks import mark
from telcon.web.charts.timeline import FIT, Lane, TimeLine, draw_time_line, draw_turned

__all__ = [
    "FIT",
    "Calendar",
    "Event",
    "Frequency",
    "Lane",
    "Lengths",
    "TimeLine",
    "choose_lanes",
    "draw_calendar",
    "draw_frequency",
    "draw_lengths",
    "draw_narrow_calendar",
    "draw_narrow_frequency",
    "draw_narrow_lengths",
    "draw_time_line",
    "draw_turned",
    "mark",
]
