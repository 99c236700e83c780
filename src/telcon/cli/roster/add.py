"""`telcon roster add`: somebody by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.cli.roster.sheets import OwnOption, describe_own, folder_of, write_sheet
from telcon.messages import name_office, say

if TYPE_CHECKING:
    from telcon.roster import Person, Roster, Term


def add(
    names: Annotated[list[str], typer.Argument(metavar="NAME...", help=say("Names, the usual English one first."))],
    *,
    state: Annotated[str, typer.Option(metavar="STATE", help=say("A state or organisation, by code or name."))],
    office: Annotated[str, typer.Option(metavar="OFFICE", help=say("head_of_state, foreign_minister, …, see below."))],
    start: Annotated[
        str | None,
        typer.Option("--from", metavar="DAY", help=say("First day: 2025, 2025-01, 2025-01-21; none: long ago.")),
    ] = None,
    stop: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help=say("Last day; none while the office is held."))
    ] = None,
    title: Annotated[str, typer.Option(metavar="TITLE", help=say("What the office is called in English."))] = "",
    called: Annotated[
        list[str] | None,
        typer.Option(metavar="LANGUAGE=NAME", help=say("A name in vi, en, ru or zh: 'ru=Ада Пример'. Repeatable.")),
    ] = None,
    alone: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help=say("What stands for the person alone. Repeatable."))
    ] = None,
    key: Annotated[
        str | None, typer.Option("--id", metavar="ID", help=say("The id of Wikidata (Q123), or of somebody known."))
    ] = None,
    own: OwnOption = None,
) -> None:
    """Add somebody to your own roster, or a term, an end or names to somebody known.

    Who has one of the roster's full names, or the id given, is known. A term takes the place of a known one of the
    same person, office, state and time, so an end is added by telling the term again. Offices: head_of_state,
    head_of_government, elect, party_leader, io_head, foreign_minister, minister, envoy, other.

    \b
    telcon roster add "Ada Example" --state FJ --office head_of_government --from 2026-06-01 --title "prime minister"
    telcon roster add "Ada Example" --state FJ --office head_of_government --from 2026-06-01 --to 2026-11-20
    """
    from telcon.roster import names_of_states  # noqa: PLC0415 - reads the sheets
    from telcon.roster.entering import (  # noqa: PLC0415
        EntryError,
        check_name,
        check_state,
        check_term,
        find_known,
        make_addition,
        make_key,
    )
    from telcon.roster.loading import FOLDER, read_roster  # noqa: PLC0415

    folder = folder_of(own)
    roster = read_roster(FOLDER, folder)
    try:
        given = [check_name(name) for name in names]
        term = check_term(office, check_state(roster, state, names_of_states()), start, stop, title)
        known = find_known(roster, given[0], key)
        given = [known.name, *(name for name in given if name != known.name)] if known else given
        whose = known.id if known else key or make_key(roster, given[0])
        told = list(_split_called(called or []))
        short = [check_name(form) for form in alone or []]
    except EntryError as error:
        raise Failure(
            error.told, say(error.wrong.value), say("see: telcon roster add --help"), status=WRONG_USE
        ) from error
    note = f"by hand, {date.today().isoformat()}"
    written = write_sheet(folder, roster.own, [make_addition(whose, given, told, [term], alone=short, note=note)])
    after = read_roster(FOLDER, folder)
    typer.echo(_told(after.people[whose], known=known is not None))
    for line in _beside(after, after.people[whose], term):
        typer.echo(line, err=True)
    typer.echo(describe_own(written), err=True)


def _split_called(called: list[str]) -> Iterator[tuple[str, str]]:
    from telcon.roster.entering import check_language, check_name  # noqa: PLC0415

    for told in called:
        code, _, name = told.partition("=")
        yield check_language(code.strip()), check_name(name)


def _told(person: Person, *, known: bool) -> str:
    from telcon.roster.additions import person_lines  # noqa: PLC0415

    heading = say("known, and now:") if known else say("new:")
    return "\n".join((heading, *person_lines(person)))


def _beside(roster: Roster, person: Person, term: Term) -> Iterator[str]:
    """Who else holds the office at that time, which `roster check` would find."""
    from telcon.roster.checking import SINGLE  # noqa: PLC0415
    from telcon.roster.terms import overlap  # noqa: PLC0415

    if term.role not in SINGLE:
        return
    for other in roster.people.holding(term.role, term.country):
        for held in other.terms:
            same = (held.role, held.country) == (term.role, term.country)
            if same and other.id != person.id and overlap(held, term):
                days = f"{held.start or '..'}/{held.stop or '..'}"
                office = name_office(term.role)
                yield say(
                    "{name} ({id}) is {office} then too: {days}", name=other.name, id=other.id, office=office, days=days
                )
                if not held.stop and term.start and (held.start or "") < term.start:
                    ending = f'telcon roster add "{other.name}" --id {other.id} --state {held.country}'
                    yield f"    {ending} --office {held.role} --from {held.start} --to {term.start}"
