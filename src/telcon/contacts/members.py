"""A report as it is compared with others: who met, by which channel, when, and what helps to tell contacts apart."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from telcon.letters.folding import fold
from telcon.model.contacts import LEADING, Kind, Level, Participant, Report, Status
from telcon.model.dates import Edtf, Moment, Precision, parse_edtf
from telcon.model.durations import Duration
from telcon.model.values import value

LONG = 62
"""Days that a vague date may span and still be a place on the time line: a month or two."""
BEFORE, AFTER = 14, 60
"""Days before its page's own day on which a held contact without a date may lie; days after it for a plan."""


class Family(StrEnum):
    """Contacts that no loose wording takes for one another: spoken from afar, in person, in writing."""

    REMOTE = "remote"
    MEETING = "meeting"
    MESSAGE = "message"


FAMILIES = {Kind.MEETING: Family.MEETING, Kind.MESSAGE: Family.MESSAGE}


class Hold(StrEnum):
    """How a report stands on the time line.

    `day`: the page gives the day, with its year. `stretch`: it lies within some days. `yearless`: month and day are
    known, the year is not. `loose`: nothing, or too little, is known.
    """

    DAY = "day"
    STRETCH = "stretch"
    YEARLESS = "yearless"
    LOOSE = "loose"


@value(frozen=True, slots=True)
class Place:
    """Where on the time line the contact of a report may lie: first and last day as ordinals, or month and day.

    `told` is the ordinal of the day on which its page was published, `dated` tells whether the page itself says when.
    """

    hold: Hold
    first: int = 0
    last: int = 0
    month_day: int = 0
    told: int | None = None
    dated: bool = True


@value(frozen=True, slots=True)
class Member:
    """What the gathering knows of one report. `page` is the digest of its page, `index` its place among its reports."""

    page: str
    index: int
    people: tuple[str, ...]
    family: Family
    kind: Kind
    status: Status
    place: Place
    level: Level = Level.LEADERS
    duration: Duration | None = None
    initiator: str | None = None
    topics: frozenset[str] = frozenset()
    focus: bool = False

    @property
    def id(self) -> str:
        """The report's own name, the same whenever and wherever its page is read."""
        return f"{self.page}:{self.index}"

    @property
    def block(self) -> str:
        """What reports of one contact must share: who took part, and the family of the channel."""
        return "\n".join((*self.people, self.family))


def person_key(participant: Participant) -> str:
    """What a participant is known by: the roster's id; else the leading office and its state; else name and state."""
    if participant.person:
        return participant.person
    office = participant.role if participant.role in LEADING else fold(participant.name)
    return f"{office}|{participant.country}"


def make_member(page: str, index: int, report: Report, *, published: str | None) -> Member:
    """Put a report, the `index`th of its page, into the shape in which it is compared."""
    return Member(
        page,
        index,
        tuple(sorted(person_key(who) for who in report.participants)),
        FAMILIES.get(report.kind, Family.REMOTE),
        report.kind,
        report.status,
        find_place(report.date, report.status, published),
        report.level,
        report.duration,
        report.initiator,
        frozenset(report.topics),
        report.focus,
    )


def find_place(text: str | None, status: Status, published: str | None) -> Place:
    """Where a report stands on the time line, by its date (EDTF) or else by its page's own time (ISO 8601)."""
    told = _day(published)
    dated = parse_edtf(text) if text else None
    if dated is None:
        return _place_by_page(told, status)
    first, last = dated.first_day(), dated.last_day()
    if dated.precision is Precision.DAY and first:
        return Place(Hold.DAY, first.toordinal(), first.toordinal(), _month_day(dated), told)
    if first and last and (last - first).days <= LONG:
        return Place(Hold.STRETCH, first.toordinal(), last.toordinal(), told=told)
    if not dated.dated and _month_day(dated):
        return Place(Hold.YEARLESS, month_day=_month_day(dated), told=told)
    return Place(Hold.LOOSE, told=told)


def is_dated(text: str) -> bool:
    """Whether a date (EDTF) is one day, or some days of a known year."""
    return find_place(text, Status.HELD, None).hold in (Hold.DAY, Hold.STRETCH)


def _place_by_page(told: int | None, status: Status) -> Place:
    if told is None:
        return Place(Hold.LOOSE, dated=False)
    first, last = (told - BEFORE, told) if status is Status.HELD else (told, told + AFTER)
    return Place(Hold.STRETCH, first, last, told=told, dated=False)


def _month_day(dated: Edtf) -> int:
    """Month and day as one number that lies next to that of the day before and after (31 to a month)."""
    moment: Moment | None = dated.start
    return 31 * moment.month + moment.day if moment and moment.month and moment.day else 0


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else None
    except ValueError:
        return None
