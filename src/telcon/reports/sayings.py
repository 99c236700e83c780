"""Verbs of speech with those who speak: subjects, clauses that hang on another speaker's, and clauses in a row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from telcon.model.mentions import How, Mark, Sort
from telcon.model.spans import Span
from telcon.reports.attributions import Frame
from telcon.reports.drafts import Draft
from telcon.reports.scenes import Presence
from telcon.reports.speakers import Voice, Voices
from telcon.reports.statement_spans import find_content
from telcon.reports.utterances import MARKS, Passage

VERBS = ("says", "acts", "calls", "quotes")
NESTED, ADJUNCT, STEPS, BRIEF = 75, 60, 12, 50


@dataclass(frozen=True, slots=True)
class Saying:
    """One verb of speech. `chain` are those who speak, outermost first; the last one is the speaker.

    `start` is where its clause begins, `content` where what is said begins. `quoted` is the quotation that it belongs
    to where that stands before it; `carries`: another saying hangs on it, it says nothing of its own.
    """

    chain: tuple[Voice, ...]
    verb: Mark
    start: int
    content: int
    subject: Presence | None = None
    quoted: Span | None = None
    carries: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """Who speaks, and where the clause begins."""

    voice: Voice
    start: int
    presence: Presence | None = None


class SayingFinder:
    """Finds the sayings of one passage."""

    def __init__(self, passage: Passage, clean: str, frames: list[Frame], voices: Voices, draft: Draft | None) -> None:
        self.passage, self.clean, self.frames = passage, clean, frames
        self.voices, self.draft = voices, draft
        self.presences = [p for p in passage.outside() if p.naming.sort is not Sort.PLATFORM]

    def find(self) -> list[Saying]:
        """All sayings in order."""
        found: list[Saying] = []
        for verb in self.passage.words:
            if verb.meaning not in VERBS or any(frame.span.covers(verb.span) for frame in self.frames):
                continue
            if found and verb.span.start < found[-1].verb.span.stop:
                continue
            if saying := self._saying(verb, found):
                if found and self._goes_on(found[-1], saying):
                    continue
                if saying.chain[:-1] and found and saying.chain[:-1] == found[-1].chain and not found[-1].quoted:
                    found[-1] = replace(found[-1], carries=True)
                found.append(saying)
        return found

    def _goes_on(self, before: Saying, saying: Saying) -> bool:
        """Whether a verb goes on with the act before it: acts in a row, or a brief one *and said*."""
        if saying.chain != before.chain or saying.subject is not before.subject or saying.quoted or before.quoted:
            return False
        if before.verb.meaning == "acts" and saying.verb.meaning in ("acts", "calls"):
            return True
        text = self.clean[before.content : saying.start]
        return before.verb.meaning in ("acts", "calls") and len(text) < BRIEF and not text.rstrip().endswith(",")

    def _saying(self, verb: Mark, found: list[Saying]) -> Saying | None:
        content = find_content(self.passage, self.clean, verb)
        before = found[-1] if found else None
        if verb.meaning == "calls" and not self._calls(verb):
            return None
        subject = self._subject(verb)
        if subject is None:
            return self._coordinated(verb, content, before)
        if quotation := self._quotation_before(subject.start):
            chain = (subject.voice, *self._quoted_voice(verb))
            return Saying(chain, verb, subject.start, content, subject.presence, quotation)
        if not subject.voice.leading and before and verb.meaning == "acts":
            return None
        if before and not before.quoted and self._hangs(before, subject.start):
            return Saying((*before.chain, subject.voice), verb, subject.start, content, subject.presence)
        if before and not self._opens(subject.start, before):
            return None
        outer = self._outer(before, subject.voice)
        return Saying((*outer, subject.voice), verb, subject.start, content, subject.presence)

    def _calls(self, verb: Mark) -> bool:
        """Whether somebody gives a thing a name: *gọi … là*, *dùng chữ "…"*."""
        if "wording" in verb.flags:
            return any(0 <= quotation.start - verb.span.stop <= 3 for quotation in self.passage.quotations)
        limit = min(verb.span.stop + ADJUNCT, self.passage.span.stop)
        return bool(self.passage.between(verb.span.stop, limit, "that")) or any(
            verb.span.stop <= cue.span.start <= verb.span.stop + 12 for cue in self.passage.cues
        )

    def _quoted_voice(self, verb: Mark) -> tuple[Voice, ...]:
        """Whose words are quoted: *CCTV dẫn lời ông Tập*."""
        if verb.meaning != "quotes":
            return ()
        near = (p for p in self.presences if 0 <= p.start - verb.span.stop <= 1)
        voices = [voice for p in near if (voice := self.voices.of(p, self.draft))]
        return tuple(voices[:1])

    def _outer(self, before: Saying | None, voice: Voice) -> tuple[Voice, ...]:
        """Tellers of the clause before who also tell of what a leader says in this one."""
        if not before or not voice.leading:
            return ()
        return tuple(teller for teller in before.chain if not teller.leading)

    def _hangs(self, before: Saying, start: int) -> bool:
        """Whether a clause that begins at `start` is what the saying before says."""
        if before.verb.meaning not in ("says", "quotes"):
            return False
        gap = self.clean[before.content : start].strip()
        if not gap:
            return True
        if any(before.content <= p.start < start for p in self.presences if p.naming.sort is Sort.PERSON):
            return False
        return len(gap) <= NESTED and gap.endswith(",") and ";" not in gap

    def _opens(self, start: int, before: Saying) -> bool:
        """Whether a clause begins there: behind a stop, a comma or a word that brings in another one."""
        place = self._before(start)
        while word := self.passage.ending(place, "parts", "adverb", "joins"):
            place = self._before(word.span.start)
        return place < before.content or self.clean[place - 1] in ",;:." + MARKS

    def _coordinated(self, verb: Mark, content: int, before: Saying | None) -> Saying | None:
        """A verb that shares the subject of the one before it, or of its whole sentence."""
        start = verb.span.start
        while word := self.passage.ending(self._before(start), "adverb"):
            start = word.span.start
        place, joined = self._before(start), False
        while word := self.passage.ending(place, "joins"):
            start, place, joined = word.span.start, self._before(word.span.start), True
        if place > self.passage.span.start and self.clean[place - 1] in ",;":
            start, joined = place - 1, True
        if not joined or (verb.meaning == "calls" and not before):
            return None
        if before:
            return Saying(before.chain, verb, start, content, before.subject)
        subject = self._main(start)
        return Saying((subject.voice,), verb, start, content, subject.presence) if subject else None

    def _main(self, stop: int) -> Subject | None:
        """The subject of the sentence: the first naming before `stop` that hangs on nothing."""
        for presence in self.presences:
            if presence.stop > stop:
                return None
            framed = any(frame.span.covers(presence.naming.span) for frame in self.frames)
            hung = self.passage.ending(self._before(presence.start), "adjunct", "to", "publicly")
            if not framed and not hung and (subject := self._named(presence, takes=False)):
                return subject
        return None

    def _quotation_before(self, start: int) -> Span | None:
        place = len(self.clean[:start].rstrip(" ,-–" + MARKS))
        for quotation in self.passage.quotations:
            if quotation.stop <= start and -3 <= quotation.stop - place <= 3:
                return quotation
        return None

    # --- the subject of a verb

    def _subject(self, verb: Mark) -> Subject | None:
        place, takes = self._before(verb.span.start), "takes" in verb.flags
        if self.passage.ending(place, "nominal"):
            return None
        for _ in range(STEPS):
            if subject := self._ending(place, takes=takes):
                return subject
            back = self._step_back(place)
            if back is None:
                return self._across_adjunct(place, takes=takes)
            place = self._before(back)
        return None

    def _step_back(self, place: int) -> int | None:
        """Over what may stand between a subject and its verb: adverbs, dates, frames, brackets."""
        if word := self.passage.ending(place, "adverb"):
            return word.span.start
        for frame in self.frames:
            if place in (frame.span.stop, len(self.clean[: frame.span.stop].rstrip(" ,"))):
                return frame.span.start
        for date in self.passage.dates:
            if date.stop == place:
                return date.start
        if self.clean[place - 1] == ")" and (opened := self.clean.rfind("(", self.passage.span.start, place)) >= 0:
            return opened
        if self.clean[place - 1] == ",":
            return self._over_apposition(place - 1)
        return None

    def _over_apposition(self, comma: int) -> int | None:
        first = self.clean.rfind(",", self.passage.span.start, comma)
        head = next((p for p in self.presences if first >= 0 and 0 <= first - p.stop <= 1), None)
        if not head or head.naming.sort is not Sort.PERSON or comma - first > ADJUNCT + 20:
            return None
        inner = next((p for p in self.presences if 0 <= p.start - first - 1 <= 1), None)
        if inner and inner.naming.how is How.NAME and inner.naming.name and head.naming.how is not How.NAME:
            return inner.stop
        return first

    def _ending(self, place: int, *, takes: bool) -> Subject | None:
        if again := self.passage.ending(place, "again"):
            return self._again(again)
        for presence in self.presences:
            if presence.stop == place and presence.naming.sort is not Sort.PLATFORM:
                return self._named(presence, takes=takes)
        if account := self.passage.ending(place, "account"):
            voice = self.voices.last.get(Sort.BODY)
            return Subject(voice, account.span.start) if voice else None
        return None

    def _named(self, presence: Presence, *, takes: bool) -> Subject | None:
        before = self._before(presence.start)
        run = self._run(presence)
        word = self.passage.ending(before, "of", "to")
        if not word:
            voices = [voice for p in run if (voice := self.voices.of(p, self.draft, takes=takes))]
            return Subject(_together(voices), run[0].start, presence) if voices else None
        place = self._before(word.span.start)
        head = self.passage.ending(place, "account", "office")
        voice = self.voices.of(presence, self.draft, takes=takes and not head)
        if voice and head:
            voice = self.voices.office(voice) if head.meaning == "office" else voice
            return Subject(self.voices.note(voice) if not voice.leading else voice, head.span.start, presence)
        owner = next((p for p in self.presences if p.stop == place), None)
        return self._named(owner, takes=takes) if owner and word.meaning == "of" else None

    def _run(self, presence: Presence) -> list[Presence]:
        """The naming and those joined to it on its left."""
        run = [presence]
        for other in reversed(self.presences):
            gap = self.clean[other.stop : run[0].start].strip() if other.stop <= run[0].start else None
            if gap in (",", "và", "cùng") and run[0].start - other.stop <= 6 and other.leader and presence.leader:
                run.insert(0, other)
        return run if len(run) > 1 and "và" in self.clean[run[0].stop : presence.start] else [presence]

    def _again(self, again: Mark) -> Subject | None:
        sort = Sort.MEDIUM if "medium" in again.flags else Sort.BODY
        voice = self.voices.last.get(sort)
        return Subject(voice, again.span.start) if voice else None

    def _across_adjunct(self, place: int, *, takes: bool) -> Subject | None:
        """The subject with a place, an occasion or a time between it and its verb."""
        near = [p for p in self.presences if p.stop <= place and place - p.stop <= ADJUNCT]
        for presence in reversed(near):
            gap = self.clean[presence.stop : place]
            if any(sign in gap for sign in ",;:" + MARKS) or self.passage.between(presence.stop, place, *VERBS):
                return None
            if self.passage.word(presence.stop + 1, "adjunct"):
                return self._named(presence, takes=takes)
        return None

    def _before(self, place: int) -> int:
        while place > self.passage.span.start and self.clean[place - 1] in " \xa0":
            place -= 1
        return place


def _together(voices: list[Voice]) -> Voice:
    if len(voices) == 1:
        return voices[0]
    sources = tuple(dict.fromkeys(source for voice in voices for source in voice.sources))
    return Voice(sources, all(voice.leading for voice in voices), voices[0].sort)
