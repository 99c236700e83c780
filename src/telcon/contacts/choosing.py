"""The value that a contact shows for a field, every other one that pages tell, and whether they disagree.

The order, first the most important: what a government concerned says before what others relay, what is precise before
what is vague, what more sources tell before what fewer tell, and what an earlier page tells before a later one.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from telcon.contacts.comparing import durations_agree, kinds_agree
from telcon.contacts.members import Hold, find_place
from telcon.contacts.tellings import Telling
from telcon.model.contacts import Kind, Source, Status
from telcon.model.durations import Bound, Duration
from telcon.model.values import value

T = TypeVar("T", bound=Hashable)

EXACTNESS = (Bound.EXACT, Bound.ABOUT, Bound.UNDER, Bound.OVER)
PRECISION = (Hold.DAY, Hold.STRETCH, Hold.LOOSE, Hold.YEARLESS)
VAGUE = {Kind.CALL: 1, Kind.CONTACT: 2}
HOW_SURE = (Status.HELD, Status.DENIED, Status.PLANNED, Status.PROPOSED)


@value(frozen=True, slots=True)
class Option(Generic[T]):
    """One value of a field, with the pages that tell it and those whom they name for it; `author` corrected it so."""

    value: T
    tellings: tuple[Telling, ...]
    sources: tuple[Source, ...]
    author: str = ""

    def is_official(self, states: frozenset[str]) -> bool:
        """Whether a government concerned, or its agency, is named for the value."""
        return any(source.side in states for source in self.sources)


@value(frozen=True, slots=True)
class Choice(Generic[T]):
    """The value shown, with its option first, then the others; `disagree` where two of them cannot both be true."""

    options: tuple[Option[T], ...]
    disagree: bool = False

    @property
    def shown(self) -> T | None:
        """The value shown; None where no page tells one."""
        return self.options[0].value if self.options else None


def choose_date(tellings: Sequence[Telling], states: frozenset[str]) -> Choice[str]:
    """When it was (EDTF)."""
    told = _options(tellings, lambda telling: telling.report.date, "date")
    return _choose(told, states, lambda date: PRECISION.index(find_place(date, Status.HELD, None).hold), AGREE["date"])


def choose_kind(tellings: Sequence[Telling], states: frozenset[str]) -> Choice[Kind]:
    """The channel: one that is told closely before a loose word for it."""
    told = _options(tellings, lambda telling: telling.report.kind, "kind")
    return _choose(told, states, lambda kind: VAGUE.get(kind, 0), AGREE["kind"], vague_last=True)


def choose_status(tellings: Sequence[Telling], states: frozenset[str]) -> Choice[Status]:
    """Whether it took place: a plan that came true was held; that it was denied and held is a disagreement."""
    told = _options(tellings, lambda telling: telling.report.status, "status")
    return _choose(told, states, HOW_SURE.index, AGREE["status"], vague_last=True)


def choose_duration(tellings: Sequence[Telling], states: frozenset[str]) -> Choice[Duration]:
    """How long it took."""
    told = _options(tellings, lambda telling: telling.report.duration, "duration")
    return _choose(told, states, lambda length: EXACTNESS.index(length.bound), AGREE["duration"])


def choose_initiator(tellings: Sequence[Telling], states: frozenset[str]) -> Choice[str]:
    """The side that asked for it."""
    told = _options(tellings, lambda telling: telling.report.initiator, "initiator")
    return _choose(told, states, lambda _: 0, AGREE["initiator"])


def values_agree(field: str, one: Any, other: Any) -> bool:
    """Whether two values of a field can both be true: a vague one agrees with a closer one."""
    return AGREE[field](one, other)


def correct(choice: Choice[T], told: T, author: str) -> Choice[T]:
    """The choice with the value that somebody put in its place first; what pages tell stays beside it."""
    same = [option for option in choice.options if option.value == told]
    first = replace(same[0], author=author) if same else Option(told, (), (), author)
    return replace(choice, options=(first, *(option for option in choice.options if option.value != told)))


def _options(tellings: Iterable[Telling], read: Callable[[Telling], T | None], field: str) -> list[Option[T]]:
    told: dict[T, list[Telling]] = {}
    for telling in tellings:
        found = read(telling)
        if found is not None:
            told.setdefault(found, []).append(telling)
    return [Option(found, tuple(pages), tuple(_sources(pages, field))) for found, pages in told.items()]


def _sources(tellings: Iterable[Telling], field: str) -> Iterable[Source]:
    """Those whom pages name for a value; where the claims are not at hand, for the contact."""
    named: dict[Source, None] = {}
    for telling in tellings:
        claims = [claim for claim in telling.report.claims if claim.field == field]
        cited = {name for claim in claims for name in claim.cited}
        named |= {s: None for s in telling.report.reported_by if not claims or s.name in cited}
    return named


def _choose(
    options: Sequence[Option[T]],
    states: frozenset[str],
    vagueness: Callable[[T], int],
    agree: Callable[[T, T], bool],
    *,
    vague_last: bool = False,
) -> Choice[T]:
    def rank(option: Option[T]) -> tuple[object, ...]:
        official, vague = not option.is_official(states), vagueness(option.value)
        first = (vague, official) if vague_last else (official, vague)
        return *first, -len(option.sources), -len(option.tellings)

    ranked = tuple(sorted(options, key=rank))
    disagree = any(not agree(one.value, other.value) for one in ranked for other in ranked)
    return Choice(ranked, disagree)


def _same_time(one: str, other: str) -> bool:
    a, b = (find_place(date, Status.HELD, None) for date in (one, other))
    if Hold.YEARLESS in (a.hold, b.hold):
        return not (a.month_day and b.month_day) or a.month_day == b.month_day
    if not a.first or not b.first:
        return True
    return a.first <= b.last and b.first <= a.last


def _may_follow(one: Status, other: Status) -> bool:
    return not (Status.DENIED in (one, other) and Status.HELD in (one, other))


AGREE: Mapping[str, Callable[[Any, Any], bool]] = {
    "date": _same_time,
    "kind": kinds_agree,
    "status": _may_follow,
    "duration": durations_agree,
    "initiator": operator.eq,
}
