"""One way of saying something, as a sheet has it, with the sentences that protect it."""

from __future__ import annotations

from functools import lru_cache

from fastapi import APIRouter, HTTPException, Request, Response

from telcon.languages.rules import form_of, protecting_cases
from telcon.languages.sheets import Case, Form
from telcon.messages import say
from telcon.web.drawings.drawing import draw, hear

router = APIRouter(include_in_schema=False)


@router.get("/rules/{language}/{place}")
def rule(request: Request, language: str, place: str) -> Response:
    """A form by its sheet and line (`vi/dates.forms.txt:115`): its meaning, its words, what protects it."""
    hear(request)
    found = _form(f"{language}/{place}")
    if found is None:
        raise HTTPException(404, say("no sheet has such a line"))
    form, cases = found
    return draw(request, "rule.html", rule=form, language_of=language, cases=cases)


@lru_cache(maxsize=1024)
def _form(source: str) -> tuple[Form, tuple[Case, ...]] | None:
    found = form_of(source)
    if found is None or found[1].source != source:
        return None
    return found[1], tuple(protecting_cases(*found))
