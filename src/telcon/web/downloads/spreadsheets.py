"""The ledger as a spreadsheet."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, Depends, Query, Request, Response

from telcon.contacts import Option, make_ledger
from telcon.exports.spreadsheets import claims_to_csv, contacts_to_csv, entries_to_csv, pages_to_csv, rows_to_csv
from telcon.model.durations import Duration
from telcon.store import Selection
from telcon.web.answers import file_answer
from telcon.web.catalogues.finding import find_contact
from telcon.web.describing import files
from telcon.web.lists.asking import catalogue_of, select_contacts
from telcon.web.overviews.coverage import CountLine, find_coverage
from telcon.web.overviews.disputes import Field, find_disputes
from telcon.web.overviews.plans import Outlook, planned_contacts
from telcon.web.overviews.shelf import PageSelection, pages_asked_for, select_pages
from telcon.web.overviews.sources import OutletLine, TellerLine, find_sources

CSV = "text/csv; charset=utf-8"
router = APIRouter(tags=["files"])
Asked = Annotated[Selection, Depends(select_contacts)]


@router.get("/contacts/{contact_id}.csv", **files(CSV, "Claims and statements, a row each.", errors=(404,)))
def claims_csv(request: Request, contact_id: str) -> Response:
    """All that pages claim of one contact as a spreadsheet, with the words."""
    return file_answer(f"contact-{contact_id}.csv", claims_to_csv(find_contact(request, contact_id)), CSV)


@router.get("/pages.csv", **files(CSV, "Pages, a row each."))
def pages_csv(request: Request, asked: Annotated[PageSelection, Depends(select_pages)]) -> Response:
    """The stored pages asked for as a spreadsheet, without their texts."""
    return file_answer("pages.csv", pages_to_csv(pages_asked_for(request, asked)), CSV)


@router.get("/agreements.csv", **files(CSV, "Entries, a row each."))
def agreements_csv(request: Request, asked: Asked) -> Response:
    """The ledger as a spreadsheet."""
    ledger = make_ledger(catalogue_of(request).contacts(asked))
    return file_answer("agreements.csv", entries_to_csv(ledger, today=date.today()), CSV)


@router.get("/planned.csv", **files(CSV, "Contacts, a row each."))
def planned_csv(request: Request, asked: Asked, outlook: Outlook | None = None) -> Response:
    """What is planned, proposed or denied as a spreadsheet."""
    found = planned_contacts(request, asked)
    wanted = found[outlook] if outlook else chain.from_iterable(found.values())
    return file_answer("planned.csv", contacts_to_csv(wanted), CSV)


@router.get("/disagreements.csv", **files(CSV, "Values that cannot both be true, a row each."))
def disagreements_csv(
    request: Request,
    asked: Asked,
    field: Annotated[list[Field], Query()] = [],  # noqa: B006 - FastAPI copies it
) -> Response:
    """Where accounts part as a spreadsheet: a row for each value that is told."""
    rows = [
        (it.contact.id, it.contact.date, it.field.value, _kept(option.value), *_tellers(option))
        for it in find_disputes(request, asked, frozenset(field))
        for option in it.contact.choices[it.field].options
    ]
    columns = ("contact", "date", "field", "value", "sources", "pages")
    return file_answer("disagreements.csv", rows_to_csv(columns, rows), CSV)


@router.get("/sources/outlets.csv", **files(CSV, "Outlets, a row each."))
def outlets_csv(request: Request) -> Response:
    """The outlets as a spreadsheet."""
    rows = [
        (*msgspec.structs.astuple(line)[:-1], [f"{it.outlet} ({it.pages})" for it in line.copies_from])
        for line in find_sources(request).outlets
    ]
    return file_answer("outlets.csv", rows_to_csv(OutletLine.__struct_fields__, rows), CSV)


@router.get("/sources/tellers.csv", **files(CSV, "Those who are cited, a row each."))
def tellers_csv(request: Request) -> Response:
    """Those who are cited as a spreadsheet."""
    rows = map(msgspec.structs.astuple, find_sources(request).tellers)
    return file_answer("tellers.csv", rows_to_csv(TellerLine.__struct_fields__, rows), CSV)


@router.get("/coverage.csv", **files(CSV, "Pages by language, month and outlet, a row each."))
def coverage_csv(request: Request) -> Response:
    """What was read as a spreadsheet."""
    found = find_coverage(request)
    groups = {"language": found.languages, "month": found.months, "outlet": found.outlets}
    rows = [(by, *msgspec.structs.astuple(line)) for by, lines in groups.items() for line in lines]
    return file_answer("coverage.csv", rows_to_csv(("by", *CountLine.__struct_fields__), rows), CSV)


def _kept(told: object) -> str:
    """A value as claims keep it."""
    return f"{told.minutes} {told.bound}" if isinstance(told, Duration) else str(told)


def _tellers(option: Option[Any]) -> tuple[list[str], list[str]]:
    return [source.name for source in option.sources], [telling.page.label for telling in option.tellings]
