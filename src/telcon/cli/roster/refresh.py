"""`telcon roster refresh`: the roster held against a public register."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.cli.roster.changes import print_changes, print_lines, sum_up
from telcon.cli.roster.sheets import OwnOption, describe_own, folder_of, write_sheet
from telcon.messages import name_office, say, say_count

if TYPE_CHECKING:
    from telcon.model.contacts import Office
    from telcon.registers import Answer, Change, Manners


class RefreshOutput(StrEnum):
    """How differences are written."""

    TEXT = "text"
    JSONL = "jsonl"


class OfficeName(StrEnum):
    """Offices that can be asked for."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    FOREIGN_MINISTER = "foreign_minister"


HEADS = (OfficeName.HEAD_OF_STATE, OfficeName.HEAD_OF_GOVERNMENT)


def refresh(
    *,
    office: Annotated[
        list[OfficeName] | None, typer.Option(help=say("An office to ask for; repeatable. By default, the heads."))
    ] = None,
    since: Annotated[int, typer.Option(min=1900, max=2100, metavar="YEAR", help=say("Held then or later."))] = 2000,
    address: Annotated[str, typer.Option(metavar="ADDRESS", help=say("The query service."))] = (
        "https://query.wikidata.org/sparql"
    ),
    contact: Annotated[
        str, typer.Option(envvar="TELCON_CONTACT", metavar="ADDRESS", help=say("Whom the service can write to."))
    ] = "",
    contradictions: Annotated[
        bool, typer.Option("--contradictions", help=say("Take over what contradicts the roster too."))
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help=say("Take it over without asking."))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=say("Only show what would change."))] = False,
    output: Annotated[RefreshOutput, typer.Option(help=say("Text for people, or lines of JSON."))] = RefreshOutput.TEXT,
    own: OwnOption = None,
) -> None:
    """Show where Wikidata differs from the roster, and on agreement take it over into your own roster.

    New people, new terms, ended terms and new names in the four languages are taken over; what contradicts the roster
    is shown, and taken over only with --contradictions. It asks before it writes; --yes does not ask.

    \b
    telcon roster refresh --dry-run --since 2020
    telcon roster refresh --contact you@example.org
    telcon roster refresh --office foreign_minister --yes
    """
    from telcon.registers import Manners, compare, to_additions  # noqa: PLC0415
    from telcon.registers.differences import AGREED, DISPUTED  # noqa: PLC0415
    from telcon.roster.callings import list_names  # noqa: PLC0415
    from telcon.roster.checking import list_shared  # noqa: PLC0415
    from telcon.roster.loading import FOLDER, read_roster  # noqa: PLC0415

    folder = folder_of(own)
    roster = read_roster(FOLDER, folder)
    told = list(_ask(address, office or list(HEADS), since, Manners(contact=contact)))
    holdings = [holding for answer in told for holding in answer.holdings]
    changes = compare(roster, holdings, list_names(roster), shared=list_shared())
    kinds = AGREED | DISPUTED if contradictions else AGREED
    wanted = [change for change in changes if change.kind in kinds]
    if output is RefreshOutput.JSONL:
        print_lines(changes)
    else:
        print_changes(roster, changes)
    sum_up(roster, told, changes, wanted)
    if not wanted or not _is_agreed(folder, wanted, yes=yes, dry_run=dry_run):
        return
    at = datetime.now(UTC)
    note = f"{address}, {at.date().isoformat()}"
    additions = to_additions(roster, wanted, note=note, kinds=kinds)
    line = f"# {at.isoformat(timespec='seconds')}: {len(additions)} people from {address}"
    typer.echo(describe_own(write_sheet(folder, roster.own, additions, line=line)), err=True)


def _ask(address: str, offices: Iterable[OfficeName], since: int, manners: Manners) -> Iterator[Answer]:
    from telcon.model.contacts import Office  # noqa: PLC0415
    from telcon.registers import RegisterError, ask, build_query, read_answer  # noqa: PLC0415

    for name in dict.fromkeys(offices):
        office: Office = Office(name.value)
        typer.echo(say("asking {address}: {office}", address=address, office=name_office(office)), err=True)
        try:
            yield read_answer(office, ask(address, build_query(office, since=since), manners=manners))
        except RegisterError as error:
            raise Failure(address, error.reason, error.advice) from error


def is_terminal() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty()


def _is_agreed(folder: Path, wanted: list[Change], *, yes: bool, dry_run: bool) -> bool:
    if dry_run:
        return False
    if yes:
        return True
    if not is_terminal():
        raise Failure(
            "", say("nothing was taken over"), say("say so with --yes, or look only: --dry-run"), status=WRONG_USE
        )
    asked = say_count(
        "Take {count} change over into {folder}?",
        "Take {count} changes over into {folder}?",
        len(wanted),
        folder=folder,
    )
    return bool(typer.confirm(asked, err=True))
