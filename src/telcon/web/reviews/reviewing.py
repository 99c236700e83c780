"""What is in doubt, and what people decided: found once, and again when the record changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from fastapi import Request

from telcon.contacts import Contact, Decision, Doubt, last_on
from telcon.contacts.decisions import Thing
from telcon.web.catalogues.indexes import contacts_by_report
from telcon.web.lists.asking import catalogue_of, store_of


def doubts_of(request: Request) -> list[Doubt]:
    """Everything in doubt, the most consequential first, what somebody left open last."""
    return catalogue_of(request).derived("doubts", store_of(request).doubts)


def history_of(request: Request) -> list[Decision]:
    """All decisions ever made, the oldest first."""
    return catalogue_of(request).derived("history", lambda _: store_of(request).history())


def holders_of(request: Request) -> Mapping[str, Contact]:
    """The contact of each report, by the report's own name."""
    return contacts_by_report(catalogue_of(request))


def seen_on(request: Request, things: frozenset[Thing]) -> int:
    """The number of the latest decision that stands on one of these things, 0 for none."""
    last = last_on(things, _standing(request))
    return last.number if last else 0


def seen_between(request: Request, ones: Iterable[str], others: Iterable[str]) -> int:
    """The number of the latest decision that stands on a report of the ones and a report of the others, 0 for none."""
    near, far = frozenset(ones), frozenset(others)
    numbers = [
        decision.number
        for decision in _standing(request)
        for other in decision.others
        if (decision.subject in near and other in far) or (decision.subject in far and other in near)
    ]
    return max(numbers, default=0)


def _standing(request: Request) -> Iterator[Decision]:
    return (one for one in history_of(request) if not one.undone_at)
