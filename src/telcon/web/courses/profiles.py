"""What the pages of leaders, states and pairs show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import urlencode

from fastapi import Request, Response

from telcon.contacts import Contact, build_matrix
from telcon.messages import say, spoken
from telcon.model.contacts import Status
from telcon.model.values import value
from telcon.roster import Term
from telcon.store import Selection, Store
from telcon.web.catalogues.directory import Directory, Placed, Side, find_directory, find_years, roster_person
from telcon.web.contacts.voices import Voice, claim_voice
from telcon.web.courses.courses import Course, Partner, find_partners, make_course
from telcon.web.courses.portraits import Portrait, draw_portrait
from telcon.web.drawings.drawing import draw
from telcon.web.lists.asking import catalogue_of, store_of
from telcon.web.lists.narrowing import Narrowing

LISTED, CLOSE = 25, 5
"""Contacts that are listed, and contacts whose topics are told side by side."""


@value(frozen=True, slots=True)
class TopicSides:
    """A topic, and for each of some contacts the sides, of those concerned, that tell of it."""

    topic: str
    sides: tuple[tuple[str, ...], ...]


@value(frozen=True, slots=True)
class Profile:
    """One side, or two: their contacts over time.

    `listed` is the query that lists them. `partners` are those whom one side was in contact with, `own` the leaders of
    a state. `close` are the contacts of two sides whose `topics` are told side by side. `asked` are words in which it
    is told who asked, with the contact.
    """

    sides: tuple[Side, ...]
    course: Course
    portrait: Portrait
    listed: str
    partners: tuple[Partner, ...] = ()
    own: tuple[tuple[Side, list[Placed]], ...] = ()
    offices: tuple[Term, ...] = ()
    close: tuple[Contact, ...] = ()
    topics: tuple[TopicSides, ...] = ()
    asked: tuple[Contact, Voice] | None = None


def draw_profile(request: Request, template: str, sides: tuple[Side, ...], asked: Selection) -> Response:
    """The page of one side or of two."""
    catalogue = catalogue_of(request)
    directory, narrowing = find_directory(catalogue), Narrowing(request)
    profile = find_profile(request, sides, asked)
    years = find_years(directory.of(sides))
    rows = (narrowing.by_period(years, usual=say("all")), narrowing.by_kind(), narrowing.by_status())
    return draw(request, template, asked=asked, profile=profile, rows=rows, sides=sides)


def find_profile(request: Request, sides: tuple[Side, ...], asked: Selection) -> Profile:
    """What there is of one side or of two, made once until the record changes."""
    catalogue, store, today = catalogue_of(request), store_of(request), date.today()
    directory = find_directory(catalogue)
    name = ("profile", *(side.key for side in sides), asked, spoken())
    return catalogue.derived(name, lambda _: make_profile(directory, store, sides, asked, today=today))


def make_profile(
    directory: Directory, store: Store, sides: tuple[Side, ...], asked: Selection, *, today: date
) -> Profile:
    """Gather what there is of one side or of two, as far as it is asked for."""
    placed = directory.narrow(directory.of(sides), asked)
    course, query = make_course(placed, today=today), list_query(sides, asked)

    def address(year: int, month: int) -> str:
        day = f"{year}-{month:02}"
        dated = [(name, it) for name, it in query if name not in ("since", "until")]
        return f"/contacts?{urlencode([*dated, ('since', day), ('until', day)])}"

    shared = (sides, course, draw_portrait(course, sides, today=today, address=address), urlencode(query))
    voice = _asked(store, course)
    if len(sides) > 1:
        close = _close(store, placed, sides)
        return Profile(*shared, close=close, topics=tuple(_topics(close, sides)), asked=voice)
    person = roster_person(sides[0])
    return Profile(
        *shared,
        partners=tuple(find_partners(directory, sides[0], placed)),
        own=tuple(_own(directory, sides[0], placed)),
        offices=_newest_first(person.terms if person else ()),
        asked=voice,
    )


def list_query(sides: Iterable[Side], asked: Selection) -> list[tuple[str, str]]:
    """What the list of contacts is asked for to show those of some sides, narrowed alike."""
    names = [("person", side.who.name) if side.who else ("state", side.state) for side in sides]
    names += [("since", asked.since or ""), ("until", asked.until or "")]
    names += [("kind", kind) for kind in asked.kinds] + [("status", status) for status in asked.statuses]
    return [pair for pair in names if pair[1]]


def _own(directory: Directory, side: Side, placed: Sequence[Placed]) -> list[tuple[Side, list[Placed]]]:
    """The leaders of a state, each with the contacts they took part in, those with most first."""
    found: dict[str, list[Placed]] = {}
    for it in placed if side.who is None else ():
        for key in dict.fromkeys(it.leaders):
            if directory.leaders[key].state == side.state:
                found.setdefault(key, []).append(it)
    ordered = sorted(found.items(), key=lambda it: (-len(it[1]), it[0]))
    return [(directory.leaders[key], shared) for key, shared in ordered]


def _newest_first(terms: Iterable[Term]) -> tuple[Term, ...]:
    return tuple(sorted(terms, key=lambda term: (term.start or "", term.stop or "9"), reverse=True))


def _close(store: Store, placed: Sequence[Placed], sides: Sequence[Side]) -> tuple[Contact, ...]:
    """The newest contacts with topics, in full, the earliest first; those first of which a side tells."""
    states = {side.state for side in sides}
    told = [it.contact for it in placed if it.contact.status is Status.HELD and it.contact.topics and it.first]
    official = [contact for contact in told if any(source.side in states for source in contact.reported_by)]
    found = (store.contact(contact.id) for contact in (official or told)[:CLOSE])
    return tuple(reversed([contact for contact in found if contact]))


def _topics(close: Sequence[Contact], sides: Sequence[Side]) -> list[TopicSides]:
    states = dict.fromkeys(side.state for side in sides)
    matrices = [build_matrix(contact) for contact in close]
    rows = []
    for topic in dict.fromkeys(topic for matrix in matrices for topic in matrix.topics if topic):
        told = tuple(tuple(side for side in states if side in matrix.sides(topic)) for matrix in matrices)
        if any(told):
            rows.append(TopicSides(topic, told))
    return sorted(rows, key=lambda row: (-sum(map(bool, row.sides)), row.topic))


def _asked(store: Store, course: Course) -> tuple[Contact, Voice] | None:
    """The newest words in which it is told who asked."""
    held = (it.contact for it in course.placed if it.first and it.contact.status is Status.HELD)
    outline = next((contact for contact in held if contact.initiator), None)
    contact = store.contact(outline.id) if outline else None
    if contact is None:
        return None
    told = (pair for (field, _), pairs in contact.claims.items() for pair in pairs if field == "initiator")
    voices = (claim_voice(telling.page, claim) for telling, claim in told if claim.evidence)
    return next(((contact, voice) for voice in voices), None)
