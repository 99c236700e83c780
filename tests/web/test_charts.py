"""Charts, from values to drawings: where things stand, what they are called, what is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree

import pytest

from telcon.model.contacts import Kind, Status
from telcon.model.durations import Bound, Duration
from telcon.web.charts import (
    Calendar,
    Event,
    Frequency,
    Lane,
    Lengths,
    TimeLine,
    choose_lanes,
    draw_calendar,
    draw_frequency,
    draw_lengths,
    draw_narrow_calendar,
    draw_narrow_frequency,
    draw_narrow_lengths,
    draw_time_line,
    draw_turned,
)
from telcon.web.charts.axes import Axis, find_ticks
from telcon.web.charts.elements import element
from telcon.web.charts.spreading import has_moved, spread

TODAY = date(2026, 2, 5)
LANES = (
    Lane("Vladimir Putin", "Putin", "RU", "/leaders/Q7747"),
    Lane("Xi Jinping", "Xi", "CN", "/leaders/Q15031"),
    Lane("<b>Nobody</b>", "Nobody", "US", "/leaders/nobody"),
)


def event(day: date, last: date | None = None, *, told: str = "a call", **changes: object) -> Event:
    values = {"kind": Kind.PHONE, "status": Status.HELD, "lanes": (0, 1), "address": f"/contacts/{day}"} | changes
    return Event(day, last or day, told=told, **values)  # type: ignore[arg-type]


def time_line(events: Sequence[Event]) -> TimeLine:
    return TimeLine("Time line", LANES, tuple(events), date(2025, 1, 1), date(2026, 6, 30), TODAY)


def calendar(*events: Event) -> Calendar:
    return Calendar("Calendar", (2026, 2025), events, TODAY, lambda year, month: f"/list/{year}-{month:02}")


def links(drawn: str) -> dict[str, str]:
    """Where what can be followed leads to, and what it is in words."""
    return dict(re.findall(r'<a href="([^"]*)" aria-label="([^"]*)"', drawn))


def numbers(drawn: str, cls: str, name: str) -> list[float]:
    return [float(it) for it in re.findall(rf'<line class="{cls}"[^>]* {name}="([\d.-]+)"', drawn)]


@pytest.mark.parametrize(
    ("wished", "placed"),
    [
        ([10, 30, 50], [10, 30, 50]),
        ([10, 11, 12], [1, 11, 21]),
        ([0, 0, 90, 91], [0, 10, 85.5, 95.5]),
        ([99, 99], [90, 100]),
        ([], []),
        ([50] * 21, [5 * number for number in range(21)]),
    ],
)
def test_places_are_spread_in_order_and_no_farther_than_needed(wished: list[float], placed: list[float]) -> None:
    found = spread(wished, gap=10, low=0, high=100)
    assert found == pytest.approx(placed)
    assert has_moved(wished, found) == (wished != placed)


def test_ticks_have_room_and_years_are_named() -> None:
    months = list(find_ticks(Axis(date(2025, 1, 1), date(2026, 6, 30), 0, 974), apart=44))
    assert ([tick.name for tick in months[:2]], [tick.name for tick in months if tick.year]) == (
        ["2025", "Feb"],
        ["2025", "2026"],
    )
    years = list(find_ticks(Axis(date(1999, 3, 1), date(2026, 6, 30), 0, 974), apart=44))
    assert {tick.day.month for tick in years} == {1}
    assert years[1].day.year - years[0].day.year == 2


def test_attributes_and_words_are_escaped() -> None:
    assert element("text", "<script>", x=1.0, aria_label='"><script>') == (
        '<text x="1" aria-label="&#34;&gt;&lt;script&gt;">&lt;script&gt;</text>'
    )


def test_lanes_are_those_who_met_each_other_most_and_stand_close() -> None:
    met = [("a", "b")] * 5 + [("c", "d")] * 4 + [("b", "c")] * 2 + [("lonely",)] * 9
    assert choose_lanes([frozenset(pair) for pair in met], 4) in (["a", "b", "c", "d"], ["d", "c", "b", "a"])
    assert choose_lanes([frozenset(pair) for pair in met], 2) == ["b", "a"]
    assert choose_lanes([frozenset({"a"})], 3) == []


@pytest.mark.parametrize("draw", [draw_time_line, draw_turned])
def test_the_time_line_joins_those_who_spoke(draw: object) -> None:
    told = time_line([event(date(2025, 1, 21)), event(date(2026, 4, 1), date(2026, 4, 30), status=Status.PLANNED)])
    drawn = draw(told)  # type: ignore[operator]
    ElementTree.fromstring(drawn)
    assert 'role="group" aria-label="Time line"' in drawn
    assert list(links(drawn))[-2:] == ["/contacts/2025-01-21", "/contacts/2026-04-01"]
    assert links(drawn)["/leaders/Q7747"] == "Vladimir Putin"
    assert (drawn.count('class="link held"'), drawn.count('class="link planned"')) == (1, 1)
    assert (drawn.count('class="g held"'), drawn.count('class="g planned"')) == (2, 2)
    assert "today, 5 February" in drawn and 'class="fut"' in drawn
    assert "<b>" not in drawn


def test_time_runs_right_when_wide_and_up_when_turned() -> None:
    told = time_line([event(date(2025, 1, 21)), event(date(2025, 9, 2)), event(date(2025, 9, 2))])
    wide, turned = numbers(draw_time_line(told), "link held", "x1"), numbers(draw_turned(told), "link held", "y1")
    assert wide == sorted(wide) and turned == sorted(turned, reverse=True)
    assert wide[2] - wide[1] >= 11 and turned[1] - turned[2] >= 10
    assert told.crowded
    assert not time_line([event(date(2025, 1, 21)), event(date(2025, 9, 2))]).crowded


def test_a_calendar_has_a_mark_for_each_of_a_few() -> None:
    drawn = draw_calendar(calendar(event(date(2025, 1, 21), told="one"), event(date(2025, 1, 25), told="two")))
    ElementTree.fromstring(drawn)
    assert links(drawn) == {"/contacts/2025-01-21": "one", "/contacts/2025-01-25": "two"}
    assert 'class="cell h2"' in drawn
    narrow = draw_narrow_calendar(calendar(event(date(2025, 1, 21)), event(date(2025, 1, 25))))
    assert links(narrow) == {"/list/2025-01": "January 2025: 2 contacts"}, "two marks have no room there"


def test_a_calendar_counts_where_there_are_many() -> None:
    told = calendar(*[event(date(2025, 3, day)) for day in range(1, 10)], event(date(2025, 5, 1)))
    assert told.depths == ((1, 3), (4, 6), (7, 9))
    drawn = draw_calendar(told)
    assert links(drawn) == {"/list/2025-03": "March 2025: 9 contacts", "/list/2025-05": "May 2025: 1 contact"}
    assert 'class="cell h3"' in drawn and 'class="count deep"' in drawn


def test_a_vague_plan_stands_over_its_months_and_what_was_not_held_is_not_counted() -> None:
    plan = event(date(2026, 3, 1), date(2026, 6, 30), status=Status.PROPOSED, told="by June")
    denied = event(date(2025, 4, 3), status=Status.DENIED)
    told = calendar(plan, denied)
    drawn = draw_calendar(told)
    assert (told.most, told.depths) == (0, ())
    assert "by June" in links(drawn).values() and 'class="link proposed"' in drawn
    assert "h1" not in drawn
    past = event(date(2025, 3, 1), date(2025, 6, 30), status=Status.PROPOSED, told="by June")
    assert "by June" not in links(draw_calendar(calendar(past))).values()


def test_lengths_have_their_bounds() -> None:
    bars = {}
    for bound in Bound:
        timed = event(date(2025, 1, 1), length=Duration(60, bound), length_told="60")
        drawn = draw_lengths(Lengths("Lengths", (timed,)))
        ElementTree.fromstring(drawn)
        stem, *rest = numbers(drawn, "link", "x2")
        bars[bound] = (
            "before" if min(rest, default=stem) < stem else "",
            "after" if max(rest, default=0) > stem else "",
        )
    assert bars == {
        Bound.EXACT: ("", ""),
        Bound.ABOUT: ("before", "after"),
        Bound.OVER: ("", "after"),
        Bound.UNDER: ("before", ""),
    }


@pytest.mark.parametrize("draw", [draw_lengths, draw_narrow_lengths])
def test_a_length_that_nobody_tells_is_a_question_mark(draw: object) -> None:
    drawn = draw(Lengths("Lengths", (event(date(2025, 1, 1), label="1 January"),)))  # type: ignore[operator]
    assert ">?<" in drawn and ">1 January<" in drawn


@pytest.mark.parametrize("draw", [draw_frequency, draw_narrow_frequency])
def test_each_channel_has_its_row_and_each_column_its_number(draw: object) -> None:
    told = Frequency("Often", (2024, 2025), {Kind.PHONE: (3, 12), Kind.MEETING: (0, 6)})
    drawn = draw(told)  # type: ignore[operator]
    root = ElementTree.fromstring(drawn)
    said = [node.text for node in root.iter("text")]
    assert said == ["phone call", "3", "12", "meeting", "6", "2024", "2025"]
    heights = [float(node.get("height", 0)) for node in root.iter("rect")]
    assert heights[0] * 4 == pytest.approx(heights[1], abs=0.5)
    assert heights[1] == pytest.approx(heights[2] * 2, abs=0.5)
