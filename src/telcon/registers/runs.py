"""Terms that follow each other without a break are one time in office, however many elections lie in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from telcon.model.values import value
from telcon.roster import Term
from telcon.roster.dates import LAST, first_day, last_day

BREAK = timedelta(days=31)
"""The longest time between two terms that is no break: a date of election here, one of inauguration there."""


@value(frozen=True, slots=True)
class Run:
    """One time in an office: begin and end (EDTF; None where open), and the terms that it is made of."""

    start: str | None
    stop: str | None
    terms: tuple[Term, ...]

    def touches(self, other: Run) -> bool:
        """Whether both may share a day."""
        return first_day(self.start) <= last_day(other.stop) and first_day(other.start) <= last_day(self.stop)


def list_runs(terms: Iterable[Term]) -> list[Run]:
    """The times in office that terms of one person in one office of one state are made of, in order."""
    runs: list[Run] = []
    for term in sorted(terms, key=lambda term: (first_day(term.start), last_day(term.stop))):
        if runs and _goes_on(runs[-1], term):
            before = runs.pop()
            runs.append(Run(before.start, _later(before.stop, term.stop), (*before.terms, term)))
        else:
            runs.append(Run(term.start, term.stop, (term,)))
    return runs


def closest(run: Run, runs: Sequence[Run]) -> Run | None:
    """The one among times in office that tells of the same time: it shares days, and begins nearest."""
    touching = [other for other in runs if run.touches(other)]
    return min(touching, key=lambda other: _distance(run.start, other.start), default=None)


def _goes_on(run: Run, term: Term) -> bool:
    stop = last_day(run.stop)
    if stop == LAST:
        return True
    return _day(first_day(term.start)) <= _day(stop) + BREAK


def _later(one: str | None, other: str | None) -> str | None:
    return max(one, other, key=last_day) if one is not None and other is not None else None


def _distance(one: str | None, other: str | None) -> int:
    return abs((_day(first_day(one)) - _day(first_day(other))).days)


def _day(text: str) -> date:
    # A date that names no day that there is (30 February) counts as the first of its month.
    try:
        return date.fromisoformat(max(text, "0001-01-01"))
    except ValueError:
        return date.fromisoformat(f"{text[:7]}-01")
