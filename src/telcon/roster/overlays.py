"""What one language calls those whom the roster knows: sheets in a folder of the language's code, beside the base.

`people.txt`: `id full; full | alone; alone | short`, as many people as have a name in the language;
`states.txt`: `CODE: names | capitals | adjectives`; `bodies.txt` and `media.txt`: `English name: forms`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from telcon.inflections import Inflection
from telcon.roster.additions import APART, Forms
from telcon.roster.entries import Body, Grade, Medium, Person, RosterError, State
from telcon.roster.inflected import Called, Speller, merge_cases
from telcon.roster.loading import FOLDER, load_roster, own_of
from telcon.roster.names import JoinedNames
from telcon.roster.rosters import Roster
from telcon.roster.sheets import list_lines, split_forms

T = TypeVar("T", bound=Body | Medium)


def load_roster_in(
    code: str, folder: Path = FOLDER, *, inflection: Inflection | None = None, own: Path | None = None
) -> Roster:
    """The roster with the forms of a language (ISO 639-1) beside those of the base; the base where it has no sheets.

    With `inflection`, its forms stand in the nominative and are found in every case.

    Raises `RosterError` for a line that cannot be read, or that names nobody of the base sheets.
    """
    return _load_roster_in(code, folder, inflection, own_of(folder, own))


@cache
def _load_roster_in(code: str, folder: Path, inflection: Inflection | None, added: Path | None) -> Roster:
    base, own = load_roster(folder, own=added), folder / code
    if not own.is_dir():
        return base
    speller = Speller(inflection)
    called = _read_people(own / "people.txt", base)
    if base.own and (more := base.own.called(code)):
        called = _put_over(called, more)
    bodies = _add_forms(own / "bodies.txt", {**base.bodies, **base.patterns}, speller)
    roster = replace(
        base,
        names=JoinedNames(base.people, speller.name(called)),
        states=_add_states(own / "states.txt", base.states, speller),
        bodies=MappingProxyType({name: bodies[name] for name in base.bodies}),
        patterns=MappingProxyType({name: bodies[name] for name in base.patterns}),
        media=_add_forms(own / "media.txt", base.media, speller),
    )
    return replace(roster, cases=merge_cases(speller.inflected))


def find_people(form: str) -> tuple[Person, ...]:
    """People whom a form may name in the base sheets, or where it names nobody there, in any language's."""
    rosters = (load_roster(), *map(load_roster_in, APART))
    return next((found for roster in rosters if (found := roster.named(form))), ())


def _put_over(called: Iterable[Called], more: Mapping[str, Forms]) -> Iterator[Called]:
    """What the sheet says, with what the own sheet adds to it, those behind whom the own sheet alone has."""
    left = dict(more)
    for person in called:
        added = left.pop(person.key, ())
        pairs = zip_longest(person.forms, added, fillvalue=())
        yield Called(person.key, [tuple(dict.fromkeys((*known, *new))) for known, new in pairs])
    for key, forms in left.items():
        yield Called(key, forms)


def _read_people(path: Path, base: Roster) -> Iterator[Called]:
    for source, line in list_lines(path):
        key, _, rest = line.partition(" ")
        parts = rest.split("|")
        if key not in base.people or not parts[0].strip() or len(parts) > len(Grade):
            raise RosterError(f"{source}: not `id full names | alone | short` of somebody in the roster")
        yield Called(key, [split_forms(part) for part in parts])


def _add_states(path: Path, base: Mapping[str, State], speller: Speller) -> Mapping[str, State]:
    states = dict(base)
    for source, line in list_lines(path):
        code, colon, rest = line.partition(":")
        parts = [split_forms(part) for part in rest.split("|")]
        state = states.get(code.strip())
        if not state or not colon or len(parts) > 3:
            raise RosterError(f"{source}: not `CODE: names | capitals | adjectives` of a state in the roster")
        names, capitals, adjectives = (*parts, (), ())[:3]
        states[state.code] = replace(
            state,
            forms=(*state.forms, *speller.phrases(names)),
            capitals=(*state.capitals, *speller.phrases(capitals)),
            adjectives=(*state.adjectives, *speller.adjectives(adjectives)),
        )
    return MappingProxyType(states)


def _add_forms(path: Path, base: Mapping[str, T], speller: Speller) -> Mapping[str, T]:
    entries = dict(base)
    for source, line in list_lines(path):
        name, colon, rest = line.partition(":")
        key = name.strip()
        if key not in entries or not colon:
            raise RosterError(f"{source}: not `name: forms` of one in the base sheet")
        entries[key] = replace(entries[key], forms=(*entries[key].forms, *speller.phrases(split_forms(rest))))
    return MappingProxyType(entries)
