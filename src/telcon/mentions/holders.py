"""Who among the people that words may name leads a state, and which."""

from __future__ import annotations

from telcon.mentions.lexemes import Lexeme
from telcon.model.contacts import LEADING
from telcon.roster import Roster
from telcon.roster.entries import PersonForm


def leaders_among(lexeme: Lexeme, roster: Roster) -> tuple[str, ...]:
    """The leaders whom a lexeme may name."""
    people = dict.fromkeys(entry.person_id for entry in lexeme.entries if isinstance(entry, PersonForm))
    return tuple(p for p in people if any(term.role in LEADING for term in roster.people[p].terms))


def country_of(persons: tuple[str, ...], roster: Roster) -> str | None:
    """The state of the first person's last office."""
    terms = roster.people[persons[0]].terms
    return terms[-1].country if terms else None
