"""What one language calls those whom the roster knows: sheets in a folder of the language's code, beside the base.

`people.txt`: `id full; full | alone; alone | short`, as many people as have a name in the language;
`states.txt`: `CODE: names | capitals | adjectives`; `bodies.txt` and `media.txt`: `English name: forms`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from telcon.roster.entries import Body, Grade, Medium, PersonForm, RosterError, State
from telcon.roster.loading import FOLDER, load_roster
from telcon.roster.names import JoinedNames, ListedNames
from telcon.roster.rosters import Roster
from telcon.roster.sheets import list_lines, split_forms

T = TypeVar("T", bound=Body | Medium)
GRADES = (Grade.FULL, Grade.ALONE, Grade.SHORT)


@cache
def load_roster_in(code: str, folder: Path = FOLDER) -> Roster:
    """The roster with the forms of a language (ISO 639-1) beside those of the base; the base where it has no sheets.

    Raises `RosterError` for a line that cannot be read, or that names nobody of the base sheets.
    """
    base, own = load_roster(folder), folder / code
    if not own.is_dir():
        return base
    bodies = _add_forms(own / "bodies.txt", {**base.bodies, **base.patterns})
    return replace(
        base,
        names=JoinedNames(base.people, ListedNames(_read_people(own / "people.txt", base))),
        states=_add_states(own / "states.txt", base.states),
        bodies=MappingProxyType({name: bodies[name] for name in base.bodies}),
        patterns=MappingProxyType({name: bodies[name] for name in base.patterns}),
        media=_add_forms(own / "media.txt", base.media),
    )


def _read_people(path: Path, base: Roster) -> Iterator[tuple[str, PersonForm]]:
    for source, line in list_lines(path):
        key, _, rest = line.partition(" ")
        parts = rest.split("|")
        if key not in base.people or not parts[0].strip() or len(parts) > len(GRADES):
            raise RosterError(f"{source}: not `id full names | alone | short` of somebody in the roster")
        for grade, part in zip(GRADES, parts, strict=False):
            form = PersonForm(key, grade)
            for spelling in split_forms(part):
                yield spelling, form


def _add_states(path: Path, base: Mapping[str, State]) -> Mapping[str, State]:
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
            forms=(*state.forms, *names),
            capitals=(*state.capitals, *capitals),
            adjectives=(*state.adjectives, *adjectives),
        )
    return MappingProxyType(states)


def _add_forms(path: Path, base: Mapping[str, T]) -> Mapping[str, T]:
    entries = dict(base)
    for source, line in list_lines(path):
        name, colon, rest = line.partition(":")
        key = name.strip()
        if key not in entries or not colon:
            raise RosterError(f"{source}: not `name: forms` of one in the base sheet")
        entries[key] = replace(entries[key], forms=(*entries[key].forms, *split_forms(rest)))
    return MappingProxyType(entries)
