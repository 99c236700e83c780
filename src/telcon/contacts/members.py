"""A report as it is compared with others: who met, by which channel, when, and what helps to tell contacts apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from hashlib import sha256

from telcon.letters.folding import fold
from telcon.model.contacts import LEADING, Kind, Level, Participant, Report, Status
from telcon.model.dates import Edtf, Moment, Precision, parse_edtf
from telcon.model.durations import Duration
from telcon.model.values import value

BLOCK_LENGTH = 6
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
    """What the gathering knows of one report.

    `id` is the report's own name: its page, its block and its place among the page's reports of that block. It stays
    when the page is read again, unless other people are found in it, so that what people decided stays attached.
    """

    id: str
    page: str
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
    def block(self) -> str:
        """What reports of one contact must share: who took part, and the family of the channel."""
        return "\n".join((*self.people, self.family))


def person_key(participant: Participant) -> str:
    """What a participant is known by: the roster's id; else the leading office and its state; else name and state."""
    if participant.person:
        return participant.person
    office = participant.role if participant.role in LEADING else fold(participant.name)
    return f"{office}|{participant.country}"


def make_members(page: str, reports: Iterable[Report], *, published: str | None) -> list[Member]:
    """Put the reports of a page, in their order, into the shape in which they are compared."""
    told: Counter[str] = Counter()
    made = []
    for report in reports:
        people = tuple(sorted(person_key(who) for who in report.participants))
        block = "\n".join((*people, FAMILIES.get(report.kind, Family.REMOTE)))
        name = f"{page}:{sha256(block.encode()).hexdigest()[:BLOCK_LENGTH]}:{told[block]}"
        made.append(_make_member(name, people, report, published))
        told[block] += 1
    return made


def _make_member(name: str, people: tuple[str, ...], report: Report, published: str | None) -> Member:
    return Member(
        name,
        name.partition(":")[0],
        people,
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
