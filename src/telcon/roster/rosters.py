"""Looking people, states, bodies and media up by form, by office and by date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from telcon.inflections import Forms
from telcon.letters.folding import fold
from telcon.model.contacts import Office
from telcon.roster.additions import Own
from telcon.roster.dates import covers, distance, first_day, last_day, reach
from telcon.roster.entries import (
    Body,
    BodyForm,
    Medium,
    MediumForm,
    Person,
    RosterForm,
    Site,
    State,
    StateForm,
    StateGrade,
    Term,
)
from telcon.roster.names import Names
from telcon.roster.people import People
from telcon.roster.sites import find_letterhead, find_site

SECRETARY = "secretary general"
"""How the title begins of those who head an organisation that has agencies with heads of their own."""

RANK = {
    office: rank
    for rank, office in enumerate(
        (
            Office.HEAD_OF_STATE,
            Office.HEAD_OF_GOVERNMENT,
            Office.PARTY_LEADER,
            Office.IO_HEAD,
            Office.ELECT,
            Office.FOREIGN_MINISTER,
            Office.MINISTER,
            Office.ENVOY,
            Office.OTHER,
        )
    )
}
STATE_MEDIA = "State media of {state}"
"""Pattern of what a state runs, where no medium is named."""

PRESS_SERVICE = "Press service of {state}"
"""Pattern of the office of whoever leads a state, called by no office's name: *российская пресс-служба*."""

ACCOUNT = "Account of {state}"
"""Pattern of what a side has published: *китайское сообщение*."""

LED = (PRESS_SERVICE, ACCOUNT)
"""Patterns that count only behind their state."""

OFFICES = {
    Office.HEAD_OF_STATE: "Office of the President of {state}",
    Office.HEAD_OF_GOVERNMENT: "Office of the Prime Minister of {state}",
}
HOUSED = ("Office of", "Ministry of Foreign Affairs of", "Government of")
HEAD = 600
"""Letters at the head of a page among which a letterhead stands."""

REMEMBERED = 16_384
"""How many answers about people on a day are kept: a page asks the same of the same few again and again."""


