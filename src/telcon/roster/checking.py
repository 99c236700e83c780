"""What cannot be right in a roster: two in one office at once, nobody in it, states without a head, shared names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from itertools import combinations
from pathlib import Path

from telcon.letters.folding import fold
from telcon.model.contacts import Office
from telcon.model.values import value
from telcon.roster.dates import first_day, last_day
from telcon.roster.entries import Person, RosterError, Term
from telcon.roster.rosters import Roster
from telcon.roster.sheets import list_lines
from telcon.roster.terms import is_during, overlap

HEADS = (Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT)
SINGLE = (*HEADS, Office.FOREIGN_MINISTER)
"""Offices that one person holds at a time."""
GAP = 31
"""Days that an office may stand empty between two terms before that is told."""
STATE_CODE = 2
"""Letters in the code of a state; organisations have more."""
ACCEPTED = Path(__file__).parent / "accepted.txt"
Held = Sequence[tuple[Term, Person]]


class FaultKind(StrEnum):
    """What is wrong."""

    UNREADABLE = "unreadable"
    OVERLAP = "overlap"
    GAP = "gap"
    ENDED = "ended"
    HEADLESS = "headless"
    NAMESAKES = "namesakes"


@value(frozen=True, slots=True)
class Fault:
    """One thing that cannot be right: of which state and office, from which day to which, and of whom, by their ids.

    `detail` is the name that people share, or what is wrong with a line.
    """

    kind: FaultKind
    state: str = ""
    office: str = ""
    start: str = ""
    stop: str = ""
    people: tuple[str, ...] = ()
    detail: str = ""


def find_faults(roster: Roster, *, today: date, gap: int = GAP, ministers: bool = False) -> list[Fault]:
    """All faults, in the order of `FaultKind`, then by state; `gap` in days.

    With `ministers`, gaps among foreign ministers count too: the roster does not mean to hold all of them.
    """
    faults, people = list[Fault](), list[Person]()
    for key in roster.people:
        try:
            people.append(roster.people[key])
        except RosterError as error:
            faults.append(Fault(FaultKind.UNREADABLE, people=(key,), detail=str(error)))
    held = _by_office(people)
    for (office, state), terms in held.items():
        if office in SINGLE:
            faults += _overlaps(office, state, terms)
        if office in HEADS or (ministers and office in SINGLE):
            faults += _gaps(office, state, terms, today, gap)
    led = {state for (office, state), terms in held.items() if _leads(office) and _is_open(terms, today)}
    led |= {fault.state for fault in faults if fault.kind is FaultKind.ENDED and fault.office in HEADS}
    states = (code for code in roster.states if len(code) == STATE_CODE)
    faults += [Fault(FaultKind.HEADLESS, state) for state in states if state not in led]
    return sorted([*faults, *_namesakes(people)], key=_place)


def split_accepted(faults: Iterable[Fault], accepted: Mapping[str, str]) -> tuple[list[Fault], list[Fault]]:
    """The faults that are to be told, and those that are so though they look wrong."""
    told, known = list[Fault](), list[Fault]()
    for fault in faults:
        (told if accepted.keys().isdisjoint(_keys(fault)) else known).append(fault)
    return told, known


def read_accepted(path: Path = ACCEPTED) -> dict[str, str]:
    """What is so though it looks wrong, each with the reason, from lines `kind what: reason`.

    Raises `RosterError` for a line without a reason or of no kind.
    """
    found: dict[str, str] = {}
    for source, line in list_lines(path):
        what, colon, reason = line.partition(":")
        words = what.split()
        if not colon or not reason.strip() or len(words) < 2 or words[0] not in list(FaultKind):
            raise RosterError(f"{source}: not `kind what: reason`")
        found[" ".join(words)] = reason.strip()
    return found


def list_shared() -> frozenset[tuple[Office, str]]:
    """Offices, each with its state, that are known to be held by several at once."""
    told = (what.split() for what in read_accepted())
    return frozenset((Office(words[1]), words[2]) for words in told if words[0] == FaultKind.OVERLAP)


def _keys(fault: Fault) -> tuple[str, ...]:
    """What may stand for a fault in the sheet of what is so."""
    what = " ".join(part for part in (fault.kind, fault.office, fault.state, fault.detail) if part)
    return what, f"{what} {fault.start}"


def _by_office(people: Iterable[Person]) -> Mapping[tuple[Office, str], Held]:
    held: dict[tuple[Office, str], list[tuple[Term, Person]]] = defaultdict(list)
    for person in people:
        for term in person.terms:
            held[term.role, term.country].append((term, person))
    return {key: sorted(terms, key=lambda pair: _days(pair[0])) for key, terms in held.items()}


def _overlaps(office: str, state: str, terms: Held) -> Iterator[Fault]:
    for (one, holder), (other, successor) in combinations(terms, 2):
        if shared := overlap(one, other):
            who = tuple(dict.fromkeys((holder.id, successor.id)))
            yield Fault(FaultKind.OVERLAP, state, office, *shared, who)


def _gaps(office: str, state: str, terms: Held, today: date, most: int) -> Iterator[Fault]:
    last, before = "", terms[0][1]
    for term, person in terms:
        start, stop = _days(term)
        if last and _count_days(last, start) > most:
            yield Fault(FaultKind.GAP, state, office, last, start, (before.id, person.id))
        if stop >= last:
            last, before = stop, person
    if _count_days(last, today.isoformat()) > most:
        yield Fault(FaultKind.ENDED, state, office, last, "", (before.id,))


def _namesakes(people: Sequence[Person]) -> Iterator[Fault]:
    """Names that stand for a person without more, shared by people who were in office at the same time."""
    named: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        for form in {fold(form) for form in (*person.names, *person.alone)}:
            named[form].append(person)
    for form, bearers in sorted(named.items()):
        for one, other in combinations(bearers, 2):
            if is_during(one, other):
                yield Fault(FaultKind.NAMESAKES, people=(one.id, other.id), detail=form)


def _leads(office: Office) -> bool:
    return office in (*HEADS, Office.PARTY_LEADER, Office.IO_HEAD)


def _is_open(terms: Held, today: date) -> bool:
    return any(last_day(term.stop) >= today.isoformat() for term, _ in terms)


def _days(term: Term) -> tuple[str, str]:
    return first_day(term.start), last_day(term.stop)


def _count_days(start: str, stop: str) -> int:
    if start >= stop or start.startswith("0000") or stop.startswith("9999"):
        return 0
    return (date.fromisoformat(stop) - date.fromisoformat(start)).days


def _place(fault: Fault) -> tuple[int, str, str, str]:
    return list(FaultKind).index(fault.kind), fault.state, fault.office, fault.start
