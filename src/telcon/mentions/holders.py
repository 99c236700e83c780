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
    """The state of the last office of the first person, or of whoever of his name came to office last."""
    last = [terms[-1] for person in persons if (terms := roster.people[person].terms)]
    return max(last, key=lambda term: str(term.start or "")).country if last else None
