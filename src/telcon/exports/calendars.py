"""Contacts as calendars (iCalendar, RFC 5545): whole days, of a vague date all the days that it may mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from telcon.model.contacts import Status
from telcon.model.dates import parse_edtf
from telcon.model.values import value

MEDIA_TYPE = "text/calendar; charset=utf-8"
STATUSES = {
    Status.HELD: "CONFIRMED",
    Status.PLANNED: "TENTATIVE",
    Status.PROPOSED: "TENTATIVE",
    Status.DENIED: "CANCELLED",
}


@value(frozen=True, slots=True)
class Occasion:
    """A contact in a calendar: its date is EDTF, `updated` ISO 8601 with its zone."""

    name: str
    title: str
    summary: str
    address: str
    held_on: str | None
    status: Status
    updated: str


def days_of(told: str | None) -> tuple[date, date] | None:
    """The first and the last day that a date (EDTF) may mean; None where one of them is not told."""
    dated = parse_edtf(told) if told else None
    first, last = (dated.first_day(), dated.last_day()) if dated else (None, None)
    return (first, last) if first and last else None


def to_calendar(title: str, note: str, occasions: Iterable[Occasion]) -> bytes:
    """The occasions that have days; `note` tells of the others."""
    calendar = Calendar()
    calendar.add("prodid", "-//Telcon//Telcon//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, title)
    for name in ("description", "x-wr-caldesc"):
        calendar.add(name, note)
    for occasion in occasions:
        if days := days_of(occasion.held_on):
            calendar.add_component(_event(occasion, days))
    return bytes(calendar.to_ical())


def count_without_days(dates: Sequence[str | None]) -> int:
    """How many of these dates a calendar has no place for."""
    return sum(days_of(told) is None for told in dates)


def _event(occasion: Occasion, days: tuple[date, date]) -> Event:
    first, last = days
    event = Event()
    event.add("uid", f"{occasion.name}@telcon")
    for name in ("dtstamp", "last-modified"):
        event.add(name, datetime.fromisoformat(occasion.updated).replace(microsecond=0))
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("summary", occasion.title)
    event.add("description", occasion.summary)
    event.add("url", occasion.address)
    event.add("status", STATUSES[occasion.status])
    event.add("transp", "TRANSPARENT")
    return event
