"""Lists for calendars: iCalendar."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from telcon.contacts import Contact
from telcon.exports.calendars import MEDIA_TYPE, count_without_days, to_calendar
from telcon.messages import say, say_count
from telcon.store import Selection
from telcon.web.answers import file_answer
from telcon.web.describing import files
from telcon.web.lists.asking import catalogue_of, select_contacts
from telcon.web.lists.subscriptions import occasion
from telcon.web.overviews.plans import Outlook, planned_contacts

router = APIRouter(tags=["files"])
Asked = Annotated[Selection, Depends(select_contacts)]
DESCRIBED = "A calendar of whole days: of a vague date all the days that it may mean."


@router.get("/contacts.ics", **files("text/calendar", DESCRIBED))
def contacts_ics(request: Request, asked: Asked) -> Response:
    """The contacts asked for as a calendar; it says how many have no date that a calendar has a place for."""
    return _calendar(request, "contacts.ics", say("Contacts of leaders"), catalogue_of(request).contacts(asked))


@router.get("/planned.ics", **files("text/calendar", DESCRIBED))
def planned_ics(request: Request, asked: Asked, outlook: Outlook | None = None) -> Response:
    """What is planned, proposed or denied as a calendar; it says how many have no date it has a place for."""
    found = planned_contacts(request, asked)
    wanted = found[outlook] if outlook else list(chain.from_iterable(found.values()))
    return _calendar(request, "planned.ics", say("Planned contacts of leaders"), wanted)


def _calendar(request: Request, name: str, title: str, contacts: Sequence[Contact]) -> Response:
    left_out = count_without_days([contact.date for contact in contacts])
    note = say_count(
        "{count} contact is left out: no day, month or year is told for it.",
        "{count} contacts are left out: no day, month or year is told for them.",
        left_out,
    )
    written = to_calendar(title, note, [occasion(request, contact) for contact in contacts])
    return file_answer(name, written, MEDIA_TYPE)
