"""Where a register differs from the roster: what is new there, and what contradicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from telcon.letters.sought import name_words
from telcon.model.contacts import Office
from telcon.model.values import value
from telcon.registers.answers import Holding
from telcon.registers.naming import list_new, tidy
from telcon.registers.runs import Run, closest, list_runs
from telcon.roster import Person, Roster, Term
from telcon.roster.dates import first_day
from telcon.roster.terms import agree, overlap

NamesOf = Callable[[str], Sequence[str]]
Seat = tuple[Office, str]
"""An office and the state it is of."""


class ChangeKind(StrEnum):
    """How the register differs. From `BEGINS` on it contradicts the roster, and nothing is taken over unasked."""

    NEW_PERSON = "new person"
    NEW_TERM = "new term"
    ENDED = "ended"
    NEW_NAMES = "new names"
    BEGINS = "begins otherwise"
    ENDS = "ends otherwise"
    GOES_ON = "goes on"
    TWO = "two at once"
    ELSEWHERE = "leads another state"
    OVER = "over, no day told"
    MAYBE = "maybe known"
    NAMELESS = "no name told"


AGREED = frozenset({ChangeKind.NEW_PERSON, ChangeKind.NEW_TERM, ChangeKind.ENDED, ChangeKind.NEW_NAMES})
"""What is taken over on agreement."""
DISPUTED = frozenset({ChangeKind.BEGINS, ChangeKind.ENDS, ChangeKind.GOES_ON, ChangeKind.TWO, ChangeKind.ELSEWHERE})
"""What is taken over only where that is asked for; the rest cannot be."""


@value(frozen=True, slots=True)
class Change:
    """One difference: of whom (the roster's id where it has one), the term by the register, and the roster's own.

    `names` by language; `others` are the ids of those who stand against it.
    """

    kind: ChangeKind
    person: str
    name: str
    term: Term | None = None
    ours: tuple[Term, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    others: tuple[str, ...] = ()


def compare(
    roster: Roster, holdings: Iterable[Holding], names_of: NamesOf, *, shared: Collection[Seat] = ()
) -> list[Change]:
    """Where what a register tells differs from the roster, what is new first, then by state.

    `names_of` gives all names of somebody in the roster by id; `shared` are offices that several hold at once. Holdings
    of states that the roster lacks are left aside.
    """
    told = defaultdict[str, list[Holding]](list)
    for holding in holdings:
        if holding.state in roster.states:
            told[holding.person].append(holding)
    found = [change for person in told for change in _compare_person(roster, person, told, names_of)]
    settled = [_hold_against(roster, change, found, shared) for change in found]
    return sorted(settled, key=_place)


def _compare_person(
    roster: Roster, key: str, told: Mapping[str, Sequence[Holding]], names_of: NamesOf
) -> Iterator[Change]:
    holdings = told[key]
    names = tuple({language: name for holding in holdings for language, name in holding.names}.items())
    person, doubtful = _find(roster, key, holdings, names, told)
    shown = person.name if person else _usual(names) or key
    seats = defaultdict[Seat, list[Holding]](list)
    for holding in holdings:
        seats[holding.office, holding.state].append(holding)
    for seat, parts in seats.items():
        if seat[0] is Office.HEAD_OF_GOVERNMENT and _leads_both(person, seats, seat[1]):
            continue
        known = Change(ChangeKind.NEW_TERM, person.id if person else key, shown, others=tuple(doubtful))
        for change in _compare_seat(known, person, seat, parts):
            yield _introduce(change, names) if person is None else change
    if person and (new := tuple(list_new(names, names_of(person.id)))):
        yield Change(ChangeKind.NEW_NAMES, person.id, shown, names=new)


def _compare_seat(known: Change, person: Person | None, seat: Seat, parts: Sequence[Holding]) -> Iterator[Change]:
    ours = list_runs(term for term in person.terms if (term.role, term.country) == seat) if person else []
    terms = [Term(*seat, part.start, part.stop, "") for part in parts if part.stop or not part.ended]
    for run in list_runs(terms):
        same, term = closest(run, ours), Term(*seat, run.start, run.stop, "")
        if same:
            yield from _compare_runs(known, same, run, term)
        else:
            yield replace(known, term=term)
    for part in parts:
        if part.ended and not part.stop and any(run.stop is None for run in ours):
            yield replace(known, kind=ChangeKind.OVER, term=Term(*seat, part.start, None, ""), ours=ours[-1].terms)


def _introduce(change: Change, names: Sequence[tuple[str, str]]) -> Change:
    """A new term of somebody whom the roster does not have, or has perhaps (`others`)."""
    if change.others:
        return replace(change, kind=ChangeKind.MAYBE)
    if not _usual(names):
        return replace(change, kind=ChangeKind.NAMELESS)
    return replace(change, kind=ChangeKind.NEW_PERSON, names=tuple(list_new(names, [change.name])))


def _compare_runs(known: Change, ours: Run, run: Run, term: Term) -> Iterator[Change]:
    about = replace(known, ours=ours.terms)
    if not agree(ours.start, run.start):
        yield replace(about, kind=ChangeKind.BEGINS, term=replace(term, stop=ours.stop))
    if agree(ours.stop, run.stop):
        return
    last = ours.terms[-1]
    if ours.stop is None:
        yield replace(about, kind=ChangeKind.ENDED, term=replace(last, stop=run.stop), ours=(last,))
    else:
        kind = ChangeKind.GOES_ON if run.stop is None else ChangeKind.ENDS
        yield replace(about, kind=kind, term=replace(last, stop=run.stop), ours=(last,))


def _find(
    roster: Roster,
    key: str,
    holdings: Sequence[Holding],
    names: Sequence[tuple[str, str]],
    told: Mapping[str, Sequence[Holding]],
) -> tuple[Person | None, list[str]]:
    """Whom the register means, by id or by name and office; else those of the roster who may be the same."""
    if key in roster.people:
        return roster.people[key], []
    words = {name_words(name) for _, label in names if (name := tidy(label))}
    doubtful: dict[str, Person] = {}
    for holding in holdings:
        for other in roster.people.holding(holding.office, holding.state):
            if other.id not in told and any(_begins_with(term, holding) for term in other.terms):
                if other.id.startswith("x-") and not words.isdisjoint(map(name_words, other.names)):
                    return other, []
                doubtful[other.id] = other
    return None, list(doubtful)


def _begins_with(term: Term, holding: Holding) -> bool:
    if (term.role, term.country) != (holding.office, holding.state):
        return False
    one, other = (list_runs([Term(term.role, term.country, day, day, "")]) for day in (term.start, holding.start))
    return one[0].touches(other[0]) or len(list_runs([*one[0].terms, *other[0].terms])) == 1


def _leads_both(person: Person | None, seats: Mapping[Seat, Sequence[Holding]], state: str) -> bool:
    """Whether a head of state is also called head of government, which the roster tells of separate offices only."""
    known = {(term.role, term.country) for term in person.terms} if person else set()
    if (Office.HEAD_OF_GOVERNMENT, state) in known:
        return False
    return (Office.HEAD_OF_STATE, state) in known | seats.keys()


def _hold_against(roster: Roster, change: Change, changes: Iterable[Change], shared: Collection[Seat]) -> Change:
    """A new term beside that of somebody else in the same office contradicts, whether he is known or new himself."""
    term = change.term
    if change.kind not in (ChangeKind.NEW_PERSON, ChangeKind.NEW_TERM) or term is None:
        return change
    seat = term.role, term.country
    if abroad := _leads_elsewhere(roster, change, changes, seat):
        return replace(change, kind=ChangeKind.ELSEWHERE, ours=abroad)
    others = [] if seat in shared else list(dict.fromkeys(_rivals(roster, change, changes, seat)))
    return replace(change, kind=ChangeKind.TWO, others=tuple(others)) if others else change


def _leads_elsewhere(roster: Roster, change: Change, changes: Iterable[Change], seat: Seat) -> tuple[Term, ...]:
    """The terms in which somebody holds the same office of another state then: the king of many, a prince of two."""
    person, own = roster.people.get(change.person), change.term
    known = person.terms if person else ()
    told = (other.term for other in changes if not person and other.person == change.person and other.term)
    same = (term for term in (*known, *told) if term.role == seat[0] and term.country != seat[1])
    return tuple(term for term in same if own and overlap(own, term))


def _rivals(roster: Roster, change: Change, changes: Iterable[Change], seat: Seat) -> Iterator[str]:
    own, ended = change.term, dict[tuple[str, Seat, str | None], Term]()
    for other in changes:
        if other.term and (other.term.role, other.term.country) == seat and other.person != change.person:
            if other.kind is ChangeKind.ENDED:
                ended[other.person, seat, other.term.start] = other.term
            elif other.kind in (ChangeKind.NEW_PERSON, ChangeKind.NEW_TERM) and own and overlap(own, other.term):
                yield other.person
    for person in roster.people.holding(*seat):
        for term in person.terms if person.id != change.person else ():
            held = ended.get((person.id, seat, term.start), term)
            if (held.role, held.country) == seat and own and overlap(own, held):
                yield person.id


def _usual(names: Iterable[tuple[str, str]]) -> str:
    """The usual English name, else the Vietnamese one; empty where neither is told."""
    told = dict(names)
    return next((name for language in ("en", "vi") if (name := tidy(told.get(language, "")))), "")


def _place(change: Change) -> tuple[int, str, str, str]:
    term = change.term
    state, start = (term.country, first_day(term.start)) if term else ("", "")
    return list(ChangeKind).index(change.kind), state, start, change.person
