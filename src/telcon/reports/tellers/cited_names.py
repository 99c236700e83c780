"""Whom somebody cites who tells: *dẫn lời người phát ngôn*, *citing an aide to Macron*, *со ссылкой на Кремль*."""

from __future__ import annotations

from dataclasses import replace

from telcon.model.mentions import Mark
from telcon.model.spans import Span
from telcon.reports.drafts import Draft
from telcon.reports.scenes import Presence
from telcon.reports.speech.attributions import owning
from telcon.reports.speech.speakers import Voice, Voices
from telcon.reports.speech.subjects import SubjectFinder
from telcon.reports.speech.tails import TAIL
from telcon.reports.speech.unnamed import is_aide
from telcon.reports.speech.utterances import Passage, skip_blanks
from telcon.reports.statements.statement_spans import find_content

BETWEEN = ("head", "rank", "adjunct")
CITING = ("account", "of", "office", "official", "head", "indefinite", "nominal")


class CitedNames:
    """Finds those who are cited in one passage."""

    def __init__(
        self, passage: Passage, clean: str, voices: Voices, draft: Draft | None, subjects: SubjectFinder
    ) -> None:
        self.passage, self.clean, self.voices, self.draft, self.subjects = passage, clean, voices, draft, subjects

    def cited(self, verb: Mark) -> tuple[tuple[Voice, ...], int]:
        """Whose words a verb like *dẫn lời* brings in, and where these begin."""
        content = find_content(self.passage, self.clean, verb)
        if verb.meaning != "quotes":
            return (), content
        near = self._cited_naming(self._past_documents(verb.span.stop))
        if not near:
            return (), content
        stop = find_content(self.passage, self.clean, replace(verb, span=Span(verb.span.start, near.stop)))
        if self.subjects.inverts and (later := self.passage.word(stop, "says")):
            # *ТАСС со ссылкой на Кремль сообщает, что …*
            stop = find_content(self.passage, self.clean, later)
        return self.voiced(near), stop

    def behind(self, verb: Mark) -> tuple[Voice, ...]:
        """Whoever stands behind a verb in the passive: *was confirmed by Ushakov*."""
        near = self._cited_naming(self._past_documents(verb.span.stop))
        return self.voiced(near) if near and near.start > verb.span.stop + 1 else ()

    def voiced(self, near: Presence) -> tuple[Voice, ...]:
        """The voice of whom somebody cites, or of his office."""
        official = self.subjects.offices.official(near) or self.subjects.unnamed.somebodys(near)
        voice = official.voice if official else self.voices.of(near, self.draft)
        sign = owning(self.passage, skip_blanks(self.clean, near.stop))
        start = skip_blanks(self.clean, sign.span.stop) if sign else -1
        own = self.passage.word(start, "office", "official") if sign else None
        if voice and near.leader and any(p.start == start and is_aide(p) for p in self.subjects.presences):
            return (self.voices.official(voice),)
        if voice and own and near.leader:
            office = own.meaning == "office"
            return (self.voices.note(self.voices.office(voice, near)) if office else self.voices.official(voice),)
        head = self.passage.ending(self.subjects.before(near.start), "office", "account")
        if voice and head and (head.meaning == "office" or ("house" in head.flags and voice.leading)):
            voice = self.voices.note(self.voices.office(voice, near))
        return (voice,) if voice else ()

    def _cited_naming(self, place: int) -> Presence | None:
        """The naming at `place`, or the last of those that stand in one phrase with it: an office, a body, a name."""
        found: Presence | None = None
        for presence in self.subjects.presences:
            gap = presence.start - self._past_documents(place, *(BETWEEN if found else CITING))
            if presence.start >= place and 0 <= gap <= 1:
                found, place = presence, presence.stop
        return found and (self._named_for(found) or found)

    def _named_for(self, owner: Presence) -> Presence | None:
        """The one named as somebody's own: *quoted the president's spokesman, Dmitry Peskov, as saying*."""
        sign = owning(self.passage, skip_blanks(self.clean, owner.stop))
        start = skip_blanks(self.clean, sign.span.stop) if sign else -1
        aide = next((p for p in self.subjects.presences if p.start == start), None)
        if not aide or not is_aide(aide):
            return aide if aide and aide.leader and not aide.leader.leads else None
        place = skip_blanks(self.clean, aide.stop)
        place = skip_blanks(self.clean, place + 1) if self.clean[place : place + 1] == "," else place
        named = (p for p in self.subjects.presences if p.start == place)
        return next((p for p in named if p.leader and p.leader.name and not p.leader.leads), None)

    def _past_documents(self, place: int, *meanings: str) -> int:
        """Over words like *thông báo của* and *văn phòng*."""
        while True:
            words = self.passage.between(place, place + TAIL, *(meanings or CITING))
            ends = [w.span.stop for w in words if w.span.start - place <= 1]
            ends += [p.stop for p in self.subjects.platforms if 0 <= p.start - place <= 1]
            if not ends:
                return place
            place = ends[0]
