"""`telcon judge`: what people decide, over the rules."""

from __future__ import annotations

import getpass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from telcon.cli.failures import WRONG_USE, Failure
from telcon.cli.records import DEFAULT_RECORD, RecordOption, find_contact, record_to_read
from telcon.messages import say

if TYPE_CHECKING:
    from telcon.contacts import Contact, Telling
    from telcon.store import Store, Wish


class Verb(StrEnum):
    """What is decided."""

    SAME = "same"
    APART = "apart"
    VALUE = "value"
    HIDE = "hide"
    UNDO = "undo"
    LIST = "list"


ARGUMENTS = {Verb.SAME: 2, Verb.APART: 2, Verb.VALUE: 3, Verb.HIDE: 1, Verb.UNDO: 1, Verb.LIST: 0}


def judge(
    verb: Annotated[Verb, typer.Argument(help=say("What is decided, see below."))],
    words: Annotated[list[str] | None, typer.Argument(help=say("What it is decided on."))] = None,
    *,
    record: RecordOption = DEFAULT_RECORD,
    author: Annotated[
        str,
        typer.Option(envvar="TELCON_AUTHOR", metavar="NAME", help=say("Who decides; by default, who is logged in.")),
    ] = "",
    reason: Annotated[str, typer.Option(metavar="WORDS", help=say("Why."))] = "",
) -> None:
    """Decide what the rules cannot: it wins over them, and stays when pages are read again.

    same CONTACT CONTACT: the two are one. apart CONTACT PAGE: what the page tells is another contact.
    value CONTACT FIELD VALUE: a date, kind, status, duration or initiator. hide PAGE: the page does not count.
    list: what was decided. undo NUMBER: take it back.

    \b
    telcon judge same 3f2a 81c0 --reason "both are the call after the summit"
    telcon judge apart 3f2a vi-a-007
    telcon judge value 3f2a duration "62 exact" --author "Lan Pham"
    telcon judge undo 4
    """
    given = words or []
    if len(given) != ARGUMENTS[verb]:
        reason_why = say("{verb} takes {count} words, not {given}", verb=verb, count=ARGUMENTS[verb], given=len(given))
        raise Failure(" ".join(given) or verb, reason_why, say("see: telcon judge --help"), status=WRONG_USE)
    with record_to_read(record) as store:
        if verb is Verb.LIST:
            _list(store)
        elif verb is Verb.UNDO:
            _undo(store, given[0], author or getpass.getuser())
        else:
            number = store.decide(_wish(store, verb, given), author=author or getpass.getuser(), reason=reason)
            typer.echo(say("decided, as number {number}", number=number))


def _wish(store: Store, verb: Verb, words: list[str]) -> Wish:
    from telcon.contacts import Ruling  # noqa: PLC0415 - loads the database layer
    from telcon.store import Wish  # noqa: PLC0415

    if verb is Verb.HIDE:
        return Wish(Ruling.HIDE, _page_key(store, words[0]))
    contact = find_contact(store, words[0])
    first = contact.tellings[0].member
    if verb is Verb.SAME:
        return Wish(Ruling.SAME, first, (find_contact(store, words[1]).tellings[0].member,))
    if verb is Verb.APART:
        own = _telling(contact, words[1])
        others = tuple(telling.member for telling in contact.tellings if telling is not own)
        return Wish(Ruling.APART, own.member, others)
    _check_value(*words[1:])
    return Wish(Ruling.VALUE, first, (), words[1], words[2])


def _check_value(field: str, value: str) -> None:
    from telcon.contacts import FIELDS, parse_value  # noqa: PLC0415

    if field not in FIELDS:
        listed = ", ".join(FIELDS)
        raise Failure(field, say("no such field"), say("there are: {codes}", codes=listed), status=WRONG_USE)
    try:
        parse_value(field, value)
    except ValueError as error:
        advice = say("as in: 2025-01-21, phone, held, '62 exact', RU, mutual")
        raise Failure(value, say("{field} cannot be that", field=field), advice, status=WRONG_USE) from error


def _telling(contact: Contact, page: str) -> Telling:
    found = [telling for telling in contact.tellings if page in (telling.page.name, telling.page.url)]
    if not found or len(contact.tellings) == 1:
        reason = say("it is no page beside others that tell of the contact")
        raise Failure(page, reason, say("list them: telcon show {id}", id=contact.id), status=WRONG_USE)
    return found[0]


def _page_key(store: Store, page: str) -> str:
    keys = store.page_keys(page)
    if len(keys) != 1:
        reason = say("{count} pages of the record are called so", count=len(keys))
        raise Failure(page, reason, say("give the whole name or address"), status=WRONG_USE)
    return keys[0]


def _undo(store: Store, number: str, author: str) -> None:
    if not number.isdecimal() or not store.undo(int(number), author=author):
        reason = say("no decision with that number stands")
        raise Failure(number, reason, say("list them: telcon judge list"), status=WRONG_USE)
    typer.echo(say("undone: {number}", number=number))


def _list(store: Store) -> None:
    from telcon.cli.listings import clean  # noqa: PLC0415

    for one in store.decisions():
        on = " ".join(filter(None, (one.ruling, one.field, one.value, one.subject, *one.others)))
        why = f": {one.reason}" if one.reason else ""
        typer.echo("  ".join(map(clean, (str(one.number), one.made_at, one.author, on + why))))
