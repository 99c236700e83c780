"""The contacts of a leader, a state or a pair over time, summed up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median_low

from telcon.contacts import Contact, Series, make_series
from telcon.model.contacts import Kind, Status
from telcon.model.values import value
from telcon.web.catalogues.directory import Directory, Placed, Side, Sort

CALLS = frozenset({Kind.PHONE, Kind.VIDEO, Kind.CALL})
YEARS = 15
"""Years that are drawn, the latest of all."""


@value(frozen=True, slots=True)
class Partner:
    """Whom a side was in contact with: how often they were held, by which channels, and the newest."""

    side: Side
    count: int
    kinds: Counter[Kind]
    latest: Placed


@value(frozen=True, slots=True)
class Course:
    """Contacts, the newest first, with what they amount to.

    `years` run from the latest with a contact, plans far ahead left aside, to the earliest, at most `YEARS`; `by_year`
    are the channels of those held in each.
    """

    placed: tuple[Placed, ...]
    series: Series
    years: tuple[int, ...]
    by_year: Mapping[int, Mapping[Kind, int]]

    @property
    def held(self) -> int:
        """How many were held."""
        return len(self.series.held)

    @property
    def upcoming(self) -> Contact | None:
        """The next that is planned or proposed, one without a day where no other is."""
        return next(iter(self.series.open), None)

    @property
    def usual_gap(self) -> int | None:
        """The middle one of the days from each contact to the next."""
        return median_low(gap.days for gap in self.series.gaps) if self.series.gaps else None

    @property
    def asked(self) -> Counter[str | None]:
        """How many were asked for by each side, under None those of which that is not told."""
        return Counter(contact.initiator for contact in askable(self.series.held))

    @property
    def asker(self) -> tuple[str, int] | None:
        """The side that asked most often, and for how many."""
        told = {side: count for side, count in self.asked.items() if side}
        return max(told.items(), key=lambda it: (it[1], it[0]), default=None)

    @property
    def fullest(self) -> tuple[int, int] | None:
        """The year with the most contacts held, and how many."""
        counts = {year: sum(kinds.values()) for year, kinds in self.by_year.items()}
        return max(((year, count) for year, count in counts.items()), key=lambda it: (it[1], it[0]), default=None)

    @property
    def since(self) -> int | None:
        """The year of the earliest contact that was held."""
        return min(self.by_year, default=None)

    @property
    def undrawn(self) -> int:
        """How many have no month of their own in the years drawn."""
        return sum(not (it.first and it.last and it.first.year in self.years) for it in self.placed)

    @property
    def quiet(self) -> tuple[int, ...]:
        """The years between the first and the last without a contact held, the earliest first."""
        return tuple(year for year in reversed(self.years) if year not in self.by_year)


def make_course(placed: Iterable[Placed], *, today: date) -> Course:
    """Sum up contacts, the newest first."""
    found = tuple(placed)
    told = {it.first.year for it in found if it.first}
    latest = max((year for year in told if year <= today.year + 1), default=max(told, default=0))
    years = range(latest, min(told) - 1, -1) if told else range(0)
    by_year: dict[int, Counter[Kind]] = {}
    for it in found:
        if it.first and it.contact.status is Status.HELD:
            by_year.setdefault(it.first.year, Counter())[it.contact.kind] += 1
    series = make_series([it.contact for it in found], today=today)
    return Course(found, series, tuple(years)[:YEARS], by_year)


def askable(held: Iterable[Contact]) -> list[Contact]:
    """Those contacts that somebody asks for: calls, and others of which it is told."""
    return [contact for contact in held if contact.kind in CALLS or contact.initiator]


def find_partners(directory: Directory, side: Side, placed: Sequence[Placed]) -> list[Partner]:
    """Whom a side was in contact with, most often first: leaders of a leader, states of a state."""
    met: dict[str, list[Placed]] = {}
    for it in placed:
        if it.contact.status is Status.HELD:
            keys = it.leaders if side.who else [who.country for who in it.contact.participants]
            for key in dict.fromkeys(keys):
                if key != side.key:
                    met.setdefault(key, []).append(it)
    partners = [
        Partner(
            directory.side(key, Sort.LEADERS if side.who else Sort.STATES),
            len(shared),
            Counter(it.contact.kind for it in shared),
            shared[0],
        )
        for key, shared in met.items()
    ]
    return sorted(partners, key=lambda partner: (-partner.count, partner.side.key))
