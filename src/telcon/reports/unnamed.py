"""Subjects without a name of their own: unnamed sources, officials, offices, announcements, letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from telcon.model.contacts import Kind
from telcon.model.mentions import Mark, Sort
from telcon.model.values import value
from telcon.reports.drafts import Draft, Family
from telcon.reports.initiators import choose_initiator
from telcon.reports.scenes import Presence
from telcon.reports.speakers import SIDES, Voice, Voices
from telcon.reports.utterances import MARKS, Passage, end_before

HEARER = 12
TELLING = frozenset({"tells", "says"})


@value(frozen=True, slots=True)
class Subject:
    """Who speaks, where the clause begins, and who relays it (*được AFP trích lời*).

    `behind` is where he ends who stands behind his verb.
    """

    voice: Voice
    start: int
    presence: Presence | None = None
    relay: Voice | None = None
    behind: int | None = None


class Unnamed:
    """Finds who speaks where nobody is named for it."""

    def __init__(
        self, passage: Passage, clean: str, voices: Voices, draft: Draft | None, presences: Sequence[Presence]
    ) -> None:
        self.passage, self.clean = passage, clean
        self.voices, self.draft, self.presences = voices, draft, presences

    def office_of(self, place: int) -> Subject | None:
        """The office of the one whose name ends at `place`."""
        owner = next((p for p in self.presences if 0 <= place - p.stop <= 1 and p.naming.sort is Sort.PERSON), None)
        voice = self.voices.of(owner, self.draft) if owner else None
        return (
            Subject(self.voices.note(self.voices.office(voice, owner)), owner.start, owner) if voice and owner else None
        )

    def published(self, verb: Mark) -> Subject | None:
        """Who published what a verb without a subject calls by its name: *Thông báo cho biết*."""
        if "document" not in verb.flags:
            return None
        voice = self._sender() or self.voices.published
        return Subject(voice, verb.span.start) if voice else None

    def informed(self, verb: Mark, place: int, ending: Callable[[int], Subject | None]) -> Subject | None:
        """Whom an unnamed source speaks to, else who told of one last: *Một nguồn tin nói với Reuters rằng*.

        `ending` finds the subject that ends at a place.
        """
        word = self.passage.ending(place, "official", "again")
        if not word or TELLING.isdisjoint({*verb.flags, verb.meaning}):
            return None
        start = end_before(self.clean, word.span.start)
        if cites := self.passage.ending(start, "quotes"):
            return ending(end_before(self.clean, cites.span.start))
        opens = start <= self.passage.span.start or self.clean[start - 1] in ",;:." + MARKS
        if not opens and not self.passage.ending(start, "that", "joins", "parts"):
            return None
        media = (p for p in self.presences if p.naming.sort is Sort.MEDIUM)
        near = next((p for p in media if 0 <= p.start - verb.span.stop <= HEARER), None)
        voice = self.voices.of(near, self.draft) if near else self.voices.latest
        return Subject(voice, word.span.start) if voice else None

    def letter(self, place: int) -> Subject | None:
        """Whoever sent the letter or telegram in hand, which ends there: *Bức điện viết*."""
        cue = next((c for c in self.passage.cues if c.span.stop == place and c.noun and c.kind is Kind.MESSAGE), None)
        voice = self._sender() if cue else None
        return Subject(voice, cue.span.start) if cue and voice else None

    def _sender(self) -> Voice | None:
        """Who sent the letter in hand."""
        asked = choose_initiator(self.draft) if self.draft and self.draft.family is Family.WRITTEN else None
        if not asked or not self.draft:
            return None
        return self.voices.joint([a for a in self.draft.parties.actors if a.country == asked.side], self.draft)

    def officials(self, group: Presence, state: Presence) -> Subject | None:
        """Two of one state, whose leaders they cannot be: *hai quan chức Mỹ*."""
        between = [p for p in self.presences if group.stop <= p.start <= state.start and p.naming.sort in SIDES]
        if group.naming.sort is not Sort.GROUP or group.naming.size != len(between) + 1:
            return None
        voice = self.voices.of(state, self.draft)
        return Subject(self.voices.official(voice), group.start, group) if voice else None
