"""Short articles and what they tell of, as the cases write it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import telcon
from telcon.model.contacts import Level, Participant, Report

NEXT_LINE = " // "


@dataclass(frozen=True, slots=True)
class Told:
    """A contact as a case tells of it; `names` are asked for by state, and only where the case gives them."""

    words: tuple[str, ...]
    sides: tuple[str, ...]
    names: tuple[tuple[str, str], ...]


def parse_told(value: str) -> Told:
    """Read `[officials] kind status RU+CN:Xi date [90:over] [by:RU] [aside]`; other words stay as they are."""
    words = value.split()
    place = words.index("officials") + 3 if "officials" in words else 2
    sides = [side.partition(":") for side in words.pop(place).split("+")]
    names = sorted((country, name) for country, _, name in sides if name)
    return Told(tuple(words), tuple(sorted(country for country, _, _ in sides)), tuple(names))


def tell(report: Report, names: tuple[tuple[str, str], ...]) -> Told:
    """Say what was read in the way of the cases, with the names that are asked for."""
    words = ["officials"] * (report.level is Level.OFFICIALS)
    words += [report.kind.value, report.status.value, report.date or "-"]
    if report.duration:
        words.append(f"{report.duration.minutes}:{report.duration.bound.value}")
    words += [f"by:{report.initiator}"] * bool(report.initiator) + ["aside"] * (not report.focus)
    found = [(country, _called(report.participants, country, name)) for country, name in names]
    return Told(tuple(words), tuple(sorted(person.country for person in report.participants)), tuple(found))


def _called(people: tuple[Participant, ...], country: str, name: str) -> str:
    of_state = [person.name for person in people if person.country == country]
    return name if any(name in person.split() for person in of_state) else "/".join(of_state)


@cache
def read_reports(text: str, published: str | None, code: str = "vi") -> tuple[Report, ...]:
    """Read a short article; `published` is the day that its source gives."""
    return telcon.read(text.replace(NEXT_LINE, "\n\n") + "\n", published=published, lang=code).contacts
