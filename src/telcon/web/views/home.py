"""Home: what is newest, what is to come, where accounts part, who spoke with whom, what changed in the record."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from telcon.messages import say, spoken
from telcon.store import Selection
from telcon.web.catalogues.directory import Sort, find_directory
from telcon.web.courses.timelines import make_time_line
from telcon.web.drawings.drawing import draw
from telcon.web.lists.asking import catalogue_of, select_contacts, store_of
from telcon.web.lists.narrowing import Narrowing
from telcon.web.overviews.front import QUESTIONS, find_front

router = APIRouter(include_in_schema=False)
Asked = Annotated[Selection, Depends(select_contacts)]
PLACE = "tl"


@router.get("/")
def home(request: Request, asked: Asked, by: Sort = Sort.LEADERS) -> Response:
    """The first page; what the address asks for narrows the time line."""
    store, catalogue, today = store_of(request), catalogue_of(request), date.today()
    directory = find_directory(catalogue)
    drawn = catalogue.derived(
        ("time line", asked, by, spoken()), lambda _: make_time_line(directory, asked, by, today=today)
    )
    narrowing = Narrowing(request, PLACE)
    rows = (
        narrowing.by_period(directory.years, usual=say("the newest")),
        narrowing.by_kind(),
        narrowing.by_status(),
        narrowing.by_sort(say("Lanes")),
    )
    return draw(
        request,
        "home.html",
        asked=asked,
        by=by,
        directory=directory,
        drawn=drawn,
        front=find_front(request),
        kept=narrowing.kept("since", "until", "state"),
        pages=catalogue.derived("pages", lambda _: store.count_pages()),
        questions=QUESTIONS,
        rows=rows,
    )
