"""The user's own sheet, as commands speak of it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.messages import say, say_count

if TYPE_CHECKING:
    from telcon.roster.additions import Addition, Own

OwnOption = Annotated[
    str | None,
    typer.Option(
        "--own", metavar="FOLDER", help=say("The folder of your own roster; by default, that of TELCON_ROSTER.")
    ),
]


def folder_of(told: str | None) -> Path:
    """The folder that is written to. Raises `Failure` (status 2) where none is to be had."""
    from telcon.roster.additions import SETTING, own_folder  # noqa: PLC0415 - loads the roster's room

    if told:
        # Whatever asks for names later in this process is to see what is in this folder.
        os.environ[SETTING] = told
    folder = own_folder()
    if folder is None:
        reason = say("there is no folder for your own roster")
        raise Failure("TELCON_ROSTER", reason, say("name one with --own"), status=WRONG_USE)
    return folder


def write_sheet(folder: Path, own: Own | None, additions: Iterable[Addition], *, line: str = "") -> Own:
    """Put additions into the own sheet of a folder, and a line at its head that says where they are from.

    Raises `Failure` where it cannot be written.
    """
    from telcon.roster.own_sheets import write_own  # noqa: PLC0415

    try:
        return write_own(folder, own, additions, line=line)
    except OSError as error:
        reason = say("it cannot be written ({error})", error=error.strerror or type(error).__name__)
        raise Failure(str(folder), reason, say("check that its folder exists and may be written to")) from error


def describe_own(own: Own) -> str:
    """Which own sheet counts, how many people stand in it, and by what its content is known."""
    return say_count(
        "your own roster: {path}, {count} person ({digest})",
        "your own roster: {path}, {count} people ({digest})",
        len(own.additions),
        path=own.path,
        digest=own.digest,
    )
