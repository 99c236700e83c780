"""Who speaks where a word stands beside a name: an office, a government, an official, the press of a state."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from telcon.model.contacts import Source
from telcon.model.mentions import Mark, Sort
from telcon.reports.drafts import Draft
from telcon.reports.scenes import Presence
from telcon.reports.speech.speakers import SIDES, Voice, Voices
from telcon.reports.speech.unnamed import Subject
from telcon.reports.speech.utterances import Passage
from telcon.roster import PRESS_SERVICE

FOREIGN = ("Embassy of {state}", PRESS_SERVICE, "State media of {state}")
"""Bodies that are not of the state in whose capital they are, or of no state."""

OBLIQUE = ("adjunct", "subordinate", "to", "publicly")


class Offices:
    """Finds them in one passage; `before` gives the end of what stands before a place."""

    def __init__(
        self,
        passage: Passage,
        voices: Voices,
        draft: Draft | None,
        presences: Sequence[Presence],
        before: Callable[[int], int],
    ) -> None:
        self.passage, self.voices, self.draft, self.presences, self.before = passage, voices, draft, presences, before

    def official(self, presence: Presence) -> Subject | None:
        """Somebody of a state or a body, with his rank between: *một quan chức cấp cao Mỹ*."""
        place = self.before(presence.start)
        if seated := self._seated(presence, place):
            return seated
        if word := self.passage.ending(place, "rank", "adjunct"):
            place = self.before(word.span.start)
        if rank := self.passage.ending(place, "rank"):
            place = self.before(rank.span.start)
        owner = next((p for p in self.presences if p.stop == place and p.naming.sort is Sort.PERSON), None)
        voice = self.voices.of(presence, self.draft)
        if not owner or not voice or owner.naming.name or owner.naming.persons or not word:
            return None
        return Subject(self.voices.official(voice), owner.start, owner)

    def _seated(self, presence: Presence, place: int) -> Subject | None:
        """A body without its state, behind which its town stands: *the foreign ministry in Nairobi*."""
        word = self.passage.ending(place, "adjunct") if presence.naming.sort is Sort.CAPITAL else None
        stop = self.before(word.span.start) if word else 0
        found = self.voices.stateless(self.passage.span.start, stop) if word else None
        if not found or found[0] in FOREIGN or any(p.start < stop <= p.stop for p in self.presences):
            return None
        name, country = self.voices.story.roster.body(found[0], presence.naming.country), presence.naming.country
        return Subject(self.voices.note(Voice((Source(name, country),), sort=Sort.BODY)), found[1], presence)

    def press(self, stop: int, presence: Presence) -> Subject | None:
        """A paper pointed at by its country, the medium told of last; the media of a country, together."""
        word = self.passage.ending(stop, "head", "press")
        if word and "many" in word.flags and presence.naming.sort in SIDES:
            return Subject(self.voices.media(presence.naming.country), word.span.start, presence)
        voice = self.voices.last.get(Sort.MEDIUM)
        return Subject(voice, word.span.start) if voice and word and word.meaning == "head" else None

    def government(self, presence: Presence, head: Mark) -> Subject | None:
        """The government of a state, where it does not hang on another: *Chính phủ Đức*; who speaks for it likewise."""
        before = self.before(head.span.start)
        voice, start = self.voices.government(presence), head.span.start
        if self.passage.ending(before, *OBLIQUE):
            return None
        if of := self.passage.ending(before, "of"):
            before = self.before(of.span.start)
        if word := self.passage.ending(before, "account", "official"):
            start = word.span.start
        elif of:
            return None
        return Subject(voice, start, presence)

    def headed(self, voice: Voice, head: Mark, presence: Presence) -> Voice:
        """The voice of somebody's office, of his unnamed official, or of what he has published."""
        if (
            "house" in head.flags
            and presence.naming.sort in SIDES
            and (house := self.voices.house(presence, self.draft))
        ):
            return house
        own = "house" in head.flags and presence.naming.sort is Sort.PERSON  # *пресс-служба Путина*
        if head.meaning == "office" or "office" in head.flags or own:
            return self.voices.note(self.voices.office(voice, presence))
        if head.meaning == "official" and presence.naming.sort is not Sort.BODY:
            return self.voices.official(voice)
        return voice if voice.leading else self.voices.note(voice)
