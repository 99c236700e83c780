"""Whom *he said* means: whoever was speaking."""

from __future__ import annotations

from collections.abc import Iterable

from telcon.model.mentions import How, Sort
from telcon.reports.people.casts import Cast
from telcon.reports.scenes import Presence
from telcon.reports.speech.audiences import Setting
from telcon.reports.speech.saying import Saying
from telcon.reports.speech.speakers import Voice
from telcon.reports.speech.utterances import Passage, end_before


class Pronouns:
    """Follows who spoke last, for the pronouns of those who say something."""

    def __init__(self, cast: Cast, clean: str, presences: Iterable[Presence]) -> None:
        self.cast, self.clean = cast, clean
        self.known = {p.leader.name: p.leader for p in presences if p.leader and p.leader.name}

    def mean(
        self, here: Setting, saying: Saying, speaker: tuple[Voice, ...], before: Passage | None
    ) -> tuple[Voice, ...]:
        """The speakers of a saying: where a pronoun says it, whoever was speaking.

        Behind a quotation that is nobody named within it; at the head of the next sentence, nobody whom the one before
        only spoke of. Behind what one leader tells that the other said, it means the teller: *Theo ông Putin, ông Tập
        …, còn ông …*.
        """
        subject = saying.subject
        if subject is None or subject.naming.how is not How.PRONOUN:
            return saying.chain
        if teller := self._answering(here, saying):
            return (teller,)
        last = speaker[-1] if speaker else None
        if last is None or len(last.sources) != 1 or last.sort is not Sort.PERSON:
            return saying.chain
        if saying.quoted:
            span = saying.quoted
            inside = [p for p in here.passage.presences if span.covers(p.naming.span)]
            named = {actor for p in inside if p.naming.how is not How.SPEAKER for actor in p.actors}
            if named & set(subject.actors):
                return (last,)
        return self._next(here, saying, last, before)

    def _next(self, here: Setting, saying: Saying, last: Voice, before: Passage | None) -> tuple[Voice, ...]:
        """Whoever spoke in the sentence before, where this one names nobody before the pronoun."""
        subject, passage = saying.subject, here.passage
        follows = before is not None and passage.first == before.first + len(before.scenes)
        first = next(iter(passage.outside), None)
        actor = self.known.get(last.names[0])
        others = [p.leader for p in before.outside if p.leader] if before else []
        if others and actor not in others:
            return saying.chain
        if not subject or not follows or first is not subject or subject.naming.sort is not Sort.PERSON or not actor:
            return saying.chain
        if actor in subject.actors or not self.cast.fits(actor, subject.naming) or len(saying.chain) > 1:
            return saying.chain
        return (last,)

    def _answering(self, here: Setting, saying: Saying) -> Voice | None:
        tells = next((voice for voice in here.outer if voice.leading), None)
        turns = not saying.quoted and here.passage.ending(end_before(self.clean, saying.start), "parts")
        return tells if turns and tells and len(tells.sources) == 1 else None
