"""What people decided: the whole history, what was taken back, and taking back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse

from telcon.contacts import Decision
from telcon.messages import say
from telcon.store import Wish
from telcon.web.drawings.drawing import draw
from telcon.web.guards.people import Editor, Role, person_of
from telcon.web.lists.asking import PAGE, store_of
from telcon.web.reviews.forms import HIGHEST, address_after
from telcon.web.reviews.retelling import retell
from telcon.web.reviews.reviewing import history_of, holders_of

router = APIRouter(include_in_schema=False)
Chosen = Annotated[int, Form(ge=1, le=HIGHEST)]
Back = Annotated[str, Form(max_length=20)]


@router.get("/review/history")
def history(
    request: Request,
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
    done: Annotated[int, Query(ge=0, le=HIGHEST)] = 0,
) -> Response:
    """All decisions, the latest first, each with the way to take it back or to decide it again."""
    made, holders, person = history_of(request), holders_of(request), person_of(request)
    latest = made[::-1][(page - 1) * PAGE : page * PAGE]
    told = next((one for one in made if one.number == done), None)
    return draw(
        request,
        "history.html",
        shown=[retell(one, holders) for one in latest],
        done=retell(told, holders) if told else None,
        page=page,
        size=PAGE,
        count=len(made),
        decides=person is not None and person.role >= Role.EDITOR,
    )


@router.post("/review/undo")
def undo(request: Request, editor: Editor, number: Chosen, back: Back = "") -> Response:
    """Take a decision back; one that somebody took back already stays so."""
    decision = _find(request, number)
    store_of(request).undo(number, author=editor.name)
    return RedirectResponse(address_after(request, back, decision, number), 303)


@router.post("/review/again")
def again(request: Request, editor: Editor, number: Chosen, back: Back = "") -> Response:
    """Decide once more what was taken back; where that was done already, or it stands, nothing is added."""
    decision = _find(request, number)
    if not decision.undone_at:
        return RedirectResponse(address_after(request, back, decision, number), 303)
    same = [one for one in history_of(request) if _says_the_same(one, decision) and not one.undone_at]
    if same:
        return RedirectResponse(address_after(request, back, decision, same[-1].number), 303)
    wish = Wish(decision.ruling, decision.subject, decision.others, decision.field, decision.value)
    made = store_of(request).decide(wish, author=editor.name, reason=decision.reason)
    return RedirectResponse(address_after(request, back, decision, made), 303)


def _find(request: Request, number: int) -> Decision:
    found = next((one for one in history_of(request) if one.number == number), None)
    if found is None:
        raise HTTPException(404, say("there is no such decision"))
    return found


def _says_the_same(one: Decision, other: Decision) -> bool:
    return (one.ruling, one.subject, one.others, one.field, one.value) == (
        other.ruling,
        other.subject,
        other.others,
        other.field,
        other.value,
    )
