"""What people decided on a contact, for its page."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request

from telcon.contacts import FIELDS, Contact
from telcon.model.values import value
from telcon.web.guards.people import Role, person_of
from telcon.web.reviews.forms import HIGHEST
from telcon.web.reviews.retelling import Retold, bears_on, retell
from telcon.web.reviews.reviewing import history_of, holders_of

Done = Annotated[int, Query(ge=0, le=HIGHEST)]
"""The number of a decision that was just made or taken back, in the address to which it led."""


@value(frozen=True, slots=True)
class Settled:
    """The decision just made, where there is one; all that were made on the contact, the latest first; whether whoever
    looks may decide, and the fields that they may correct.
    """

    done: Retold | None
    made: tuple[Retold, ...]
    decides: bool
    fields: tuple[str, ...] = FIELDS


def settled_on(request: Request, contact: Contact, done: int = 0) -> Settled:
    """What people decided on a contact, what they took back among it."""
    members = {telling.member for telling in contact.tellings}
    history, holders, person = history_of(request), holders_of(request), person_of(request)
    made = tuple(retell(one, holders) for one in reversed(history) if bears_on(one, members))
    told = next((retell(one, holders) for one in history if one.number == done), None)
    return Settled(told, made, person is not None and person.role >= Role.EDITOR)
