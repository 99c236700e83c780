"""Offices that a page names without a state: those of the leaders it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telcon.model.contacts import Office
from telcon.model.mentions import Naming, Sort
from telcon.roster import OFFICES, Roster

STATELESS = "{state}"
HOLDERS = {
    **dict(zip(OFFICES.values(), OFFICES, strict=True)),
    "Ministry of Foreign Affairs of {state}": Office.FOREIGN_MINISTER,
}


def complete_bodies(found: Sequence[Naming], roster: Roster) -> list[Naming]:
    """The namings with the states of such offices: that of the one who holds it on the page, before it or else behind.

    Where two hold such an office nothing says whose it is; it is left out.
    """
    whole: list[Naming] = []
    for naming in found:
        if naming.sort is not Sort.BODY or not naming.name or STATELESS not in naming.name:
            whole.append(naming)
        elif country := _state_of(naming, found, roster):
            whole.append(replace(naming, name=roster.body(naming.name, country), country=country))
    return whole


def _state_of(body: Naming, found: Sequence[Naming], roster: Roster) -> str | None:
    role = HOLDERS.get(body.name or "")
    before = [n for n in found if n.start < body.start and _held(n, role, roster)]
    states = dict.fromkeys(_held(n, role, roster) for n in before or found)
    states.pop(None, None)
    return next(iter(states)) if len(states) == 1 else None


def _held(naming: Naming, role: Office | None, roster: Roster) -> str | None:
    """The state in which somebody holds the office; by the page's title, else by the last office of that kind."""
    if role is None or naming.sort is not Sort.PERSON:
        return None
    if naming.country and naming.roles:
        return naming.country if role in naming.roles else None
    terms = roster.people[naming.persons[0]].terms if naming.persons else ()
    return next((term.country for term in reversed(terms) if term.role is role and term.country), None)
