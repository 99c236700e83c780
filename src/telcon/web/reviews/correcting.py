"""Correcting a contact in place: what can be chosen for each field, and reading what somebody chose or wrote."""

from __future__ import annotations

import re
from itertools import islice

from fastapi import HTTPException, Request

from telcon.contacts import FIELDS, Contact, Decision, parse_value, things_asked
from telcon.contacts.series import first_day
from telcon.letters.sought import name_words
from telcon.messages import name_date, name_field, name_value, say
from telcon.model.contacts import Kind, Status
from telcon.model.durations import Bound
from telcon.model.values import value
from telcon.store import state_codes
from telcon.store.selecting import is_person
from telcon.web.catalogues.indexes import contacts_by_people, people_of
from telcon.web.lists.asking import catalogue_of
from telcon.web.reviews.questions import Offer, ask_for, encode, offers_of
from telcon.web.reviews.reviewing import seen_on

OTHER = "other"
"""What the form sends as the choice of a value that no page tells."""
MOST_FOUND = 12
_DAY_FIRST = re.compile(r"(\d{1,2})[/.](?:(\d{1,2})[/.])?(\d{4})")


@value(frozen=True, slots=True)
class Written:
    """A value as somebody wrote it, part by part."""

    date: str = ""
    minutes: str = ""
    bound: str = Bound.EXACT
    kind: str = ""
    status: str = ""
    side: str = ""


@value(frozen=True, slots=True)
class Correction:
    """One field to be corrected: the value as it stands, the decision that put it there, and what pages tell.

    `sent` and `seen` are what the form carries: the value and the latest decision as they were when it was drawn.
    """

    field: str
    asks: str
    shown: str
    sent: str
    decision: Decision | None
    offers: tuple[Offer, ...]
    seen: int


def corrections_of(request: Request, contact: Contact) -> list[Correction]:
    """All fields of a contact that can be corrected."""
    members = [telling.member for telling in contact.tellings]
    made = {one.field: one for one in contact.corrections}
    found = []
    for field in FIELDS:
        choice = contact.choices[field]
        shown = name_value(field, choice.shown) if choice.shown is not None else ""
        sent, seen = shown_value(contact, field), seen_on(request, things_asked(field, members))
        offers = offers_of(choice, field)
        found.append(Correction(field, ask_for(field), shown, sent, made.get(field), offers, seen))
    return found


def shown_value(contact: Contact, field: str) -> str:
    """The value that a contact shows, as decisions keep it; empty where no page tells one."""
    shown = contact.choices[field].shown
    return "" if shown is None else encode(shown)


def read_value(field: str, choice: str, written: Written) -> str:
    """The value that somebody chose or wrote, as decisions keep it. Raises `ValueError` for none, told for people."""
    told = _read_written(field, written) if choice == OTHER else choice
    try:
        return encode(parse_value(field, told))
    except ValueError as error:
        raise ValueError(_advice(field)) from error


def find_others(request: Request, contact: Contact, words: str) -> list[Contact]:
    """Contacts that it may be joined with: those that the words name, else those of the same people nearest to it."""
    catalogue = catalogue_of(request)
    if not words.strip():
        row = [one for one in contacts_by_people(catalogue).get(people_of(contact), ()) if one.id != contact.id]
        return sorted(row, key=lambda one: _distance(one, contact))[:MOST_FOUND]
    wanted = name_words(words).split()
    found = (one for one in catalogue.contacts() if one.id != contact.id and _answers(one, wanted))
    return list(islice(found, MOST_FOUND))


def check_field(field: str) -> str:
    """The field of this name; 400 where none can be corrected that is called so."""
    if field not in FIELDS:
        raise HTTPException(400, say("{field} is nothing that can be corrected", field=field))
    return field


def choices_of_kind() -> list[tuple[str, str]]:
    """All channels, each with its name."""
    return [(kind.value, name_value("kind", kind)) for kind in Kind]


def choices_of_status() -> list[tuple[str, str]]:
    """All statuses, each with its name."""
    return [(status.value, name_value("status", status)) for status in Status]


def choices_of_bound() -> list[tuple[str, str]]:
    """How exactly a length is told."""
    names = {Bound.EXACT: say("exactly"), Bound.ABOUT: say("about"), Bound.OVER: say("over"), Bound.UNDER: say("under")}
    return [(bound.value, name) for bound, name in names.items()]


def _read_written(field: str, written: Written) -> str:
    match field:
        case "date":
            return _date(written.date.strip())
        case "duration":
            return f"{written.minutes.strip()} {written.bound}"
        case "initiator":
            return _side(written.side.strip())
    return written.kind if field == "kind" else written.status


def _date(text: str) -> str:
    """EDTF as it stands; a day or month as people write it (21/1/2025, 1/2025) turned round."""
    if found := _DAY_FIRST.fullmatch(text):
        first, second, year = found.groups()
        return f"{year}-{second:0>2}-{first:0>2}" if second else f"{year}-{first:0>2}"
    return text


def _side(text: str) -> str:
    codes = state_codes(text) if text and text != "mutual" else frozenset()
    return min(codes) if len(codes) == 1 else text


def _advice(field: str) -> str:
    return {
        "date": say("write the date as 2025-01-21, 2025-01, 2025 or 21/1/2025"),
        "duration": say("write the length in whole minutes, from 1 to 10,000"),
        "initiator": say("name a state, by its name or its code"),
    }.get(field) or say("choose one of the values for: {field}", field=name_field(field))


def _distance(one: Contact, other: Contact) -> tuple[int, str]:
    day, there = first_day(one), first_day(other)
    return (abs((day - there).days) if day and there else 10**7), one.id


def _answers(contact: Contact, wanted: list[str]) -> bool:
    told = name_words(f"{contact.date or ''} {name_date(contact.date)} {contact.id}")
    return all(word in told or any(map(is_person(word), contact.participants)) for word in wanted)
