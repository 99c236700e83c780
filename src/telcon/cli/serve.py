"""`telcon serve`: the record in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_read
from telcon.messages import say


def serve(
    *,
    record: RecordOption = DEFAULT_RECORD,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help=say("Where to answer; this machine alone."))] = (
        "127.0.0.1"
    ),
    port: Annotated[int, typer.Option(min=0, max=65535, help=say("The port."))] = 8420,
    public: Annotated[
        bool, typer.Option("--public", help=say("Let everybody read who reaches the address, without asking who."))
    ] = False,
) -> None:
    """Open the record in a browser: what is new, contacts with who says what, accounts side by side, stored pages.

    The pages only read. They are open to this machine alone, unless --public says otherwise. Stop it with Ctrl-C.

    \b
    telcon serve
    telcon serve --record archive.db --port 8000
    """
    from telcon.web import is_loopback, listen, serve  # noqa: PLC0415 - loads the web's own libraries

    if not public and not is_loopback(host):
        advice = say("leave it at 127.0.0.1, or let everybody read with --public")
        raise Failure(host, say("others than this machine could read the record"), advice, status=WRONG_USE)
    with record_to_read(record) as store:
        try:
            listening = listen(host, port)
        except OSError as error:
            advice = say("choose another with --port, or 0 for any that is free")
            raise Failure(
                f"{host}:{port}", say("the address cannot be had: {error}", error=error.strerror), advice
            ) from error
        port = listening.getsockname()[1]
        typer.echo(
            say("{record}: http://{host}:{port}/ - stop with Ctrl-C", record=record, host=host, port=port), err=True
        )
        serve(store, listening)
