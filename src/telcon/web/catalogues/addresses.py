"""Where leaders, states and pairs have their pages."""

from __future__ import annotations

from urllib.parse import quote

from telcon.model.contacts import Participant
from telcon.web.catalogues.directory import Side


def leader_address(who: Participant) -> str:
    """Where a leader's page is: by the roster's id, else by name."""
    return f"/leaders/{_leader(who)}"


def side_address(side: Side) -> str:
    """Where the page of a leader or a state is."""
    return leader_address(side.who) if side.who else f"/states/{quote(side.state, safe='')}"


def pair_address(one: Side, other: Side) -> str:
    """Where the page of two sides is."""
    return f"/pairs/{_part(one)}/{_part(other)}"


def _part(side: Side) -> str:
    return _leader(side.who) if side.who else quote(side.state, safe="")


def _leader(who: Participant) -> str:
    return quote(who.person or who.name, safe="")
