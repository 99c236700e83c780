"""What people ask by, in several commands, and how it is checked before a record is opened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.messages import say

StateOption = Annotated[
    list[str] | None, typer.Option(metavar="STATE", help=say("A side: VN, Russia, 'Trung Quốc'; repeatable."))
]
BetweenOption = Annotated[
    tuple[str, str] | None, typer.Option(metavar="A B", help=say("The two sides, each a state or a person."))
]
TodayOption = Annotated[
    str | None, typer.Option(metavar="DAY", help=say("The day that plans are held against; by default, today."))
]


def check_dates(*dates: str | None) -> None:
    """Raise `Failure` (status 2) for the first that is no date."""
    from telcon.store import is_date  # noqa: PLC0415 - loads the database layer

    for text in dates:
        if text is not None and not is_date(text):
            raise Failure(text, say("it is no date"), say("write it as 2025, 2025-01 or 2025-01-21"), status=WRONG_USE)


def check_states(names: Iterable[str]) -> None:
    """Raise `Failure` (status 2) for the first name that no state has."""
    from telcon.store import state_codes  # noqa: PLC0415

    for name in names:
        if not state_codes(name):
            advice = say("give a two-letter code or a name in English or Vietnamese")
            raise Failure(name, say("no state is known by that name"), advice, status=WRONG_USE)


def day_of(text: str | None) -> date:
    """A day as people give it, today where they give none. Raises `Failure` (status 2) for what is no day."""
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError as error:
        raise Failure(str(text), say("it is no day"), say("write it as 2025-01-21"), status=WRONG_USE) from error
