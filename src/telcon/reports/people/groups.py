"""Whom a word for several means: *the two leaders*, *hai nhà lãnh đạo Nga - Thổ*, 中俄两国元首."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from telcon.model.actors import Actor
from telcon.model.contacts import LEADING, Office
from telcon.model.mentions import Naming, Sort
from telcon.model.spans import Span
from telcon.reports.distinct import each_once
from telcon.reports.people.casts import Cast
from telcon.reports.people.memories import Memory
from telcon.reports.people.referents import are_apposed, hangs
from telcon.reports.scenes import Presence

THREE = 3
HEADS = (Office.HEAD_OF_GOVERNMENT,)
AND = 3
"""Letters of a short word for *and*, with spaces."""


class Groups:
    """The groups of a page: with states or names beside them, else out of the sentence or the memory of the page.

    `joints` and `governors` are the places where words for *and* begin, and where words end that govern what follows.
    """

    def __init__(self, cast: Cast, memory: Memory, joints: Set[int], governors: Set[int]) -> None:
        self.cast, self.memory, self.joints, self.governors = cast, memory, joints, governors

    def settle(self, here: list[Presence]) -> list[Presence]:
        """A group right before names or states is those: *hai ông Putin và Biden*, *hai nhà lãnh đạo Nga - Thổ*."""
        settled: list[Presence] = []
        for place, presence in enumerate(here):
            after = here[place + 1] if place + 1 < len(here) else None
            beside = after and (
                after.start - presence.stop <= 1 or are_apposed(presence, here[place + 1 :], self.joints)
            )
            if presence.naming.sort is Sort.GROUP and after and beside:
                if after.naming.sort is Sort.PERSON:
                    whole = replace(after.naming, span=Span(presence.start, after.stop))
                    here[place + 1] = Presence.of(whole, after.actors)
                    continue
                leaders = self._leaders_of(here[place + 1 :], presence.naming.size)
                settled.append(Presence.of(presence.naming, leaders))
            elif presence.naming.size == THREE and not presence.actors:
                settled.append(Presence.of(presence.naming, self._three(here, settled)))
            else:
                settled.append(self._of_states_before(presence, settled))
        return settled

    def _three(self, here: list[Presence], before: list[Presence]) -> tuple[Actor, ...]:
        """The leaders of three states named before; else three of the last pair and the sentence, else of the page."""
        states = [presence for presence in before if presence.naming.sort is Sort.STATE]
        if len({presence.naming.country for presence in states}) == THREE == len(states):
            leaders = self._leaders_of(states, THREE)
            return leaders if len(leaders) == THREE else ()
        near = (p.leader for p in here if p.leader and p.leader.leads)
        told = (each_once([*near, *self.memory.pair]), each_once(self.cast.leaders()))
        return next((people for people in told if len(people) == THREE == len({a.country for a in people})), ())

    def _of_states_before(self, group: Presence, before: list[Presence]) -> Presence:
        """A group with the states that stand right before it, as its leaders: 中俄两国元首, 土耳其和俄罗斯两国总统."""
        states, place = list[Presence](), group.start
        while group.naming.sort is Sort.GROUP and (left := self._beside(place, before)):
            if left.naming.sort is not Sort.STATE:
                break
            states.insert(0, left)
            place = left.start
        leaders = self._leaders_of(states, group.naming.size) if len(states) >= 2 else ()
        return Presence.of(group.naming, leaders) if len(leaders) >= 2 else group

    def _beside(self, place: int, before: list[Presence]) -> Presence | None:
        """Who stands right before a place, or with no more than *and* between."""
        for presence in before:
            gap = place - presence.stop
            if 0 <= gap <= 1 or (0 < gap <= AND and {presence.stop, presence.stop + 1} & self.joints):
                return presence
        return None

    def _leaders_of(self, states: list[Presence], size: int) -> tuple[Actor, ...]:
        countries = [p.naming.country for p in states if p.naming.sort in (Sort.STATE, Sort.CAPITAL)][: size or 2]
        leaders = [self.cast.leader(country) for country in countries if country]
        return tuple(actor for actor in leaders if actor)

    def find(self, naming: Naming, here: list[Presence]) -> tuple[Actor, ...]:
        """Whom a group means that no state or name stands beside: those of the sentence, or of the last contact."""
        places = dict.fromkeys(p.naming.country for p in here if p.naming.sort in (Sort.BODY, Sort.CAPITAL))
        people = tuple(leader for c in places if c and (leader := self.cast.named_leader(c)))
        if len(people) == 2 == len(places):
            return people
        leaders = each_once([p.leader for p in here if p.leader and p.leader.leads])
        if others := self._others(naming, leaders):
            return others
        if two := self._both_here(naming, leaders):
            return two
        if newcomer := self._newcomer(here) if naming.size in (0, 2) else None:
            return newcomer
        if naming.roles[:1] == HEADS and not self._may_be(naming, self.memory.pair):
            return self._named_heads()
        if naming.size in (0, 2) and (two := self._of_named(leaders)) and self._may_be(naming, two):
            return two
        if (
            len(self.memory.pair) >= 2
            and self._may_be(naming, self.memory.pair)
            and (naming.size in (0, len(self.memory.pair)))
        ):
            return self.memory.pair
        return leaders if len(leaders) == naming.size and self._may_be(naming, leaders) else ()

    def _others(self, naming: Naming, leaders: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The two to whom one turns: whom he met last, one by one or both, else the last pair: *C tiếp từng ông*."""
        if naming.size != 2 or len(leaders) != 1 or self.governors.isdisjoint((naming.start, naming.start - 1)):
            return ()
        subject, met = leaders[0], list[Actor]()
        for pair in reversed(self.memory.pairs):
            others = [actor for actor in pair if actor != subject and actor not in met]
            met = [*others, *met] if subject in pair else others
            alien = len({actor.country for actor in (*met, subject)}) == THREE
            if len(met) == 2 and alien and self._may_be(naming, tuple(met)):
                return tuple(met)
            if subject not in pair:
                return ()
        return ()

    def _of_named(self, leaders: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """An earlier pair with the one whom the sentence names, who is not of the last: *A asked that they talk*."""
        if len(leaders) != 1 or leaders[0] in self.memory.pair:
            return ()
        return next((pair for pair in reversed(self.memory.pairs) if leaders[0] in pair and len(pair) == 2), ())

    def _both_here(self, naming: Naming, leaders: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """The only two leaders of the sentence so far, whom it is nearer to mean than those of another: *they*."""
        if naming.size not in (0, 2) or len(leaders) != 2 or leaders[0].country == leaders[1].country:
            return ()
        return leaders if self._may_be(naming, leaders) and set(leaders) != set(self.memory.pair) else ()

    def _may_be(self, naming: Naming, people: tuple[Actor, ...]) -> bool:
        """Whether a group of ministers means them, not where they lead, or one of leaders, not where nobody does.

        Two prime ministers are heads of government both.
        """
        if not naming.roles:
            return True
        if naming.roles[:1] == HEADS:
            return all(actor.role in HEADS or actor.role is Office.ELECT for actor in people)
        leads = [actor.leads for actor in people]
        return any(leads) if naming.roles[0] in LEADING else not all(leads)

    def _named_heads(self) -> tuple[Actor, ...]:
        """The two heads of government whom the page names of the states of the last pair, where one of it is none."""
        named = self.cast.leaders()
        found = ([a for a in named if a.country == b.country and a.role in HEADS] for b in self.memory.pair)
        heads = tuple(actors[0] for actors in found if actors)
        return heads if len(heads) == len(self.memory.pair) == 2 else ()

    def _newcomer(self, here: list[Presence]) -> tuple[Actor, ...]:
        """The topic and somebody new to the story, with whom he was in contact: *trong cuộc gọi với B, hai bên …*."""
        topic, pair = self.memory.topic, self.memory.pair
        leaders = [p for p in here if p.leader and p.leader.leads]
        new = leaders[0].leader if len(leaders) == 1 and hangs(leaders[0], self.governors) else None
        if not new or not topic or not topic.leads or new in pair or new.country == topic.country:
            return ()
        return (topic, new)
