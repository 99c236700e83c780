"""Decisions that people send: made, or where somebody else was quicker, both shown to the one who sent the second."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

from fastapi import Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from telcon.contacts import Decision
from telcon.messages import say
from telcon.store import OvertakenError, Wish
from telcon.web.drawings.drawing import draw
from telcon.web.guards.people import Person
from telcon.web.lists.asking import store_of
from telcon.web.reviews.retelling import retell
from telcon.web.reviews.reviewing import holders_of

MOST_WORDS = 500
"""Characters that a reason may have."""
HIGHEST = 2**31
Number = Annotated[int, Form(ge=0, le=HIGHEST)]
Words = Annotated[str, Form(max_length=4000)]


def settle(
    request: Request,
    editor: Person,
    wish: Wish,
    *,
    sent: Mapping[str, str | int],
    note: str,
    lead_to: Callable[[int], str],
    leave: str,
    moved: str = "",
) -> Response:
    """Make a decision and lead on to the address that `lead_to` gives for its number.

    `sent` is what the form carries, `seen` among it: where another decision was made meanwhile, 409 shows both, with a
    form to send it all the same and the way to `leave` it. `moved` says what is shown meanwhile without anybody's
    deciding, where that is another value.
    """
    reason = clean_note(note)
    try:
        if moved:
            raise OvertakenError(None)
        number = store_of(request).decide(wish, author=editor.name, reason=reason, seen=int(sent.get("seen", 0)))
    except OvertakenError as error:
        told = (wish.ruling, wish.subject, wish.others, wish.field, wish.value, editor.name, reason)
        holders, theirs = holders_of(request), error.decision
        return draw(
            request,
            "overtaken.html",
            status=409,
            theirs=retell(theirs, holders) if theirs else None,
            mine=retell(Decision(0, *told), holders),
            fields={**sent, "note": reason, "seen": theirs.number if theirs else 0},
            leave=leave,
            moved=moved,
        )
    return RedirectResponse(lead_to(number), 303)


def address_after(request: Request, back: str, decision: Decision, number: int) -> str:
    """Where to go after a decision was made or taken back: `back` to the review, to its contact, else the history."""
    if back == "review":
        return f"/review?done={number}"
    names = (decision.subject, *decision.others) if back == "contact" else ()
    holders = holders_of(request)
    return address_of(request, next((name for name in names if name in holders), ""), number)


def address_of(request: Request, member: str, number: int) -> str:
    """Where to go after a decision on a report: to the contact that it is of now, else to the history."""
    contact = holders_of(request).get(member)
    return f"/contacts/{contact.id}?done={number}" if contact else f"/review/history?done={number}"


def clean_note(note: str) -> str:
    """A reason as it is kept, on one line. Raises 400 where it is too long."""
    kept = " ".join("".join(letter if letter.isprintable() else " " for letter in note).split())
    if len(kept) > MOST_WORDS:
        raise HTTPException(400, say("the reason is longer than {count} characters: shorten it", count=MOST_WORDS))
    return kept


def check_member(request: Request, *names: str) -> None:
    """Raises 404 where the record holds no report of such a name."""
    holders = holders_of(request)
    if any(name not in holders for name in names):
        raise HTTPException(404, say("the report that this is about is not held any more: go back and look again"))
