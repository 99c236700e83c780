"""Whom the namings of a page mean, sentence by sentence: who is the topic, who was last spoken of as a pair."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import chain, zip_longest

from telcon.inflections import NOMINATIVE, Case
from telcon.mentions import Mentions
from telcon.model.actors import Actor
from telcon.model.contacts import LEADING, Kind, Office
from telcon.model.mentions import Cue, How, Naming, Sort
from telcon.model.spans import Span
from telcon.reports.distinct import each_once
from telcon.reports.people.called import called_so, note_called
from telcon.reports.people.casts import LEADERS, Cast
from telcon.reports.people.groups import Groups
from telcon.reports.people.memories import Memory
from telcon.reports.people.referents import (
    beside_clause,
    beside_me,
    beside_subject,
    beside_tied,
    hangs,
    leads_others,
    told_of_state,
)
from telcon.reports.people.taken_up import drop_unowned
from telcon.reports.places import Dealer, count_joined
from telcon.reports.readouts import Readout
from telcon.reports.scenes import ADJUNCTS, Presence, Scene, opens_clause_about

REACH, MANNER, ADVERB = 60, 25, 7


class Resolver:
    """Resolves the namings of a page, sentence by sentence; `pair` is told to it when a contact has been understood."""

    def __init__(
        self,
        mentions: Mentions,
        dealer: Dealer,
        namings: Sequence[Sequence[Naming]],
        cast: Cast,
        clean: str,
        *,
        owner: Actor | None = None,
        readouts: Sequence[Readout] = (),
    ) -> None:
        self.mentions, self.namings, self.cast, self.readouts = mentions, namings, cast, readouts
        self.clean = clean
        self.memory, self.paragraph = Memory(topic=owner, leader=owner, owner=owner), -1
        self.cues, self.marks = dealer.deal(mentions.cues), dealer.deal(mentions.marks)
        named = (mark.span for mark in mentions.marks if "named" in mark.flags)
        self.indefinite = {place for span in named for place in (span.start, span.stop + 1)}
        acts = {cue.span.stop for cue in mentions.cues if cue.flags & {"directed", "object", "received"}}
        self.objects = acts | {mark.span.stop for mark in mentions.marks if mark.meaning == "invited"}
        self.ahead = {m.span.stop for m in mentions.marks if m.meaning in ("with", "to") and "ahead" in m.flags}
        self.joints = {mark.span.start for mark in mentions.marks if mark.meaning == "and"}
        self.telling = {mark.span.stop for mark in mentions.marks if mark.meaning == "telling"}
        adjuncts = (mark for mark in mentions.marks if mark.meaning in ADJUNCTS and "leads" not in mark.flags)
        self.governors = acts | {mark.span.stop for mark in adjuncts}
        self.owning = {mark.span.stop for mark in mentions.marks if mark.meaning == "of" and len(mark.span)}
        self.groups = Groups(cast, self.memory, self.joints, self.governors)

    def scene(self, number: int) -> Scene:
        """The sentence of a number with its actors; the memory moves on."""
        self.number = number
        here = self._presences(self.namings[number])
        self._pass_on(here)
        sentence, marks = self.mentions.sentences[number], drop_unowned(self.marks[number], here)
        first, self.paragraph = sentence.paragraph != self.paragraph, sentence.paragraph
        meanings = frozenset([mark.meaning for mark in marks])
        return Scene(number, sentence, sentence.span, here, self.cues[number], marks, meanings, first)

    def _presences(self, namings: Sequence[Naming]) -> list[Presence]:
        here: list[Presence] = []
        self.states = {n.country for n in namings if n.sort in (Sort.STATE, Sort.CAPITAL)} - {self.cast.home, None}
        self.here = namings
        grouped = spoken = False
        if unsaid := self._unsaid():
            here.append(unsaid)
            spoken = True
        for naming, self.behind in zip_longest(namings, namings[1:]):
            presence = Presence.of(naming, self._resolve(naming, here))
            if not presence.actors and naming.name:
                continue
            if naming.how is How.SPEAKER and self._quoted(naming) is None:
                continue
            here.append(presence)
            self._note(presence)
            grouped = grouped or naming.sort is Sort.GROUP
            spoken = spoken or naming.how is How.SPEAKER
        settled = self.groups.settle(here) if grouped else here
        if not spoken:
            return settled
        return [self._spoken(p, here) if p.naming.how is How.SPEAKER else p for p in settled]

    def _unsaid(self) -> Presence | None:
        """The one who speaks, left out before the act that opens his sentence: *"Spoke to A today," B tweeted*."""
        start, acts = self.mentions.sentences[self.number].span.start, self.cues[self.number][:1]
        if not acts or acts[0].noun or "past" not in acts[0].flags or acts[0].kind is Kind.MESSAGE:
            return None
        place = acts[0].span.start
        if place - start > ADVERB or any(start <= n.start < place for n in self.namings[self.number]):
            return None
        naming = Naming(Span(place, place), Sort.PERSON, How.SPEAKER)
        return Presence.of(naming, ()) if self._quoted(acts[0]) else None

    def pair(self, actors: tuple[Actor, ...]) -> None:
        """Remember the parties of a contact that was just understood."""
        self.memory.pair = actors
        self.memory.pairs = [*[pair for pair in self.memory.pairs if pair != actors][-2:], actors]

    def _note(self, presence: Presence) -> None:
        actor, roles = presence.leader, presence.naming.roles
        if not actor or presence.naming.sole:
            return
        if len(roles) >= len(LEADERS) and set(roles).issuperset(LEADERS):
            roles = ()
        note_called(self.memory, presence, self.clean)
        for role in roles or ((actor.role,) if actor.role else ()):
            self.memory.titles[role] = actor

    def _pass_on(self, here: list[Presence]) -> None:
        people = [presence.leader for presence in here if presence.leader]
        self.memory.earlier = self.memory.topic
        acting = [presence.leader for presence in here if presence.leader and self._may_act(presence)]
        # With whom somebody was in contact does not become the one whom the page speaks of.
        stays = self.memory.topic and self.cues[self.number]
        named = [p.leader for p in here if p.leader and self._is_owner(p)] if stays else people
        if foremost := acting or self._spoken_for(here) or named:
            self.memory.topic = foremost[0]
            if self.memory.topic.leads:
                self.memory.leader = self.memory.topic
        leaders = each_once([actor for actor in people if actor.leads])
        if len(leaders) == 2 and leaders[0].country != leaders[1].country:
            self.memory.pair = leaders

    def _may_act(self, presence: Presence) -> bool:
        """Whether somebody hangs on nothing, and his ending lets him act."""
        cases = presence.naming.cases
        return cases == NOMINATIVE or (not self._hangs(presence) and (not cases or Case.NOMINATIVE in cases))

    def _is_owner(self, presence: Presence) -> bool:
        """Whether it is said whose something is: *the visit of B*."""
        return bool({presence.start, presence.start - 1} & self.owning)

    def _quoted(self, naming: Naming | Cue) -> Span | None:
        return next((q.span for q in self.mentions.quotations if q.span.covers(naming.span)), None)

    def _spoken(self, presence: Presence, here: list[Presence]) -> Presence:
        """The one who says *I*: named behind the quotation, else before it, else spoken of last."""
        quoted = self._quoted(presence.naming)
        acting = [p for p in here if p.leader and self._may_act(p)]
        outside = [p for p in acting if quoted and not quoted.covers(p.naming.span)]
        behind = [p.leader for p in outside if quoted and p.start >= quoted.stop]
        if quoted and not outside:
            near = (n for n in self.mentions.namings if 0 <= n.start - quoted.stop <= REACH)
            free = (n for n in near if not {n.start, n.start - 1} & self.governors)
            acts = (n for n in free if not n.cases or Case.NOMINATIVE in n.cases)
            behind = [actor for n in acts if (actor := self.cast.named(n))]
        actor = next(iter(behind), None) or next((p.leader for p in outside), None) or self.memory.topic
        return Presence.of(presence.naming, (actor,) if actor else ())

    def _resolve(self, naming: Naming, here: list[Presence]) -> tuple[Actor, ...]:
        if naming.sort is Sort.GROUP:
            ties = [mark.span for mark in self.marks[self.number] if mark.meaning == "of"]
            return () if leads_others(naming, self.behind, ties) else self.groups.find(naming, here)
        if naming.sort is not Sort.PERSON:
            return (self.cast.place(naming),)
        actor = self._person(naming, here)
        return (actor,) if actor else ()

    def _person(self, naming: Naming, here: list[Presence]) -> Actor | None:
        if naming.name or naming.persons:
            actor = self.cast.named(naming)
            stateless = actor is not None and not actor.country and not actor.person and not naming.former
            state = self._state_of(here) if stateless else None
            return (self.cast.in_state(naming, state) if state else None) or actor
        if naming.former or naming.start in self.indefinite:
            return None
        match naming.how:
            case How.OFFICE:
                return self._office(naming, here)
            case How.COUNTERPART:
                return self._counterpart(naming, here)
            case How.TITLE:
                return self._title(naming, here)
            case How.SPEAKER:
                return None
            case _:
                return self._pronoun(naming, here)

    def _state_of(self, here: list[Presence]) -> str | None:
        """The state of whom neither page nor roster gives one: the only one named, or the one right before him."""
        if len(self.states) == 1:
            return next(iter(self.states))
        last = here[-1].naming if here and here[-1].naming.sort in (Sort.STATE, Sort.CAPITAL) else None
        return last.country if last and last.country != self.cast.home else None

    def _office(self, naming: Naming, here: list[Presence]) -> Actor | None:
        if not naming.country or not naming.roles:
            return None
        if same := told_of_state(naming, here) if set(naming.roles) == set(LEADERS) else None:
            return same
        bearer = self.cast.bearer(naming.country, naming.roles)
        if bearer and naming.size and bearer.role is Office.IO_HEAD:
            return None  # the leaders of its members
        if bearer or naming.roles[0] in LEADING:
            return bearer
        return Actor(Sort.PERSON, "", naming.country, naming.roles[0])

    def _counterpart(self, naming: Naming, here: list[Presence]) -> Actor | None:
        subject = next((p.leader for p in reversed(here) if p.leader), None) or self.memory.topic
        if named := self._apposed(naming, subject):
            return named
        if naming.country:
            if subject and subject.role and subject.role not in LEADING:
                found = self.cast.bearer(naming.country, (subject.role,))
                return found or Actor(Sort.PERSON, "", naming.country, subject.role)
            return self.cast.leader(naming.country)
        actors = [p.leader for p in reversed(here) if p.leader and not self._hangs(p)]
        acting = next((a for a in actors if a in self.memory.pair), next(iter(actors), subject))
        others = [actor for actor in self.memory.pair if acting and actor.key != acting.key]
        return others[0] if len(others) == 1 else self._other_than(acting, naming)

    def _other_than(self, acting: Actor | None, naming: Naming) -> Actor | None:
        """The other leader beside the one who acts: whom the page spoke of before, else whom it names next."""
        if acting is None or not acting.leads:
            return None
        behind = [
            n for n in chain(self.here, *self.namings[self.number + 1 : self.number + 2]) if n.start > naming.start
        ]
        named = (self.cast.named(n) for n in behind if n.how is How.NAME and n.sort is Sort.PERSON and not n.former)
        known = chain((self.memory.topic, self.memory.earlier), named)
        return next((a for a in known if a and a.leads and a.country != acting.country), None)

    def _apposed(self, naming: Naming, subject: Actor | None) -> Actor | None:
        """Whoever is named right behind the words and a comma: *người đồng cấp Kenya, ông William Ruto*."""
        behind = self.behind
        if not behind or behind.sort is not Sort.PERSON or behind.how is not How.NAME or behind.former:
            return None
        named = self.cast.named(behind) if behind.start - naming.span.stop == len(", ") else None
        own = {naming.country} if naming.country else {named.country if named else None} - {subject and subject.country}
        return named if named and named.country in own else None

    def _title(self, naming: Naming, here: list[Presence]) -> Actor | None:
        if naming.country:
            return self.cast.named_leader(naming.country)
        if not naming.roles:
            return None
        if naming.elect and (elect := self.cast.elect(naming.roles)):
            return elect
        if naming.incoming and (newest := self.cast.newest(naming.roles)):
            return newest
        if set(naming.roles) == set(LEADERS):
            acting = [p.leader for p in here if p.leader and not self._hangs(p)]
            if {naming.start, naming.start - 1} & self.governors and (
                other := beside_subject(acting, here, self._joined(here), self.memory)
            ):
                return other
            return self.memory.topic if self.memory.topic and self.memory.topic.leads else None
        served = self._served_by_teller(naming, here)
        if served and served in self.cast.by_country[served.country or ""]:
            return served
        if home := self._at_home(naming):
            return served or called_so(self.memory, naming, home, here, self.clean)
        if not here and Case.NOMINATIVE in naming.cases and (topic := self._spoken_of(naming)):
            return topic  # goes on to act: *Токаев поблагодарил Алиева. Глава государства отметил …*
        known = next((self.memory.titles[role] for role in naming.roles if role in self.memory.titles), None)
        governed = bool({naming.start, naming.start - 1} & self.governors)
        if known and governed and (other := self._partner(known, naming, here)):
            return called_so(self.memory, naming, other, here, self.clean)
        if known:
            return called_so(self.memory, naming, known, here, self.clean)
        known = self._served(naming, self.here)
        return known or self._spoken_of(naming) or (None if here else self._named_elsewhere(naming))

    def _spoken_of(self, naming: Naming) -> Actor | None:
        """Whom the page speaks of, where he holds the office that a title alone tells: *May … The Prime Minister*."""
        known = (self.memory.topic, self.memory.leader) if not self._quoted(naming) else ()
        return next((actor for actor in known if actor and actor.role in naming.roles), None)

    def _partner(self, known: Actor, naming: Naming, here: list[Presence]) -> Actor | None:
        """The other of the last pair in the office, where whoever bears it acts himself: *A spoke to the emir*."""
        if not any(p.leader == known and not self._hangs(p) for p in here):
            return None
        others = [a for a in self.memory.pair if a != known and a.role in naming.roles and a.country != known.country]
        return others[-1] if others else None

    def _named_elsewhere(self, naming: Naming) -> Actor | None:
        """Whom a title alone means that opens a sentence before he is named: the only other one in that office."""
        if self._quoted(naming):
            return None
        return self.cast.only_other(naming.roles, self.here)

    def _at_home(self, naming: Naming) -> Actor | None:
        """Whom a title alone means at home, which in a readout is the side whose it is."""
        given = next((each.country for each in self.readouts if each.span.covers(naming.span)), None)
        if given and len(naming.roles) == 1 and (leader := self.cast.leader(given, naming.roles)):
            return leader
        return next((a for a in self.cast.by_country.get(self.cast.home, ()) if a.role in naming.roles), None)

    def _served_by_teller(self, naming: Naming, here: list[Presence]) -> Actor | None:
        """The leader of whom his official tells: 白宫发言人说，总统当天…."""
        told = [m.span.start for m in self.marks[self.number] if m.meaning == "telling"]
        place = max((start for start in told if start < naming.start), default=-1)
        tellers = [p.naming for p in here if p.stop <= place and "," not in self.clean[p.stop : place]]
        return self._served(naming, tellers)

    def _served(self, naming: Naming, namings: Sequence[Naming]) -> Actor | None:
        """Whom a title alone means to an official who speaks: who holds the office in his own state."""
        leads = len(naming.roles) == 1 and naming.roles[0] in LEADING
        aide = self.cast.find_aide(namings) if leads else None
        if aide and aide.country and aide.country != self.cast.home:
            return self.cast.leader(aide.country, naming.roles)
        return None

    def _pronoun(self, naming: Naming, here: list[Presence]) -> Actor | None:
        quoted = self._quoted(naming)
        if quoted and (other := beside_me(quoted, here) or self._beside_speaker(quoted)):
            return other
        fits = partial(self.cast.fits, pronoun=naming)
        acting = [p.leader for p in here if p.leader and not self._hangs(p) and self._quoted(p.naming) == quoted]
        clause = self._acting_in_clause(naming, here)
        acting += clause
        if naming.cases and Case.NOMINATIVE not in naming.cases and not quoted:
            clear = self.clean.rfind(",", 0, naming.start)
            acts = clause or [p.leader for p in here if p.leader and p.start > clear and not self._hangs(p)]
            return next(filter(fits, beside_clause(acts, here, self.memory)), None)
        if acting and {naming.start, naming.start - 1} & self.objects:
            return beside_subject(acting, here, self._joined(here), self.memory, fits)
        memory = self.memory
        ends = len(set(acting)) == 1 and not memory.host and self._ends_contact(naming)
        joined = self._joined(here)
        if (ends or naming.start - 1 in self.ahead) and (other := beside_tied(acting, here, joined, memory, fits)):
            return other
        known = (
            *self._tellers(naming, here),
            *self._in_clause(naming, here, acting),
            *self._spoken_for(here),
            *((*(p.leader for p in reversed(here) if not quoted), memory.host) if acting else ()),
            memory.topic,
            memory.earlier,
            *memory.pair,
            *(p.leader for p in here if not quoted),
        )
        return next((actor for actor in known if actor and fits(actor)), None)

    def _acting_in_clause(self, naming: Naming, here: list[Presence]) -> list[Actor]:
        """Who acts in a clause about him: *spoke with A, who had called him*; the pronoun means another one."""
        marks = filter(opens_clause_about, self.marks[self.number])
        who = [mark.span for mark in marks if mark.span.stop <= naming.start][-1:]
        if not who or "," in self.clean[who[0].stop : naming.start]:
            return []
        return [p.leader for p in here if p.leader and p.stop + len(", ") == who[0].start]

    def _ends_contact(self, naming: Naming) -> bool:
        """Whether a pronoun stands behind *with*, and a contact right before that: *ông A hội đàm với ông*."""
        ties = (m.span for m in self.marks[self.number] if m.meaning == "with")
        tie = next((span.start for span in ties if span.stop == naming.start - 1), -1)
        cues = [cue.span.stop for cue in self.cues[self.number] if cue.span.stop <= tie + 1]
        return bool(cues) and tie - cues[-1] <= MANNER and "," not in self.clean[cues[-1] : tie]

    def _in_clause(self, naming: Naming, here: list[Presence], acting: list[Actor]) -> list[Actor]:
        """Those who act before a pronoun, those named behind the last semicolon first."""
        start = self.clean.rfind(";", self.mentions.sentences[self.number].span.start, naming.start)
        own = {p.leader for p in here if p.start > start and p.naming.how is How.NAME and not self._hangs(p)}
        return sorted(acting, key=lambda actor: actor not in own) if start >= 0 else acting

    def _tellers(self, naming: Naming, here: list[Presence]) -> list[Actor]:
        """Who told it where a pronoun stands right behind the verb and a comma: 克宫称…，特朗普宣布，他将…."""
        told = naming.start - len(", ") in self.telling
        return [p.leader for p in here if told and p.leader and p.leader.leads and not self._hangs(p)][-1:]

    def _spoken_for(self, here: list[Presence]) -> list[Actor]:
        """Those for whom their offices speak: *Văn phòng Thủ tướng Kristersson nói ông …*."""
        offices = (p.naming for p in here if p.naming.sort is Sort.BODY and p.naming.persons and not self._hangs(p))
        return [actor for naming in offices if (actor := self.cast.named(naming))]

    def _joined(self, here: list[Presence]) -> list[Actor | None]:
        """Those whom *and* joins right before: *A and B phoned him* means a third one."""
        many = count_joined([p.naming.span for p in here], self.joints)
        return [p.leader for p in here[-many:]] if many > 1 and not self._hangs(here[-1]) else []

    def _beside_speaker(self, quoted: Span) -> Actor | None:
        """In somebody's own words, the one of the last pair who does not speak."""
        behind = [n for n in self.mentions.namings if 0 <= n.start - quoted.stop <= REACH]
        told = (self.cast.named(n) or (self._office(n, []) if n.how is How.OFFICE else None) for n in behind)
        speaker = next((actor for actor in told if actor), None)
        others = [actor for actor in self.memory.pair if speaker and actor.key != speaker.key]
        return others[0] if len(others) == 1 else None

    def _hangs(self, presence: Presence) -> bool:
        opens = presence.start <= self.mentions.sentences[self.number].span.start
        return not opens and hangs(presence, self.governors)
