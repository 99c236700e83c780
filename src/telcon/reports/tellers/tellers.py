"""Whose account a page follows: those named as telling, and those whose account it goes on with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telcon.model.contacts import Source, Status
from telcon.model.mentions import Mark, Sort
from telcon.model.spans import Span
from telcon.reports.distinct import each_once
from telcon.reports.drafts import OPEN, Draft
from telcon.reports.speech.attributions import Frame, opens_account
from telcon.reports.speech.audiences import Setting
from telcon.reports.speech.inversions import stands_free
from telcon.reports.speech.speakers import Voice, Voices
from telcon.reports.speech.utterances import Passage
from telcon.reports.statements.bearings import Bearings

BESIDE = 1
"""How many paragraphs behind an account what is planned in it is still told by it."""


class Tellers:
    """Keeps whose account a page follows; `told_of` are the contacts that they told of last."""

    def __init__(self, voices: Voices, bearings: Bearings) -> None:
        self.voices, self.bearings = voices, bearings
        self.told_of: set[Draft | None] = set()
        self._account: tuple[Voice, ...] = ()
        self._readout: tuple[Voice, ...] = ()
        self._followed = -1
        self._person: list[Voice] = []
        self._sourced: Passage | None = None

    def listen(self, passage: Passage, about: Draft | None, clean: str) -> Iterator[tuple[Draft, Source]]:
        """Take in which media and bodies a passage names; whose account it opens with tells of what it is about."""
        for presence in passage.outside:
            if presence.naming.sort not in (Sort.MEDIUM, Sort.BODY):
                continue
            voice = self.voices.of(presence, about)
            self.voices.teller = voice if stands_free(passage, clean, presence) else self.voices.teller
            if voice and presence.naming.sort is Sort.BODY and opens_account(passage, clean, presence):
                self.voices.readout = voice
                yield from ((about, source) for source in voice.sources if about)

    def name(self, frames: Sequence[Frame], about: Draft | None) -> tuple[Voice, ...]:
        """Those according to whom a passage speaks, outermost first."""
        voices = [voice for frame in frames[:1] for voice in self._framed(frame, about)]
        return each_once(voices) if voices else ()

    def _framed(self, frame: Frame, about: Draft | None) -> Iterator[Voice]:
        if frame.again:
            yield from self._again(frame.again)
        for presence in frame.presences:
            if frame.press and presence is frame.presences[0]:
                yield self.voices.media(presence.naming.country)
            elif frame.stands and presence is frame.presences[0]:
                if voice := self.voices.of(presence, about):
                    office = frame.stands == "office"
                    yield self.voices.office(voice, presence) if office else self.voices.official(voice)
            elif frame.governing and presence is frame.presences[0]:
                yield self.voices.government(presence)
            elif voice := self.voices.of(presence, about):
                yield voice

    def _again(self, word: Mark) -> list[Voice]:
        if word.meaning == "thereby":
            return self._person if "person" in word.flags and self._person else list(self._account[:1])
        if word.meaning == "account" and self.voices.readout:
            return [self.voices.readout]
        voice = self.voices.again(word)
        return [voice] if voice else []

    def follow(self, here: Setting, chain: tuple[Voice, ...]) -> None:
        """Take in who tells."""
        tellers = tuple(voice for voice in chain if not voice.leading)
        self._person = list(chain[-1:]) if chain and chain[-1].sort is Sort.PERSON else self._person
        if tellers:
            self._account, self._followed = tellers, here.passage.paragraph
            self.voices.note(tellers[-1])
            self.voices.teller = tellers[-1]
        bodies = tuple(voice for voice in tellers if voice.sort is not Sort.PERSON and voice.sources[0].side)
        if bodies:
            self.voices.readout = bodies[-1]
        if bodies and bodies == tellers:
            self._readout = tellers

    def tell(self, here: Setting, draft: Draft | None) -> None:
        """Take in of which contacts they tell."""
        seen = (d for d, sighting in here.seen if sighting.parties and not sighting.aside and d.status is Status.HELD)
        self.told_of = {draft, *seen}

    def before(self, here: Setting, chain: tuple[Voice, ...], span: Span) -> tuple[Voice, ...]:
        """The chain of one who took part, with those whose account of the same contact the page goes on with.

        An official's words carry on within their paragraph; behind it the page goes back to a side's own account. What
        one invites the other to in the contact that they tell of is told by them too.
        """
        account = self._account if here.passage.paragraph == self._followed else self._readout or self._account
        parties = {actor.name for actor in here.about.parties.actors} if here.about else set()
        goes_on = len(chain) == 1 and chain[0].leading and parties.issuperset(chain[0].names)
        if not goes_on or not account:
            return chain
        draft = self.bearings.choose(here.passage, here.about, here.seen, span, chain[-1], inner=True)
        followed = here.passage.paragraph == self._followed
        people = {told.parties.key for told in self.told_of if told}
        wanted = draft is not None and draft.status is Status.PROPOSED
        beside = draft is not None and draft.status in OPEN and here.passage.paragraph - self._followed <= BESIDE
        near = draft is not None and draft.parties.key in people and (followed or wanted or beside)
        if self._sourced is here.passage or draft in self.told_of or near:
            self._sourced = here.passage
            return (*account, *chain)
        return chain
