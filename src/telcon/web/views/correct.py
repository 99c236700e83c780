"""Correcting a contact in place: its values, which pages tell of it, and which other contact it is one with."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse

from telcon.contacts import Contact, Ruling, things_asked
from telcon.messages import name_value, say
from telcon.model.durations import Bound
from telcon.store import Wish
from telcon.web.catalogues.finding import find_contact
from telcon.web.drawings.drawing import draw
from telcon.web.guards.people import Editor, Role, person_of
from telcon.web.lists.asking import store_of
from telcon.web.reviews.correcting import (
    Written,
    check_field,
    choices_of_bound,
    choices_of_kind,
    choices_of_status,
    corrections_of,
    find_others,
    read_value,
    shown_value,
)
from telcon.web.reviews.forms import Number, Words, address_of, check_member, settle
from telcon.web.reviews.reviewing import history_of, holders_of, seen_between, seen_on

router = APIRouter(include_in_schema=False)
Part = Annotated[str, Form(max_length=60)]


class PageAction(StrEnum):
    """What can be done with a page of a contact."""

    APART = "apart"
    HIDE = "hide"


@router.get("/contacts/{contact_id}/correct")
def correct(
    request: Request,
    contact_id: str,
    field: Annotated[str, Query(max_length=20)] = "",
    q: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Everything that can be corrected; with `field`, its form is open, with `q` other contacts are looked for."""
    if field:
        check_field(field)
    return _draw(request, find_contact(request, contact_id), field=field, q=q)


@router.post("/contacts/{contact_id}/value")
def put_value(
    request: Request,
    contact_id: str,
    editor: Editor,
    *,
    subject: Words,
    field: Annotated[str, Form(max_length=20)],
    choice: Part = "",
    shown: Part = "",
    seen: Number = 0,
    note: Words = "",
    date: Part = "",
    minutes: Part = "",
    bound: Part = Bound.EXACT,
    kind: Part = "",
    status: Part = "",
    side: Part = "",
) -> Response:
    """Put a value in the place of the one that is shown."""
    check_field(field)
    contact = _held(request, subject)
    written = Written(date, minutes, bound, kind, status, side)
    try:
        told = read_value(field, choice, written)
    except ValueError as error:
        found = find_contact(request, contact.id)
        return _draw(
            request, found, field=field, status=400, wrong=str(error), written=written, note=note, choice=choice
        )
    now = shown_value(contact, field)
    newer = seen_on(request, things_asked(field, (telling.member for telling in contact.tellings))) > seen
    moved = name_value(field, now) if now != shown and now and not newer else ""
    sent: dict[str, str | int] = {"subject": subject, "field": field, "choice": told, "shown": now, "seen": seen}
    wish = Wish(Ruling.VALUE, subject, (), field, told)
    lead_to = partial(address_of, request, subject)
    return settle(
        request, editor, wish, sent=sent, note=note, lead_to=lead_to, leave=f"/contacts/{contact.id}", moved=moved
    )


@router.post("/contacts/{contact_id}/page")
def settle_page(
    request: Request,
    contact_id: str,
    editor: Editor,
    *,
    member: Words = "",
    action: Annotated[PageAction, Form()],
    seen: Number = 0,
    note: Words = "",
) -> Response:
    """Say that a page tells of another contact, or that it does not count at all."""
    if not member:
        raise HTTPException(400, say("choose one of the pages first"))
    key = store_of(request).page_key(member)
    if key is None:
        raise HTTPException(404, say("the record holds no such page"))
    subject = key if action is PageAction.HIDE else member
    if made := _made_already(request, Ruling(action), subject, seen):
        return RedirectResponse(address_of(request, member, made), 303)
    contact = _held(request, member)
    rest = tuple(telling.member for telling in contact.tellings if telling.member != member)
    if action is PageAction.APART and not rest:
        raise HTTPException(400, say("it is the only page that tells of the contact: there is nothing to part it from"))
    wish = Wish(Ruling.HIDE, key) if action is PageAction.HIDE else Wish(Ruling.APART, member, rest)
    sent: dict[str, str | int] = {"member": member, "action": action, "seen": seen}
    lead_to = partial(address_of, request, rest[0] if rest else member)
    return settle(request, editor, wish, sent=sent, note=note, lead_to=lead_to, leave=f"/contacts/{contact.id}")


@router.post("/contacts/{contact_id}/join")
def join(
    request: Request,
    contact_id: str,
    editor: Editor,
    *,
    subject: Words,
    other: Words = "",
    seen: Number = 0,
    note: Words = "",
) -> Response:
    """Say that two contacts are one."""
    if not other:
        raise HTTPException(400, say("choose the other contact first"))
    contact, joined = _held(request, subject), _held(request, other)
    lead_to = partial(address_of, request, subject)
    if contact is joined:  # sent twice, or told by somebody else meanwhile
        return RedirectResponse(lead_to(_made_already(request, Ruling.SAME, subject, seen)), 303)
    sent: dict[str, str | int] = {"subject": subject, "other": other, "seen": seen}
    wish = Wish(Ruling.SAME, subject, (other,))
    return settle(request, editor, wish, sent=sent, note=note, lead_to=lead_to, leave=f"/contacts/{contact.id}")


def _draw(
    request: Request, contact: Contact, *, field: str, status: int = 200, q: str = "", **entered: object
) -> Response:
    person = person_of(request)
    others = find_others(request, contact, q)
    members = [telling.member for telling in contact.tellings]
    far = [telling.member for other in others for telling in other.tellings]
    shown = {"wrong": "", "written": Written(), "note": "", "choice": ""} | entered
    return draw(
        request,
        "correct.html",
        status=status,
        contact=contact,
        corrections=corrections_of(request, contact),
        open=field,
        q=q,
        others=others,
        kinds=choices_of_kind(),
        statuses=choices_of_status(),
        bounds=choices_of_bound(),
        seen_within=seen_between(request, members, members),
        seen_beyond=seen_between(request, members, far),
        decides=person is not None and person.role >= Role.EDITOR,
        **shown,
    )


def _held(request: Request, member: str) -> Contact:
    check_member(request, member)
    return holders_of(request)[member]


def _made_already(request: Request, ruling: Ruling, subject: str, seen: int) -> int:
    """The number of such a decision that stands and was made after somebody looked; 0 for none."""
    made = (
        one.number
        for one in history_of(request)
        if not one.undone_at and (one.ruling, one.subject) == (ruling, subject)
    )
    return max((number for number in made if number > seen), default=0)
