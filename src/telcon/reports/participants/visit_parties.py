"""Who visited whom, who invited whom: parties that stand farther off, or are those whom the page speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from telcon.inflections import NOMINATIVE, Case
from telcon.model.actors import Actor
from telcon.model.contacts import Office
from telcon.model.mentions import Cue, How, Mark, Sort
from telcon.reports.participants.by_endings import find_urged
from telcon.reports.participants.invitations_of_several import find_hosts
from telcon.reports.participants.tied_runs import find_tied
from telcon.reports.parties import Parties, is_joint
from telcon.reports.people.clause_ends import STANDING
from telcon.reports.people.memories import Memory
from telcon.reports.people.runs import Run, Runs, spans_of
from telcon.reports.scenes import Presence

NEAR, OF = 60, 6
DATIVE = frozenset({Case.DATIVE})
HOSTS = {"to": Case.DATIVE, "owner": Case.GENITIVE}
"""Words before the one whose guest somebody is, and the ending that he has behind them."""


NAMED = 4
"""Letters behind a visit within which it is called an invitation: 访法邀请."""


class VisitPartyFinder:
    """Finds the parties of visits and invitations of one sentence."""

    def __init__(self, runs: Runs, memory: Memory) -> None:
        self.runs, self.memory = runs, memory
        self.scene, self.presences = runs.scene, runs.presences

    def find(self, cue: Cue) -> Iterator[Parties]:
        """Host and visitor, from the surest constraint to the vaguest."""
        if "partner" in cue.flags:
            yield from self._to_host(cue)
            return
        yield from find_hosts(self.runs, self.memory, cue)
        yield from self.taken_up(cue)
        yield from self.invited(cue)
        yield from find_urged(self.runs, cue)
        yield from self._asked_over(cue)
        yield from self._on_invitation(cue)
        yield from self._called_on(cue)
        yield from self._with_host(cue)
        yield from self._to_host(cue)
        yield from self._owned(cue)
        yield from self._visit(cue)
        if "denied" in self.scene.meanings:
            yield from self._called_off(cue)

    def invited(self, cue: Cue) -> Iterator[Parties]:
        """Who invites (left of the word) and who is invited (between it and the visit)."""
        yield from self._inverted(cue)
        for mark in reversed(self.scene.between(self.scene.span.start, cue.span.start, "invited")):
            if "passive" in mark.flags:
                yield from self._passively(mark)
                continue
            if self._is_mutual(mark):
                yield from self._both_ways(cue)
                continue
            if "owned" in mark.flags and (owner := self._owner_behind(mark)):
                yield from self._invited_by(owner, cue)
                continue
            guests = [p for p in self.presences if mark.span.stop <= p.start and p.stop <= cue.span.start and p.leader]
            before = [p for p in self.presences if p.stop <= mark.span.start and p.leader]
            hosts = [p for p in before if not self.runs.hangs(p) or mark.span.start - p.stop == 1]
            host = hosts[-1].leader if hosts else self.memory.topic
            guests = guests or [p for p in before if p not in hosts and p.naming.cases == DATIVE]
            if guests and any(len(m.span) for m in self.scene.between(mark.span.stop, guests[0].start, "of")):
                yield from self._invited_by(guests[0], cue)
                continue
            if hosts and not guests and (guest := self._guest_before(hosts[-1], mark) or self._other(host)):
                yield Parties((host, guest), "invited", host, spans_of(hosts[-1:])) if host else Parties((), "invited")
            if host and guests and guests[0].leader:
                run = tuple([p for p in self.runs.at(self.presences.index(guests[0])) if p in guests])
                several = self.runs.actors(run)
                if len(several) < 2 or is_joint(several):
                    several = (guests[0].leader,)
                spans = spans_of([*hosts[-1:], *(run if len(several) > 1 else guests[:1])])
                yield Parties((host, *several), "invited", host, spans, apart=True)
        yield from self._invitation(cue)

    def _invitation(self, cue: Cue) -> Iterator[Parties]:
        """Who is tied to a visit that only says what he is invited to: 向卢拉发出访法邀请."""
        named = any(m.meaning == "invited" and 0 <= m.span.start - cue.span.stop <= NAMED for m in self.scene.marks)
        guests = find_tied(self.runs, cue, "to") if named else ()
        hosts = [p for p in self.presences if guests and p.stop <= guests[0].start and p.leader]
        if hosts and (host := hosts[-1].leader):
            yield Parties((host, *self.runs.actors(guests)), "invited", host, spans_of([hosts[-1], *guests]))

    def _inverted(self, cue: Cue) -> Iterator[Parties]:
        """Who invites and who is invited, by their endings, in any order: *Приехать в Ташкент Рахмона пригласил Си*."""
        for mark in self.scene.between(self.scene.span.start, self.scene.span.stop, "invited"):
            near = [p for p in self.presences if p.leader and -NEAR <= p.start - mark.span.stop <= NEAR]
            clause = max((m.span.start for m in self.scene.between(0, mark.span.start, "who")), default=0)
            near = [p for p in near if p.start >= clause]  # похвалил Руто, который пригласил певца
            hosts = [p for p in near if p.naming.cases == NOMINATIVE]
            guests = [p for p in near if Case.ACCUSATIVE in p.naming.cases and Case.NOMINATIVE not in p.naming.cases]
            told = len(hosts) == len(guests) == 1 and mark.flags.isdisjoint(("owned", "passive", "mutual"))
            if told and (cue.span.start <= mark.span.start or guests[0].start < mark.span.start):
                host, guest = hosts[0].leader, guests[0].leader
                if host and guest:
                    yield Parties((host, guest), "invited", host, spans_of([hosts[0], guests[0]]))

    def _owner_behind(self, mark: Mark) -> Presence | None:
        """Whose invitation it is, named right behind it, by his ending where there is one: *приглашение Си в Пекин*."""
        near = next((p for p in self.presences if 0 <= p.start - mark.span.stop <= 1 and p.leader), None)
        return near if near and (not near.naming.cases or Case.GENITIVE in near.naming.cases) else None

    def _other(self, host: Actor | None) -> Actor | None:
        """With whom the host was in contact, where nobody is told whom he invites: *передал приглашение посетить*."""
        others = [actor for actor in self.memory.pair if actor != host] if host in self.memory.pair else []
        return others[0] if len(others) == 1 else None

    def _guest_before(self, host: Presence, mark: Mark) -> Actor | None:
        """Who is invited by the one named between the word of a passive and the act: *ông A được ông B mời*."""
        passive = self.scene.between(host.start - OF, host.start, "passive")
        if not passive or mark.span.start - host.stop > 1:
            return None
        guests = [p.leader for p in self.presences if p.stop <= passive[0].span.start and p.leader]
        guest = guests[-1] if guests else self.memory.topic
        return guest if guest != host.leader else None

    def _is_mutual(self, mark: Mark) -> bool:
        """Whether both invite: *exchanged invitations*, or *each other* beside the word."""
        words = self.scene.between(self.scene.span.start, self.scene.span.stop, "each_other")
        gaps = (max(word.span.start - mark.span.stop, mark.span.start - word.span.stop) for word in words)
        return "mutual" in mark.flags or any(gap <= OF for gap in gaps)

    def _both_ways(self, cue: Cue) -> Iterator[Parties]:
        """Two who invite each other: 两人互相邀请对方访问."""
        for subject in self.runs.subjects(cue, whole=True):
            if len(self.runs.actors(subject)) == 2:
                yield Parties(self.runs.actors(subject), "subjects", None, spans_of(subject))

    def _passively(self, mark: Mark) -> Iterator[Parties]:
        """Who was invited (left of the word) and by whom (behind *by*): *A was invited to Paris by B*.

        Where nobody is told behind it, whoever says so: *B said that A was welcome to visit Paris*.
        """
        ways = self.scene.between(mark.span.stop, self.scene.span.stop, "by")
        stops = [mark.span.stop, *(way.span.stop for way in ways)]
        host = next((p for p in self.presences if p.leader and any(0 <= p.start - stop <= OF for stop in stops)), None)
        guests = [p.leader for p in self.presences if p.stop <= mark.span.start and p.leader and not self.runs.hangs(p)]
        guest = guests[-1] if guests else self.memory.topic
        if host and host.leader and guest and guest != host.leader:
            yield Parties((host.leader, guest), "invited", host.leader, spans_of([host]))
        elif host is None and len(guests) > 1 and guests[-2] and guest and guest != guests[-2]:
            yield Parties((guests[-2], guest), "invited", guests[-2])

    def _invited_by(self, host: Presence, cue: Cue) -> Iterator[Parties]:
        """Whose invitation it is, and the other one of the sentence: *trước lời mời của A sang thăm, B nói …*."""
        guest = next((p for p in self.presences if p.leader and p.leader.leads and p.leader != host.leader), None)
        if host.leader and guest and guest.leader:
            yield Parties((host.leader, guest.leader), "invited", host.leader, spans_of([host, guest]))

    def _asked_over(self, cue: Cue) -> Iterator[Parties]:
        """Who proposes to whom, by his ending, that he should come: *А предложил Б приехать на саммит*."""
        marks = [m for m in self.scene.between(self.scene.span.start, cue.span.start, "proposed") if "urged" in m.flags]
        if cue.noun or not marks:
            return
        guest = next((p for p in self.presences if 0 <= p.start - marks[-1].span.stop <= 1), None)
        told = [c for c in self.scene.cues if marks[-1].span.stop <= c.span.start < cue.span.start]
        if guest is None or not guest.leader or not guest.leader.leads or told or cue.span.start - guest.stop > OF:
            return
        for subject in self.runs.subjects(cue) if guest.naming.cases and guest.naming.cases != NOMINATIVE else ():
            hosts = self.runs.actors(subject)
            if subject[-1].stop <= marks[-1].span.start and len(hosts) == 1 and hosts[0] != guest.leader:
                yield Parties((hosts[0], guest.leader), "invited", hosts[0], spans_of([*subject, guest]))

    def _on_invitation(self, cue: Cue) -> Iterator[Parties]:
        """Who visits (on the left) at whose invitation (behind the visit): *A thăm Nga theo lời mời của B*."""
        later = next((c.span.start for c in self.scene.cues if c.span.start > cue.span.stop), self.scene.span.stop)
        for mark in self.scene.between(cue.span.stop, later, "asked_by_following")[:1]:
            host = next((p for p in self.presences if 0 <= p.start - mark.span.stop <= OF and p.leader), None)
            for subject in self.runs.subjects(cue):
                guests = self.runs.actors(subject)[:1]
                if host and host.leader and host.leader not in guests:
                    yield Parties((host.leader, *guests), "invited", host.leader, spans_of([host, *subject[:1]]))
            for guest in (self.memory.topic, self.memory.earlier):
                if cue.noun and host and host.leader and guest and guest.leads and guest != host.leader:
                    yield Parties((host.leader, guest), "invited", host.leader, spans_of([host]))

    def taken_up(self, cue: Cue) -> Iterator[Parties]:
        """Who takes up an invitation (before the word, or behind the comma) and whose it was (behind *of*)."""
        for mark in self.scene.between(self.scene.span.start, cue.span.start, "accepted")[:1]:
            hosts = [p for p in self.presences if 0 <= p.start - mark.span.stop <= OF and p.leader]
            guests = [p for p in self.presences if p.stop <= mark.span.start and p.leader and not self.runs.hangs(p)]
            guests = guests or [
                p for p in self.presences if p.start > mark.span.stop and p.leader and p not in hosts[:1]
            ]
            if hosts and guests and hosts[0].leader and (guest := guests[-1].leader):
                inviting = self._inviting(hosts[0])
                people = (*(p.leader for p in inviting if p.leader), guest)
                yield Parties(people, "invited", people[0], spans_of([*inviting, guests[-1]]))

    def _inviting(self, host: Presence) -> Run:
        """All of one state whose invitation it is: *nhận lời mời của Tổng Bí thư A, Chủ tịch nước B, …*."""
        run = self.runs.at(self.presences.index(host))
        own = [p for p in run if p.leader and host.leader and p.leader.country == host.leader.country]
        return own if own == list(run[: len(own)]) else [host]

    def _called_on(self, cue: Cue) -> Iterator[Parties]:
        """Who visits somebody named right behind, not a place: *ông A đến thăm Tổng thống B*, *A's visit to B*."""
        ways = self.scene.between(cue.span.stop, cue.span.stop + OF, "to")[:1] if cue.noun else []
        stops = [way.span.stop for way in ways] if cue.noun else [cue.span.stop]
        host = next((p for p in self.presences if any(0 <= p.start - stop <= 1 for stop in stops)), None)
        if host is None or not host.leader or not host.leader.leads or host.naming.sort in STANDING:
            return
        for subject in self.runs.subjects(cue):
            guests = self.runs.actors(subject)
            if guests and host.leader not in guests:
                yield Parties((*guests, host.leader), "object", None, spans_of([*subject, host]))

    def _to_host(self, cue: Cue) -> Iterator[Parties]:
        """Who goes to somebody, by the ending of the one behind the word: *прилетел в Москву к Путину*, *был у Си*."""
        later = next((c.span.start for c in self.scene.cues if c.span.start > cue.span.stop), self.scene.span.stop)
        for mark in [*self.scene.between(cue.span.stop, min(later, cue.span.stop + NEAR), *HOSTS), *self._ways(cue)]:
            host = next((p for p in self.presences if 0 <= p.start - mark.span.stop <= 1 and p.leader), None)
            if host is None or host.leader is None or HOSTS[mark.meaning] not in host.naming.cases:
                continue
            if "partner" in cue.flags and set(self.runs.clean[cue.span.stop : mark.span.start]) & set(",;:—"):
                continue
            if (owner := self.owner(cue)) and owner != host.leader:
                yield Parties((owner, host.leader), "visit", None, spans_of([host]))
            for subject in self.runs.subjects(cue):
                guests = [actor for actor in self.runs.actors(subject) if actor != host.leader]
                if len(guests) == 1:
                    yield Parties((guests[0], host.leader), "visit", None, spans_of([*subject, host]))

    def _ways(self, cue: Cue) -> list[Mark]:
        """The words that lead to somebody, told before who comes behind the act: *К Путину прилетел Си*."""
        behind = any(p.start >= cue.span.stop and self.runs.acts(p) for p in self.presences)
        ways = self.scene.between(cue.span.start - NEAR, cue.span.start, *HOSTS) if behind and not cue.noun else []
        return [mark for mark in ways if "," not in self.runs.clean[mark.span.stop : cue.span.start]]

    def _owned(self, cue: Cue) -> Iterator[Parties]:
        """Whose visit it was, and who speaks of it: *Tổng thống A ca ngợi chuyến thăm của Chủ tịch B*."""
        owner = self.owner(cue)
        for subject in self.runs.subjects(cue) if owner else ():
            hosts = self.runs.actors(subject)
            goal = {p.naming.country for p in self.presences if p.naming.sort in STANDING and self._is_near(p, cue)}
            if len(hosts) == 1 and hosts[0].leads and owner and owner.country != hosts[0].country:
                if not goal or hosts[0].country in goal:
                    yield Parties((hosts[0], owner), "visit", None, spans_of(subject))
                return

    def owner(self, cue: Cue) -> Actor | None:
        """The leader whose visit a noun tells of: *chuyến thăm (Nga) của ông B*."""
        ties = self.scene.between(cue.span.stop, cue.span.stop + NEAR, "of") if cue.noun else []
        named = (p for p in self.presences if ties and 0 <= p.start - ties[0].span.stop <= 1)
        return next((p.leader for p in named if p.leader and p.leader.leads), None)

    def _is_near(self, presence: Presence, cue: Cue) -> bool:
        return 0 <= presence.start - cue.span.stop <= OF

    def _visit(self, cue: Cue) -> Iterator[Parties]:
        """The visitor and the host, where they are the two whom the page was speaking of."""
        near = [p for p in self.presences if p.start - cue.span.stop <= NEAR and cue.span.start - p.stop <= NEAR]
        people = {actor.key for p in near if p.naming.sort not in STANDING for actor in p.actors}
        sites = (p for p in near if p.naming.sort in STANDING and p.naming.how is not How.TITLE)  # no side: 中方
        places = {p.naming.country for p in sites if self._is_goal(p, cue) and not self._is_beyond(p, cue)}
        before = [p for p in near if p.stop <= cue.span.start and p.naming.sort is Sort.PERSON and p.actors]
        others = before and set(before[-1].actors).isdisjoint(self.memory.pair)
        pair = () if others else self.memory.pair
        if len(pair) == 2 and any(a.key in people and b.country in places for a, b in (pair, pair[::-1])):
            hosts = [b for a, b in (pair, pair[::-1]) if a.key in people and b.country in places]
            if any(host.role is Office.ELECT for host in hosts):
                return
            taken = self.scene.between(self.scene.span.start, cue.span.start, "accepted")
            yield Parties(pair, "invited" if taken else "visit", hosts[0] if taken else None, spans_of(near))
        yield from self._hosted(cue)

    def _is_goal(self, presence: Presence, cue: Cue) -> bool:
        """Whether a place stands where that of a visit does: behind it, or tied to it before it: 对美国进行国事访问."""
        if presence.start >= cue.span.stop or "," in self.runs.clean[presence.stop : cue.span.start]:
            return presence.start >= cue.span.stop
        ties = self.scene.between(presence.start - OF, presence.start, "to")
        return any(mark.flags & {"ahead", "way"} and presence.start - mark.span.stop <= 1 for mark in ties)

    def _is_beyond(self, presence: Presence, cue: Cue) -> bool:
        """Whether another place right behind a visit is where it goes: *to visit Seoul as hopes for Pyongyang rise*."""
        first = next((p for p in self.presences if 0 <= p.start - cue.span.stop <= OF), None)
        if first is None or first.naming.sort not in STANDING or presence.start <= first.stop + OF:
            return False
        return "," not in self.runs.clean[first.stop : presence.start]

    def _hosted(self, cue: Cue) -> Iterator[Parties]:
        """Who visits a state, or its capital, and its leader whom the sentence names: *A thăm Nga, gặp ông Putin*."""
        place = next((p for p in self.presences if 0 <= p.start - cue.span.stop <= OF), None)
        if place is None or place.naming.sort not in (Sort.STATE, Sort.CAPITAL):
            return
        leaders = [p for p in self.presences if p.leader and p.leader.leads]
        hosts = [p for p in leaders if p.leader and p.leader.country == place.naming.country]
        run: Run = next(iter(self.runs.subjects(cue)), [])
        guests = self.runs.actors(run) if run else tuple(a for a in (self.memory.topic,) if a)
        host = hosts[0].leader if hosts else None
        if len(guests) == 1 and guests[0].leads and host and host != guests[0]:
            yield Parties((guests[0], host), "visit", None, spans_of([*run, hosts[0]]))

    def _called_off(self, cue: Cue) -> Iterator[Parties]:
        """Whose visit to a state does not come about, and its leader whom the page names elsewhere: 总统取消访日."""
        sites = (p for p in self.presences if p.naming.sort in (Sort.STATE, Sort.CAPITAL) and self._is_goal(p, cue))
        place = next((p for p in sites if p.start - cue.span.stop <= OF and cue.span.start - p.stop <= NEAR), None)
        host = self.runs.cast.named_leader(place.naming.country) if place and place.naming.country else None
        run: Run = next(iter(self.runs.subjects(cue)), ())
        guests = self.runs.actors(run) if run else tuple(a for a in (self.memory.topic,) if a)
        if host and len(guests) == 1 and guests[0].leads and guests[0].country != host.country:
            yield Parties((guests[0], host), "visit", None, spans_of(run))

    def _with_host(self, cue: Cue) -> Iterator[Parties]:
        """Who goes to a place, and the leader of that place with whom it is: *A will go to Moscow to see B*."""
        place = next((p for p in self.presences if 0 <= p.start - cue.span.stop <= OF), None)
        if cue.noun or place is None or place.naming.sort not in STANDING:
            return
        for mark in self.scene.between(place.stop, place.stop + NEAR, "with"):
            host = next((p for p in self.presences if 0 <= p.start - mark.span.stop <= OF and p.leader), None)
            if host is None or not host.leader or host.leader.country != place.naming.country:
                continue
            if self.scene.between(host.stop, host.stop + OF, "possessive"):
                continue
            for subject in self.runs.subjects(cue):
                guests = self.runs.actors(subject)
                if len(guests) == 1 and guests[0] != host.leader:
                    yield Parties((guests[0], host.leader), "visit", None, spans_of([*subject, host]))
