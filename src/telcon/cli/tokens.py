"""`telcon tokens`: what programs ask the API with."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.cli.records import DEFAULT_RECORD, RecordOption, record_to_read
from telcon.messages import name_scope, say

if TYPE_CHECKING:
    from telcon.store import Store, User


class TokenVerb(StrEnum):
    """What is done."""

    ADD = "add"
    LIST = "list"
    REVOKE = "revoke"


class ScopeName(StrEnum):
    """What a token is good for."""

    READ = "read"
    WRITE = "write"


ARGUMENTS = {TokenVerb.ADD: 2, TokenVerb.LIST: 0, TokenVerb.REVOKE: 1}


def tokens(
    verb: Annotated[TokenVerb, typer.Argument(help=say("What is done, see below."))],
    words: Annotated[list[str] | None, typer.Argument(help=say("What it is done to."))] = None,
    *,
    record: RecordOption = DEFAULT_RECORD,
    scope: Annotated[ScopeName, typer.Option(help=say("What the token is good for."))] = ScopeName.READ,
    days: Annotated[int, typer.Option(metavar="DAYS", help=say("For how long."))] = 90,
) -> None:
    """Make and revoke tokens, with which programs ask in a user's name and may do no more than that user.

    add USER NAME: a new token, printed this once. list: all of them, with their numbers. revoke NUMBER: it opens
    nothing from now on. A program sends it as Authorization: Bearer TOKEN.

    \b
    telcon tokens add Lan notebook
    telcon tokens add Lan importer --scope write --days 30
    telcon tokens revoke 2
    """
    from telcon.store import RefusedError, Scope  # noqa: PLC0415 - loads the database layer

    given = words or []
    if len(given) != ARGUMENTS[verb]:
        reason = say("{verb} takes {count} words, not {given}", verb=verb, count=ARGUMENTS[verb], given=len(given))
        raise Failure(" ".join(given) or verb, reason, say("see: telcon tokens --help"), status=WRONG_USE)
    with record_to_read(record) as store:
        if verb is TokenVerb.LIST:
            _list(store)
        elif verb is TokenVerb.REVOKE:
            _revoke(store, given[0])
        else:
            try:
                typer.echo(store.tokens.make(_user(store, given[0]), given[1], Scope(scope), days=days))
            except RefusedError as error:
                raise Failure(given[1], say(error.refusal.value), status=WRONG_USE) from error


def _user(store: Store, name: str) -> User:
    user = store.users.find(name)
    if user is None or user.disabled_at:
        raise Failure(name, say("there is no user of that name"), say("see: telcon users list"), status=WRONG_USE)
    return user


def _revoke(store: Store, number: str) -> None:
    if not number.isdecimal() or not store.tokens.revoke(int(number)):
        advice = say("list them: telcon tokens list")
        raise Failure(number, say("no token with that number is in force"), advice, status=WRONG_USE)
    typer.echo(say("revoked: {number}", number=number))


def _list(store: Store) -> None:
    from telcon.cli.listings import clean  # noqa: PLC0415

    for token in store.tokens.all():
        state = say("until {date}", date=token.expires_at[:10])
        state = say("expired {date}", date=token.expires_at[:10]) if token.is_over else state
        state = say("revoked {date}", date=token.revoked_at[:10]) if token.revoked_at else state
        used = say("last used {date}", date=token.used_at[:10]) if token.used_at else say("never used")
        parts = (str(token.number), token.user.name, token.name, name_scope(token.scope), state, used)
        typer.echo("  ".join(map(clean, parts)))