@dataclass(frozen=True)
class Roster:
    """Everything that is known of people and those who speak, by id, code or English name.

    `names` are the names by which people are found. `patterns` are bodies that every state has (`Ministry of Foreign
    Affairs of {state}`) and heads of media (`{name}`), by their name. `governments` are the states led by their head of
    government, with the day since when, `women` the ids of women, `homes` those that a topic is about, `demonyms` what
    English calls those of a state, `sites` official sites by address, `called` whom a language calls by its own form,
    by codes of states and ids of people, `own` the user's own sheet among them.
    """

    people: People
    names: Names
    states: Mapping[str, State]
    bodies: Mapping[str, Body]
    patterns: Mapping[str, Body]
    media: Mapping[str, Medium]
    governments: Mapping[str, str] = field(default_factory=dict)
    women: frozenset[str] = frozenset()
    homes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    demonyms: Mapping[str, str] = field(default_factory=dict)
    cases: Forms = field(default_factory=dict)
    sites: Mapping[str, Site] = field(default_factory=dict)
    called: Mapping[str, frozenset[str]] = field(default_factory=dict)
    own: Own | None = None

    def led_by_government(self, country: str, on: str | None) -> bool:
        """Whether a state's leader, where no office is named, was its head of government on a day (EDTF)."""
        since = self.governments.get(country)
        return since is not None and (on is None or since <= on)

    def official(self, country: str | None) -> str:
        """What an official is called whom a page does not name."""
        return f"{self.demonyms.get(country or '', country)} official"

    def media_of(self, country: str | None) -> str:
        """What the media of a country are called where a page names none of them."""
        return f"{self.demonyms.get(country or '', country)} media"

    def body(self, pattern: str, country: str | None) -> str:
        """The name of a body that every state has, or of the house that stands for it: `Élysée`."""
        if pattern == STATE_MEDIA:
            return self.media_of(country)
        state = self.states.get(country or "")
        name = pattern.replace("{state}", state.name if state else country or "?")
        return self._houses.get(name, name)

    def office(self, role: Office | None, country: str | None) -> str | None:
        """The name of the office of a state's head, or of its government's; None for anybody else's."""
        return self.body(OFFICES[role], country) if role in OFFICES else None

    @cached_property
    def latest(self) -> date:
        """The last day on which somebody came into an office: of what was later, the roster knows nothing."""
        terms = (term for person in self.people.values() for term in person.terms)
        return date.fromisoformat(max((first_day(term.start) for term in terms if term.start), default="9000-01-01"))

    @cached_property
    def _houses(self) -> dict[str, str]:
        """The names of houses, and of ministries that have their own, by those of the offices that they stand for."""
        return {form: body.name for body in self.bodies.values() for form in body.forms if form.startswith(HOUSED)}

    def own_name(self, language: str, person: Person) -> str | None:
        """What a language (ISO 639-1) calls a person by a form of its own; None where it has the usual English name."""
        whose = self.called.get(language, frozenset())
        own = person.id in whose or any(term.country in whose for term in person.terms)
        return dict(person.own).get(language) if own else None

    def site(self, url: str | None, text: str = "") -> Site | None:
        """The official site that an address belongs to, else that whose letterhead a text bears."""
        return find_site(url, self.sites) or find_letterhead(text[:HEAD].splitlines(), self.sites)

    @cached_property
    def bodies_of(self) -> Mapping[str, tuple[Body, ...]]:
        """The bodies that speak for each side, by its code."""
        found: dict[str, list[Body]] = defaultdict(list)
        for body in self.bodies.values():
            found[body.side or ""].append(body)
        return {side: tuple(bodies) for side, bodies in found.items()}

    def named(self, form: str, on: str | None = None) -> tuple[Person, ...]:
        """People whom a form may name, in office at `on` (EDTF) first, then nearest in time; latest first without."""
        named = dict.fromkeys(entry.person_id for _, entry in self.names.spelled(fold(form)))
        found = [self.people[person] for person in named]
        days = reach(on)
        if days is None:
            return tuple(
                sorted(found, key=lambda person: max(last_day(term.stop) for term in person.terms), reverse=True)
            )
        return tuple(sorted(found, key=lambda person: min(distance(term, days) for term in person.terms)))

    def holder(self, role: Office, country: str, on: str | None) -> tuple[Person, ...]:
        """People whose term in the office covers a day of `on` (EDTF), the last to begin first; none for unknown dates.

        On the day of a handover, and in a month or year that saw one, these are predecessor and successor.
        """
        return self._holding(role, country, on)

    @cached_property
    def _holding(self) -> Callable[[Office, str, str | None], tuple[Person, ...]]:
        return lru_cache(maxsize=REMEMBERED)(self._find_holders)

    def _find_holders(self, role: Office, country: str, on: str | None) -> tuple[Person, ...]:
        days = reach(on)
        if days is None:
            return ()
        found = [
            (term, person)
            for person in self.people.holding(role, country)
            for term in person.terms
            if term.role is role and term.country == country and covers(term, days)
        ]
        found.sort(key=lambda pair: first_day(pair[0].start), reverse=True)
        if role is Office.IO_HEAD:
            found.sort(key=lambda pair: not _heads_the_whole(pair[0]))
        return tuple({person.id: person for _, person in found}.values())

    def term(self, person: Person, on: str | None) -> Term | None:
        """The leading term that covers `on` (EDTF), None outside all terms; the latest term for an unknown date.

        Terms lead in the order of `RANK`; of two with one rank the later begun leads.
        """
        return self._leading(person.id, on)

    @cached_property
    def _leading(self) -> Callable[[str, str | None], Term | None]:
        return lru_cache(maxsize=REMEMBERED)(self._find_leading)

    def _find_leading(self, person_id: str, on: str | None) -> Term | None:
        person, days = self.people[person_id], reach(on)
        if days is None:
            return max(person.terms, key=lambda term: (last_day(term.stop), -RANK[term.role]), default=None)
        held = [term for term in person.terms if covers(term, days)]
        held.sort(key=lambda term: first_day(term.start), reverse=True)
        return min(held, key=lambda term: RANK[term.role], default=None)

    def wordings(self) -> Iterator[tuple[str, RosterForm]]:
        """Yield every form of states, bodies and media with what it may stand for; those of people are in `names`."""
        yield from self._state_wordings()
        for body in self.bodies.values():
            for form in body.forms:
                yield form, BodyForm(body.name, body.side)
        for medium in self.media.values():
            for form in medium.forms:
                yield form, MediumForm(medium.name, medium.side, medium.kind)

    def _state_wordings(self) -> Iterator[tuple[str, RosterForm]]:
        for state in self.states.values():
            for grade, forms in (
                (StateGrade.NAME, state.forms),
                (StateGrade.CAPITAL, state.capitals),
                (StateGrade.ADJECTIVE, state.adjectives),
            ):
                for form in forms:
                    yield form, StateForm(state.code, grade)


def _heads_the_whole(term: Term) -> bool:
    """Whether somebody heads an organisation itself, not one of its agencies."""
    return term.title.casefold().replace("-", " ").startswith(SECRETARY)
