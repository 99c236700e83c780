"""Whose words a quotation gives: who is named before it, in its midst or at its head."""

from __future__ import annotations

from telcon.model.mentions import How, Sort
from telcon.model.spans import Span
from telcon.reports.drafts import Draft
from telcon.reports.scenes import Presence
from telcon.reports.speech.interpolations import find_between
from telcon.reports.speech.inversions import find_behind
from telcon.reports.speech.speakers import SIDES, Voice, Voices
from telcon.reports.speech.standings import VERBS
from telcon.reports.speech.subjects import SubjectFinder
from telcon.reports.speech.unnamed import Subject
from telcon.reports.speech.utterances import MARKS, Passage, end_before

AHEAD, OPENER = 12, 40
BACK = " \xa0,-–—" + MARKS


class Claims:
    """Finds those whose words the quotations of one passage are."""

    def __init__(
        self, passage: Passage, clean: str, voices: Voices, draft: Draft | None, subjects: SubjectFinder
    ) -> None:
        self.passage, self.clean = passage, clean
        self.voices, self.draft, self.subjects = voices, draft, subjects

    def claim(self, quotation: Span) -> Subject | None:
        """Who says a quotation that no verb claims: the subject of the sentence before its colon or right before it."""
        place = self.subjects.before(end_before(self.clean, quotation.start, over=MARKS + " \xa0"))
        if place > self.passage.span.start and self.clean[place - 1] == ":":
            return self.subjects.main(place)
        if self.voices.inserted and (split := find_between(self.subjects, place)):
            return split
        if self.subjects.inverts and (split := self._inserted(quotation) or self._going_on(quotation)):
            return split
        while word := self.passage.ending(place, "adverb"):
            place = self.subjects.before(word.span.start)
        return self.subjects.ending(place, takes=True)

    def _going_on(self, quotation: Span) -> Subject | None:
        """Who is named behind the verb between two quotations: *«…», — сказал Песков. — «…»*."""
        place = end_before(self.clean, quotation.start, over=BACK + ".")
        first = max((q.stop for q in self.passage.quotations if q.stop < place), default=place)
        verb = next(iter(self.passage.between(first, place, "says")), None)
        subject = self.subjects.of(verb) if verb else None
        return subject if subject and subject.behind == place else None

    def _inserted(self, quotation: Span) -> Subject | None:
        """Who is named between dashes within the marks: *«Это выдумка, — сказал Песков. — Ничего не было»*."""
        for verb in self.passage.inner:
            place = end_before(self.clean, verb.span.start, over=" \xa0–—-")
            dashed = place < verb.span.start - 1 and self.clean[place - 1] in ",.!?"
            if verb.meaning != "says" or not dashed or not quotation.covers(verb.span):
                continue
            presence = find_behind(self.passage, self.clean, self.passage.presences, verb)
            if presence and (voice := self.voices.of(presence, self.draft)):
                return Subject(voice, verb.span.start, presence)
        return None

    def quotation_before(self, start: int) -> Span | None:
        """The quotation that ends right before `start`."""
        place = end_before(self.clean, start, over=BACK)
        for quotation in self.passage.quotations:
            if quotation.stop <= start and -3 <= quotation.stop - place <= 3:
                return quotation
        return None

    def is_inlaid(self, quotation: Span) -> bool:
        """Whether a quotation is a part of the page's own phrase: *trong cuộc điện đàm “tích cực”, ông …*."""
        place = self.subjects.before(end_before(self.clean, quotation.start, over=BACK))
        return self.clean[place - 1].isalpha() and not self.passage.ending(place, "that", *VERBS)

    def quoted(self, quotation: Span, voice: Voice) -> tuple[Voice, ...]:
        """The leaders whose words the quotation gives: those right before it, or at its head with a verb of speech."""
        place = self.subjects.before(end_before(self.clean, quotation.start, over=BACK))
        while word := self.passage.ending(place, "adverb"):
            place = self.subjects.before(word.span.start)
        subject = self.subjects.ending(place, takes=True) or self._quoted_head(quotation)
        return (subject.voice,) if subject and subject.voice.leading and subject.voice != voice else ()

    def heads(self, content: int, voice: Voice) -> tuple[Voice, ...]:
        """The leaders with whom a quotation begins that is all that was said: *viết: “Ông Putin nói với tôi …”*."""
        opened = next((q for q in self.passage.quotations if 0 <= q.start - content <= 1), None)
        subject = self._quoted_head(opened) if opened and self._closes(opened) else None
        place = subject and subject.presence and subject.presence.naming.sort in SIDES
        return (subject.voice,) if subject and subject.voice.leading and subject.voice != voice and not place else ()

    def _closes(self, quotation: Span) -> bool:
        rest = self.clean[quotation.stop : self.passage.span.stop].strip(" .…" + MARKS)
        return not rest or rest[0] in ",;-–"

    def _quoted_head(self, quotation: Span) -> Subject | None:
        start = quotation.start
        about = any(word.span.start == start and word.meaning == "that" for word in self.passage.inner)
        if about and (comma := self.clean.find(",", start, start + OPENER)) >= 0:
            start = comma + 1
        first = next((p for p in self.passage.presences if 0 <= p.start - start <= 2), None)
        verbs = [word for word in self.passage.inner if word.meaning in VERBS]
        if not first or not any(0 <= verb.span.start - first.stop <= AHEAD for verb in verbs):
            return None
        if first.naming.how is How.SPEAKER:
            return None
        if first.naming.sort is Sort.GROUP and self._names_states(first):
            return None
        voice = self.voices.of(first, self.draft, takes=True)
        return Subject(voice, first.start, first) if voice else None

    def _names_states(self, group: Presence) -> bool:
        """Whether it is not people who are meant: *cả hai nước*."""
        start = group.stop + 1
        return any(word.span.start == start and word.meaning == "states" for word in self.passage.inner)
