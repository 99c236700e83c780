"""Reading the roster that comes with the package, or another of the same shape."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from telcon.roster.additions import own_folder, read_own
from telcon.roster.entries import RosterError, State
from telcon.roster.people import NOTHING, People
from telcon.roster.rosters import Roster
from telcon.roster.sheets import (
    read_bodies,
    read_called,
    read_governments,
    read_homes,
    read_media,
    read_states,
    read_women,
)
from telcon.roster.sites import read_sites

FOLDER = Path(__file__).parent
T = TypeVar("T")


def load_roster(folder: Path = FOLDER, *, own: Path | None = None) -> Roster:
    """Read the sheets of a folder, once in a process: states, governments, topics, bodies, media, who
    is called how, and `people/*.txt`; with the package's, those of the user's own folder too, or of the one named.

    The people of the package are read one by one, when they are asked for; its tests have seen all their lines.

    Raises `RosterError` for a line that cannot be read or an entry that stands twice.
    """
    return _load_roster(folder, own_of(folder, own))


def own_of(folder: Path, own: Path | None) -> Path | None:
    """The folder of the own sheet that is put over the sheets of a folder: that of the user over the package's."""
    return own_folder() if own is None and folder == FOLDER else own


def read_roster(folder: Path, own: Path | None) -> Roster:
    """Read the sheets as they are now, with those of an own folder where one is named, as `load_roster` does."""
    added = read_own(own)
    states = _by(read_states(folder / "states.txt"), "code")
    bodies = _by(read_bodies(folder / "bodies.txt"), "name")
    media = _by(read_media(folder / "media.txt"), "name")
    people = People(sorted((folder / "people").glob("*.txt")), added.additions if added else NOTHING)
    if folder != FOLDER:
        tuple(people.values())
    patterns = {name: body for name, body in bodies.items() if "{" in name}
    named = {name: body for name, body in bodies.items() if name not in patterns}
    return Roster(
        people=people,
        names=people,
        states=MappingProxyType(states),
        bodies=MappingProxyType(named),
        patterns=MappingProxyType(patterns),
        media=MappingProxyType(media),
        governments=MappingProxyType(read_governments(folder / "governments.txt")),
        women=read_women(folder / "women.txt"),
        homes=MappingProxyType(read_homes(folder / "topics.txt")),
        called=MappingProxyType(read_called(folder / "called.txt")),
        demonyms=MappingProxyType({code: _demonym(state) for code, state in states.items()}),
        sites=MappingProxyType({address: site for _, address, site in read_sites(folder / "sites.txt")}),
        own=added,
    )


_load_roster = cache(read_roster)


def _demonym(state: State) -> str:
    """The English adjective of a state, which is the last of its line; its code where it has none."""
    return state.adjectives[-1] if state.adjectives else state.code


def _by(entries: Iterable[tuple[str, T]], field: str) -> dict[str, T]:
    found: dict[str, T] = {}
    places: dict[str, str] = {}
    for place, entry in entries:
        key = getattr(entry, field)
        if key in found:
            raise RosterError(f"{place}: {key} stands already at {places[key]}")
        found[key], places[key] = entry, place
    return found
