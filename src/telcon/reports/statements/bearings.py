"""Which contact the page speaks of at a place, as whoever reads who said what takes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from telcon.model.contacts import Status
from telcon.model.spans import Span
from telcon.reports.drafts import Draft, Sighting, is_matter
from telcon.reports.speech.speakers import Voice
from telcon.reports.speech.standings import VERBS
from telcon.reports.speech.utterances import Passage, end_before

if TYPE_CHECKING:
    from telcon.reports.stories import Story

Seen = list[tuple[Draft, Sighting]]


class Bearings:
    """Follows a page passage by passage: the contact in hand is what its paragraph told of last, else the page's own.

    What stands before the page's first contact belongs to that one. `told` are the contacts told of in their own right,
    not only as the matter of somebody's words.
    """

    def __init__(self, story: Story) -> None:
        self.story, self.clean = story, story.clean
        self.paragraph = -1
        self.local: Draft | None = None
        self.beside: list[Draft] = []
        self.main: Draft | None = next((draft for draft in (*story.about, *story.drafts) if draft), None)
        self.turned: Draft | None = None
        self.told: set[Draft] = set()
        self.opened = False

    def turn(self, passage: Passage, seen: Seen) -> Draft | None:
        """The contact in hand where a passage begins."""
        if passage.paragraph != self.paragraph:
            self.paragraph, self.local, self.beside = passage.paragraph, None, []
        about = self.story.about[passage.first]
        if about and about is not self.turned:
            own = [sighting for draft, sighting in seen if draft is about]
            if not own or not all(self._is_matter(passage, sighting) for sighting in own):
                self.main = about
            self.turned = about
        opening = self._opening(passage, seen)
        self.opened = opening is not None
        return opening or self.local or self.main

    def _opening(self, passage: Passage, seen: Seen) -> Draft | None:
        """The contact that a sentence names before anybody speaks in it: *Trong cuộc gọi với …, hai bên …*."""
        start = passage.span.start
        first = next((w.span.start for w in passage.words if w.meaning in VERBS and w.span.start > start), start)
        named = [(draft, s) for draft, s in seen if s.parties and s.cue.span.start < first and not s.aside]
        held = [d for d, s in named if d.status is Status.HELD and not self._is_matter(passage, s)]
        return held[0] if len(set(held)) == 1 else None

    def move_on(self, passage: Passage, seen: Seen, inner: Sequence[Span], announced: Sequence[Span] = ()) -> None:
        """Take in what a passage told of, but for what stands in the words of those who took part (`inner`).

        What they `announced` to everybody is told of, but the page goes on with what it had in hand.
        """
        told: list[Draft] = []
        for draft, sighting in seen:
            if not sighting.parties or sighting.aside or self._is_matter(passage, sighting):
                continue
            if any(span.covers(sighting.cue.span) for span in announced):
                self.told.add(draft)
            if any(span.covers(sighting.cue.span) for span in inner):
                continue
            told.append(draft)
        self.told.update(told)
        if held := [draft for draft in told if draft.status is Status.HELD]:
            self.local, self.beside = held[-1], held

    def _is_matter(self, passage: Passage, sighting: Sighting) -> bool:
        """Whether a contact is only what somebody spoke of: *nói về các cuộc điện đàm của ông với …*."""
        start = sighting.cue.span.start
        if not is_matter(sighting) and not passage.ending(end_before(self.clean, start), "deals"):
            return False
        return not self._is_heading(passage, sighting)

    def _is_heading(self, passage: Passage, sighting: Sighting) -> bool:
        """Whether the page itself turns to a contact, up to a colon: *Nhắc lại cuộc gọi Nga - Mỹ: Nhà Trắng viết …*."""
        start, cue = passage.span.start, sighting.cue.span
        stop = self.clean.find(":", cue.stop, passage.span.stop)
        opening = sighting.scene.between(start, cue.start, "about", "discussed")
        if stop < 0 or not opening or opening[0].span.start - start > 1:
            return False
        return not any(start < w.span.start < stop and w.meaning in VERBS for w in passage.words)

    def choose(
        self, passage: Passage, hand: Draft | None, seen: Seen, span: Span, voice: Voice, *, inner: bool
    ) -> Draft | None:
        """The contact that words belong to; `inner`: they were said in a contact, not about one.

        A contact that is still to come, or denied, goes first where it is named in them.
        """
        within = [(draft, s) for draft, s in seen if span.start <= s.cue.span.start < span.stop]
        inside = [draft for draft, _ in within]
        if coming := next((d for d, s in within if d.status is not Status.HELD and not is_matter(s)), None):
            return coming
        before = [(d, s) for d, s in seen if s.parties and not s.aside and s.cue.span.start < span.stop]
        named = [d for d, s in before if not (d in inside and (inner or s.back))]
        chosen = self._nearest(hand, passage, voice) if not named or hand in named else named[0]
        return self._of_speaker(chosen, [hand, *(draft for draft, _ in seen)], voice)

    def _of_speaker(self, chosen: Draft | None, others: list[Draft | None], voice: Voice) -> Draft | None:
        """The contact that the one who speaks took part in, where he took no part in the one chosen."""
        if not voice.leading or not chosen or took_part(chosen, voice):
            return chosen
        near = next((draft for draft in others if draft and took_part(draft, voice)), None)
        drafts = [draft for draft in reversed(self.story.drafts) if took_part(draft, voice)]
        return near or min(drafts, key=lambda d: (d.back, d.family is not chosen.family), default=chosen)

    def _nearest(self, hand: Draft | None, passage: Passage, voice: Voice) -> Draft | None:
        """Of contacts told of together, the one whose own people or their spokesmen the sentence names."""
        if hand not in self.beside or len(self.beside) < 2:
            return hand
        named = {p.leader.key for p in passage.presences if p.leader}
        sides = {source.side for source in voice.sources}
        shared = frozenset.intersection(*(frozenset(draft.parties.key) for draft in self.beside))
        for draft in self.beside:
            own = [actor for actor in draft.parties.actors if actor.key not in shared]
            if any(actor.key in named or actor.country in sides for actor in own):
                return draft
        return hand


def took_part(draft: Draft, voice: Voice) -> bool:
    """Whether all who speak took part in a contact."""
    return {actor.name for actor in draft.parties.actors}.issuperset(voice.names)
