"""Verbs of speech with those who speak: clauses that hang on another speaker's, clauses in a row, quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from telcon.model.mentions import How, Mark, Sort
from telcon.model.spans import Span
from telcon.reports.drafts import Draft
from telcon.reports.scenes import Presence
from telcon.reports.speech.attributions import Frame
from telcon.reports.speech.backsteps import MANNER
from telcon.reports.speech.interpolations import find_teller, stands_within, tells_within
from telcon.reports.speech.saying import Saying
from telcon.reports.speech.speakers import SIDES, Voice, Voices, join_voices
from telcon.reports.speech.standings import VERBS
from telcon.reports.speech.subjects import ADJUNCT, SubjectFinder
from telcon.reports.speech.tails import is_tail
from telcon.reports.speech.unnamed import Subject
from telcon.reports.speech.utterances import MARKS, Passage, skip_blanks, skip_words
from telcon.reports.statements.quoted import Claims
from telcon.reports.statements.statement_spans import PAUSE, find_content
from telcon.reports.tellers.cited_names import CitedNames

NESTED, BRIEF, AHEAD, LEAST, CLAUSE, OPENER, POINTED, CLOSING = 75, 50, 12, 4, 25, 40, 3, 6
BACK = " \xa0,-–—" + MARKS


class SayingFinder:
    """Finds the sayings of one passage."""

    def __init__(
        self, passage: Passage, clean: str, frames: Sequence[Frame], voices: Voices, draft: Draft | None
    ) -> None:
        self.passage, self.clean, self.frames = passage, clean, frames
        self.voices, self.draft = voices, draft
        self.subjects = SubjectFinder(passage, clean, frames, voices, draft)
        self.claims = Claims(passage, clean, voices, draft, self.subjects)
        self.presences = self.subjects.presences
        self.citing = CitedNames(passage, clean, voices, draft, self.subjects)

    def find(self) -> list[Saying]:
        """All sayings in order."""
        found: list[Saying] = []
        for verb in self.passage.words:
            if verb.meaning not in VERBS or any(frame.span.covers(verb.span) for frame in self.frames):
                continue
            if found and verb.span.start < found[-1].content and verb.span.start < found[-1].verb.span.stop:
                continue
            if found and found[-1].tail and "quotes" in (found[-1].verb.meaning, verb.meaning):
                continue
            if found and found[-1].whole and "shared" in verb.flags:
                continue
            saying = self._saying(verb, found[-1] if found else None)
            if saying and found and self.voices.inserted and tells_within(self.subjects, found[-1], saying):
                saying = replace(saying, chain=(saying.chain[-1], *found[-1].chain))
                found[-1:] = [replace(found[-1], carries=True), saying]
            elif saying and not (found and self._goes_on(found[-1], saying)):
                if found and self._carries(found[-1], saying):
                    found[-1] = replace(found[-1], carries=True)
                found.append(self._nested(found[-1], saying) if found else saying)
        return found

    def _nested(self, before: Saying, saying: Saying) -> Saying:
        """A saying with where the same one's words begin in which it stands: *said he had told B that*."""
        own = before.chain[-1:] == saying.chain[-1:] and before.verb.meaning == "says" and not before.quoted
        held = "takes" in before.verb.flags or "opinion" in before.verb.flags
        inside = own and not held and not self.clean[before.content : saying.start].strip()
        return replace(saying, nested=before.content) if inside else saying

    def _carries(self, before: Saying, saying: Saying) -> bool:
        """Whether a saying is what the one before it says, not what is told beside it: *… và ông Tập bày tỏ*."""
        nested = bool(saying.chain[:-1]) and saying.chain[:-1] == before.chain and not before.quoted
        return nested and not self.passage.ending(self.subjects.before(saying.start), "joins")

    def _goes_on(self, before: Saying, saying: Saying) -> bool:
        """Whether a verb goes on with the act before it: acts in a row, a brief one *and said*, what his side wants."""
        if self._wants_too(before, saying):
            return True
        if saying.chain != before.chain or saying.subject is not before.subject or saying.quoted or before.quoted:
            return False
        if before.verb.meaning == "acts" and saying.verb.meaning in ("acts", "calls"):
            return True
        text = self.clean[before.content : saying.start].rstrip()
        if "along" in saying.verb.flags and len(text.split()) >= LEAST and not text.endswith(";"):
            return before.chain[-1].leading or not self._names_another(before, saying)
        if text.endswith((",", ";")) or self.clean[saying.start] in ",;":
            return False
        if "stance" in saying.verb.flags or self._is_brief(saying):
            return True
        return before.verb.meaning in ("acts", "calls") and len(text) < BRIEF

    def _wants_too(self, before: Saying, saying: Saying) -> bool:
        """Whether a speaker goes on with what his own side wants: *Xi said …; China is ready to …*."""
        side = saying.subject is not None and saying.subject.naming.sort in SIDES and saying.chain == before.chain
        said = before.verb.meaning == "says" and not before.quoted and not before.tail
        return side and said and "wish" in saying.verb.flags and before.chain[-1].leading

    def _names_another(self, before: Saying, saying: Saying) -> bool:
        """Whether a leader is named in between who may be the one who says it."""
        return any(before.content <= p.start < saying.start and p.leader for p in self.presences)

    def _is_brief(self, saying: Saying) -> bool:
        rest = re.split("[,;.]", self.clean[saying.content : self.passage.span.stop], maxsplit=1)[0]
        return len(rest.split()) < LEAST

    def _saying(self, verb: Mark, before: Saying | None) -> Saying | None:
        if (verb.meaning == "calls" and not self._calls(verb)) or (verb.meaning == "denies" and before):
            return None
        if self._is_turn(verb) or ("gives" in verb.flags and not self._gives(verb)):
            return None
        if self.passage.ending(self.subjects.before(verb.span.start), "future"):
            return None
        if "bare" in verb.flags and self.passage.word(verb.span.stop + 1, *VERBS):
            return None
        if self.passage.word(verb.span.start, "account") and self.passage.word(verb.span.stop + 1, *VERBS):
            return None  # *…, thông báo viết*
        if "quoting" in verb.flags and not self._quotes(verb):
            return None
        if inverted := find_teller(self.subjects, verb) if self.voices.inserted else None:
            return self._told_behind(verb, inverted)
        subject = self.subjects.of(verb)
        if "joint" in verb.flags and not (subject and len(subject.voice.sources) > 1):
            return None
        if subject is None:
            return (None if before else self._opening(verb)) or self._coordinated(verb, before)
        return self._spoken(verb, subject, before)

    def _quotes(self, verb: Mark) -> bool:
        """Whether a quotation stands beside a verb, or a document before it: *The letter reads: “…”*."""
        spans = self.passage.quotations
        if self.passage.ending(self.subjects.before(verb.span.start), "account", "again"):
            return True
        return any(0 <= q.start - verb.span.stop <= 3 or 0 <= verb.span.start - q.stop <= OPENER for q in spans)

    def _spoken(self, verb: Mark, subject: Subject, before: Saying | None) -> Saying | None:
        """What a verb says that has a subject of its own."""
        if "takes" in verb.flags and self.passage.ending(self.subjects.before(subject.start), "agent"):
            return None
        if self._is_relative(subject):
            return None
        if "single" in verb.flags and subject.presence and subject.presence.naming.sort is Sort.GROUP:
            return None
        if subject.behind:
            verb = replace(verb, span=Span(verb.span.start, subject.behind))
        quotation = self.claims.quotation_before(subject.start)
        if quotation and not (self.claims.is_inlaid(quotation) and self._has_words(verb)):
            heads = self.claims.quoted(quotation, subject.voice)
            chain = (subject.voice, *self.citing.cited(verb)[0], *heads)
            return Saying(chain, verb, subject.start, verb.span.stop, subject.presence, quotation, within=len(heads))
        if not subject.voice.leading and ("wish" in verb.flags or (before and verb.meaning == "acts")):
            return None
        if before and not before.quoted and not before.tail:
            return self._later(verb, subject, before)
        if start := self._object_before(verb, subject):
            return Saying((subject.voice,), verb, subject.start, start, subject.presence, whole=True)
        within = before is None and self.voices.inserted and stands_within(self.subjects, verb, subject)
        if within:
            return Saying((subject.voice,), verb, subject.start, self._outset(), subject.presence, whole=True)
        return self._build((), subject, verb)

    def _is_relative(self, subject: Subject) -> bool:
        """Whether a clause only tells in what something was said: *in a post she wrote on X, Meloni said*."""
        pronoun = subject.presence is not None and subject.presence.naming.how is How.PRONOUN
        return pronoun and self.passage.ending(self.subjects.before(subject.start), "frame", "account") is not None

    def _object_before(self, verb: Mark, subject: Subject) -> int | None:
        """Where the words begin that an act is done to, between the subject and its verb: *Путин идею поддержал*."""
        if subject.presence and (start := self._aimed_at(verb, subject.presence)):
            return start
        if verb.meaning != "acts" or not self.subjects.inverts or not subject.presence or subject.behind:
            return None
        start = skip_blanks(self.clean, subject.presence.stop)
        while word := self.passage.word(start, "adverb"):
            start = skip_blanks(self.clean, word.span.stop)
        words = self.clean[start : verb.span.start].split()
        return start if 0 < len(words) <= MANNER and words[-1].isalpha() else None

    def _aimed_at(self, verb: Mark, presence: Presence) -> int | None:
        """Where the words begin for what somebody thanks, or regrets, which the verb closes: *对…表示感谢*."""
        word = self.passage.word(skip_words(self.passage, self.clean, presence.stop, "adverb"), "adjunct")
        if not word or "object" not in word.flags or not word.span.start < verb.span.start:
            return None
        rest = PAUSE.split(self.clean[find_content(self.passage, self.clean, verb) : self.passage.span.stop])[0]
        return word.span.start if len(rest.split()) <= CLOSING else None

    def _opening(self, verb: Mark) -> Saying | None:
        """A verb that opens a sentence, with the subject of the next one: *Cho rằng …, ông Erdogan đề xuất*."""
        content = find_content(self.passage, self.clean, verb)
        if verb.span.start - self.passage.span.start > 1 or not verb.flags & {"takes", "opinion"}:
            return None
        verbs = [w.span.start for w in self.passage.words if w.meaning in VERBS and w.span.start > content]
        for presence in self.presences:
            place = self.subjects.before(presence.start)
            near = any(0 <= start - presence.stop <= AHEAD for start in verbs)
            if presence.leader and near and place - content >= CLAUSE and self.clean[place - 1] == ",":
                subject = self.subjects.ending(presence.stop, takes=True)
                return self._build((), replace(subject, start=verb.span.start), verb) if subject else None
        return None

    def _find_inlaid(self, content: int) -> tuple[Voice, Span] | None:
        """A quotation in what another one tells that begins with its own verb: *nêu rõ hai bên đã “nhất trí …”*."""
        for quotation in self.passage.quotations:
            opens = any(w.span.start == quotation.start and w.meaning in VERBS for w in self.passage.inner)
            if (
                opens
                and quotation.start > content
                and (subject := self.claims.claim(quotation))
                and subject.voice.leading
            ):
                return subject.voice, quotation
        return None

    def _told_behind(self, verb: Mark, subject: Subject) -> Saying:
        """What somebody said whose name stands behind the verb."""
        quotation = self.claims.quotation_before(verb.span.start)
        if quotation:
            return Saying((subject.voice,), verb, verb.span.start, verb.span.stop, subject.presence, quotation)
        last = not self.passage.between(verb.span.stop, self.passage.span.stop, *VERBS)
        start, until = self._outset(), verb.span.start
        return Saying((subject.voice,), verb, until, start, subject.presence, tail=last, until=until)

    def _outset(self) -> int:
        """Where the passage begins, behind its attributions."""
        return max([self.passage.span.start, *(frame.span.stop for frame in self.frames if not frame.last)])

    def _is_turn(self, verb: Mark) -> bool:
        """Whether a verb only links what follows: *đáp lại, ông …*."""
        return self.passage.word(verb.span.start, "turn") is not None and self.clean[verb.span.stop] == ","

    def _gives(self, verb: Mark) -> bool:
        """Whether somebody lets another one know: *cho ông Putin biết*."""
        return self.passage.ending(find_content(self.passage, self.clean, verb) - 1, "known") is not None

    def _later(self, verb: Mark, subject: Subject, before: Saying) -> Saying | None:
        """A clause that hangs on the one before it, or stands beside it."""
        other = subject.presence is not None and subject.presence.naming.how is How.COUNTERPART
        if other and "hearer" in before.verb.flags:
            return None
        if self._is_tail(subject, verb, find_content(self.passage, self.clean, verb)):
            return self._build((), subject, verb)
        if self._hangs(before, subject.start) and not self._contrasts(subject, verb, before):
            if subject.presence and subject.presence.naming.sort in SIDES:
                return None
            own = subject.voice == before.chain[-1]
            if "wish" in verb.flags and (own or "opinion" in before.verb.flags):
                return None
            if before.verb.meaning == "quotes" and subject.start < before.content:
                return self._quoting(verb, subject, before)
            outer = before.chain[:-1] if before.chain[-1] == subject.voice else before.chain
            return self._build(outer, subject, verb)
        if not self._opens(subject.start, before):
            return None
        tellers = tuple(teller for teller in before.chain if not teller.leading)
        return self._build(tellers if subject.voice.leading else (), subject, verb)

    def _quoting(self, verb: Mark, subject: Subject, before: Saying) -> Saying | None:
        """What the one says whom a paper quotes; unnamed sources are the paper's own."""
        outer, near = before.chain[:-1], subject.presence
        sources = self.passage.between(before.verb.span.stop, near.start, "official") if near else []
        if outer and any("source" in word.flags for word in sources):
            return self._build(outer[:-1], replace(subject, voice=outer[-1]), verb)
        return self._build(outer, subject, verb)

    def _build(self, outer: tuple[Voice, ...], subject: Subject, verb: Mark) -> Saying | None:
        relays = (subject.relay,) if subject.relay else ()
        cited, content = self.citing.cited(verb)
        if verb.meaning == "quotes" and not cited:
            return None
        chain = (*outer, *relays, self._joined(subject.voice, verb), *cited)
        heads = self.claims.heads(content, chain[-1])
        chain = (*chain, *heads)
        tail = self._is_tail(subject, verb, content)
        if tail and (sources := self.passage.between(verb.span.start, self.passage.span.stop, "quotes")):
            chain = (*chain, *self.citing.cited(sources[0])[0])
        inlaid = None if chain[-1].leading else self._find_inlaid(content)
        return Saying(
            chain, verb, subject.start, content, subject.presence, tail=tail, within=len(heads), inlaid=inlaid
        )

    def _is_tail(self, subject: Subject, verb: Mark, content: int) -> bool:
        """Whether a verb closes what it tells of; one of a wish, or of what several hold together, tells of nothing."""
        if "wish" in verb.flags or ("takes" in verb.flags and len(subject.voice.sources) > 1):
            return False
        return is_tail(self.passage, self.clean, self.frames, subject, content)

    def _joined(self, voice: Voice, verb: Mark) -> Voice:
        """Both leaders where one *agrees with* the other."""
        hearer = self.passage.word(verb.span.stop + 1, "to")
        if "common" not in verb.flags or not hearer:
            return voice
        near = next((p for p in self.presences if 0 <= p.start - hearer.span.stop <= 1), None)
        other = near and near.leader and self.voices.of(near, self.draft)
        return join_voices([voice, other]) if other and other.leading else voice

    def _calls(self, verb: Mark) -> bool:
        """Whether somebody gives a name to a contact, to people or to what he points at: *gọi … là*, *dùng chữ "…"*."""
        if "plain" in verb.flags:
            return len(self.clean[verb.span.stop : self.passage.span.stop].split()) >= LEAST
        if "wording" in verb.flags:
            return any(0 <= quotation.start - verb.span.stop <= 3 for quotation in self.passage.quotations)
        start, limit = verb.span.stop, min(verb.span.stop + ADJUNCT, self.passage.span.stop)
        named = next((w.span.start for w in self.passage.between(start, limit, "that")), None)
        if any(start <= cue.span.start <= start + 12 for cue in self.passage.cues):
            return True
        if self.passage.word(start + 1, "above"):
            return True
        if named is None or len(self.clean[start:named].split()) <= POINTED:
            return named is not None
        spans = (*(cue.span for cue in self.passage.cues), *(p.naming.span for p in self.presences if p.leader))
        return any(start <= span.start < named for span in spans)

    def _hangs(self, before: Saying, start: int) -> bool:
        """Whether a clause that begins at `start` is what the saying before says."""
        opens = self.passage.ending(self.subjects.before(before.start), "subordinate", "parts")
        beside = opens and (opens.meaning == "subordinate" or "beside" in opens.flags)
        if before.verb.meaning not in ("says", "quotes") or beside:
            return False
        gap = self.clean[before.content : start].strip()
        if not gap or start < before.content or self._reaches(before.content, start):
            return True
        people = (p.start for p in self.presences if p.naming.sort is Sort.PERSON)
        if any(before.content <= at < start for at in (*people, *(frame.span.start for frame in self.frames))):
            return False
        return self.voices.nests and len(gap) <= NESTED and gap.endswith(",") and ";" not in gap

    def _contrasts(self, subject: Subject, verb: Mark, before: Saying) -> bool:
        """Whether another one's words are set against those before: *ông A hứa …, ông B thì hứa …*."""
        leaders = subject.voice.leading and before.chain[-1].leading and subject.voice != before.chain[-1]
        word = self.passage.ending(self.subjects.before(verb.span.start), "adverb")
        return leaders and word is not None and "opens" in word.flags

    def _reaches(self, place: int, start: int) -> bool:
        """Whether nothing but a day and words like *cũng* stand from a place on up to `start`."""
        while (place := skip_blanks(self.clean, place)) < start:
            day = next((date.stop for date in self.passage.dates if date.start == place), None)
            word = self.passage.word(place, "adverb", "adjunct")
            if day is None and word is None:
                return False
            place = day or (word.span.stop if word else start)
        return place == start

    def _opens(self, start: int, before: Saying) -> bool:
        """Whether a clause begins there: behind a stop, a comma or a word that brings in another one."""
        place = self.subjects.before(start)
        while word := self.passage.ending(place, "parts", "adverb", "joins"):
            place = self.subjects.before(word.span.start)
        joined = place < start and self.passage.between(place, start, "joins")
        return place < before.content or bool(joined) or self.clean[place - 1] in ",;:." + MARKS

    def _coordinated(self, verb: Mark, before: Saying | None) -> Saying | None:
        """A verb that shares the subject of the one before it, or of its whole sentence."""
        start = self._joint(verb)
        alone = verb.meaning == "denies" or (verb.meaning == "calls" and not before)
        if start is None or "wish" in verb.flags or alone or ("own" in verb.flags and self.clean[start] == ","):
            return None
        if before and not before.tail:
            still = bool(self.passage.between(before.content, start, "future")) and not before.chain[-1].leading
            if verb.meaning == "quotes" or (still and "takes" in verb.flags):
                return None
            known = before.chain[: len(before.chain) - before.within]
            chain = (*known[:-1], self._joined(known[-1], verb))
            return Saying(chain, verb, start, find_content(self.passage, self.clean, verb), before.subject)
        subject = self.subjects.main(start)
        return self._build((), replace(subject, start=start), verb) if subject else None

    def _joint(self, verb: Mark) -> int | None:
        """Where the words begin that join a verb to the clause before it; None where nothing does."""
        start = verb.span.start
        while word := self.passage.ending(self.subjects.before(start), "adverb"):
            start = word.span.start
        place, joined = self.subjects.before(start), False
        while word := self.passage.ending(place, "joins"):
            start, place, joined = word.span.start, self.subjects.before(word.span.start), True
        if place > self.passage.span.start and self.clean[place - 1] in ",;:":
            return place - 1
        return start if joined else None

    def _has_words(self, verb: Mark) -> bool:
        """Whether what is said stands behind a verb."""
        content = find_content(self.passage, self.clean, verb)
        return len(self.clean[content : self.passage.span.stop].split()) >= LEAST
