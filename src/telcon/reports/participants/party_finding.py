"""Who took part in what a cue tells of: a few constraints, tried from the surest to the vaguest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telcon.model.actors import Actor
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, How, Mark, Sort
from telcon.model.spans import Span
from telcon.reports.drafts import Draft, Family, family
from telcon.reports.participants.bare_parties import BarePartyFinder
from telcon.reports.participants.each_other import EachOtherFinder
from telcon.reports.participants.introduced_parties import IntroducedPartyFinder
from telcon.reports.participants.left_out import LEFT_OUT, find_parties
from telcon.reports.participants.listed_parties import ListedPartyFinder
from telcon.reports.participants.message_parties import MessagePartyFinder
from telcon.reports.participants.noun_parties import NounPartyFinder
from telcon.reports.participants.openings import OpeningPartyFinder
from telcon.reports.participants.ours import of_ours
from telcon.reports.participants.partners import PartnerFinder
from telcon.reports.participants.visit_parties import VisitPartyFinder
from telcon.reports.parties import JOINTLY, WEAK, Parties, is_joint
from telcon.reports.people.casts import Cast
from telcon.reports.people.clause_ends import STANDING
from telcon.reports.people.endings import has_unknown_subject, has_unnamed_subject
from telcon.reports.people.memories import Memory
from telcon.reports.people.runs import DONE, Run, Runs, names_people, spans_of
from telcon.reports.scenes import POSTPOSED, Scene

NEAR, FAR, HEAD, TIED, PAIR = 60, 80, 12, 9, 2
TOO = ("respectively", "likewise")
TURNED, HEARD = frozenset({"thanked", "invited", "with", "to"}), frozenset({"hearer", "urged"})
"""Meanings and flags of words by which one turns to another who is there."""


class PartyFinder:
    """Finds the parties of the cues of one sentence; `days`: where its dates stand."""

    def __init__(self, scene: Scene, clean: str, cast: Cast, memory: Memory, days: Sequence[Span] = ()) -> None:
        self.scene, self.clean, self.memory = scene, clean, memory
        self.runs = Runs(scene, clean, cast, days)
        self.presences = self.runs.presences
        self.visits, self.messages = VisitPartyFinder(self.runs, memory), MessagePartyFinder(self.runs, memory)
        self.owned = NounPartyFinder(self.runs, memory)
        self.listed, self.bare = ListedPartyFinder(self.runs), BarePartyFinder(self.runs, clean, memory)
        self.introduced = IntroducedPartyFinder(self.runs, clean, memory, self.bare)
        self.openings, self.each_other = OpeningPartyFinder(self.bare), EachOtherFinder(self.bare)
        self.partners = PartnerFinder(self.runs, clean, owned=self.owned, listed=self.listed, bare=self.bare)

    def find(self, cue: Cue) -> list[Parties]:
        """The parties of a cue, several where it tells of a series; none where it only points back or tells nothing."""
        if LEFT_OUT in cue.flags:
            return find_parties(self, cue)
        for parties in self._options(cue):
            if "summit" in cue.flags and not all(actor.leads for actor in parties.actors):
                continue
            if parties.actors and (found := [pair for pair in parties.split() if pair.sound]):
                return [self.listed.with_guests(found[0], cue)] if len(found) == 1 else found
        return []

    def of_ours(self, cue: Cue, about: Draft | None) -> list[Parties]:
        """Those of the contact in hand, one of whom speaks of both as *we*."""
        return of_ours(about, cue, self.scene, self.clean, self.runs.days)

    def _options(self, cue: Cue) -> Iterator[Parties]:
        if cue.noun and cue.kind is Kind.MESSAGE and self.owned.is_addressed_elsewhere(cue):
            return
        yield from self.messages.listed(cue)
        if "guest" in cue.flags:
            yield from self.visits.invited(cue)
        elif "visit" in cue.flags:
            if cue.noun or not self.runs.is_sent(cue):
                yield from self.visits.find(cue)
        elif cue.noun:
            yield from (p for p in self.listed.convened(cue) if "single" in cue.flags or len(p.actors) > PAIR)
            yield from self._nominal(cue)
        else:
            yield from self._convened(cue)
            yield from self._verbal(cue)
        if cue.kind is Kind.MESSAGE and ("close" not in cue.flags or self.partners.of(cue)):
            yield from self.messages.find(cue)
        elif "visit" not in cue.flags:
            yield from self.listed.convened(cue)

    def _convened(self, cue: Cue) -> Iterator[Parties]:
        if cue.kind is Kind.MESSAGE or "visit" in cue.flags:
            return
        if "invited" in self.scene.meanings:
            yield from self.listed.convened(cue)
        for mark in self.scene.between(self.scene.span.start, cue.span.start, "accepted")[:1]:
            named = [p for p in self.presences if mark.span.stop <= p.start and p.stop <= cue.span.start]
            if len(named) <= 1 and cue.kind is Kind.MEETING and not self.partners.of(cue):
                yield from self.visits.taken_up(cue)

    # --- nouns: the contact as a thing

    def _nominal(self, cue: Cue) -> Iterator[Parties]:
        yield from self._between(cue)
        if self.owned.names_others(cue):
            return
        yield from self.listed.attended(cue, self.memory.pair)
        yield from self.owned.from_to(cue)
        yield from self.owned.held_by(cue)
        yield from self.owned.requested(cue)
        yield from self.owned.given(cue)
        yield from self.owned.thanked_for(cue, self.owned.owners(cue))
        partners, owners = self.partners.of(cue), self.owned.owners(cue)
        if partners and (self.owned.is_others_talk(cue, partners) or self.owned.is_of_neither(cue)):
            return
        if possessor := self.owned.possessor(cue):
            if partners:
                yield self._join(possessor, partners, self.owned.way(cue, partners), cue)
            elif len(self.runs.actors(possessor)) >= 2:
                yield self.bare.joint(possessor, "of")
        if partners:
            yield from self.bare.identified(cue, partners)
            for subject in ([owners] if owners else []) + self.owned.planning(cue) + self.runs.subjects(cue):
                if not self.owned.meets_already(subject, cue):
                    yield self._join(subject, partners, self.owned.way(cue, partners), cue)
            yield from self._followed(partners, cue)
            yield from self.messages.written_by_case(cue)
            yield from self._with_topic(partners, cue)
        if len(self.runs.actors(owners)) >= 2 and (cue.kind is not Kind.MESSAGE or "mutual" in cue.flags):
            yield self.bare.joint(owners, "of")
        yield from self.bare.pair_of_states(cue)
        yield from self.bare.called_upon(cue)
        if not partners:
            yield from self.owned.theirs(cue)
            yield from self._acting_together(cue)
        if cue.kind is not Kind.MESSAGE and not partners and not self.owned.is_event(cue):
            yield from self.introduced.find(cue)
        if cue.kind is not Kind.MESSAGE:
            yield from self._alone(cue)

    def _between(self, cue: Cue) -> Iterator[Parties]:
        for mark in self.owned.marks_behind(cue, "between")[:1] or self._between_before(cue):
            start = next((i for i, p in enumerate(self.presences) if p.start >= mark.span.stop), None)
            if start is not None and self.presences[start].start - mark.span.stop <= 12:
                run = self.runs.at(start)
                if names_people(run):
                    yield self.bare.joint(run, "between")

    def _between_before(self, cue: Cue) -> list[Mark]:
        """The word at the head of a sentence whose verb and noun stand behind those named: *между A и B прошла …*."""
        marks = self.scene.between(self.scene.span.start, cue.span.start, "between")
        inverted = cue.noun and bool(marks) and bool(self.presences) and bool(self.presences[0].naming.cases)
        others = marks and any(marks[-1].span.stop <= c.span.start < cue.span.start for c in self.scene.cues)
        apart = bool(others) or not inverted or "," in self.clean[marks[-1].span.stop : cue.span.start]
        return [] if apart else marks[-1:]

    def _alone(self, cue: Cue) -> Iterator[Parties]:
        """The only two leaders named in the sentence: *trong cuộc điện đàm, ông A nói với ông B …*."""
        taken = [m.span.stop for m in self.scene.marks if m.meaning == "between"]
        stated = [p for p in self.presences for stop in taken if 0 <= p.start - stop <= 3]
        if any(p.start >= cue.span.stop or p.naming.sort is not Sort.STATE for p in stated):
            return
        opens = cue.span.start - self.scene.span.start <= 1
        if "summit" in cue.flags and self.scene.settings(cue, "apart"):  # до саммита: a day, and nobody's
            return
        if "known" in cue.flags or (opens and any(POSTPOSED in m.flags for m in self.scene.settings(cue, "apart"))):
            return
        people, marks = self.runs.leaders(), self.scene.marks
        within = any(m.meaning == "within" and 0 <= cue.span.start - m.span.stop <= 1 for m in marks)
        others = any(other is not cue and self._is_of_others(other) for other in self.scene.cues)
        beside = self.presences[-1].start > cue.span.stop and not self.bare.are_told(people) if people else False
        talked = cue.kind is not Kind.MEETING and (within or beside)
        if len(people) == 2 and not others and (talked or (within and self._is_of_two(cue))):
            yield Parties(people, "sentence")
        elif within and self.scene.cues[0] is cue and len(told := self.runs.leaders(before=cue)) == 2:
            yield Parties(told if cue.kind is not Kind.MEETING or self.bare.is_told(told[1]) else (), "sentence")

    def _is_of_two(self, cue: Cue) -> bool:
        """Whether one turns to the other at a meeting with which the sentence opens: *At a meeting, A thanked B*.

        Who praises somebody at a meeting may do so behind his back.
        """
        if cue.span.start - self.scene.span.start > HEAD or not cue.flags.isdisjoint(("summit", "plural")):
            return False
        if self.scene.between(cue.span.stop, cue.span.stop + TIED, "with", "of", "between"):
            return False
        people = [p for p in self.presences if p.leader]
        start, stop = people[0].stop, people[-1].start
        if len(people) > 2 or people[0].start < cue.span.stop or not 0 <= stop - start <= NEAR:
            return False
        words = (m for m in self.scene.marks if start <= m.span.start and m.span.stop <= stop)
        parted = not set(self.clean[start:stop]).isdisjoint(",;:")
        return not parted and any(m.meaning in TURNED or m.flags & HEARD for m in words)

    def _is_of_others(self, cue: Cue) -> bool:
        """Whether a cue names somebody behind it who takes part in what it tells of: a partner, or who comes."""
        near = (p for p in self.presences if 0 <= p.start - cue.span.stop <= 1)
        coming = "visit" in cue.flags and any(p.leader and p.naming.cases for p in near)
        return coming or names_people(self.partners.of(cue))

    # --- verbs: the contact as an act

    def _verbal(self, cue: Cue) -> Iterator[Parties]:
        partners, subjects = self.partners.of(cue), self.runs.subjects(cue)
        if self.runs.is_sent(cue):
            return
        if "answered" in cue.flags:
            yield from self.bare.answered(cue)
        elif partners:
            yield from self.bare.identified(cue, partners)
            if partners[-1].stop <= cue.span.start:
                yield from self.listed.received(cue, partners)
            how = "came" if self.owned.comes_from(cue, partners) else "object"
            for subject in subjects:
                yield self._join(subject, partners, how, cue)
            if not subjects:
                yield from self._followed(partners, cue)
                yield from self._with_topic(partners, cue)
        elif "close" not in cue.flags:
            yield from self._without_partner(cue, subjects)
        if not partners and self.openings.is_only_call(cue):
            yield Parties(self.runs.leaders(), "sentence")
        bare = "answered" in cue.flags or ("close" in cue.flags and not partners)
        if not bare and self.scene.sentence.headline and len(self.scene.cues) == 1 and len(self.runs.leaders()) == 2:
            yield Parties(self.runs.leaders(), "headline")

    def _without_partner(self, cue: Cue, subjects: list[Run]) -> Iterator[Parties]:
        """An act that names no partner behind it."""
        if not subjects or any(m.span.start - cue.span.stop <= 1 for m in self.owned.marks_behind(cue, "between")):
            yield from self._between(cue)
        if not subjects and any(POSTPOSED in m.flags for m in self.scene.settings(cue, "within")):
            yield from self._alone(cue)  # 通电话时，A对B说
        yield from self.messages.by_channel(cue)
        yield from self.openings.opened(cue)
        yield from self.openings.called_when(cue, subjects)
        if not subjects and cue.flags.isdisjoint(DONE):
            yield from self.bare.spoken_with(cue)
        yield from self.bare.passive(cue, subjects)
        yield from self.bare.greeted(cue, subjects)
        yield from self.bare.called_upon(cue)
        yield from self.bare.pair_behind(cue)
        if "with" in self.scene.meanings:
            yield from self.bare.accompanied(cue)
        yield from self._acting_together(cue)
        if cue.kind is Kind.MESSAGE:
            yield from self.messages.on_occasion(cue)
        if "reciprocal" in cue.flags:
            yield from self.each_other.find(cue, subjects)
        yield from self.each_other.in_the_same_breath(cue)
        opens = () if subjects or "arrives" not in cue.flags else self.openings.behind_comma(cue)
        yield from self.bare.arriving(cue, subjects or list(opens))
        if "directed" in cue.flags and subjects:
            yield from self.bare.two_on_the_left(cue)
            yield from self.bare.caller_told(cue, subjects)

    def _acting_together(self, cue: Cue) -> Iterator[Parties]:
        if "passive" in cue.flags or (cue.noun and self.runs.is_sent(cue)):
            return
        if cue.noun and (self.owned.possessor(cue) or self.owned.is_event(cue)):
            return
        for subject in (*self.runs.subjects(cue, whole=True), *self.openings.behind_comma(cue)):
            calls = any(
                "arrives" in c.flags for c in self.scene.cues if subject[-1].stop <= c.span.start < cue.span.start
            )
            if calls or not self._may_act_together(subject, cue) or self._are_counted(subject, cue):
                continue
            if (cue.noun or "partner" in cue.flags) and any(
                subject[-1].stop <= c.span.start < cue.span.start for c in self.scene.cues
            ):
                continue
            if not cue.noun and self.bare.others_act(subject, cue):
                continue
            if (cue.kind is Kind.CONTACT or WEAK in cue.flags) and cue.span.start - subject[-1].stop > FAR:
                continue
            apart = cue.kind is Kind.MESSAGE and "mutual" not in cue.flags
            if not apart and len(self.runs.actors(subject)) >= 2 and names_people(subject):
                yield self.bare.joint(subject, "subjects")
            if not cue.noun and names_people(subject) and (len(subject) >= 2 or not cue.flags.isdisjoint(DONE)):
                return

    def _are_counted(self, subject: Run, cue: Cue) -> bool:
        """Whether words stand for one contact of somebody with each of a list: 莫迪、普京、卢拉：五天三通电话."""
        if len(subject) <= PAIR:
            return False
        told_by = (
            "channel" in cue.flags and ":" in self.clean[subject[-1].stop : cue.span.start]
        )  # A、B、C：普京在电话里讲…
        return told_by or (cue.noun and "plural" in cue.flags)

    def _may_act_together(self, subject: Run, cue: Cue) -> bool:
        """Whether an act may be both sides' in common; one that needs its partner is where it names two on the left."""
        if WEAK in cue.flags:
            return "both" in cue.flags and (len(subject) >= 2 or bool(subject[0].naming.size))
        each = "arrives" in cue.flags or bool(self.scene.between(subject[-1].stop, cue.span.start, *TOO))
        called = each or bool(subject[0].naming.cases) or len(subject) > PAIR  # звонили Шольц и Макрон: somebody else
        reached = "directed" in cue.flags and called
        if reached and not self.scene.between(self.scene.span.start, self.scene.span.stop, "each_other"):
            return False
        return len(subject) >= 2 or "partner" not in cue.flags

    def _with_topic(self, partners: Run, cue: Cue) -> Iterator[Parties]:
        """The partners with whom the page was speaking of, the other one of the last pair first."""
        others = self.runs.actors(partners)
        if self.runs.is_sent(cue):
            return
        if not cue.noun and (
            has_unknown_subject(self.scene, cue) or has_unnamed_subject(self.scene, cue, self.clean, self.runs.days)
        ):
            return
        ties = [m.span.stop for m in self.scene.marks if m.meaning == "with"]
        tied = {p.leader for p in self.presences for tie in ties if p.leader and 0 <= p.start - tie <= 1}
        tied -= set(others)  # partners of others in a series
        pair = self.memory.pair if set(others) & set(self.memory.pair) and tied.isdisjoint(self.memory.pair) else ()
        for named in (*pair, self.memory.host, self.memory.topic, self.memory.earlier, self.memory.owner):
            actor = self.runs.spoken_for(named) if named and not named.leads else named
            if actor and actor not in others and actor.leads:
                way = self.owned.way(cue, partners) if cue.noun else "with"
                how, caller = "topic" if way == "with" else way, self._caller(actor, others, cue, way)
                apart = cue.kind is Kind.MESSAGE or self._apart(cue, partners)
                yield Parties((actor, *others), how, caller, spans_of(partners), apart)

    def _followed(self, partners: Run, cue: Cue) -> Iterator[Parties]:
        """An act that opens the sentence, the one who acts behind a comma: *Tiếp ông B tại Nhà Trắng, ông A nói …*."""
        own = self.runs.actors(partners)
        for i, presence in enumerate(self.presences):
            behind = presence.start > partners[-1].stop and presence.leader not in own
            if behind and presence.leader and not self.runs.hangs(presence):
                comma = self.clean.find(",", partners[-1].stop, presence.start)
                if comma >= 0 and not self.scene.between(comma, presence.start, "and", "with"):
                    how = "came" if not cue.noun and self.owned.comes_from(cue, partners) else "followed"
                    yield self._join(self.runs.at(i), partners, how, cue)
                return

    # --- putting the two sides together

    def _join(self, subject: Run, partners: Run, how: str, cue: Cue) -> Parties:
        acting, others = self.runs.actors(subject), self.runs.actors(partners)
        if set(acting) <= set(others):  # a body behind the partner may stand for the one who acts
            others = self.runs.actors([p for p in partners if p.naming.sort not in STANDING])
        if set(acting) < set(others):  # A will not phone B, the president's spokesman said
            others = self.runs.actors([p for p in partners if p.naming.how is not How.TITLE])
        own = tuple(actor for actor in acting if actor not in others)
        grouped = len(partners) == 1 and partners[0].naming.sort is Sort.GROUP
        named = names_people(*([partners] if family(cue) is Family.ANY else [subject, partners]))
        if not named or not (own or grouped):
            return Parties((), how)
        caller = self._caller(own[0], others, cue, how) if own else None
        paired = "mutual" in cue.flags or self.scene.between(subject[-1].stop, partners[0].start, "respectively")
        if len(own) == len(others) > 1 and paired:
            return Parties((*own, *others), how, caller, spans_of([*subject, *partners]), paired=True)
        if self.owned.is_of_one(own, cue) and self.memory.owner:
            return Parties((self.memory.owner, *others), how, None, spans_of(partners), apart=True)
        if len(own) > 1 and len(others) == 1 and is_joint(own) and not self.runs.act_one_by_one(subject, cue):
            return Parties((*own, *others), JOINTLY, caller, spans_of([*subject, *partners]))
        if cue.kind is Kind.MESSAGE and len(others) > 1 and len({actor.country for actor in own}) == 1:
            own = own[:1]  # the first of those who sign together stands for all
        signed = cue.kind is Kind.MESSAGE and self.scene.between(subject[-1].stop, cue.span.stop, "together")
        if signed and len(own) > 1 and not is_joint(own):
            return Parties((*own, *others), how, None, spans_of([*subject, *partners]))
        if cue.kind is Kind.MESSAGE and "single" not in cue.flags and len(own) > 1 and len(others) == 1:
            return Parties((*others, *own), how, caller, spans_of([*subject, *partners]), apart=True)
        if "mutual" in cue.flags and len(own) == 1 and is_joint(others):
            return Parties((*own, *others), JOINTLY, caller, spans_of([*subject, *partners]))
        listed = subject[0].start > cue.span.start and not self._are_together(cue)  # звонили Шольц и Макрон
        in_round = (listed or others == (self.memory.host,)) and "directed" in cue.flags
        too = self.scene.between(subject[-1].stop, min(cue.span.start, subject[-1].stop + NEAR // 2), "likewise")[:1]
        too = [mark for mark in too if "," not in self.clean[subject[-1].stop : mark.span.start]]
        in_round = in_round or (bool(too) and family(cue) is Family.REMOTE and not self._are_together(cue))
        if len(own) > 1 and len(others) == 1 and (in_round or self.runs.act_one_by_one(subject, cue)):
            return Parties((*others, *own), how, caller, spans_of([*subject, *partners]), apart=True)
        apart = len(own) == 1 and (cue.kind is Kind.MESSAGE or self._apart(cue, partners))
        return Parties((*own, *others), how, caller, spans_of([*subject, *partners]), apart)

    def _apart(self, cue: Cue, partners: Run) -> bool:
        """Whether several partners mean several contacts: so for acts, unless they are together, as on one screen."""
        marks = self.scene.between(self.scene.span.start, self.scene.span.stop, "respectively", "and")
        if any(mark.meaning == "respectively" or "each" in mark.flags for mark in marks):
            return True
        ties = [m.flags for m in self.scene.between(partners[0].stop, partners[-1].start, "with")]
        if any("ahead" in flags and "faint" not in flags for flags in ties):  # 先同A、后同B, but not 同A一起，与B
            return not self.scene.between(partners[0].stop, partners[-1].start, "together")
        if (
            cue.flags & {"together", "single", "both", "summit"}
            or cue.kind is Kind.VIDEO
            or self._counts_sides(cue, partners)
        ):
            return False
        return not self.scene.between(cue.span.start - NEAR // 2, partners[-1].stop + NEAR // 2, "together")

    def _are_together(self, cue: Cue) -> bool:
        """Whether those who act do it in common."""
        return bool(self.scene.between(cue.span.start - NEAR, cue.span.stop + NEAR, "together", "each_other"))

    def _counts_sides(self, cue: Cue, partners: Run) -> bool:
        """Whether a sentence counts the sides: *tiếp A và B trong khuôn khổ ba bên*, 三位领导人."""
        size = len(self.runs.actors(partners)) + 1
        if any(p.naming.sort is Sort.GROUP and p.naming.size == size > 2 for p in self.scene.presences):
            return True
        sides = any("sides" in mark.flags for mark in self.scene.marks) if "together" in self.scene.meanings else False
        return sides or any("together" in other.flags for other in self.scene.cues if other is not cue)

    def _caller(self, actor: Actor, others: tuple[Actor, ...], cue: Cue, how: str = "") -> Actor | None:
        return actor if "received" not in cue.flags and how != "came" else next(iter(others), None)
