"""Who took part in what a cue tells of: a few constraints, tried from the surest to the vaguest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from telcon.model.actors import Actor
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, Sort
from telcon.model.spans import Span
from telcon.reports.casts import Cast
from telcon.reports.scenes import ADJUNCTS, Memory, Presence, Scene

STANDING = (Sort.STATE, Sort.CAPITAL, Sort.BODY)
NEAR = 60


@dataclass(frozen=True, slots=True)
class Parties:
    """The people whom a cue joins. `caller` acts (dials, writes, receives at home); `how` names the constraint."""

    actors: tuple[Actor, ...]
    how: str
    caller: Actor | None = None
    spans: tuple[Span, ...] = ()

    @property
    def key(self) -> frozenset[str]:
        return frozenset(actor.key for actor in self.actors)


class PartyFinder:
    """Finds the parties of the cues of one sentence."""

    def __init__(self, scene: Scene, clean: str, cast: Cast, memory: Memory) -> None:
        self.scene, self.clean, self.cast, self.memory = scene, clean, cast, memory
        self.presences = [p for p in scene.presences if p.naming.sort not in (Sort.MEDIUM, Sort.PLATFORM)]

    def find(self, cue: Cue) -> list[Parties]:
        """The parties of a cue, several where it tells of a series; none where it only points back or tells nothing."""
        for parties in self._nominal(cue) if cue.noun else self._verbal(cue):
            if found := [pair for pair in self._series(parties) if _sound(pair)]:
                return found
        return []

    def _series(self, parties: Parties) -> list[Parties]:
        """One pair for each partner where the caller met them one by one."""
        others = parties.actors[1:]
        apart = self.scene.between(self.scene.span.start, self.scene.span.stop, "respectively")
        if len(others) < 2 or not parties.caller or not apart:
            return [parties]
        return [Parties((parties.actors[0], other), parties.how, parties.caller, parties.spans) for other in others]

    # --- nouns: the contact as a thing

    def _nominal(self, cue: Cue) -> Iterator[Parties]:
        yield from self._between(cue)
        if "visit" in cue.flags:
            yield from self._visit(cue)
            return
        partners = self._partners(cue)
        owners = self._owners(cue)
        if partners:
            for subject in (owners, *self._subjects(cue)):
                yield self._join(
                    subject, partners, "with", caller="directed" in cue.flags or "received" in cue.flags, cue=cue
                )
        if owners and len(owners) >= 2:
            yield self._joint(owners, "of")
        yield from self._pair_of_states(cue)
        if not partners:
            for subject in self._subjects(cue):
                if len(self._actors(subject)) >= 2:
                    yield self._joint(subject, "subjects")
        if cue.kind is Kind.MESSAGE:
            yield from self._flanking(cue)

    def _between(self, cue: Cue) -> Iterator[Parties]:
        marks = self.scene.between(cue.span.stop, min(cue.span.stop + NEAR, self.scene.span.stop), "between")
        for mark in marks[:1]:
            start = next((i for i, p in enumerate(self.presences) if p.start >= mark.span.stop), None)
            if start is not None and self.presences[start].start - mark.span.stop <= 12:
                yield self._joint(self._run(start), "between")

    def _pair_of_states(self, cue: Cue) -> Iterator[Parties]:
        for i, presence in enumerate(self.presences):
            if cue.span.stop <= presence.start <= cue.span.stop + 2 and presence.naming.sort in STANDING:
                run = self._run(i)
                if len(run) >= 2:
                    yield self._joint(run, "states")

    def _owners(self, cue: Cue) -> list[Presence]:
        marks = self.scene.between(cue.span.stop, min(cue.span.stop + NEAR, self.scene.span.stop), "of")
        for mark in marks[:1]:
            for i, presence in enumerate(self.presences):
                if mark.span.stop <= presence.start <= mark.span.stop + 3:
                    return self._run(i)
        return []

    # --- verbs: the contact as an act

    def _verbal(self, cue: Cue) -> Iterator[Parties]:
        if "visit" in cue.flags:
            yield from self._invited(cue)
            yield from self._visit(cue)
            return
        partners = self._partners(cue)
        acting = bool(cue.flags & {"directed", "received", "host"})
        for subject in self._subjects(cue):
            if partners:
                yield self._join(subject, partners, "object", caller=acting, cue=cue)
            elif len(self._actors(subject)) >= 2:
                yield self._joint(subject, "subjects")
        if partners and self.memory.topic:
            yield self._with_topic(partners, cue, acting)
        if cue.kind is Kind.MESSAGE:
            yield from self._flanking(cue)
        if self.scene.sentence.headline:
            yield from self._headlined(cue)

    def _headlined(self, cue: Cue) -> Iterator[Parties]:
        """In a headline, where much is left out, the only two leaders named."""
        people = tuple(dict.fromkeys(p.leader for p in self.presences if p.leader and p.leader.leads))
        if len(people) == 2:
            yield Parties(people, "headline")

    def _with_topic(self, partners: Sequence[Presence], cue: Cue, acting: bool) -> Parties:
        topic = self.memory.topic
        assert topic
        actors = tuple(dict.fromkeys((topic, *self._actors(partners))))
        return Parties(actors, "topic", self._caller(topic, actors, cue) if acting else None, _spans(partners))

    def _partners(self, cue: Cue) -> list[Presence]:
        for i, presence in enumerate(self.presences):
            if presence.start < cue.span.stop:
                continue
            if presence.start - cue.span.stop > NEAR + 20 or self._another_cue(cue, presence):
                return []
            if self._is_object(cue, presence):
                return self._run(i)
        return []

    def _is_object(self, cue: Cue, presence: Presence) -> bool:
        gap = self.clean[cue.span.stop : presence.start]
        if ";" in gap:
            return False
        if cue.flags & {"directed", "received", "object"} and len(gap) <= 6 and "," not in gap:
            return True
        marks = self.scene.between(cue.span.stop, presence.start, "with", "to", "from")
        wanted = ("with", "to", "from") if cue.noun or cue.flags & {"directed", "visit"} else ("with",)
        return any(mark.meaning in wanted and presence.start - mark.span.stop <= 5 for mark in marks[-1:])

    def _another_cue(self, cue: Cue, presence: Presence) -> bool:
        return any(cue.span.stop <= other.span.start < presence.start for other in self.scene.cues)

    def _subjects(self, cue: Cue) -> Iterator[list[Presence]]:
        """Runs of namings on the left that may act, nearest first; those behind a preposition do not."""
        i = len([p for p in self.presences if p.stop <= cue.span.start]) - 1
        while i >= 0:
            run = self._run_back(i)
            i -= len(run)
            if self._actors(run) and not self._in_adjunct(run[0]):
                yield run

    def _in_adjunct(self, presence: Presence) -> bool:
        """Whether the naming hangs on a preposition or is what another cue's act is done to."""
        acted = any(
            c.flags & {"directed", "object", "received"} and 0 <= presence.start - c.span.stop <= 2
            for c in self.scene.cues
        )
        return acted or any(
            mark.meaning in ADJUNCTS and 0 <= presence.start - mark.span.stop <= 1
            for mark in self.scene.marks
            if mark.span.stop <= presence.start
        )

    # --- visits and messages, whose parties stand farther off

    def _invited(self, cue: Cue) -> Iterator[Parties]:
        """Who invites (left of the word) and who is invited (between it and the visit)."""
        for mark in reversed(self.scene.between(self.scene.span.start, cue.span.start, "invited")):
            guests = [p for p in self.presences if mark.span.stop <= p.start and p.stop <= cue.span.start]
            hosts = [p for p in self.presences if p.stop <= mark.span.start and not self._in_adjunct(p)]
            host = next((p.leader for p in reversed(hosts) if p.leader), None) or self.memory.topic
            guest = next((p.leader for p in guests if p.leader), None)
            if host and guest:
                yield Parties((host, guest), "invited", host, _spans(guests))

    def _visit(self, cue: Cue) -> Iterator[Parties]:
        """The visitor and the host, where they are the two whom the page was speaking of."""
        near = [
            p for p in self.presences if abs(p.start - cue.span.stop) <= NEAR or abs(cue.span.start - p.stop) <= NEAR
        ]
        people = {actor.key for p in near for actor in self._actors([p])}
        places = {p.naming.country for p in near if p.naming.sort in STANDING and p.start >= cue.span.stop}
        pair = self.memory.pair
        if len(pair) == 2 and any(a.key in people and b.country in places for a, b in (pair, pair[::-1])):
            yield Parties(pair, "visit", None, _spans(near))

    def _flanking(self, cue: Cue) -> Iterator[Parties]:
        """The nearest person on each side of a message, the other one of the pair where one side has nobody."""
        left = next((p.leader for p in reversed(self.presences) if p.stop <= cue.span.start and p.leader), None)
        right = next((p.leader for p in self.presences if p.start >= cue.span.stop and p.leader), None)
        left = left or self.memory.topic
        if left and right and "directed" in cue.flags:
            yield Parties((left, right), "flanking", left)
        elif left and right:
            yield Parties((left, right), "flanking", right)
        elif left and left in self.memory.pair:
            yield Parties(self.memory.pair, "flanking", left if "directed" in cue.flags else None)

    # --- runs of namings joined by "and"

    def _run(self, i: int) -> list[Presence]:
        run = [self.presences[i]]
        while i + 1 < len(self.presences) and self._joined(self.presences[i], self.presences[i + 1]):
            i += 1
            run.append(self.presences[i])
        return run

    def _run_back(self, i: int) -> list[Presence]:
        run = [self.presences[i]]
        while i > 0 and self._joined(self.presences[i - 1], self.presences[i]):
            i -= 1
            run.insert(0, self.presences[i])
        return run

    def _joined(self, left: Presence, right: Presence) -> bool:
        gap = self.clean[left.stop : right.start].strip(" ")
        if gap in (",", "-", "–", "—", ""):
            return gap != "" or left.naming.sort is Sort.GROUP
        marks = self.scene.between(left.stop, right.start, "and", "with")
        return bool(marks) and len(gap) - sum(len(mark.span) for mark in marks) <= 5

    # --- from namings to people

    def _actors(self, run: Sequence[Presence]) -> tuple[Actor, ...]:
        people: list[Actor] = []
        for presence in run:
            for actor in presence.actors:
                if actor.sort is Sort.PERSON:
                    people.append(actor)
                elif actor.country and (leader := self.cast.named_leader(actor.country)):
                    people.append(leader)
        return tuple(dict.fromkeys(people))

    def _joint(self, run: Sequence[Presence], how: str) -> Parties:
        actors = self._actors(run)
        if len(actors) > len({actor.country for actor in actors}):
            actors = tuple({actor.country: actor for actor in reversed(actors)}.values())[::-1]
        if len(actors) == 1:
            actors = self._completed(actors[0])
        return Parties(actors, how, None, _spans(run))

    def _completed(self, actor: Actor) -> tuple[Actor, ...]:
        if actor in self.memory.pair:
            return self.memory.pair
        return (actor,)

    def _join(
        self, subject: Sequence[Presence], partners: Sequence[Presence], how: str, *, caller: bool, cue: Cue
    ) -> Parties:
        others = self._actors(partners)
        own = tuple(actor for actor in self._actors(subject) if actor not in others)
        actors = tuple(dict.fromkeys((*own, *others)))
        acting = self._caller(own[0], actors, cue) if caller and own else None
        return Parties(actors, how, acting, _spans([*subject, *partners]))

    def _caller(self, actor: Actor, actors: Sequence[Actor], cue: Cue) -> Actor | None:
        if "received" not in cue.flags:
            return actor
        return next((other for other in actors if other != actor), None)


def _sound(parties: Parties) -> bool:
    """Two people at least, each of another country, none without one."""
    countries = [actor.country for actor in parties.actors]
    return len(countries) >= 2 and all(countries) and len(set(countries)) == len(countries)


def _spans(run: Sequence[Presence]) -> tuple[Span, ...]:
    return tuple(presence.naming.span for presence in run)
