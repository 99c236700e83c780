"""Parties of acts done to each other, where the sentence names only one of the two, or named both in its act before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telcon.model.mentions import Cue, How, Sort
from telcon.model.spans import Span
from telcon.reports.participants.bare_parties import NEXT, PAIR, BarePartyFinder
from telcon.reports.parties import Parties
from telcon.reports.people.runs import Run, spans_of
from telcon.reports.scenes import Scene

ADVERB = 8
"""Letters of an adverb between the word for a wish and the act, and of a preposition before a day."""
OBJECTS = frozenset({"article", "to", "him", "with"})
"""Meanings of words with which somebody or something begins to whom it is done."""


class EachOtherFinder:
    """Finds the parties of words that mean the two of whom the page is speaking."""

    def __init__(self, bare: BarePartyFinder) -> None:
        self.bare, self.runs, self.clean, self.memory = bare, bare.runs, bare.clean, bare.memory
        self.scene, self.presences = bare.scene, bare.presences

    def find(self, cue: Cue, subjects: list[Run]) -> Iterator[Parties]:
        """The last pair, one of whom acts for both: *"Chúng tôi sẽ gặp nhau"*, *ông A gợi ý gặp nhau*.

        So it is where nobody is named with the word by which both agreed to it: *Договорились увидеться*.
        """
        before = self.scene.between(self.scene.span.start, cue.span.start, "planned")[-1:]
        opens = not any(p.stop <= cue.span.start for p in self.presences)
        if opens and any("agreed" in m.flags and cue.span.start - m.span.stop <= NEXT for m in before):
            yield Parties(self.memory.pair, "subjects")
        for subject in subjects[:1]:
            actors, gap = self.runs.actors(subject), self.clean[subject[-1].stop : cue.span.start]
            acts = subject[0].naming.how is How.SPEAKER or "," not in gap
            between = [p for p in self.presences if subject[-1].stop <= p.start and p.stop <= cue.span.start]
            others = any(not p.actors and p.naming.sort in (Sort.PERSON, Sort.GROUP) for p in between)
            if acts and not others and len(actors) == 1 and actors[0] in self.memory.pair:
                yield Parties(self.memory.pair, "subjects", None, spans_of(subject))

    def in_the_same_breath(self, cue: Cue) -> Iterator[Parties]:
        """The two whose contact the sentence told of, who wish or agree in it: *A called B and agreed to meet soon*."""
        told = [c.span.stop for c in self.scene.cues if c.span.stop <= cue.span.start]
        people = (p for p in self.presences if p.naming.sort in (Sort.PERSON, Sort.GROUP))
        named = [p for p in people if p.stop <= cue.span.start]
        if not told or {p.leader for p in named} != set(self.memory.pair) or len(self.memory.pair) != PAIR:
            return
        behind = max(told[-1], named[-1].stop)
        moods = self.scene.between(behind, cue.span.start, "planned", "proposed")
        near = moods and cue.span.start - moods[-1].span.stop <= ADVERB
        both = "reciprocal" in cue.flags or any("agreed" in m.flags for m in moods[-1:])
        if near and both and takes_nobody(cue, self.scene, self.clean, self.runs.days):
            yield Parties(self.memory.pair, "pair", named[0].leader, spans_of(named))


def takes_nobody(cue: Cue, scene: Scene, clean: str, days: Sequence[Span]) -> bool:
    """Whether its clause ends, or a day or an adverb follows, behind an act: *we met in June*, not *we met her*."""
    start = cue.span.stop
    if not clean[start : start + 1].isspace() or not clean[start + 1 : start + 2].isalpha():
        return True
    marks = [m for m in scene.marks if m.span.start == start + 1 and m.meaning not in OBJECTS]
    return bool(marks) or any(start < day.start <= start + ADVERB for day in days)
