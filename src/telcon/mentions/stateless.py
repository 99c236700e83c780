"""Offices that a page names without a state: those of the leaders it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telcon.model.contacts import Office
from telcon.model.mentions import How, Naming, Sort
from telcon.roster import OFFICES, Roster

STATELESS = "{state}"
EXACT = 2
"""The most offices that a title means which says which."""

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
    holding = [(n.start, _held(n, role, found, roster)) for n in found if role and n.sort is Sort.PERSON]
    before = {state for start, state in holding if state and start < body.start}
    states = before or {state for _, state in holding if state}
    return next(iter(states)) if len(states) == 1 else None


def _held(naming: Naming, role: Office, found: Sequence[Naming], roster: Roster) -> str | None:
    """The state in which somebody holds the office: by a title that the page gives, else by the last office.

    *The leader* may hold any office, and says nothing.
    """
    if naming.country and 0 < len(naming.roles) <= EXACT:
        return naming.country if role in naming.roles else None
    if not naming.persons or naming.how is How.TITLE:
        return None
    own = (other.roles for other in found if other.persons[:1] == naming.persons[:1])
    titles = {title for roles in own if len(roles) <= EXACT for title in roles}
    terms = [term for term in roster.people[naming.persons[0]].terms if term.country]
    held = [term.country for term in terms if term.role is role and (role in titles or not titles)]
    return held[-1] if held and (titles or terms[-1].role is role) else None
