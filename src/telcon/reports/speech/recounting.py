"""Words in which one who took part in a contact tells of it to others: *said he had told B*, *said after the call*."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from telcon.model.contacts import Status
from telcon.model.mentions import How, Mark, Sort
from telcon.model.spans import Span
from telcon.reports.drafts import Draft, Family, Sighting, family
from telcon.reports.scenes import Presence
from telcon.reports.speech.saying import Saying
from telcon.reports.speech.speakers import SIDES
from telcon.reports.speech.utterances import Passage

SPEAKING = ("says", "acts")
HELD_VIEWS = frozenset({"takes", "opinion"})
"""Verbs of positions and opinions, which are held in a contact as much as told of it: *Путин считает …*."""
INITIATORS = "initiators"
TO, AHEAD, NEAR = 6, 14, 20
"""Letters that a word for *to* takes, and between the one spoken to and a verb behind him: 向特朗普明确提出;
letters before words for who asked, where they are what is told."""


class Recounting:
    """What a passage tells of a contact through one who took part in it."""

    def __init__(self, passage: Passage, about: Draft | None, seen: list[tuple[Draft, Sighting]]) -> None:
        self.passage, self.about = passage, about if about and about.status is Status.HELD else None
        self.seen = [(draft, sighting) for draft, sighting in seen if draft.status is Status.HELD]

    def is_told(self, saying: Saying, stop: int) -> bool:
        """Whether a saying tells of a contact that was held, not what was said in it.

        It stands behind *after the call*, tells what the two of them talked of, how the call in hand went, or what one
        of them had told the other.
        """
        together = len(saying.chain[-1].sources) > 1 and "tells" not in saying.verb.flags
        if self.about is None or together or saying.whole or saying.verb.meaning != "says":
            return False
        start = saying.content if saying.nested is None else saying.nested
        told = saying.quoted or Span(start, stop)
        if self._is_outside(saying, told) or self._is_looked_back_on(saying, told):
            return True
        if saying.nested is None and not saying.verb.flags.isdisjoint(HELD_VIEWS):
            return "affirms" in saying.verb.flags and self._names(told)
        both = self._of_both(saying, told)
        return both or self._names(told) or self._of_asking(told) or self._of_partner(saying, told)

    def _is_outside(self, saying: Saying, told: Span) -> bool:
        """Whether it is said before or after a contact named beside: *Speaking after the call, Suga said*."""
        before = self.passage.span.stop if saying.quoted else saying.content
        near = [c for c in self.passage.cues if c.span.start < before and not told.covers(c.span)]
        return any(scene.settings(cue, "apart") for scene in self.passage.scenes for cue in near)

    def _is_looked_back_on(self, saying: Saying, told: Span) -> bool:
        """Whether the words begin with what he who says them had done, or the other one: *said he had raised*."""
        named = [p for p in self.passage.presences if told.covers(p.naming.span) and p.start - told.start <= NEAR]
        partners = set(self._partners(saying, told))
        for presence in named:
            word = self.passage.word(presence.stop + 1, "adverb")
            own = presence.naming.how is How.PRONOUN and presence is named[0] and presence.start - told.start <= TO
            if word and "perfect" in word.flags and (own or presence in partners):
                return own or any(0 <= w.span.start - word.span.stop <= TO for w in self._verbs(told))
        return False

    def _verbs(self, told: Span) -> list[Mark]:
        return [w for w in self.passage.words if w.meaning in SPEAKING and told.covers(w.span)]

    def _names(self, told: Span) -> bool:
        """Whether the words name the call in hand: *the conversation lasted*; of meetings one speaks in them too."""
        if not self.about or self.about.family is not Family.REMOTE:
            return False
        others = {s.cue.span for draft, s in self.seen if draft is not self.about}
        return any(
            cue.noun
            and told.covers(cue.span)
            and family(cue) in (Family.REMOTE, Family.ANY)
            and cue.span not in others
            and not self.passage.between(cue.span.start - TO, cue.span.start, "deals")
            for cue in self.passage.cues
        )

    def _of_asking(self, told: Span) -> bool:
        """Whether the words tell who had asked for it: *the initiative had come from the Americans*."""
        marks = (mark for scene in self.passage.scenes for mark in scene.marks if mark.sheet == INITIATORS)
        near = (mark for mark in marks if told.covers(mark.span) and mark.span.start - told.start <= NEAR)
        return any(mark.meaning not in ("answers_who", "asked_by_between") for mark in near)

    def _of_both(self, saying: Saying, told: Span) -> bool:
        """Whether the words tell what both talked of: *the two leaders had discussed*, *we discussed*, *he and B*.

        Where such a verb opens the words and nobody is named before it, both are meant: *говорили о торговле*.
        """
        named = [p for p in self.passage.presences if told.covers(p.naming.span)]
        stops = [p.stop for p in named if p.naming.sort is Sort.GROUP or p.naming.how is How.SPEAKER]
        partners = set(self._partners(saying, told))
        stops += [b.stop for a, b in pairwise(named) if b in partners and a.leader and b.start - a.stop <= TO]
        first = min((p.start for p in named if p.leader or p.naming.sort in SIDES), default=told.stop)
        first = min(first, told.start + AHEAD)
        others = self._others(told)
        return any(
            told.covers(mark.span)
            and (mark.span.start < first or any(stop <= mark.span.start for stop in stops))
            and not any(cue.start < mark.span.start for cue in others)
            for scene in self.passage.scenes
            for mark in scene.marks
            if mark.meaning == "discussed"
        )

    def _others(self, told: Span) -> list[Span]:
        """Words for contacts other than the one in hand: *last month the two met in London and talked*."""
        own = {sighting.cue.span for draft, sighting in self.seen if draft is self.about}
        return [cue.span for cue in self.passage.cues if told.covers(cue.span) and cue.span not in own]

    def _of_partner(self, saying: Saying, told: Span) -> bool:
        """Whether the words tell what was said to the partner, or by him to the one who speaks: *had told Trump*."""
        return any(self._is_told_to(partner, told) for partner in self._partners(saying, told))

    def _partners(self, saying: Saying, told: Span) -> Iterator[Presence]:
        names = set(saying.chain[-1].names)
        actors = [actor for actor in self.about.parties.actors if actor.name not in names] if self.about else []
        if self.about and len(actors) < len(self.about.parties.actors):
            yield from (p for p in self.passage.presences if p.leader in actors and told.covers(p.naming.span))

    def _is_told_to(self, partner: Presence, told: Span) -> bool:
        """Whether a verb of speech stands right before the naming, or *to* does with one on either side."""
        place = partner.start
        verbs = self._verbs(told)
        if any(0 <= place - verb.span.stop <= 1 for verb in verbs):
            return True
        tied = [w for w in self.passage.between(place - TO, place, "to", "adjunct") if place - w.span.stop <= 1]
        ends = {word.span.start for word in tied}
        behind = any(0 <= verb.span.start - partner.stop <= AHEAD for verb in verbs)
        return bool(tied) and (behind or any(0 <= end - verb.span.stop <= 1 for end in ends for verb in verbs))
