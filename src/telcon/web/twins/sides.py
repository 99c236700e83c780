"""Leaders, states and pairs over time as JSON."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Path, Request, Response

from telcon.store import Selection
from telcon.web.answers import struct_answer
from telcon.web.catalogues.directory import Directory, Placed, Side, Sort, find_directory, find_states, roster_person
from telcon.web.catalogues.resolving import settle
from telcon.web.courses.courses import Course
from telcon.web.courses.profiles import Profile, find_profile
from telcon.web.describing import answers
from telcon.web.lists.asking import catalogue_of, select_contacts

router = APIRouter()
Asked = Annotated[Selection, Depends(select_contacts)]
Name = Annotated[str, Path(max_length=100)]


class SideRow(msgspec.Struct, frozen=True):
    """A leader or a state; `id` goes into addresses, `state` is a code (ISO 3166-1 alpha-2, or an organisation's)."""

    id: str
    name: str
    state: str


class CountedRow(msgspec.Struct, frozen=True):
    """A side with how many contacts it had, and the date of the latest (EDTF)."""

    side: SideRow
    contacts: int
    latest: str | None


class OfficeRow(msgspec.Struct, frozen=True):
    """An office that a leader held, by the roster; dates are EDTF."""

    role: str
    state: str
    start: str | None
    stop: str | None
    title: str


class YearRow(msgspec.Struct, frozen=True):
    """How many contacts were held in a year by each channel, and in how many each topic came up."""

    year: int
    kinds: dict[str, int]
    topics: dict[str, int]


class LengthRow(msgspec.Struct, frozen=True):
    """How long a contact took, in minutes with their bound."""

    contact: str
    date: str | None
    minutes: int
    bound: str


class ProfileRow(msgspec.Struct, frozen=True):
    """One side or two over time.

    `contacts` are the ids, the newest first; `asked` counts who asked for calls, `""` where that is not told; `gap` is
    the middle one of the days between contacts that follow each other, `silence` the longest.
    """

    sides: list[SideRow]
    contacts: list[str]
    held: int
    first: str | None
    latest: str | None
    upcoming: str | None
    gap: int | None
    silence: int | None
    years: list[YearRow]
    asked: dict[str, int]
    lengths: list[LengthRow]
    partners: list[CountedRow]
    leaders: list[CountedRow]
    offices: list[OfficeRow]


@router.get("/leaders", **answers(list[CountedRow], "Leaders, those with most contacts first.", errors=(400,)))
def list_leaders(request: Request, asked: Asked) -> Response:
    """The leaders of the contacts asked for, those with most of them first."""
    return struct_answer(_counted(find_directory(catalogue_of(request)), asked, Sort.LEADERS))


@router.get("/leaders/{who}", **answers(ProfileRow, "The leader over time.", errors=(400, 404)))
def show_leader(request: Request, asked: Asked, who: Name) -> Response:
    """The contacts of a leader over time, by the roster's id or by name."""
    sides = settle([find_directory(catalogue_of(request)).find_leaders(who)])
    return struct_answer(_profile(find_profile(request, sides, asked)))


@router.get("/states", **answers(list[CountedRow], "States, those with most contacts first.", errors=(400,)))
def list_states(request: Request, asked: Asked) -> Response:
    """The states of the contacts asked for, those with most of them first."""
    return struct_answer(_counted(find_directory(catalogue_of(request)), asked, Sort.STATES))


@router.get("/states/{code}", **answers(ProfileRow, "The state over time.", errors=(400, 404)))
def show_state(request: Request, asked: Asked, code: Name) -> Response:
    """The contacts of a state over time, by its code or name."""
    return struct_answer(_profile(find_profile(request, settle([find_states(code)]), asked)))


@router.get("/pairs/{one}/{other}", **answers(ProfileRow, "The two over time.", errors=(400, 404)))
def show_pair(request: Request, asked: Asked, one: Name, other: Name) -> Response:
    """The contacts of two sides over time, each given by an id, a code or a name."""
    directory = find_directory(catalogue_of(request))
    sides = settle([directory.find_sides(one), directory.find_sides(other)])
    return struct_answer(_profile(find_profile(request, sides, asked)))


def side_row(side: Side) -> SideRow:
    """A side as JSON has it."""
    return SideRow(side.who.person or side.who.name if side.who else side.state, side.name, side.state)


def _counted(directory: Directory, asked: Selection, by: Sort) -> list[CountedRow]:
    found: dict[str, list[Placed]] = {}
    for it in directory.narrow(directory.placed, asked):
        for key in dict.fromkeys(it.keys(by)):
            found.setdefault(key, []).append(it)
    return [
        CountedRow(side_row(directory.side(key, by)), len(placed), placed[0].contact.date)
        for key, placed in sorted(found.items(), key=lambda it: (-len(it[1]), it[0]))
    ]


def _profile(profile: Profile) -> ProfileRow:
    course = profile.course
    person = roster_person(profile.sides[0]) if len(profile.sides) == 1 else None
    return ProfileRow(
        [side_row(side) for side in profile.sides],
        [it.contact.id for it in course.placed],
        course.held,
        course.series.first.date if course.series.first else None,
        course.series.last.date if course.series.last else None,
        course.upcoming.id if course.upcoming else None,
        course.usual_gap,
        course.series.gaps[0].days if course.series.gaps else None,
        _years(course),
        {side or "": count for side, count in course.asked.items()},
        [
            LengthRow(it.id, it.date, it.duration.minutes, it.duration.bound)
            for it in profile.portrait.timed
            if it.duration
        ],
        [CountedRow(side_row(it.side), it.count, it.latest.contact.date) for it in profile.partners],
        [CountedRow(side_row(side), len(placed), placed[0].contact.date) for side, placed in profile.own],
        [OfficeRow(it.role, it.country, it.start, it.stop, it.title) for it in (person.terms if person else ())],
    )


def _years(course: Course) -> list[YearRow]:
    topics = course.series.topics
    return [
        YearRow(year, {kind.value: count for kind, count in kinds.items()}, dict(topics.get(year, {})))
        for year, kinds in sorted(course.by_year.items(), reverse=True)
    ]
