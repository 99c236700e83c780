"""How somebody who may speak stands in his clause: what is done to him, and where he only is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from telcon.inflections import Case
from telcon.model.mentions import How, Mark, Sort
from telcon.reports.scenes import Presence
from telcon.reports.speech.offices import OBLIQUE
from telcon.reports.speech.speakers import SIDES
from telcon.reports.speech.utterances import Passage

VERBS = ("says", "acts", "calls", "quotes", "denies")
OPENING = ("that", "clause", "joins", "parts", "turn", "adverb", "states", "known", "subordinate", "nominal")


class Standing:
    """The words about the namings of one passage.

    `before` gives the end of what stands before a place; `inverts`: subjects of the language may stand behind verbs.
    """

    def __init__(
        self,
        passage: Passage,
        clean: str,
        presences: Sequence[Presence],
        before: Callable[[int], int],
        *,
        inverts: bool,
    ) -> None:
        self.passage, self.clean, self.presences = passage, clean, presences
        self.before, self.inverts = before, inverts

    def is_bracketed(self, presence: Presence, place: int) -> bool:
        """Whether a medium's name stands in brackets behind what it is: *the state news agency (SPA)*."""
        bracketed = presence.naming.sort is Sort.MEDIUM and self.clean[presence.start - 1 : place] == (
            f"({self.clean[presence.start : presence.stop]})"
        )
        return bracketed and self.passage.ending(self.before(presence.start - 1), "head", "press") is not None

    def tells_of(self, word: Mark, presence: Presence) -> bool:
        """Whether a word for *of* only closes what is told of the one behind it: 执政多年的X说, 匿名的官员说."""
        naming = presence.naming
        alone = naming.how in (How.COUNTERPART, How.OFFICE)
        named = naming.sort is Sort.PERSON and (alone or naming.name or naming.persons)
        start = self.clean.rfind(",", self.passage.span.start, word.span.start) + 1
        bars = [w for w in self.passage.between(start, word.span.start, *OBLIQUE) if not self._is_where_he_was(w)]
        return bool(named) and "leads" in word.flags and not bars

    def _is_where_he_was(self, word: Mark) -> bool:
        """Whether a word tells of a place, or by whom he was asked: 正在巴黎的X说, 被记者追问的X说."""
        place = word.meaning == "adjunct" and "object" not in word.flags
        return place or self.passage.ending(self.before(word.span.start), "passive") is not None

    def opens(self, place: int) -> bool:
        """Whether a clause may begin behind `place`; else a state there only says whose somebody is."""
        if place <= self.passage.span.start or not self.clean[place - 1].isalnum():
            return True
        known = (*self.passage.dates, *(p.naming.span for p in self.presences))
        return bool(self.passage.ending(place, *OPENING, *VERBS)) or any(span.stop == place for span in known)

    def is_object(self, presence: Presence) -> bool:
        """Whether an act is done to the one named: *gửi thư tới ông Biden*."""
        if presence.naming.cases == {Case.NOMINATIVE}:
            return False
        acts = (cue for cue in self.passage.cues if not cue.noun and cue.flags & {"directed", "object", "received"})
        return any(0 <= presence.start - cue.span.stop <= 1 for cue in acts)

    def is_where(self, presence: Presence) -> bool:
        """Whether a state is only where it is said, by whoever speaks for it: *в Берлине подчеркнули*."""
        place = self.passage.ending(self.before(presence.start), "place")
        return self.inverts and place is not None and self.is_place(presence)

    def is_place(self, presence: Presence) -> bool:
        """Whether a state, a capital or a body is named, which stands for whoever speaks there."""
        return presence.naming.sort in SIDES
