"""Review: what is unsure, the most consequential first, one question at a time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Query, Request, Response
from fastapi.responses import RedirectResponse

from telcon.contacts import FIELDS, Decision, Doubt, Question, Ruling, parse_value
from telcon.messages import say, spoken
from telcon.store import Wish
from telcon.web.drawings.drawing import draw
from telcon.web.guards.people import Editor, Role, person_of
from telcon.web.lists.asking import catalogue_of, store_of
from telcon.web.reviews.forms import HIGHEST, Number, Words, check_member, settle
from telcon.web.reviews.questions import Posed, line_up, pose
from telcon.web.reviews.retelling import retell
from telcon.web.reviews.reviewing import doubts_of, history_of, holders_of

router = APIRouter(include_in_schema=False)
SHOWN = 20
"""Questions that the queue names; the others are in its JSON twin."""


@router.get("/review")
def review(
    request: Request,
    doubt: Annotated[str, Query(max_length=40)] = "",
    done: Annotated[int, Query(ge=0, le=HIGHEST)] = 0,
) -> Response:
    """One question with what there is to look at, and the queue; `done` is the decision that was just made."""
    queue = doubts_of(request)
    if doubt and not any(one.key == doubt for one in queue):
        raise HTTPException(
            404, say("this question is settled meanwhile, or was never asked: see what else is in doubt")
        )
    place, posed = _first(request, queue, doubt)
    person = person_of(request)
    last = _last(request, done, person.name if person else "")
    return draw(
        request,
        "review.html",
        posed=posed,
        place=place,
        queue=line_up(request, queue[:SHOWN]),
        count=len(queue),
        decides=person is not None and person.role >= Role.EDITOR,
        last=retell(last, holders_of(request)) if last else None,
        done=bool(done),
    )


@router.post("/review")
def answer(
    request: Request,
    editor: Editor,
    *,
    matter: Annotated[Question, Form()],
    answer: Annotated[str, Form(min_length=1, max_length=40)],
    subject: Words = "",
    other: Words = "",
    field: Annotated[str, Form(max_length=20)] = "",
    numbers: Annotated[str, Form(max_length=200, pattern=r"^[0-9 ]*$")] = "",
    seen: Number = 0,
    note: Words = "",
) -> Response:
    """Decide one question, and go on to the next."""
    sent: dict[str, str | int] = {"matter": matter, "answer": answer, "seen": seen}
    if matter in (Question.CONTRADICTION, Question.LOOSE_DECISION):
        made = _numbered(request, numbers)
        if answer != Ruling.UNSURE:
            return _take_back(request, editor.name, made, keep=int(answer) if answer.isdecimal() else -1)
        last = made[-1]
        wish, sent = Wish(Ruling.UNSURE, last.subject, last.others, last.field), sent | {"numbers": numbers}
    elif matter is Question.SAME:
        check_member(request, subject, other)
        wish, sent = _judge(request, subject, other, answer), sent | {"subject": subject, "other": other}
    else:
        check_member(request, subject)
        wish, sent = _choose(subject, field, answer), sent | {"subject": subject, "field": field}
    return settle(
        request, editor, wish, sent=sent, note=note, leave="/review", lead_to=lambda number: f"/review?done={number}"
    )


def _first(request: Request, queue: list[Doubt], key: str) -> tuple[int, Posed | None]:
    """The question asked for, else the first of the queue; its place counts from 1.

    The first one is put once for all who come to it: its contacts are read in full, however many pages tell of them.
    """
    if not key:
        return catalogue_of(request).derived(("first", spoken()), lambda _: _pose(request, enumerate(queue, start=1)))
    return _pose(request, ((place, doubt) for place, doubt in enumerate(queue, start=1) if doubt.key == key))


def _pose(request: Request, queue: Iterable[tuple[int, Doubt]]) -> tuple[int, Posed | None]:
    """The first question that can be put."""
    return next(((place, posed) for place, doubt in queue if (posed := pose(request, doubt))), (0, None))


def _last(request: Request, done: int, name: str) -> Decision | None:
    """The decision to tell of and to take back: the one just made or undone, else the last of this person's."""
    history = history_of(request)
    if done:
        return next((one for one in history if one.number == done), None)
    return next((one for one in reversed(history) if one.author == name and not one.undone_at), None)


def _judge(request: Request, subject: str, other: str, answer: str) -> Wish:
    if answer == Ruling.APART:  # whatever is of one contact with the other report is another contact too
        holders = holders_of(request)
        theirs = () if holders[other] is holders[subject] else holders[other].tellings
        return Wish(Ruling.APART, subject, tuple(dict.fromkeys((other, *(telling.member for telling in theirs)))))
    if answer in (Ruling.SAME, Ruling.UNSURE):
        return Wish(Ruling(answer), subject, (other,))
    raise HTTPException(400, say("{answer} is no answer to this", answer=answer))


def _choose(subject: str, field: str, answer: str) -> Wish:
    if answer == Ruling.UNSURE and field in FIELDS:
        return Wish(Ruling.UNSURE, subject, (), field)
    try:
        parse_value(field, answer)
    except ValueError as error:
        raise HTTPException(400, say("{answer} is no answer to this", answer=answer)) from error
    return Wish(Ruling.VALUE, subject, (), field, answer)


def _numbered(request: Request, numbers: str) -> list[Decision]:
    wanted = {int(number) for number in numbers.split()}
    made = [one for one in history_of(request) if one.number in wanted]
    if not made or len(made) != len(wanted):
        raise HTTPException(404, say("there is no such decision"))
    return made


def _take_back(request: Request, name: str, made: list[Decision], *, keep: int) -> Response:
    """Undo all of these decisions but the one that is to count; those undone already stay so."""
    if any(one.number == keep and one.undone_at for one in made):
        raise HTTPException(409, say("somebody took that decision back meanwhile: go back and look again"))
    undone = [one for one in made if one.number != keep]
    for one in undone:
        store_of(request).undo(one.number, author=name)
    return RedirectResponse(f"/review?done={(undone or made)[-1].number}", 303)
