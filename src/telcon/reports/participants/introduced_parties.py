"""Who acts behind a comma in what a contact opens: *In a call on Monday, A and B …*, *At a dinner given by A, B …*."""

from __future__ import annotations

from collections.abc import Iterator

from telcon.inflections import Case
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue
from telcon.reports.participants.bare_parties import BarePartyFinder
from telcon.reports.parties import Parties
from telcon.reports.people.clause_ends import STANDING
from telcon.reports.people.memories import Memory
from telcon.reports.people.runs import Run, Runs, names_people, spans_of
from telcon.reports.scenes import Presence

CLOSE, OPENS = 20, 6


class IntroducedPartyFinder:
    """Finds the parties of nouns that open one sentence."""

    def __init__(self, runs: Runs, clean: str, memory: Memory, bare: BarePartyFinder) -> None:
        self.runs, self.clean, self.memory, self.bare = runs, clean, memory, bare
        self.scene, self.presences = runs.scene, runs.presences

    def find(self, cue: Cue) -> Iterator[Parties]:
        """Who acts behind a comma in what a contact opens: *Trong cuộc điện đàm hôm qua, ông A và ông B …*."""
        for i, presence in enumerate(self.presences):
            aside = self.runs.around.is_place(presence) or self._only_says(presence)
            if presence.start >= cue.span.stop and not aside:
                run = self.runs.at(i)
                if told := self._told_by(cue, run) or self._tells(cue, run):
                    yield told
                    return
                if hosted := self._hosted_by(cue, run):
                    yield hosted
                    return
                comma = self.clean.find(",", cue.span.stop, presence.start)
                owned = comma >= 0 and self.scene.between(comma, presence.start, "of", "among")
                several = len(run) >= 2 or (self.scene.settings(cue, "within") and len(self.runs.actors(run)) >= 2)
                apart = cue.kind is Kind.MESSAGE and "mutual" not in cue.flags
                acting = several and names_people(run) and not self.runs.hangs(run[0])
                if comma >= 0 and acting and not (apart or owned):
                    yield self.bare.joint(run, "introduced")
                elif cue.kind is Kind.MEETING:
                    yield from self._received_there(cue)
                return

    def _told_by(self, cue: Cue, hearers: Run) -> Parties | None:
        """Who was told something by whom in what opens the sentence: *In a call on Monday, A was told by B …*."""
        other = next((p for p in self.presences if p.start >= hearers[-1].stop), None)
        told, own = self.runs.actors(hearers), self.scene.settings(cue, "within")
        if not own or other is None or not other.leader or len(told) != 1 or other.leader in told:
            return None
        ties = self.scene.between(hearers[-1].stop, other.start, "by")
        heard = self.scene.between(hearers[-1].stop, other.start, "telling")
        gap = self.clean[hearers[-1].stop : other.start]
        if not ties or not heard or other.start - ties[-1].span.stop > 1 or "," in gap or len(gap) > CLOSE * 2:
            return None
        return Parties((other.leader, *told), "introduced", None, spans_of([*hearers, other]))

    def _tells(self, cue: Cue, tellers: Run) -> Parties | None:
        """Who says something to whom, by his ending, in what opens the sentence: *На встрече А сказал Б, что …*."""
        own, stop = self.runs.actors(tellers), tellers[-1].stop
        said = self.scene.between(stop, stop + CLOSE, "telling")[:1]
        opens = cue.span.start - self.scene.span.start <= OPENS and not self.runs.hangs(tellers[0])
        opens = opens and not self.scene.between(cue.span.stop, tellers[0].start, "with")
        if not opens or not said or said[0].span.start - stop > 1 or len(own) != 1 or not own[0].leads:
            return None
        other = next((p for p in self.presences if 0 <= p.start - said[0].span.stop <= 1), None)
        if other is None or not other.leader or other.leader in own or Case.DATIVE not in other.naming.cases:
            return None
        return Parties((*own, other.leader), "introduced", None, spans_of([*tellers, other]))

    def _only_says(self, presence: Presence) -> bool:
        """Whether a body only tells of it between commas: *In a call, the Kremlin said, A …*."""
        said = self.scene.between(presence.stop, presence.stop + CLOSE, "telling")
        told = presence.naming.sort in STANDING and said and said[0].span.start - presence.stop <= 1
        return bool(told) and self.clean.startswith(",", said[0].span.stop)

    def _hosted_by(self, cue: Cue, hosts: Run) -> Parties | None:
        """Who gave it, behind *by*, and who speaks behind the comma: *At a dinner given by A on Monday, B said …*."""
        by = self.scene.between(cue.span.stop, hosts[0].start, "by", "among")
        ties = (
            [m for m in by if m.meaning == "by" or "attended" in m.flags] if self.scene.settings(cue, "within") else []
        )
        guest = next(
            (p for p in self.presences if p.start >= hosts[-1].stop and not self.runs.around.is_place(p)), None
        )
        if not ties or hosts[0].start - ties[-1].span.stop > 1 or guest is None or not guest.leader:
            return None
        gap, own = self.clean[hosts[-1].stop : guest.start], self.runs.actors(hosts)
        opens = gap.endswith(", ") and gap.count(",") == 1 and guest.leader not in own
        guests = self.runs.at(self.presences.index(guest))
        return (
            Parties((*own, *self.runs.actors(guests)), "introduced", None, spans_of([*hosts, *guests]))
            if opens
            else None
        )

    def _received_there(self, cue: Cue) -> Iterator[Parties]:
        """The guest told of before and who speaks behind a comma, on a page that has joined nobody yet.

        *Bắc Kinh trải thảm đỏ đón Tổng thống B. Tại cuộc hội đàm, ông A nói …*
        """
        guest = self.memory.earlier
        if self.memory.pair or not guest or not guest.leads:
            return
        first = next((p for p in self.presences if p.start >= cue.span.stop and not self.runs.around.is_place(p)), None)
        opens = not any(p.leader for p in self.presences if p.stop <= cue.span.start)
        if first and first.leader and first.leader.leads and opens and first.leader.country != guest.country:
            gap = self.clean[cue.span.stop : first.start]
            if gap.endswith(", ") and gap.count(",") == 1:
                yield Parties((first.leader, guest), "introduced", None, (first.naming.span,))
