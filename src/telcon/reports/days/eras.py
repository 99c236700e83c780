"""When a page that shows no date was written: while all whom it names held the offices that it gives them."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from itertools import chain

from telcon.mentions.dates import Calendar, DateMention
from telcon.model.contacts import LEADING, Office
from telcon.model.dates import Edtf, parse_edtf
from telcon.model.mentions import Mark, Naming, Sort
from telcon.model.values import value
from telcon.reports.scenes import POSTPOSED
from telcon.roster import Person, Roster, Term

HALF_YEAR = timedelta(days=182)
BEFORE, NEW = timedelta(days=45), timedelta(days=60)
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
Stretch = tuple[date, date]
LEAP_DAY = (2, 29)
MIDDLE = 15
SINCE = 40
"""Characters within which a date stands behind *since*."""


@value(frozen=True, slots=True)
class Era:
    """The days, both included, on which most of the page's leaders held office; an open end is far away.

    `known`: the last day of which the roster knows. `day`: the one that the page prints in full within the era,
    or that its address puts it around.
    """

    start: date
    stop: date
    known: date = field(default=LAST, compare=False)
    day: date | None = field(default=None, compare=False)

    @property
    def on(self) -> str:
        """A day to look offices up by (ISO 8601): the one told, else the last, or the first of an open stretch."""
        return str(self.day or (self.start if self.stop == LAST else self.stop))

    def complete(self, value: Edtf, *, weekday: int | None = None) -> Edtf | None:
        """The date with its year, where only one year puts it within the era, and on the weekday that is told with it
        (0 for Monday); None where it is left open.
        """
        if value.dated or value.stop is None or value.stop != value.start or value.stop.month is None:
            return None
        if self.stop == LAST and weekday is None:
            return None
        last_day, found = min(self.stop, self.known + HALF_YEAR), []
        leap = (value.stop.month, value.stop.day) == LEAP_DAY
        for year in range(self.start.year, min(last_day.year, self.start.year + 30) + 1):
            if leap and not isleap(year):
                continue
            whole = Edtf.of(year, value.stop.month, value.stop.day)
            first, last = whole.first_day(), whole.last_day()
            if first and weekday not in (None, first.weekday()):
                continue
            if first and last and first <= last_day + timedelta(days=1) and last >= self.start - BEFORE:
                found.append(whole)
        return found[0] if len(found) == 1 else None


def settle_era(
    namings: Sequence[Naming],
    dates: Iterable[Iterable[DateMention]],
    marks: Iterable[Mark],
    around: date | None,
    roster: Roster,
) -> Era | None:
    """The era of a page: by those named, the days that it prints in full, and a day that its address puts it `around`.

    All these days count alike as voices; the first of them narrows the era.
    """
    days = [*([around] if around else ()), *full_days(dates, marks)]
    return narrow_era(find_era(namings, roster, days), days)


def find_era(namings: Sequence[Naming], roster: Roster, days: Iterable[date] = ()) -> Era | None:
    """The latest stretch in which most of those named with one meaning were in office; None where nobody is.

    A day that the page prints in full counts as one more of them, in office for the half year around it.
    """
    told: dict[str, tuple[tuple[bool, ...], list[Stretch]]] = {}
    for naming in namings:
        if (person := _one(naming, roster)) and (spans := _terms(naming, person)):
            told[person.id] = max(told.get(person.id, ((), [])), (_tells(naming), spans), key=lambda each: each[0])
    stretches = {person: spans for person, (_, spans) in told.items()}
    for naming in namings:
        if naming.incoming and naming.country and naming.roles:
            stretches[f"new {naming.country}"] = _beginnings(naming, roster)
    if stretches:
        stretches |= {str(day): [(day - HALF_YEAR, day + HALF_YEAR)] for day in days}
    return _densest(list(stretches.values()), roster.latest)


def _beginnings(naming: Naming, roster: Roster) -> list[Stretch]:
    """The weeks in which whoever holds the office is spoken of as new in it."""
    people = [roster.people[person] for person in naming.persons] or roster.people.values()
    return [
        (start, start + NEW)
        for person in people
        for term in person.terms
        if term.country == naming.country and term.role in naming.roles
        for start, _ in [_days(term)]
    ]


def narrow_era(era: Era | None, days: Iterable[date]) -> Era | None:
    """The half year around the first full date that the page tells within its era; the era itself without one."""
    for day in days:
        if era is None or era.start <= day <= era.stop:
            return Era(day - HALF_YEAR, day + HALF_YEAR, era.known if era else day + HALF_YEAR, day)
    return era


def _one(naming: Naming, roster: Roster) -> Person | None:
    """The only one of that name, or the only one of them who ever led, in the office that is told."""
    if naming.sort is not Sort.PERSON or not naming.persons:
        return None
    people = [roster.people[person] for person in naming.persons]
    wanted = set(naming.roles) & LEADING or LEADING
    led = people if len(people) == 1 else [one for one in people if any(term.role in wanted for term in one.terms)]
    return led[0] if len(led) == 1 else None


def _tells(naming: Naming) -> tuple[bool, ...]:
    """How much words tell of somebody's time: more than one office, or one to come, goes before one, with its state."""
    return bool(naming.elect) or len(naming.roles) > 1, not LEADING.isdisjoint(naming.roles), bool(naming.country)


def _terms(naming: Naming, person: Person) -> list[Stretch]:
    if naming.former or (naming.roles and not set(naming.roles) & LEADING):
        return []
    wanted = {Office.ELECT} if naming.elect else set(naming.roles) & LEADING
    own = [term for term in person.terms if term.country == naming.country] or person.terms
    held = [[_days(term) for term in own if term.role is role] for role in wanted]
    held = [spans for spans in held if spans]
    if not held:
        return [_days(term) for term in person.terms if term.role in LEADING and term.role is not Office.ELECT]
    common = held[0]
    for spans in held[1:]:
        common = [(max(a, c), min(b, d)) for a, b in common for c, d in spans if max(a, c) <= min(b, d)] or common
    return common


def _days(term: Term) -> Stretch:
    first = parse_edtf(term.start).first_day() if term.start else None
    last = parse_edtf(term.stop).last_day() if term.stop else None
    return first or FIRST, last or LAST


def _densest(people: Sequence[Iterable[Stretch]], known: date) -> Era | None:
    """The stretch that most people's terms cover, the latest of equals."""
    edges = sorted({start for spans in people for start, _ in spans})
    best: tuple[int, date, date] | None = None
    for edge in edges:
        held = ([stop for start, stop in spans if start <= edge <= stop] for spans in people)
        covering = [max(stops) for stops in held if stops]
        if covering and (best is None or (len(covering), edge) > best[:2]):
            best = (len(covering), edge, min(covering))
    return Era(best[1], best[2], known) if best else None


def full_days(dates: Iterable[Iterable[DateMention]], marks: Iterable[Mark] = ()) -> Iterator[date]:
    """The days that the article prints in full, in order; of a month that it prints with its year, the middle.

    Not those since when something is: *lần đầu kể từ tháng 6/2019*. `marks`: the words of the article.
    """
    since = [mark.span.stop for mark in marks if mark.meaning == "since" and POSTPOSED not in mark.flags]
    for mention in chain.from_iterable(dates):
        when = mention.expression
        if any(0 <= mention.span.start - stop <= SINCE for stop in since):
            continue
        if isinstance(when, Calendar) and when.year and when.month and MINYEAR <= when.year < MAXYEAR:
            yield date(when.year, when.month, when.day or MIDDLE)
