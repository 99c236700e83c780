"""The door: `telcon COMMAND`. Each command is a plain function in a module of its own, registered here."""

from __future__ import annotations

import gc
import os
from importlib import import_module
from inspect import getdoc
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import Failure, guarded
from telcon.messages import say

if TYPE_CHECKING:
    from telcon.roster.additions import Own

COMMANDS = (
    *("read", "add", "contacts", "search", "show", "compare", "series", "agreements", "explain", "export"),
    *("watch", "sources", "notify", "judge", "review", "serve", "users", "tokens", "audit", "verify", "evaluate"),
)

GROUPS = {"roster": ("refresh", "add", "check")}
"""Commands that have commands of their own."""

COLLECT_AFTER = 100_000
"""Objects made anew before unreachable ones are looked for.

Roster and sheets are hundreds of thousands of objects that stay; at Python's own 700 the start looks through them again
and again.
"""

app = typer.Typer(
    name="telcon",
    help=say("Rebuild the record of leaders' contacts (calls, meetings, messages) from pages of news."),
    epilog=say("Start with: telcon read PAGE.txt"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _choose_roster(folder: str | None) -> None:
    """Let another folder hold the own roster, for this process and those that it starts."""
    if folder is not None:
        os.environ["TELCON_ROSTER"] = folder


@guarded
def _show_version(asked: bool) -> None:
    if asked:
        from telcon import __version__  # noqa: PLC0415 - an option's own need
        from telcon.cli.roster.sheets import describe_own  # noqa: PLC0415

        typer.echo(f"telcon {__version__}")
        if own := _read_own():
            typer.echo(describe_own(own))
        raise typer.Exit


def _read_own() -> Own | None:
    """The user's own roster; read at the door, so that a bad line stops every command with the line's place."""
    from telcon.roster import RosterError  # noqa: PLC0415 - all commands that need a record load it
    from telcon.roster.additions import own_folder, read_own  # noqa: PLC0415

    try:
        return read_own(own_folder())
    except RosterError as error:
        raise Failure(str(error), "", say("mend your own roster, or set TELCON_ROSTER= to do without")) from error


@app.callback()
@guarded
def telcon(
    roster: Annotated[
        str | None,
        typer.Option(
            envvar="TELCON_ROSTER",
            metavar="FOLDER",
            callback=_choose_roster,
            is_eager=True,
            help=say("The folder of your own roster, see: telcon roster add --help"),
        ),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help=say("Print the version and leave."))
    ] = False,
) -> None:
    """Rebuild the record of leaders' contacts (calls, meetings, messages) from pages of news."""
    _read_own()


for _name in COMMANDS:
    _command = getattr(import_module(f"telcon.cli.{_name}"), _name)
    app.command(_name, help=say(str(getdoc(_command))))(guarded(_command))

for _name, _verbs in GROUPS.items():
    _room = import_module(f"telcon.cli.{_name}")
    _group = typer.Typer(help=say(str(getdoc(_room))), no_args_is_help=True, rich_markup_mode=None)
    for _verb in _verbs:
        _command = getattr(import_module(f"telcon.cli.{_name}.{_verb}"), _verb)
        _group.command(_verb, help=say(str(getdoc(_command))))(guarded(_command))
    app.add_typer(_group, name=_name)


def main() -> None:
    """Run the command line; ends the process with its exit status."""
    gc.set_threshold(COLLECT_AFTER)
    app()
