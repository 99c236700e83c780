"""How two terms lie to each other: the same term told twice, a handover, or two that cannot both be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from telcon.roster.dates import first_day, last_day
from telcon.roster.entries import Person, Term


def overlap(one: Term, other: Term) -> tuple[str, str] | None:
    """First and last day (ISO) that both terms cover whatever their vague ends mean; None where they share none.

    The day of a handover is no shared day: it is the last of one and the first of the other.
    """
    start = max(last_day(one.start) if one.start else "", last_day(other.start) if other.start else "")
    stop = min(first_day(one.stop) if one.stop else "9999-12-31", first_day(other.stop) if other.stop else "9999-12-31")
    return (start or "0000-01-01", stop) if start < stop else None


def is_same_term(one: Term, other: Term) -> bool:
    """Whether two terms tell of one time in one office of one state: they begin alike or share days."""
    if (one.role, one.country) != (other.role, other.country):
        return False
    return one.start == other.start or overlap(one, other) is not None


def agree(one: str | None, other: str | None) -> bool:
    """Whether two dates may be one day: equal, or one is vague and holds the other; open ends agree."""
    if one is None or other is None:
        return one is other
    return first_day(one) <= last_day(other) and first_day(other) <= last_day(one)


def put_over(below: Iterable[Term], above: Iterable[Term]) -> tuple[Term, ...]:
    """The terms below, each replaced by those above that tell of the same time, and all others above behind them.

    A term that tells no title has that of the first it replaces.
    """
    known, added = tuple(below), tuple(above)
    kept = tuple(term for term in known if not any(is_same_term(term, over) for over in added))
    titled = (over if over.title else replace(over, title=_title(over, known)) for over in added)
    return (*kept, *titled)


def _title(over: Term, known: Iterable[Term]) -> str:
    return next((term.title for term in known if is_same_term(term, over)), "")


def is_during(one: Person, other: Person) -> bool:
    """Whether two people were in office at the same time, in whatever office."""
    return any(overlap(a, b) for a in one.terms for b in other.terms)
