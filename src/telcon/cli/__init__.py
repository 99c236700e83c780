"""The door: `telcon COMMAND`. Each command is a plain function in a module of its own, registered here."""

from __future__ import annotations

import gc
from importlib import import_module
from inspect import getdoc
from typing import Annotated

import typer

from telcon.cli.failures import guarded
from telcon.messages import say

COMMANDS = (
    *("read", "add", "contacts", "search", "show", "compare", "series", "agreements", "explain", "export"),
    *("judge", "review", "serve", "users", "tokens", "audit", "verify", "evaluate"),
)

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


def _show_version(asked: bool) -> None:
    if asked:
        from telcon import __version__  # noqa: PLC0415 - an option's own need

        typer.echo(f"telcon {__version__}")
        raise typer.Exit


@app.callback()
def telcon(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help=say("Print the version and leave."))
    ] = False,
) -> None:
    """Rebuild the record of leaders' contacts (calls, meetings, messages) from pages of news."""


for _name in COMMANDS:
    _command = getattr(import_module(f"telcon.cli.{_name}"), _name)
    app.command(_name, help=say(str(getdoc(_command))))(guarded(_command))


def main() -> None:
    """Run the command line; ends the process with its exit status."""
    gc.set_threshold(COLLECT_AFTER)
    app()
