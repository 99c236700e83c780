"""Where a register differs from the roster, for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import typer

from telcon.messages import name_change, name_passed, say, say_count

if TYPE_CHECKING:
    from telcon.registers import Answer, Change
    from telcon.roster import Roster


def print_changes(roster: Roster, changes: Iterable[Change]) -> None:
    """Print the differences below a heading for each kind, what would be taken over first."""
    for kind, group in groupby(changes, key=lambda change: change.kind):
        found = list(group)
        typer.echo(f"{name_change(kind)} ({len(found)})")
        for change in found:
            typer.echo("\n".join(_lines(roster, change)))
        typer.echo()


def print_lines(changes: Iterable[Change]) -> None:
    """Print the differences as lines of JSON."""
    import msgspec  # noqa: PLC0415

    for change in changes:
        typer.echo(msgspec.json.encode(change).decode())


def sum_up(roster: Roster, told: Sequence[Answer], changes: Sequence[Change], wanted: Sequence[Change]) -> None:
    """Say on standard error what was told, what was passed over, what would be taken over, and what only differs."""
    holdings = [holding for answer in told for holding in answer.holdings]
    passed = Counter[str]()
    for answer in told:
        passed.update({reason.value: count for reason, count in answer.passed.items()})
    passed[say("of states that the roster lacks")] = sum(holding.state not in roster.states for holding in holdings)
    left = ", ".join(f"{name_passed(reason)}: {count}" for reason, count in passed.items() if count)
    typer.echo(say_count("{count} term told", "{count} terms told", len(holdings)), err=True)
    if left:
        typer.echo(say("passed over: {reason}", reason=left), err=True)
    more = say_count("{count} change", "{count} changes", len(wanted))
    rest = say_count("{count} is only shown", "{count} are only shown", len(changes) - len(wanted))
    typer.echo(f"{more}; {rest}", err=True)


def _lines(roster: Roster, change: Change) -> Iterator[str]:
    from telcon.registers.differences import AGREED  # noqa: PLC0415
    from telcon.roster.additions import term_text  # noqa: PLC0415

    sign = "+" if change.kind in AGREED else "!"
    yield f"{sign} {change.person} {change.name}"
    yield from (f"    - {term_text(term)}" for term in change.ours)
    if change.term:
        yield f"    {sign} {term_text(change.term)}"
    yield from (f"    {sign} {language}  {name}" for language, name in change.names)
    for key in change.others:
        known = roster.people.get(key)
        yield f"    ? {key}{f' {known.name}' if known else ''}"
