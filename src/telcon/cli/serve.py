"""`telcon serve`: the record in a browser."""

from __future__ import annotations

import socket
from contextlib import closing
from ipaddress import IPv4Network, IPv6Network, ip_network
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.cli.fetched import AllowHost, Contact, UseProxies, make_fetcher
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_read
from telcon.messages import say

if TYPE_CHECKING:
    from telcon.store import Store
    from telcon.web import Rules

HOST = "127.0.0.1"
OFF = "off"


def serve(
    *,
    record: RecordOption = DEFAULT_RECORD,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help=say("Where to answer; this machine alone."))] = HOST,
    port: Annotated[int, typer.Option(min=0, max=65535, help=say("The port."))] = 8420,
    public: Annotated[
        bool, typer.Option("--public", help=say("Let everybody read who reaches the address, without asking who."))
    ] = False,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help=say("A name by which others ask for it: telcon.example.org; repeatable.")),
    ] = None,
    trusted_proxy: Annotated[
        list[str] | None,
        typer.Option(metavar="ADDRESS", help=say("A proxy, or a network of them, that is believed; repeatable.")),
    ] = None,
    trust_header: Annotated[
        str, typer.Option(metavar="HEADER", help=say("In what the trusted proxy names its user: X-Remote-User."))
    ] = "",
    limit_logins: Annotated[
        str, typer.Option(metavar="LIMIT", help=say("Attempts to log in by one name from one address; off: none."))
    ] = "10/15 minutes",
    limit_address: Annotated[
        str, typer.Option(metavar="LIMIT", help=say("Requests from one address, except from this machine."))
    ] = "600/minute",
    limit_token: Annotated[str, typer.Option(metavar="LIMIT", help=say("Requests with one token."))] = "600/minute",
    allow_host: AllowHost = None,
    contact: Contact = "",
    use_proxies: UseProxies = False,
) -> None:
    """Open the record in a browser: what is new, contacts with who says what, accounts side by side, stored pages.

    On this machine everybody reads; whoever sits at it may also edit until the record has users, then editors who log
    in. Others reach it by --host, and log in to read unless --public lets everybody read. Stop it with Ctrl-C.

    \b
    telcon serve
    telcon serve --record archive.db --port 8000
    telcon users add Lan --role administrator
    telcon serve --host 0.0.0.0 --name telcon.example.org
    """
    from telcon.engine.crews import ReaderBeside  # noqa: PLC0415 - not needed to tell of the options
    from telcon.web import Rules, is_loopback, listen, serve  # noqa: PLC0415 - loads the web's own libraries

    if trust_header and not trusted_proxy:
        advice = say("name the proxy too: --trusted-proxy 127.0.0.1")
        raise Failure("--trust-header", say("anybody could send it"), advice, status=WRONG_USE)
    rules = Rules(
        loopback=is_loopback(host),
        public=public,
        names=frozenset(map(str.lower, name or ([] if is_loopback(host) else [socket.gethostname()]))),
        trusted_header=trust_header,
        proxies=tuple(map(_network, trusted_proxy or ())),
        logins=_limit(limit_logins),
        asked_by_address=_limit(limit_address),
        asked_by_token=_limit(limit_token),
    )
    with record_to_read(record) as store:
        _demand_users(store, rules, host)
        try:
            listening = listen(host, port)
        except OSError as error:
            advice = say("choose another with --port, or 0 for any that is free")
            raise Failure(
                f"{host}:{port}", say("the address cannot be had: {error}", error=error.strerror), advice
            ) from error
        port, shown = listening.getsockname()[1], f"[{host}]" if ":" in host else host
        typer.echo(
            say("{record}: http://{host}:{port}/ - stop with Ctrl-C", record=record, host=shown, port=port), err=True
        )
        with closing(ReaderBeside()) as reader:
            serve(store, listening, rules, reader, make_fetcher(allow_host, contact, use_proxies=use_proxies))


def _demand_users(store: Store, rules: Rules, host: str) -> None:
    """Raises `Failure` where somebody from elsewhere would be let in unasked, though nobody said so."""
    if rules.open_to_read or store.users.exist():
        return
    advice = say("add a user first: telcon users add NAME --role administrator; or let everybody read with --public")
    raise Failure(host, say("others than this machine could read the record"), advice, status=WRONG_USE)


def _network(told: str) -> IPv4Network | IPv6Network:
    try:
        return ip_network(told)
    except ValueError as error:
        advice = say("as in: {example}", example="--trusted-proxy 10.0.0.0/8")
        raise Failure(told, say("it is no address of a machine or network"), advice, status=WRONG_USE) from error


def _limit(told: str) -> str:
    from telcon.web import is_limit  # noqa: PLC0415

    if told == OFF:
        return ""
    if not is_limit(told):
        advice = say("as in: {example}", example="600/minute, 10/15 minutes, off")
        raise Failure(told, say("it is no limit"), advice, status=WRONG_USE)
    return told
