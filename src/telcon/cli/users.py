"""`telcon users`: who may do what with a record."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_read, record_to_write
from telcon.messages import name_role, say

if TYPE_CHECKING:
    from telcon.store import Store


class Verb(StrEnum):
    """What is done."""

    ADD = "add"
    LIST = "list"
    ROLE = "role"
    DISABLE = "disable"
    ENABLE = "enable"
    PASSWORD = "password"


class RoleName(StrEnum):
    """What a user may do."""

    READER = "reader"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"


ARGUMENTS = {Verb.ADD: 1, Verb.LIST: 0, Verb.ROLE: 2, Verb.DISABLE: 1, Verb.ENABLE: 1, Verb.PASSWORD: 1}


def users(
    verb: Annotated[Verb, typer.Argument(help=say("What is done, see below."))],
    words: Annotated[list[str] | None, typer.Argument(help=say("The user's name."))] = None,
    *,
    record: RecordOption = DEFAULT_RECORD,
    role: Annotated[RoleName, typer.Option(help=say("What a new user may do."))] = RoleName.READER,
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help=say("Take the password from the first line of standard input."))
    ] = False,
    no_password: Annotated[
        bool, typer.Option("--no-password", help=say("A new user whom a trusted proxy names; no password opens."))
    ] = False,
) -> None:
    """Say who may read a record, edit it, and administrate its users; the first user is an administrator.

    add NAME: a new user, whose password is asked for. role NAME ROLE: reader, editor or administrator. disable NAME:
    may do nothing from now on; enable NAME: may again. password NAME: another password. list: all of them.

    \b
    telcon users add Lan --role administrator
    telcon users role Minh editor
    telcon users password Minh --password-stdin < password.txt
    """
    from telcon.store import RefusedError  # noqa: PLC0415 - loads the database layer

    given = words or []
    if len(given) != ARGUMENTS[verb]:
        reason = say("{verb} takes {count} words, not {given}", verb=verb, count=ARGUMENTS[verb], given=len(given))
        raise Failure(" ".join(given) or verb, reason, say("see: telcon users --help"), status=WRONG_USE)
    try:
        with (record_to_write if verb is Verb.ADD else record_to_read)(record) as store:
            if verb is Verb.LIST:
                _list(store)
            elif verb is Verb.ADD:
                _add(store, given[0], role, None if no_password else _password(given[0], from_input=password_stdin))
            elif verb is Verb.PASSWORD:
                store.users.set_password(given[0], _password(given[0], from_input=password_stdin))
            else:
                _change(store, verb, given)
    except RefusedError as error:
        raise Failure(given[0], say(error.refusal.value), status=WRONG_USE) from error


def _add(store: Store, name: str, role: RoleName, password: str | None) -> None:
    from telcon.store import Role  # noqa: PLC0415

    user = store.users.add(name, Role.of(role), password)
    typer.echo(f"{user.name}: {name_role(role)}")


def _change(store: Store, verb: Verb, given: list[str]) -> None:
    from telcon.store import Role  # noqa: PLC0415

    if verb is Verb.DISABLE:
        store.users.disable(given[0])
    elif verb is Verb.ENABLE:
        store.users.enable(given[0])
    elif given[1] in list(RoleName):
        store.users.change_role(given[0], Role.of(given[1]))
    else:
        listed = ", ".join(RoleName)
        raise Failure(given[1], say("no such role"), say("there are: {codes}", codes=listed), status=WRONG_USE)


def _password(name: str, *, from_input: bool) -> str:
    """A password, from standard input or asked for twice without showing it."""
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt(say("Password of {name}", name=name), hide_input=True, confirmation_prompt=True, err=True))


def _list(store: Store) -> None:
    from telcon.cli.listings import clean  # noqa: PLC0415

    for user in store.users.all():
        remarks = [say("disabled")] if user.disabled_at else []
        remarks += [] if user.protected else [say("without a password")]
        typer.echo(
            "  ".join(
                map(clean, (user.name, name_role(user.role.code), user.made_at[:10], ", ".join(remarks)))
            ).rstrip()
        )
