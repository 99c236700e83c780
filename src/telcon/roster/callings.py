"""What all languages together call people and states, read off their sheets without the cases that names have there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from telcon.roster.loading import FOLDER, load_roster
from telcon.roster.rosters import Roster
from telcon.roster.sheets import list_lines, split_forms


@cache
def names_of(person: str) -> tuple[str, ...]:
    """All names of one in the roster, in every language and script, the usual English one first; none for others."""
    return _names_in_use()(person)


def list_names(roster: Roster) -> Callable[[str], tuple[str, ...]]:
    """What `names_of` tells, for another roster."""
    lines = _lines_of_people(roster)

    def names_in(person: str) -> tuple[str, ...]:
        known = roster.people.get(person)
        if known is None:
            return ()
        told = (form for line in lines.get(person, ()) for part in line.split("|") for form in split_forms(part))
        return tuple(dict.fromkeys((known.name, *known.names, *known.alone, *known.short, *told)))

    return names_in


@cache
def names_of_states() -> Mapping[str, tuple[str, ...]]:
    """The names of all states in every language, by code."""
    told = {state.code: [state.name, *state.forms] for state in load_roster().states.values()}
    for path in _sheets("states.txt"):
        for _, line in list_lines(path):
            code, _, rest = line.partition(":")
            told[code.strip()] += split_forms(rest.partition("|")[0])
    return {code: tuple(dict.fromkeys(names)) for code, names in told.items()}


@cache
def _names_in_use() -> Callable[[str], tuple[str, ...]]:
    return list_names(load_roster())


def _lines_of_people(roster: Roster) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for path in _sheets("people.txt"):
        for _, line in list_lines(path):
            key, _, rest = line.partition(" ")
            found[key].append(rest)
    for key, addition in roster.own.additions.items() if roster.own else ():
        found[key] += ["|".join("; ".join(part) for part in forms) for forms in addition.called.values()]
    return found


def _sheets(name: str) -> Iterator[Path]:
    """The sheets of this name that languages have."""
    yield from sorted(FOLDER.glob(f"*/{name}"))
