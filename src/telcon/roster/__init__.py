"""People and the offices they held, by date; states, bodies and media, and which side each speaks for."""

from __future__ import annotations

from telcon.roster.callings import names_of, names_of_states
from telcon.roster.entries import (
    Body,
    BodyForm,
    Grade,
    Medium,
    MediumForm,
    MediumKind,
    Person,
    PersonForm,
    RosterError,
    RosterForm,
    Site,
    State,
    StateForm,
    StateGrade,
    Term,
)
from telcon.roster.loading import load_roster
from telcon.roster.overlays import find_people, load_roster_in
from telcon.roster.rosters import ACCOUNT, LED, OFFICES, PRESS_SERVICE, RANK, Roster

__all__ = [
    "ACCOUNT",
    "LED",
    "OFFICES",
    "PRESS_SERVICE",
    "RANK",
    "Body",
    "BodyForm",
    "Grade",
    "Medium",
    "MediumForm",
    "MediumKind",
    "Person",
    "PersonForm",
    "Roster",
    "RosterError",
    "RosterForm",
    "Site",
    "State",
    "StateForm",
    "StateGrade",
    "Term",
    "find_people",
    "load_roster",
    "load_roster_in",
    "names_of",
    "names_of_states",
]
