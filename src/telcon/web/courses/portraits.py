"""The charts of a leader, a state or a pair, made from the course of their contacts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from telcon.contacts import Contact
from telcon.messages import name_date, name_side, say
from telcon.model.contacts import Kind, Status
from telcon.model.values import value
from telcon.web import charts
from telcon.web.catalogues.directory import Placed, Side
from telcon.web.charts import Calendar, Event, Frequency, Lengths
from telcon.web.courses.courses import Course, askable
from telcon.web.drawings.captions import brief_length, brief_people, tell, tell_when

NEW = timedelta(days=14)
"""How long a contact is new."""
LENGTHS, UNITS, TOPICS, TOPIC_YEARS = 12, 60, 14, 8
"""How many rows, squares, topics and years are drawn; what is left out is told."""


@value(frozen=True, slots=True)
class Drawing:
    """A chart in its wide form and in that for narrow screens."""

    wide: Markup
    narrow: Markup


@value(frozen=True, slots=True)
class Unit:
    """A call as a square: its look tells who asked for it, `told` says so."""

    look: str
    told: str
    contact: Contact


@value(frozen=True, slots=True)
class TopicRow:
    """A topic with the contacts that dealt with it in each of some years, each with the depth of its ground."""

    topic: str
    total: int
    counts: tuple[tuple[int, int], ...]


@value(frozen=True, slots=True)
class Portrait:
    """All charts of a course, those of which there is something to draw."""

    calendar: Drawing | None
    depths: tuple[str, ...]
    frequency: Drawing | None
    lengths: Drawing | None
    timed: tuple[Contact, ...]
    untimed: int
    units: tuple[Unit, ...]
    asked: tuple[tuple[str, str, int], ...]
    topic_years: tuple[int, ...]
    topics: tuple[TopicRow, ...]
    topics_left: int


def draw_portrait(
    course: Course, sides: Sequence[Side], *, today: date, address: Callable[[int, int], str]
) -> Portrait:
    """The charts of some sides' contacts; `address` is where those of a year and month are listed."""
    events = [event for it in course.placed if (event := make_event(it, sides, today=today))]
    calendar = Calendar(_calendar_name(course), course.years, tuple(events), today, address)
    timed = [it for it in course.placed if it.contact.duration and it.first and it.contact.status is Status.HELD]
    units = [_unit(contact, sides) for contact in askable(course.series.held)]
    years = tuple(course.series.topics)[-TOPIC_YEARS:]
    topics = _topic_rows(course, years)
    return Portrait(
        _draw(charts.draw_calendar, charts.draw_narrow_calendar, calendar) if course.years else None,
        tuple(_name_depths(calendar.depths)),
        _draw_frequency(course),
        _draw_lengths(timed[:LENGTHS], sides, today),
        tuple(it.contact for it in timed),
        sum(contact.duration is None for contact in askable(course.series.held)),
        tuple(units[-UNITS:]),
        tuple(_asked(units, sides)),
        years,
        tuple(topics[:TOPICS]),
        max(len(topics) - TOPICS, 0),
    )


def make_event(it: Placed, sides: Sequence[Side] = (), *, today: date, lanes: tuple[int, ...] = ()) -> Event | None:
    """A contact as charts draw it; None where its day is not told. `sides` go without saying where they are two."""
    if not it.first or not it.last:
        return None
    contact, among = it.contact, [who for side in sides for who in it.contact.participants if side.takes_part(who)]
    others = brief_people(contact, among)
    return Event(
        it.first,
        it.last,
        contact.kind,
        contact.status,
        tell_when(contact) if len(sides) > 1 and not others else tell(contact),
        f"/contacts/{contact.id}",
        f"{name_date(contact.date)} {others}".strip(),
        lanes,
        today - NEW <= it.first <= today,
        contact.duration,
        brief_length(contact.duration),
    )


def _draw(wide: Callable[..., Markup], narrow: Callable[..., Markup], told: object) -> Drawing:
    return Drawing(wide(told), narrow(told))


def _calendar_name(course: Course) -> str:
    if not course.years:
        return ""
    return say("Contacts by year and month, {first} to {last}", first=course.years[-1], last=course.years[0])


def _draw_frequency(course: Course) -> Drawing | None:
    years = tuple(year for year in reversed(course.years) if year <= max(course.by_year, default=0))
    kinds = [kind for kind in Kind if any(kind in found for found in course.by_year.values())]
    if not years or not kinds:
        return None
    counts = {kind: [course.by_year.get(year, {}).get(kind, 0) for year in years] for kind in kinds}
    told = Frequency(say("Contacts held by channel and year"), years, counts)
    return _draw(charts.draw_frequency, charts.draw_narrow_frequency, told)


def _draw_lengths(timed: Sequence[Placed], sides: Sequence[Side], today: date) -> Drawing | None:
    events = [event for it in timed if (event := make_event(it, sides, today=today))]
    told = Lengths(say("Lengths in minutes, newest first"), tuple(events))
    return _draw(charts.draw_lengths, charts.draw_narrow_lengths, told) if events else None


def _unit(contact: Contact, sides: Sequence[Side]) -> Unit:
    asked = say("{side} asked", side=name_side(contact.initiator)) if contact.initiator else say("not said")
    return Unit(look_of(contact.initiator, sides), f"{tell(contact)}: {asked}", contact)


def look_of(initiator: str | None, sides: Sequence[Side]) -> str:
    """How who asked is drawn: the first side solid, others in outline, both half and half, dotted where not said."""
    if initiator is None:
        return ""
    if initiator == "mutual":
        return "both"
    return "ru" if initiator == sides[0].state else "other"


def _asked(units: Sequence[Unit], sides: Sequence[Side]) -> Iterable[tuple[str, str, int]]:
    """Each side that asked with its look and how many it asked for, most first; those of which it is not told last."""
    counts = Counter(unit.contact.initiator for unit in units)
    for side, count in sorted(counts.items(), key=lambda it: (it[0] is None, -it[1], it[0] or "")):
        told = say("{side} asked", side=name_side(side)) if side else say("not said")
        yield look_of(side, sides), told, count


def _topic_rows(course: Course, years: Sequence[int]) -> list[TopicRow]:
    totals = Counter(topic for counts in course.series.topics.values() for topic in counts.elements())  # type: ignore[attr-defined]
    most = max((course.series.topics[year][topic] for year in years for topic in totals), default=1)
    return [
        TopicRow(topic, total, tuple(_deepened(course.series.topics[year][topic], most) for year in years))
        for topic, total in sorted(totals.items(), key=lambda it: (-it[1], it[0]))
    ]


def _deepened(count: int, most: int) -> tuple[int, int]:
    return count, -(-3 * count // max(most, 3))


def _name_depths(depths: Iterable[tuple[int, int]]) -> list[str]:
    """What each ground of a calendar stands for: `1`, `2 to 4`."""
    return [str(low) if low == high else say("{low} to {high}", low=low, high=high) for low, high in depths]
