"""Adding pages: what was pasted or uploaded is read and shown, and stored when whoever sent it says so."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Query, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from telcon.fetching import Fetcher
from telcon.languages import pack_codes
from telcon.messages import say
from telcon.model.readings import Reading
from telcon.model.texts import ARTICLE
from telcon.web.additions.desk import MOST_PAGES, Desk, new_key
from telcon.web.additions.parcels import Parcel, Stage, as_held, count_up
from telcon.web.additions.samples import sample_folder, sample_pages
from telcon.web.additions.sending import check_declared, lay_down
from telcon.web.additions.visiting import MOST_ADDRESSES, list_addresses
from telcon.web.drawings.drawing import draw
from telcon.web.guards.bodies import MEGABYTE, MOST_FILES, MOST_UPLOADED, UploadRoute
from telcon.web.guards.people import Editor, Role, person_of
from telcon.web.lists.asking import store_of
from telcon.web.pages.lines import page_lines
from telcon.web.pages.marks import FirstTime, find_marks, name_letters
from telcon.web.pages.values import read_leftovers, read_reports, read_statements

router = APIRouter(include_in_schema=False, route_class=UploadRoute)
PATIENCE = 4.0
"""Seconds that an answer waits for reading or storing before it shows how far that has come."""
SHOWN = 500
"""Pages of a parcel that are listed."""
Key = Annotated[str, Query(max_length=40)]


@router.get("/add")
def add(request: Request) -> Response:
    """The form for pages to be read."""
    return _draw_form(request)


@router.post("/add")
def send(
    request: Request,
    editor: Editor,
    *,
    text: Annotated[str, Form()] = "",
    files: Annotated[list[UploadFile], File()] = [],  # noqa: B006 - FastAPI copies it
    addresses: Annotated[str, Form(max_length=50_000)] = "",
    url: Annotated[str, Form(max_length=4000)] = "",
    published: Annotated[str, Form(max_length=100)] = "",
    language: Annotated[str, Form(max_length=100)] = "",
) -> Response:
    """Read what was sent, and show what it tells; where nothing of it can be read, say why."""
    desk = _desk(request)
    try:
        given, fetcher = list_addresses(addresses), _fetcher(request)
        if given and fetcher is None:
            raise HTTPException(503, say("addresses are not asked for here: start it with telcon serve"))
        sent = lay_down(text, files, check_declared(url, published, language), given, fetcher)
    except HTTPException as error:
        entered = {"text": text, "url": url, "published": published, "chosen": language, "addresses": addresses}
        return _draw_form(request, status=error.status_code, wrong=str(error.detail), **entered)
    parcel = desk.take(sent.pages, Parcel(new_key(), editor.name, sent.name))
    if parcel.is_read.wait(PATIENCE) and not parcel.readings:
        too_large = any("larger" in failure.reason for failure in parcel.failures)
        status = 422 if given else 413 if too_large else 415
        return _draw_parcel(request, parcel, Stage.READ, status=status)
    return RedirectResponse(f"/add/preview?of={parcel.key}", 303)


@router.post("/add/samples")
def add_samples(request: Request, editor: Editor) -> Response:
    """Add the sample pages."""
    desk = _desk(request)
    if sample_folder() is None:
        raise HTTPException(404, say("this Telcon was installed without its sample pages"))
    parcel = desk.take(sample_pages, Parcel(new_key(), editor.name, say("sample pages"), at_once=True))
    parcel.is_stored.wait(PATIENCE)
    return RedirectResponse(_address_of(request, parcel), 303)


@router.get("/add/preview")
def preview(request: Request, of: Key = "", page: Annotated[int, Query(ge=0, le=MOST_PAGES)] = 0) -> Response:
    """What was read so far, all of it or one `page` in full; once it is stored, what became of it."""
    if not of:
        return RedirectResponse("/add", 303)
    parcel = _find(request, of)
    stage, readings = parcel.stage, parcel.readings  # they go on while the page is drawn
    if parcel.at_once and stage is Stage.STORED and not parcel.failures:
        return _lead(request, "/")
    if "hx-request" in request.headers and stage in (Stage.READ, Stage.STORED):
        return Response(status_code=204, headers={"HX-Refresh": "true"})  # the whole page is another one now
    number = page or (1 if len(readings) == 1 and not parcel.failures else 0)
    if stage is Stage.READ and 1 <= number <= len(readings):
        return _draw_page(request, parcel, readings, number)
    return _draw_parcel(request, parcel, stage)


@router.post("/add/preview")
def store(request: Request, editor: Editor, of: Annotated[str, Form(max_length=40)] = "") -> Response:
    """Store what was shown, just as it was read."""
    parcel = _find(request, of)
    if parcel.stage is Stage.READING:
        raise HTTPException(409, say("it is still being read: wait until all of it is shown"))
    _desk(request).store(parcel)
    parcel.is_stored.wait(PATIENCE)
    return RedirectResponse(_address_of(request, parcel), 303)


def _desk(request: Request) -> Desk:
    desk: Desk | None = request.app.state.desk
    if desk is None:
        raise HTTPException(503, say("pages cannot be read here: start it with telcon serve"))
    return desk


def _fetcher(request: Request) -> Fetcher | None:
    fetcher: Fetcher | None = request.app.state.fetcher
    return fetcher


def _find(request: Request, key: str) -> Parcel:
    person = person_of(request)
    request.state.personal = True
    parcel = _desk(request).find(key, person.name) if person else None
    if parcel is None:
        raise HTTPException(404, say("what you sent is not kept any more: send it again"))
    return parcel


def _address_of(request: Request, parcel: Parcel) -> str:
    """Where to go from here: one page that was stored leads to its contact, all else to what became of it."""
    if parcel.stage is not Stage.STORED or parcel.failures or (len(parcel.added) != 1 and not parcel.at_once):
        return f"/add/preview?of={parcel.key}"
    if parcel.at_once:
        return "/"
    digest = parcel.added[0].digest
    held = store_of(request).page(digest)
    filed = zip(held.reports, held.contacts, strict=True) if held else ()
    found = sorted((not report.focus, contact) for report, contact in filed if contact)
    return f"/contacts/{found[0][1]}" if found else f"/pages/{digest[:16]}"


def _lead(request: Request, address: str) -> Response:
    """Go to another page, also from within one that asks how far it has come."""
    if "hx-request" in request.headers:
        return Response(status_code=204, headers={"HX-Redirect": address})
    return RedirectResponse(address, 303)


def _draw_form(request: Request, *, status: int = 200, wrong: str = "", **entered: str) -> Response:
    person = person_of(request)
    return draw(
        request,
        "add.html",
        status=status,
        wrong=wrong,
        entered={"text": "", "url": "", "published": "", "chosen": "", "addresses": ""} | entered,
        asks=_fetcher(request) is not None,
        most_addresses=MOST_ADDRESSES,
        packs=pack_codes(),
        most=MOST_UPLOADED // MEGABYTE,
        most_files=MOST_FILES,
        most_pages=MOST_PAGES,
        adds=person is not None and person.role >= Role.EDITOR,
        samples=sample_folder() is not None,
    )


def _draw_parcel(request: Request, parcel: Parcel, stage: Stage, *, status: int = 200) -> Response:
    found = parcel.readings[:SHOWN] if stage is Stage.READ else []
    rows = [(as_held(reading), store_of(request).foresee(reading.page)) for reading in found]
    return draw(
        request,
        "parcel.html",
        status=status,
        parcel=parcel,
        stage=stage,
        rows=rows,
        counts=count_up(parcel),
        most=SHOWN,
    )


def _draw_page(request: Request, parcel: Parcel, readings: list[Reading], number: int) -> Response:
    held = as_held(readings[number - 1])
    marks = find_marks(held)
    return draw(
        request,
        "preview.html",
        parcel=parcel,
        alone=len(readings) == 1,
        foreseen=store_of(request).foresee(readings[number - 1].page),
        held=held,
        lines=list(page_lines(held, marks)),
        article=sum(line.role in ARTICLE for line in held.page.lines),
        reports=list(read_reports(held, marks)),
        statements=list(read_statements(held, marks)),
        leftovers=list(read_leftovers(held, marks)),
        letters=name_letters(),
        fresh=FirstTime(),
        contacts={},
        relatives=(),
    )
