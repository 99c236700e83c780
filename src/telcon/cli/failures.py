"""How the command line speaks of what went wrong: one line on standard error, never a traceback."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable
from typing import NoReturn, ParamSpec

from telcon.messages import say

P = ParamSpec("P")

UNREADABLE = 1
FOUND = 1
"""A check went through and found something wrong."""
WRONG_USE = 2
INTERRUPTED = 130


class Failure(Exception):  # noqa: N818 - it is told to people, not to programmers
    """A command cannot go on: where, why, and what to do about it; `status` is the exit status."""

    def __init__(self, place: str, reason: str, advice: str = "", *, status: int = UNREADABLE) -> None:
        super().__init__(place, reason, advice)
        self.place = place
        self.reason = reason
        self.advice = advice
        self.status = status


def complain(place: str, reason: str, advice: str = "") -> None:
    """Print `telcon: PLACE: reason (advice)` on standard error, on one line whatever the parts hold."""
    told = ": ".join(part for part in ("telcon", place, reason) if part)
    line = f"{told} ({advice})" if advice else told
    # What stands in a page or a path may hold line breaks and terminal codes.
    shown = "".join(letter if letter.isprintable() else " " for letter in line)
    print(" ".join(shown.split()), file=sys.stderr, flush=True)


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """Wrap a command so that it ends with a line and an exit status whatever happens in it.

    A reader that closed the pipe early got what it wanted: status 0. Ctrl-C: 130. A fault of Telcon's own: 1, and the
    traceback only where the environment holds `TELCON_TRACEBACK`.
    """

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except Failure as failure:
            complain(failure.place, failure.reason, failure.advice)
            leave(failure.status)
        except BrokenPipeError:
            silence_output()
            leave(0)
        except KeyboardInterrupt:
            complain("", say("interrupted"))
            leave(INTERRUPTED)
        except Exception as error:
            if _is_exit(error) or os.environ.get("TELCON_TRACEBACK"):
                raise
            told = say("internal error: {error}", error=repr(error))
            complain("", told, say("set TELCON_TRACEBACK=1 to see where, and report it"))
            leave(UNREADABLE)

    return run


def leave(status: int) -> NoReturn:
    """End the command with an exit status."""
    import typer  # noqa: PLC0415 - only the command line knows typer

    raise typer.Exit(status)


def silence_output() -> None:
    """Send what is still to be written nowhere, so that closing standard output at exit does not complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_exit(error: Exception) -> bool:
    import typer  # noqa: PLC0415

    return isinstance(error, typer.Exit | typer.Abort | typer.BadParameter)
