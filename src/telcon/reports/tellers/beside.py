"""Those who stand beside a contact as its tellers, whatever is said of them: *… (Antara)*, *the Kremlin's account*.

They add tellers, no statements. A medium outside quotations that a sentence names beside a contact told of for its own
sake is there to tell of it, so is a body or an official before a colon, and one near a word for speech who had no part
in any contact. A document of a body or a medium tells of the contact in hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from telcon.inflections import Case
from telcon.model.actors import Actor
from telcon.model.contacts import Office, Source
from telcon.model.mentions import How, Mark, Sort
from telcon.model.spans import Span
from telcon.reports.distinct import each_once
from telcon.reports.drafts import OPEN, Draft, Sighting
from telcon.reports.scenes import Presence
from telcon.reports.speech.audiences import Setting
from telcon.reports.speech.speakers import Voices
from telcon.reports.speech.utterances import MARKS, end_before, skip_blanks

TELLING = ("says", "quotes", "account", "publicly", "according", "calls", "denies")
POINTING, OTHERWISE = ("account", "above", "official"), ("earlier", "negative", "silent")
DASHES = (" -", " –", " —")
HEAD = 40
"""How far from its beginning a sentence may name whose words follow a colon."""


class Beside:
    """Finds those who stand beside the contacts of one passage."""

    def __init__(self, here: Setting, clean: str, voices: Voices, took_part: set[Actor]) -> None:
        self.passage, self.about, self.clean, self.voices = here.passage, here.about, clean, voices
        self.took_part = took_part
        self.told = [(draft, s) for draft, s in here.seen if s.parties and not s.aside]
        self.meant = each_once(draft for draft, s in here.seen if draft.status in OPEN and not s.aside)

    def find(self) -> Iterator[tuple[Draft, Source]]:
        """The tellers, each with the contacts of which they tell."""
        for presence in self.passage.outside:
            drafts: list[Draft] = []
            if self.told and (self._is_named(presence) or self._opens(presence) or self._publishes(presence)):
                drafts = _nearest(presence, self.told)
            elif self.about and (self._publishes(presence) or (not self.told and self._goes_on(presence))):
                drafts = list(self.meant) or [self.about]
            voice = self.voices.of(presence, self.about) if drafts else None
            if voice and not voice.leading:
                yield from ((draft, source) for draft in drafts for source in voice.sources)

    def _is_named(self, presence: Presence) -> bool:
        """Whether it is a medium, or an official who had no part in any contact where somebody says something."""
        if presence.naming.sort is Sort.MEDIUM:
            return bool(presence.actors) and not self._is_mark(presence)
        speaks = self.passage.quotations or not self.passage.meanings.isdisjoint(TELLING)
        return bool(speaks) and self._is_aide(presence) and not self._is_silent(presence) and not self._hangs(presence)

    def _is_mark(self, presence: Presence) -> bool:
        """Whether a medium only marks whose words these are, *(Dân trí) - …*, *QĐND - …*, or is part of a word."""
        before = self.clean[self.passage.scenes[0].span.start : presence.start]
        behind = self.clean[presence.stop : presence.stop + 2]
        joined = before.endswith("-") or (behind[:1] == "-" and behind[1:].isalpha())  # *Euro-Atlantic*
        if joined or before.rstrip().endswith("|"):  # *File photo | ANI*
            return True
        return before == "(" or (not before and behind in DASHES) or (before.endswith("/") and behind.startswith("/"))

    def _hangs(self, presence: Presence) -> bool:
        """Whether somebody else acts on him: *told Ushakov*, *được ông Gargash trao*."""
        return self.passage.ending(end_before(self.clean, presence.start), "passive", "to", "adjunct") is not None

    def _is_aide(self, presence: Presence) -> bool:
        actor, naming = presence.leader, presence.naming
        if actor is None or not (actor.name and actor.country) or naming.how is not How.NAME:
            return False
        return actor.role is Office.OTHER and actor not in self.took_part

    def _is_silent(self, presence: Presence) -> bool:
        """Whether the next that is said of it is that it says nothing: *nói rằng ông không bình luận*."""
        words = self.passage.between(presence.stop, self.passage.span.stop, *TELLING, "silent")
        first = words[0].span.stop + HEAD if words else 0
        return any(word.meaning == "silent" and word.span.start <= first for word in words)

    def _opens(self, presence: Presence) -> bool:
        """Whether a body or an official stands before a colon near the head of the sentence."""
        stop = presence.stop
        if self.clean[stop : stop + 2].strip().startswith("("):
            stop = self.clean.find(")", stop, stop + HEAD) + 1
        if not stop or not self.clean[stop : stop + 3].lstrip(MARKS + " ").startswith(":"):
            return False
        if presence.start - self.passage.span.start > HEAD or self._is_silent(presence):
            return False
        if presence.naming.cases and Case.NOMINATIVE not in presence.naming.cases:
            return False  # *предупреждал прессу: …*
        return presence.naming.sort is Sort.BODY or self._is_aide(presence)

    def _goes_on(self, presence: Presence) -> bool:
        """Whether a sentence that tells of no contact goes on with the one in hand, and names who told of it."""
        plain = self.passage.meanings.isdisjoint(OTHERWISE)
        if presence.naming.sort is not Sort.MEDIUM:
            official = "above" in self.passage.meanings and self._is_named(presence)
            return self._opens(presence) or (plain and (official or self._is_behind(presence)))
        points = any(cue.noun for cue in self.passage.cues) or any(self._points(word) for word in self.passage.words)
        return points and plain

    def _is_behind(self, presence: Presence) -> bool:
        """Whether it was told by a body or an official: *It was announced by Downing Street*, *by both A and B*."""
        if presence.naming.sort is not Sort.BODY and not self._is_aide(presence):
            return False
        verbs = [word for word in self.passage.words if word.meaning == "says" and "takes" not in word.flags]
        verb = next((word for word in verbs if word.span.stop < presence.start), None)
        if verb is None:
            return False
        start, stop = self.passage.span.start, skip_blanks(self.clean, presence.stop)
        points = self.passage.word(start, "above") or any(cue.noun for cue in self.passage.cues)
        passive = self.passage.ending(end_before(self.clean, verb.span.start), "passive")
        pointed = "document" in verb.flags if verb.span.start == start else points and passive
        led = self.passage.between(verb.span.stop, presence.start, "of")
        return bool(pointed) and bool(led or self.passage.word(stop, "office", "account"))

    def _points(self, word: Mark) -> bool:
        """Whether a word points at what was told, and is no verb of telling itself: 报道."""
        return word.meaning in POINTING and self.passage.word(word.span.start, "says") is None

    def _publishes(self, presence: Presence) -> bool:
        """Whether a document of a body or a medium is spoken of: *the Kremlin's account*, *bản tin của BTA*."""
        if presence.naming.sort not in (Sort.BODY, Sort.MEDIUM) or self._is_silent(presence):
            return False
        word = self._document(presence)
        return word is not None and not self.passage.between(self.passage.span.start, word.span.stop, "negative")

    def _document(self, presence: Presence) -> Mark | None:
        """The word for a document right behind its owner, or before him."""
        stop = skip_blanks(self.clean, presence.stop)
        if sign := self.passage.word(stop, "possessive", "of"):
            stop = skip_blanks(self.clean, sign.span.stop)
        if word := self.passage.word(stop, "account"):
            return word
        place = end_before(self.clean, presence.start, over=" " + MARKS)
        while word := self.passage.ending(place, "of", "head", "indefinite", "nominal", "office", "press", "place"):
            place = end_before(self.clean, word.span.start)
        return self.passage.ending(place, "account")


def _nearest(presence: Presence, told: Sequence[tuple[Draft, Sighting]]) -> list[Draft]:
    """The contacts that the cue nearest to a naming tells of."""

    def apart(span: Span) -> int:
        return max(span.start - presence.stop, presence.start - span.stop)

    cue = min((sighting.cue.span for _, sighting in told), key=apart)
    return [draft for draft, sighting in told if sighting.cue.span == cue]
