"""`telcon roster check`: what cannot be right in the roster."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.asked import day_of
from telcon.cli.failures import FOUND, leave
from telcon.messages import name_fault, name_office, name_state, say, say_count

if TYPE_CHECKING:
    from telcon.roster import Roster
    from telcon.roster.checking import Fault


class CheckOutput(StrEnum):
    """How faults are written."""

    TABLE = "table"
    JSONL = "jsonl"


def check(
    *,
    gap: Annotated[
        int, typer.Option(min=0, metavar="DAYS", help=say("Days that an office may stand empty between two."))
    ] = 31,
    ministers: Annotated[
        bool, typer.Option("--ministers", help=say("Gaps among foreign ministers too; the roster lacks some."))
    ] = False,
    today: Annotated[
        str | None,
        typer.Option(metavar="DAY", help=say("The day up to which offices must be held; by default, today.")),
    ] = None,
    output: Annotated[CheckOutput, typer.Option(help=say("A table for people, or lines of JSON."))] = CheckOutput.TABLE,
) -> None:
    """Find what cannot be right in the roster: the package's people with those of your own sheet.

    Two who hold one office of a state at once, offices that stand empty, states that nobody leads, and names that
    people share who are in office at the same time. What is so though it looks wrong is left out. The exit status is
    1 where anything is found, 0 where nothing is.

    \b
    telcon roster check
    telcon roster check --gap 90 --output jsonl
    """
    from telcon.roster import load_roster  # noqa: PLC0415 - reads the sheets
    from telcon.roster.checking import find_faults, read_accepted, split_accepted  # noqa: PLC0415

    roster, day = load_roster(), day_of(today)
    told, known = split_accepted(find_faults(roster, today=day, gap=gap, ministers=ministers), read_accepted())
    if output is CheckOutput.JSONL:
        _print_lines(told)
    else:
        _print_table(roster, told)
    _sum_up(roster, told, known, day)
    if told:
        leave(FOUND)


def _print_lines(faults: Iterable[Fault]) -> None:
    import msgspec  # noqa: PLC0415

    for fault in faults:
        typer.echo(msgspec.json.encode(fault).decode())


def _print_table(roster: Roster, faults: Iterable[Fault]) -> None:
    for fault in faults:
        who = ", ".join(_name(roster, key) for key in fault.people)
        days = "/".join(filter(None, (fault.start, fault.stop)))
        where = ", ".join(part for part in (_state(fault), name_office(fault.office) if fault.office else "") if part)
        typer.echo("  ".join(part for part in (name_fault(fault.kind), where, days, fault.detail, who) if part))


def _state(fault: Fault) -> str:
    return f"{name_state(fault.state)} ({fault.state})" if fault.state else ""


def _name(roster: Roster, key: str) -> str:
    from telcon.roster import RosterError  # noqa: PLC0415

    try:
        return f"{roster.people[key].name} ({key})"
    except RosterError:
        return key


def _sum_up(roster: Roster, told: list[Fault], known: list[Fault], day: date) -> None:
    found = say_count("{count} thing cannot be right", "{count} things cannot be right", len(told))
    left = say_count("{count} is known to be so", "{count} are known to be so", len(known))
    checked = say_count("{count} person checked", "{count} people checked", len(roster.people))
    typer.echo(f"{checked} ({day.isoformat()}): {found}; {left}", err=True)
    if roster.own:
        from telcon.cli.roster.sheets import describe_own  # noqa: PLC0415

        typer.echo(describe_own(roster.own), err=True)
