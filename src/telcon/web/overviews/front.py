"""What the first page tells: the newest contact, what is to come, where accounts part, what changed in the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice

from fastapi import Request

from telcon.contacts import Choice, Contact, build_matrix
from telcon.messages import say, spoken
from telcon.model.contacts import Status
from telcon.model.values import value
from telcon.store import Arrival, Store
from telcon.web.catalogues.directory import Directory, Placed, find_directory
from telcon.web.contacts.voices import Voice, only_one_side, plan_voice, side_voices
from telcon.web.drawings.drawing import parted
from telcon.web.lists.asking import catalogue_of, store_of

NEWEST, PLANS, APART, CHANGES, LEADS = 6, 5, 5, 8, 5
"""How many of each stand on the page, and among how many of the newest the first is chosen."""
OPEN = frozenset({Status.PLANNED, Status.PROPOSED})
QUESTIONS = {
    "date": "when was it?",
    "kind": "by which channel?",
    "status": "did it take place?",
    "duration": "how long was it?",
    "initiator": "who asked for it?",
}


@value(frozen=True, slots=True)
class Lead:
    """The contact that stands first, in full, with a voice for each side and what one side alone tells of."""

    contact: Contact
    voices: tuple[Voice, ...]
    alone: Mapping[str, Sequence[str]]


@value(frozen=True, slots=True)
class Plan:
    """A contact to come, with the words in which it is told."""

    contact: Contact
    voice: Voice | None


@value(frozen=True, slots=True)
class Parting:
    """A contact on which accounts part, by field, with what each of them tells."""

    contact: Contact
    choices: Mapping[str, Choice[object]]


@value(frozen=True, slots=True)
class Change:
    """A page that came, the first of the contacts that it tells of, and what that changed."""

    arrival: Arrival
    contact: Contact | None
    told: str


@value(frozen=True, slots=True)
class Front:
    """The first page's texts."""

    lead: Lead | None
    newest: tuple[Contact, ...]
    plans: tuple[Plan, ...]
    partings: tuple[Parting, ...]
    changes: tuple[Change, ...]


def find_front(request: Request) -> Front:
    """The first page of the record that is served, made once until it changes."""
    catalogue, store = catalogue_of(request), store_of(request)
    directory = find_directory(catalogue)
    name = "front", spoken()
    return catalogue.derived(name, lambda _: make_front(store, directory, today=date.today()))


def make_front(store: Store, directory: Directory, *, today: date) -> Front:
    """Choose what stands on the first page, and fetch its words."""
    placed = directory.placed
    held = [it.contact for it in placed if it.contact.status is Status.HELD]
    first = min(held[:LEADS], key=_thinness, default=None)
    newest = [contact for contact in held[: NEWEST + 1] if contact is not first][:NEWEST]
    apart = (it.contact for it in placed if any(choice.disagree for choice in it.contact.choices.values()))
    plans = [Plan(contact, plan_voice(contact)) for contact in _in_full(store, _to_come(placed, today)[:PLANS])]
    partings = [Parting(contact, parted(contact)) for contact in _in_full(store, islice(apart, APART))]
    lead = next((_make_lead(contact) for contact in _in_full(store, [first] if first else [])), None)
    return Front(lead, tuple(newest), tuple(plans), tuple(partings), tuple(_changes(store, directory)))


def _thinness(contact: Contact) -> tuple[int, int]:
    """The first is one of which both sides tell, else the one with the most sources behind it, else the newest."""
    sides = {source.side for source in contact.reported_by} & contact.states
    return -min(len(sides), 2), -contact.source_count


def _make_lead(contact: Contact) -> Lead:
    matrix = build_matrix(contact)
    return Lead(contact, tuple(side_voices(contact, matrix)), only_one_side(contact, matrix))


def _to_come(placed: Iterable[Placed], today: date) -> list[Contact]:
    """Those planned or proposed whose time has not passed, the soonest first; last those without a day, newest told."""
    open_ = [it for it in placed if it.contact.status in OPEN and not (it.last and it.last < today)]
    dated = sorted((it for it in open_ if it.last), key=lambda it: (it.last or date.max, it.first or date.min))
    loose = sorted((it for it in open_ if not it.last), key=lambda it: _told_on(it.contact), reverse=True)
    return [it.contact for it in (*dated, *loose)]


def _told_on(contact: Contact) -> str:
    """The time that the newest page shows which tells of it (ISO 8601)."""
    return max(telling.page.published or "" for telling in contact.tellings)


def _in_full(store: Store, outlines: Iterable[Contact]) -> list[Contact]:
    found = (store.contact(outline.id) for outline in outlines)
    return [contact for contact in found if contact]


def _changes(store: Store, directory: Directory) -> Iterable[Change]:
    held = {it.contact.id: it.contact for it in directory.placed}
    for arrival in store.arrivals(CHANGES):
        contact = next((held[key] for key in arrival.contacts if key in held), None)
        yield Change(arrival, contact, _told(arrival, contact) if contact else "")


def _told(arrival: Arrival, contact: Contact) -> str:
    """What a page changed, as far as the contact tells."""
    others = [it for it in contact.tellings if it.page.digest != arrival.page.digest]
    own = [it for it in contact.tellings if it.page.digest == arrival.page.digest]
    if arrival.again:
        return say("the page has changed")
    if not others:
        return say("new in the record")
    if any(it.copy == telling.page_name for it in contact.copies for telling in own):
        return say("a copy came in: a page more, no source more")
    sides = {it.side for telling in own for it in telling.report.reported_by if it.side in contact.states}
    known = {it.side for telling in others for it in telling.report.reported_by}
    if sides - known:
        return say("an account by another side came in")
    return say("one more source tells of it")
