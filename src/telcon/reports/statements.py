"""Who said what in a contact or about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from telcon.model.contacts import Evidence, Statement, Status, Utterance
from telcon.model.mentions import Sort
from telcon.model.spans import Span
from telcon.reports.attributions import Frame, find_frames
from telcon.reports.drafts import Draft
from telcon.reports.sayings import Saying, SayingFinder
from telcon.reports.speakers import Voice, Voices
from telcon.reports.statement_spans import shape_content
from telcon.reports.utterances import Passage, cut_passages, trim

if TYPE_CHECKING:
    from telcon.reports.composing import Story

LEAST, LEAST_QUOTED = 12, 8
OPEN = (Status.PLANNED, Status.PROPOSED)


def read_statements(story: Story) -> tuple[Statement, ...]:
    """The statements of a page in order; none where the page tells of no contact.

    Conventions: `corpus/README.md`. Evidence is in the text as found.
    """
    return StatementReader(story).read() if story.drafts else ()


@dataclass(frozen=True, slots=True)
class Account:
    """Whose account the page follows, and in which paragraph it last said so."""

    tellers: tuple[Voice, ...] = ()
    paragraph: int = -1


class StatementReader:
    """Goes through the passages of a page and keeps whose account they follow."""

    def __init__(self, story: Story) -> None:
        self.story, self.clean = story, story.clean
        self.voices = Voices(story)
        self.account = Account()
        self.speaker: tuple[Voice, ...] = ()
        self.found: list[Statement] = []

    def read(self) -> tuple[Statement, ...]:
        """All statements, in order of the page."""
        for passage in cut_passages(self.story):
            self._passage(passage)
        self.found.sort(key=lambda statement: statement.evidence.span)
        return tuple(self.found)

    def _passage(self, passage: Passage) -> None:
        draft = self.story.about[passage.first]
        for presence in passage.outside():
            if presence.naming.sort in (Sort.MEDIUM, Sort.BODY):
                self.voices.of(presence, draft)
        frames = find_frames(passage, self.clean)
        sayings = SayingFinder(passage, self.clean, frames, self.voices, draft).find()
        outer = self._outer(frames, draft)
        if sayings:
            self._sayings(passage, sayings, frames, outer, draft)
        elif outer:
            self._framed(passage, frames, outer, draft)
        self._loose(passage, sayings, outer, draft)

    def _outer(self, frames: list[Frame], draft: Draft | None) -> tuple[Voice, ...]:
        """Those whom the frames of a passage name, outermost first."""
        voices: list[Voice] = []
        for frame in frames[:1]:
            if frame.again:
                sort = Sort.MEDIUM if "medium" in frame.again.flags else Sort.BODY
                voices += [self.voices.last[sort]] if sort in self.voices.last and frame.presences == () else []
            voices += [v for p in frame.presences if (v := self.voices.of(p, draft))]
        return tuple(dict.fromkeys(voices))

    def _sayings(
        self, passage: Passage, sayings: list[Saying], frames: list[Frame], outer: tuple[Voice, ...], draft: Draft | None
    ) -> None:
        stops = [saying.start for saying in sayings[1:]] + [passage.span.stop]
        for saying, stop in zip(sayings, stops, strict=True):
            chain = (*(v for v in outer if v not in saying.chain), *saying.chain)
            if saying.carries:
                continue
            span = Span(saying.content, max(saying.content, self._cut(passage, saying.content, stop)))
            self._keep(passage, chain, span, frames, draft, saying=saying)

    def _cut(self, passage: Passage, start: int, stop: int) -> int:
        """Where what was said ends before what they only dealt with."""
        for word in passage.between(start, stop, "deals"):
            before = passage.ending(len(self.clean[: word.span.start].rstrip(" ")), "joins")
            if before and self.clean[: before.span.start].rstrip(" ").endswith(","):
                return before.span.start
        return stop

    def _framed(self, passage: Passage, frames: list[Frame], outer: tuple[Voice, ...], draft: Draft | None) -> None:
        frame = frames[0]
        span = Span(passage.span.start, frame.span.start) if frame.last else Span(frame.span.stop, passage.span.stop)
        if not frame.last and frame.span.start - passage.span.start > 40:
            span = passage.span
        self._keep(passage, outer, span, frames, draft)

    def _loose(self, passage: Passage, sayings: list[Saying], outer: tuple[Voice, ...], draft: Draft | None) -> None:
        """Quotations that no verb claims: of whoever speaks there, or has just spoken."""
        del sayings, outer
        whole = trim(self.clean, passage.span)
        for quotation in passage.quotations:
            if len(quotation) * 10 >= len(whole) * 9 and self.speaker and len(quotation) > LEAST_QUOTED:
                self._add(passage, self.speaker, quotation, Utterance.DIRECT, draft, "quotation")

    def _keep(
        self,
        passage: Passage,
        chain: tuple[Voice, ...],
        span: Span,
        frames: list[Frame],
        draft: Draft | None,
        *,
        saying: Saying | None = None,
    ) -> None:
        place, kind = shape_content(passage, self.clean, span, frames, quoted=saying.quoted if saying else None)
        least = LEAST_QUOTED if kind is Utterance.DIRECT else LEAST
        if len(place) < least or not chain:
            return
        self._follow(passage, chain)
        if saying and "wish" in saying.verb.flags and len(self._sourced(passage, chain)) < 2:
            return
        self._add(passage, self._sourced(passage, chain), place, kind, draft, saying.verb.rule if saying else "frame")

    def _follow(self, passage: Passage, chain: tuple[Voice, ...]) -> None:
        tellers = tuple(voice for voice in chain if not voice.leading)
        if tellers:
            self.account = Account(tellers, passage.paragraph)

    def _sourced(self, passage: Passage, chain: tuple[Voice, ...]) -> tuple[Voice, ...]:
        """The chain with those whose account the passage goes on with."""
        if chain[0].leading and len(chain) == 1 and self.account.tellers:
            return (*self.account.tellers, *chain)
        return chain

    def _add(
        self, passage: Passage, chain: tuple[Voice, ...], span: Span, kind: Utterance, draft: Draft | None, rule: str
    ) -> None:
        self.speaker = chain
        raw = self.story.text.view.to_raw(span)
        if any(statement.evidence.span.meets(raw) for statement in self.found):
            return
        draft = self._draft(passage, span, draft)
        said_by = tuple(name for voice in reversed(chain[:-1]) for name in voice.names)
        platforms = [p.naming.name for p in passage.outside() if p.naming.sort is Sort.PLATFORM]
        self.found.append(
            Statement(
                chain[-1].names,
                (*said_by, *platforms[:1]) if not said_by else said_by,
                kind,
                Evidence(raw, self.story.text.raw[raw.start : raw.stop]),
                self.story.drafts.index(draft) if draft else None,
                self._topics(span),
                rule,
            )
        )

    def _draft(self, passage: Passage, span: Span, about: Draft | None) -> Draft | None:
        """The contact that the words speak of, a coming one first; else the one that the passage is about."""
        seen = [d for d in self.story.drafts if any(s.scene in passage.scenes for s in d.sightings)]
        coming = [
            d
            for d in seen
            if d.status in OPEN
            and any(s.scene in passage.scenes and span.start <= s.cue.span.start < span.stop for s in d.sightings)
        ]
        return next(iter(coming or ([about] if about in seen else seen)), about)

    def _topics(self, span: Span) -> tuple[str, ...]:
        inside = [t.topic for t in self.story.mentions.topics if span.start <= t.span.start and t.span.stop <= span.stop]
        return tuple(dict.fromkeys(inside))
