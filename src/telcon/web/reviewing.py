"""What is in doubt, and what people decided: found once, and again when the record changed."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request

from telcon.contacts import Contact, Decision, Doubt, last_on
from telcon.contacts.decisions import Thing
from telcon.web.asking import catalogue_of, store_of


def doubts_of(request: Request) -> list[Doubt]:
    """Everything in doubt, the most consequential first, what somebody left open last."""
    return catalogue_of(request).derived("doubts", store_of(request).doubts)


def history_of(request: Request) -> list[Decision]:
    """All decisions ever made, the oldest first."""
    return catalogue_of(request).derived("history", lambda _: store_of(request).history())


def holders_of(request: Request) -> Mapping[str, Contact]:
    """The contact of each report, by the report's own name."""
    return catalogue_of(request).derived("holders", _holders)


def contacts_by_id(request: Request) -> Mapping[str, Contact]:
    """All contacts in outline, by their ids."""
    return catalogue_of(request).derived(
        "contacts by id", lambda contacts: {contact.id: contact for contact in contacts}
    )


def seen_on(request: Request, things: frozenset[Thing]) -> int:
    """The number of the latest decision that stands on one of these things, 0 for none."""
    last = last_on(things, (one for one in history_of(request) if not one.undone_at))
    return last.number if last else 0


def _holders(contacts: list[Contact]) -> dict[str, Contact]:
    return {telling.member: contact for contact in contacts for telling in contact.tellings}
