"""Who acts where an act opens the sentence, behind a comma, and acts beside which only two leaders are named."""

from __future__ import annotations

from collections.abc import Iterator

from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, How
from telcon.reports.participants.bare_parties import ACTS_ON, NEXT, OF, PAIR, BarePartyFinder
from telcon.reports.parties import Parties
from telcon.reports.people.runs import Run, spans_of

TOLD = 24
"""Characters behind an act within which its clause ends, a day or a place between."""

REMOTE = frozenset({Kind.PHONE, Kind.VIDEO, Kind.CALL})


class OpeningPartyFinder:
    """Finds the parties of words that open a sentence, or are its only ones."""

    def __init__(self, bare: BarePartyFinder) -> None:
        self.bare, self.runs, self.clean, self.memory = bare, bare.runs, bare.clean, bare.memory
        self.scene, self.presences = bare.scene, bare.presences

    def behind_comma(self, cue: Cue) -> Iterator[Run]:
        """Who acts where the act opens the sentence: *Điện đàm ngày 15/8, ông A và ông B …*."""
        before = [p for p in self.presences if p.stop <= cue.span.start and not self.runs.hangs(p)]
        opens = not before and not cue.noun
        for i, presence in enumerate(self.presences if opens else ()):
            if presence.start >= cue.span.stop and not self.runs.around.is_place(presence):
                if "," in self.clean[cue.span.stop : presence.start]:
                    yield self.runs.at(i)
                return

    def opened(self, cue: Cue) -> Iterator[Parties]:
        """Who speaks to whom behind a comma, where an act opens the sentence: *Gọi từ máy bay, ông A báo cho ông B …*.

        These are the only two leaders whom the sentence names.
        """
        if self._is_done_to_others(cue):
            return
        people = [p for p in self.presences if not self.runs.around.is_place(p)]
        comma = self.clean.find(", ", cue.span.stop, self.scene.span.stop)
        opens = cue.span.start - self.scene.span.start <= OF and len(self.runs.leaders()) == PAIR
        if not opens or len(people) < PAIR or people[0].start - len(", ") != comma or self.runs.hangs(people[0]):
            return
        first, other = people[:PAIR]
        told = first.leader and first.leader.leads and other.leader and first.leader != other.leader
        gap = self.clean[first.stop : other.start]
        if told and not set(gap) & set(",;:") and other.naming.how is not How.PRONOUN:
            yield Parties(self.runs.leaders(), "introduced", first.leader, spans_of((first, other)))

    def called_when(self, cue: Cue, subjects: list[Run]) -> Iterator[Parties]:
        """Whom somebody reached when: who acts behind the comma: *Khi ông A gọi điện, bà B đang ở Doha*."""
        subject = subjects[0] if subjects else ()
        own = self.runs.actors(subject)
        comma = self.clean.find(", ", cue.span.stop, cue.span.stop + TOLD)
        if len(own) != 1 or comma < 0 or "directed" not in cue.flags or cue.kind is Kind.MESSAGE:
            return
        when = self.scene.between(subject[0].start - NEXT, subject[0].start, "when")
        other = next((p for p in self.presences if 0 <= p.start - comma - len(", ") <= 1), None)
        between = any(subject[-1].stop <= p.start < comma for p in self.presences)
        if when and subject[0].start - when[-1].span.stop <= 1 and other and other.leader and not between:
            yield Parties((*own, other.leader), "followed", own[0], spans_of([*subject, other]))

    def is_only_call(self, cue: Cue) -> bool:
        """Whether an act at a distance, beside which no other stands, can only be that of the two in its clause."""
        if cue.kind not in REMOTE or cue.flags & {"answered", "close", "channel"} or len(self.scene.cues) > 1:
            return False
        people = [p for p in self.presences if p.leader and p.leader.leads]
        ties = self.scene.between(cue.span.stop, self.scene.span.stop, "from", "by")
        others = any(not any(0 <= p.start - m.span.stop <= 1 for p in self.presences) for m in ties)
        if len(self.runs.leaders()) != PAIR or others or self._is_done_to_others(cue):
            return False
        start, stop = min(cue.span.start, people[0].stop), max(cue.span.stop, people[-1].start)
        return not set(self.clean[start:stop]) & set(",;:")

    def _is_done_to_others(self, cue: Cue) -> bool:
        """Whether whom an act is done to is somebody unknown, right behind it: *gọi điện cho đài …*."""
        stop = cue.span.stop
        if "arrives" in cue.flags or cue.flags.isdisjoint(ACTS_ON):
            return bool(self.scene.between(stop, stop + NEXT, "with"))
        starts = [m.span.start for m in self.scene.marks if m.meaning != "many"] + [day.start for day in self.runs.days]
        return not any(0 <= start - stop <= 1 for start in starts)
