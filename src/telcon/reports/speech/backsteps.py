"""Back from a verb to its subject: over adverbs, days, frames, brackets and whatever else stands between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telcon.model.mentions import How, Sort
from telcon.reports.scenes import Presence
from telcon.reports.speech.attributions import Frame
from telcon.reports.speech.speakers import SIDES
from telcon.reports.speech.utterances import MARKS, Passage, end_before

APPOSITION, CITED, MANNER, LINKS = 80, 35, 2, 3
"""Most letters between two commas and behind a word of quoting; most words that tell how, and before a contact."""

PARTING = (",", "-", "–")


class Backsteps:
    """Steps back within one passage; `manner`: plain words may say how something is said (*весьма твёрдо*)."""

    def __init__(
        self, passage: Passage, clean: str, frames: Sequence[Frame], presences: Sequence[Presence], *, manner: bool
    ) -> None:
        self.passage, self.clean, self.frames, self.presences, self.manner = passage, clean, frames, presences, manner

    def before(self, place: int) -> int | None:
        """Where something begins that may stand between a subject and its verb, and ends at `place`; else None."""
        word = self.passage.ending(place, "adverb", "rank", "frame")
        if word and "public" not in word.flags:
            return word.span.start
        relative = self.passage.ending(place, "subordinate")
        if relative and "subject" in relative.flags:  # *Modi, who called it warm*
            comma = self._end(relative.span.start) - 1
            return comma if comma > self.passage.span.start and self.clean[comma] == "," else None
        for back in (place, *self._before_manner(place)):
            for frame in self.frames:
                if back in (frame.span.stop, end_before(self.clean, frame.span.stop, over=" ,")):
                    return frame.span.start
        for date in self.passage.dates:
            if date.stop == place:
                return date.start
        for verb in self.passage.between(max(place - CITED, self.passage.span.start), place, "quotes"):
            if not set(self.clean[verb.span.stop : place]) & set(",;:" + MARKS):
                return verb.span.start
        hearer = next((p for p in self.presences if p.stop == place), None)
        if hearer and (word := self.passage.ending(self._end(hearer.start), "to")):
            return word.span.start
        if told := self._before_contact(place):
            return told
        if self.clean[place - 1] == ")" and (opened := self.clean.rfind("(", self.passage.span.start, place)) >= 0:
            return opened
        return self._over_commas(place - 1) if self.clean[place - 1] in PARTING else None

    def _before_contact(self, place: int) -> int | None:
        """The end of a document before the contact that it is of: *a Kremlin readout of the call said*."""
        cue = next((c for c in self.passage.cues if c.noun and c.span.stop == place), None)
        heads = self.passage.between(self.passage.span.start, cue.span.start, "account") if cue else []
        if not cue or not heads:
            return None
        head = heads[-1].span
        stop = max([head.stop, *(p.stop for p in self.presences if head.start <= p.start < cue.span.start)])
        gap = self.clean[stop : cue.span.start]
        return stop if len(gap.split()) <= LINKS and "," not in gap else None

    def _before_manner(self, place: int) -> Iterator[int]:
        """The ends of what stands before one or two words that say how something is said: *весьма твёрдо*."""
        stop = place
        for _ in range(MANNER if self.manner else 0):
            start = self.clean.rfind(" ", self.passage.span.start, stop) + 1
            if not self.clean[start:stop].isalpha():
                return
            stop = self._end(start)
            yield stop

    def _over_commas(self, comma: int) -> int | None:
        """Over what stands between two commas: *со своей стороны*, or somebody's office behind his name."""
        turn = self.passage.ending(self._end(comma), "adverb", "turn", "frame")
        opened = self._end(turn.span.start) if turn else self.passage.span.start
        if turn and opened > self.passage.span.start and self.clean[opened - 1] == ",":
            return opened - 1
        return self._over_apposition(comma)

    def _over_apposition(self, comma: int) -> int | None:
        """Over what stands between two commas, or dashes, behind somebody's name."""
        first = self.clean.rfind(self.clean[comma], self.passage.span.start, comma)
        head = next((p for p in self.presences if first >= 0 and 0 <= first - p.stop <= 1), None)
        if not head or head.naming.sort is Sort.GROUP or head.naming.sort in SIDES or comma - first > APPOSITION:
            return None
        hears = self.passage.ending(self._end(head.start), "says")
        if hears and "hearer" in hears.flags:
            return None
        inner = next((p for p in self.presences if 0 <= p.start - first - 1 <= 1), None)
        if inner and inner.naming.how is How.NAME and inner.naming.name and head.naming.how is not How.NAME:
            return inner.stop
        return first

    def _end(self, place: int) -> int:
        return end_before(self.clean, place, over=" \xa0")
