"""Who is who on a page: names first, then what stands for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from difflib import SequenceMatcher
from itertools import chain

from telcon.letters.folding import fold
from telcon.letters.han import HAN, join_han
from telcon.letters.sought import bare
from telcon.model.actors import Actor
from telcon.model.contacts import LEADING, Office
from telcon.model.dates import parse_edtf
from telcon.model.mentions import How, Naming, Sort
from telcon.roster import Person, Roster, Term

ALIKE, ALIKE_LATIN = 0.75, 0.6
"""Share of letters in common above which a name is the office-holder's misspelt, not somebody else's; where names are
brought from another script by rule, less will do."""

SPELLED, FEW = 0.88, 4
"""Share of letters, and how many more or fewer, by which a name is that of one of all who held the office."""

OFTEN, SHORT = 2, 3
"""How often a short form stands alone that means somebody, and letters that are too few for one: *May*."""

NEW = timedelta(days=183)
"""How long somebody is new in an office."""

FOREIGN = Office.FOREIGN_MINISTER
LEADERS = (Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT, Office.PARTY_LEADER, Office.IO_HEAD)


class Cast:
    """The people whom a page names, and how it names them.

    `on` is the page's time (EDTF), None where unknown, its own day where it is `dated`; `home` the country whose
    leaders its papers give a title alone.
    `romanised`: names come from another script and are spelled by rule (*Lekh Kachinsky*). `respelt`: papers write
    foreign names by their own syllables, with `hyphens` between them (*I-ô-ha-nít*), or by `characters` (普京).
    """

    def __init__(
        self,
        namings: Sequence[Naming],
        roster: Roster,
        on: str | None,
        *,
        home: str = "",
        respelt: str = "",
        romanised: bool = False,
        dated: bool = True,
    ) -> None:
        self.dated = dated
        self.roster, self.on, self.home, self.respelt = roster, on, home, respelt
        self.romanised = romanised
        self.stated = {naming.country for naming in namings if naming.country}
        named = [naming for naming in namings if naming.how is How.NAME and naming.persons]
        # Those whose names nobody shares first: they are whom a name that several bear means before all others.
        self.full = {naming.persons[0] for naming in named if len(naming.persons) == 1}
        self.full |= {self._likeliest(naming, naming.persons).id for naming in named}
        self.full |= self._at_home(namings) if on else set()
        self.spelled: dict[str, set[str]] = defaultdict(set)
        for naming in named:
            words = fold(naming.name).split()
            for word in words if len(words) > 1 and len(naming.persons) == 1 else ():
                self.spelled[word].add(naming.persons[0])
        self.unlisted: dict[str, Actor] = {}
        self.known: dict[int, Actor | None] = {}
        self.by_country: dict[str, list[Actor]] = defaultdict(list)
        self.women: set[str] = set()
        self.places: dict[tuple[Sort, str, str | None], Actor] = {}
        self.new = {person for naming in namings if naming.incoming for person in naming.persons}
        self.elects = {person for naming in namings if naming.elect for person in naming.persons}
        # Whom the roster lacks is in the office that any naming gives him.
        for naming in namings:
            if not naming.persons and naming.name and not LEADING.isdisjoint(naming.roles):
                self.named(naming)
        for naming in namings:
            if naming.sort is Sort.PERSON and naming.name:
                actor = self.named(naming)
                self._enter(actor)
                if actor and (naming.woman or actor.person in roster.women):
                    self.women.add(actor.key)

    def _at_home(self, namings: Sequence[Naming]) -> set[str]:
        """Leaders whom the page calls by a short form alone, more than once, as papers of their own state do.

        It has to name that state; a form that two of them bear means neither.
        """
        bare = [n for n in namings if n.how is How.TITLE and n.persons and self.full.isdisjoint(n.persons)]
        if len(bare) < OFTEN:
            return set()
        states = {naming.country for naming in namings}
        found = Counter[str]()
        for naming in bare:
            terms = ((one, self.roster.term(self.roster.people[one], self.on)) for one in naming.persons)
            leads = [one for one, term in terms if term and term.role in LEADING and term.country in states]
            found.update(leads if len(leads) == 1 and len(naming.name) > SHORT else ())
        return {person for person, count in found.items() if count >= OFTEN}

    def _enter(self, actor: Actor | None) -> None:
        if actor and actor.country and actor not in self.by_country[actor.country]:
            self.by_country[actor.country].append(actor)

    def settle_home(self, namings: Sequence[Naming]) -> str:
        """Take for home the state of the only leaders whom a page gives a title and no state, and gives others theirs.

        *President Cyril Ramaphosa spoke with Ukrainian President Volodymyr Zelensky*: *the president* is Ramaphosa.
        """
        titled = [n for n in namings if n.how is How.NAME and n.persons and not LEADING.isdisjoint(n.roles)]
        stated = {naming.persons[0] for naming in titled if naming.country}
        plain = (self.named(n) for n in titled if n.persons[0] not in stated and " " in n.name)
        states = {actor.country for actor in plain if actor and actor.country}
        self.home = states.pop() if stated and len(states) == 1 else ""
        return self.home

    def owner(self, country: str, office: Office) -> Actor | None:
        """The leader whose own site the page stands on: who held the office on the day; as if the page named him."""
        holders = self.roster.holder(office, country, self.on)
        actor = self._actor(holders[0], (office,)) if holders else None
        self._enter(actor)
        return actor

    def fits(self, actor: Actor, pronoun: Naming) -> bool:
        """Whether *he* or *she* may mean somebody, by the roster and what the page calls women."""
        if actor.key in self.women:
            return not pronoun.man
        return not (pronoun.woman and self.women)

    def leaders(self) -> list[Actor]:
        """All whom the page names who lead."""
        return [actor for actors in self.by_country.values() for actor in actors if actor.leads]

    def find_aide(self, namings: Sequence[Naming]) -> Actor | None:
        """The official whom one of the namings names."""
        people = (n for n in namings if n.sort is Sort.PERSON and n.how is How.NAME and not n.former)
        return next((actor for n in people if (actor := self.named(n)) and not actor.leads), None)

    def place(self, naming: Naming) -> Actor:
        """A state, a capital, a body or a medium, as it is named."""
        key = (naming.sort, naming.name or naming.country or "", naming.country)
        if key not in self.places:
            self.places[key] = Actor(*key)
        return self.places[key]

    def only_other(self, roles: Sequence[Office], namings: Sequence[Naming]) -> Actor | None:
        """The only one in an office whom the page names, but for those whom the namings name."""
        here = {actor.key for naming in namings if naming.name and (actor := self.named(naming))}
        others = [actor for actor in self.leaders() if actor.role in roles and actor.key not in here]
        return others[0] if len(others) == 1 else None

    def named(self, naming: Naming) -> Actor | None:
        """The person whom a name points at; None where it is too weak to point at anybody."""
        if not naming.persons:
            return self._unlisted(naming) if naming.name and naming.sort is Sort.PERSON else None
        place = naming.span.start
        if place not in self.known:
            self.known[place] = self._listed(naming)
        return self.known[place]

    def _listed(self, naming: Naming) -> Actor | None:
        bare = naming.how is How.TITLE
        persons = [person for person in naming.persons if not bare or person in self.full]
        if not persons:
            return None
        best = self._named_in_full(naming) or self._likeliest(naming, persons)
        if not self._may_be(best, naming):
            return self._unlisted(naming)
        if naming.country and not any(term.country == naming.country for term in best.terms):
            return self._actor(best) if self._is_called_in_full(best, naming) else self._unlisted(naming)
        actor = self._actor(best, naming.roles, elect=naming.elect)
        return replace(actor, role=Office.OTHER, country=None) if naming.former else actor

    def _named_in_full(self, naming: Naming) -> Person | None:
        """The only one of whose name, given in full on the page, one word stands here: *Sheikh Mohamed*."""
        borne = self.spelled.get(fold(naming.name), ())
        return self.roster.people[next(iter(borne))] if len(borne) == 1 else None

    def _likeliest(self, naming: Naming, persons: Sequence[str]) -> Person:
        """Whom a name means that several bear."""
        people = [self.roster.people[person] for person in persons]
        return max(people, key=lambda person: self._fit(person, naming)) if len(people) > 1 else people[0]

    def _may_be(self, person: Person, naming: Naming) -> bool:
        """Whether somebody named by a short form only ever held the office that the page gives."""
        wanted = set(naming.roles) - {Office.OTHER}
        if not wanted and naming.roles and person.id not in self.full:
            return bool(self.roster.term(person, self.on)) or any(term.role is Office.OTHER for term in person.terms)
        if not wanted or wanted.issuperset(LEADERS):
            return True
        wanted |= {FOREIGN} if Office.MINISTER in wanted else set()
        if any(term.role in wanted or (term.role in LEADING and wanted & LEADING) for term in person.terms):
            return True
        name = fold(naming.name)
        return any(fold(full) == name for full in person.names)

    def _is_called_in_full(self, person: Person, naming: Naming) -> bool:
        """Whether somebody who leads now is named in full beside a leader's title, whatever state stands by: *РК*."""
        titled = not LEADING.isdisjoint(naming.roles) and self._leads_now(person)
        return titled and naming.how is How.NAME and " " in naming.name

    def _fit(self, person: Person, naming: Naming) -> tuple[bool, bool, bool, bool, bool, bool, bool, int]:
        """How well somebody fits: of this state, who holds its office, named in full, in office, leading, and so on."""
        term = self.roster.term(person, self.on)
        titled = self.on and term and naming.country == term.country and naming.roles[:1] == (term.role,)
        return (
            not naming.country or any(held.country == naming.country for held in person.terms),
            bool(titled and term and term.role in LEADING),
            person.id in self.full and len(self.full) > 0,
            bool(term),
            bool(term and term.role in LEADING),
            bool(term and term.role in naming.roles),
            bool(term and term.country in self.stated),
            -len(person.name),
        )

    def _actor(self, person: Person, roles: Iterable[Office] = (), *, elect: bool = False) -> Actor:
        term = self._titled(person, tuple(roles)) or self.roster.term(person, self.on) or self._nearest(person)
        role = term.role if term else Office.OTHER
        chosen = elect and (not roles or not LEADING.isdisjoint(roles))
        if chosen or (person.id in self.elects and self.on is None):
            role = Office.ELECT
        return Actor(Sort.PERSON, person.name, term.country if term else None, role, person.id)

    def _titled(self, person: Person, roles: tuple[Office, ...]) -> Term | None:
        """The term with the office that the page gives, held at the page's time; a lesser one besides tells nothing."""
        if LEADING.isdisjoint(roles) and self._leads_now(person):
            return None
        for term in person.terms:
            if (
                term.role in roles
                and len(roles) <= 2
                and person in self.roster.holder(term.role, term.country, self.on)
            ):
                return term
        return None

    def _leads_now(self, person: Person) -> bool:
        term = self.roster.term(person, self.on)
        return term is not None and term.role in LEADING

    def _nearest(self, person: Person) -> Term | None:
        return self.roster.term(person, None)

    def _unlisted(self, naming: Naming) -> Actor | None:
        known = self.unlisted.get(_last(naming.name)) or self.unlisted.get(fold(naming.name))
        if known and (not naming.country or naming.country == known.country):
            return known
        if not naming.roles and not naming.country:
            one = None if known else self._named_in_full(naming)  # Sir Keir
            return self._actor(one) if one else known
        if one := self._called_in_part(naming):
            return self._actor(one, naming.roles)
        role = Office.ELECT if naming.elect else naming.roles[0] if naming.roles else Office.OTHER
        actor = self._respelt(naming) or Actor(Sort.PERSON, join_han(naming.name), naming.country, role)
        self.unlisted.setdefault(_last(naming.name), actor)
        self.unlisted.setdefault(fold(naming.name), actor)
        return actor

    def _called_in_part(self, naming: Naming) -> Person | None:
        """The only one named in full on the page, of whose name a title has one word: *President Suluhu*."""
        one = None if naming.country else self._named_in_full(naming)
        wanted = LEADING.intersection(naming.roles)
        return one if one and any(term.role in wanted for term in one.terms) else None

    def _respelt(self, naming: Naming) -> Actor | None:
        """The holder of the office where the name is written by the syllables of the page's language, or nearly so."""
        if self.respelt == "characters":
            return self._transcribed(naming)
        leading = tuple(role for role in naming.roles if role in LEADERS)
        if naming.country and (person := self._spelled_nearly(naming, leading if naming.roles else LEADERS)):
            return self._actor(person, naming.roles)
        holder = self._holder(naming.country, leading) if naming.country and leading else None
        if holder is None or (self.respelt == "hyphens" and "-" in naming.name and not naming.name.isascii()):
            return holder
        likeness = SequenceMatcher(None, fold(naming.name), fold(holder.name)).ratio()
        return holder if likeness >= (ALIKE_LATIN if self.romanised else ALIKE) else None

    def _spelled_nearly(self, naming: Naming, leading: tuple[Office, ...]) -> Person | None:
        """Whoever held the office at any time and is spelled nearly so, marks aside: *Abd Rabo Mansour Hadi*."""
        name, best, found = bare(fold(naming.name)), SPELLED, None
        if not set(" -") & set(name) or not naming.country:
            return None
        held = chain.from_iterable(self.roster.people.holding(role, naming.country) for role in leading)
        for person, form in ((each, bare(fold(form))) for each in held for form in each.names):
            likeness = SequenceMatcher(None, name, form).ratio() if abs(len(form) - len(name)) < FEW else 0.0
            best, found = (likeness, person) if likeness > best else (best, found)
        return found

    def _transcribed(self, naming: Naming) -> Actor | None:
        """The only holder of the office, where the name is written by characters, each paper in its own way."""
        if not naming.country or naming.country == self.home or not HAN.search(naming.name):
            return None
        for role in naming.roles[:1]:
            if role not in LEADERS and role is not FOREIGN:
                continue
            holders = self.roster.holder(role, naming.country, self.on)
            return self._actor(holders[0], naming.roles) if len(holders) == 1 else None
        return None

    def in_state(self, naming: Naming, country: str) -> Actor | None:
        """Somebody named with an office alone, whose state stands elsewhere in the sentence."""
        if not naming.roles or naming.roles[0] not in LEADERS or not set(" -") & set(naming.name):
            return None
        for name in (_last(naming.name), fold(naming.name)):
            if (known := self.unlisted.get(name)) and not known.country:
                del self.unlisted[name]
        actor = self._unlisted(replace(naming, country=country))
        self._enter(actor)
        return actor

    def elect(self, roles: tuple[Office, ...]) -> Actor | None:
        """The only one on the page who is elected to be what a title says."""
        found = [actor for actors in self.by_country.values() for actor in actors if actor.role is Office.ELECT]
        return found[0] if roles and len(found) == 1 else None

    def newest(self, roles: tuple[Office, ...]) -> Actor | None:
        """The only leader in an office whom the page calls new there, or who came to it within half a year."""
        found = [a for a in self.leaders() if a.role in roles and (a.person in self.new or self._is_new(a))]
        return found[0] if len(found) == 1 else None

    def _is_new(self, actor: Actor) -> bool:
        """Whether a leader's term had begun no more than half a year before the page."""
        term = self.roster.term(self.roster.people[actor.person], self.on) if actor.person and self.on else None
        if term is None or not term.start or not self.on:
            return False
        begun, on = parse_edtf(term.start).first_day(), parse_edtf(self.on).last_day()
        return bool(begun and on and timedelta(0) <= on - begun <= NEW)

    def leader(self, country: str, roles: Iterable[Office] = (), *, besides: Iterable[str] = ()) -> Actor | None:
        """Who leads `country`: somebody the page names first, else the roster's holder at the page's time."""
        shut, wanted = set(besides), tuple(roles) or LEADERS
        named = [actor for actor in self.by_country.get(country, ()) if actor.leads and actor.key not in shut]
        for actor in named:
            if actor.role in wanted or (actor.role is Office.ELECT and set(wanted) & set(LEADERS)):
                return actor
        if named and set(wanted) == set(LEADERS):
            return named[0]
        for actor in () if self.dated else named:
            if actor.person and any((t.role in wanted) and t.country == country for t in self._terms(actor)):
                return actor
        return self._holder(country, wanted)

    def _terms(self, actor: Actor) -> tuple[Term, ...]:
        return self.roster.people[actor.person].terms if actor.person else ()

    def named_leader(self, country: str) -> Actor | None:
        """The leader of `country` whom the page names."""
        return next((actor for actor in self.by_country.get(country, ()) if actor.leads), None)

    def _holder(self, country: str, roles: tuple[Office, ...]) -> Actor | None:
        if self.roster.led_by_government(country, self.on) and set(roles) == set(LEADERS):
            roles = (Office.HEAD_OF_GOVERNMENT, *roles)
        for role in roles:
            for person in self.roster.holder(role, country, self.on):
                return self._actor(person)
        return None

    def bearer(self, country: str, roles: tuple[Office, ...]) -> Actor | None:
        """Who bears an office of a state: a leader, else an official whom the page names or the only one on record."""
        if roles and roles[0] in LEADING:
            return self.leader(country, roles)
        for actor in self.by_country.get(country, ()):
            if actor.role in roles:
                return actor
        holders = self.roster.holder(Office.FOREIGN_MINISTER, country, self.on) if FOREIGN in roles else ()
        return self._actor(holders[0], roles) if len(holders) == 1 else None


def _last(name: str) -> str:
    return fold(name).split(" ")[-1]
