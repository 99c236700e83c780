"""Who said what in a contact or about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from telcon.model.contacts import Evidence, Source, Statement, Status, Utterance
from telcon.model.mentions import Sort
from telcon.model.spans import Span
from telcon.reports.distinct import each_once
from telcon.reports.drafts import OPEN, Draft, Sighting
from telcon.reports.speech.attributions import FRAMING, find_frames
from telcon.reports.speech.audiences import Setting, closes_publicly, find_askers, find_platforms, is_heard, is_public
from telcon.reports.speech.empty_sayings import is_empty, keeps_silent, tells_that
from telcon.reports.speech.inversions import inverts
from telcon.reports.speech.pronouns import Pronouns
from telcon.reports.speech.saying import Saying, frame_saying
from telcon.reports.speech.sayings import SayingFinder
from telcon.reports.speech.speakers import Voice, Voices
from telcon.reports.speech.standings import VERBS
from telcon.reports.speech.utterances import MARKS, Passage, cut_passages, end_before, skip_blanks, trim
from telcon.reports.statements.accounts import EARLIER, SILENT, Account
from telcon.reports.statements.bearings import Bearings, took_part
from telcon.reports.statements.clauses import join_clauses
from telcon.reports.statements.recitals import Recital
from telcon.reports.statements.running_on import runs_on
from telcon.reports.statements.statement_spans import before_links, cut_content, end_before_remark, shape_content
from telcon.reports.statements.taken import TakenSpans
from telcon.reports.statements.ties import Said, Ties
from telcon.reports.tellers.beside import Beside
from telcon.reports.tellers.citations import CITED, find_cited, find_told_ahead, points_at_contact
from telcon.reports.tellers.credits import find_credits
from telcon.reports.tellers.tellers import Tellers

if TYPE_CHECKING:
    from telcon.reports.stories import Story

LEAST_QUOTED, FEW, NAMED = 6, 6, 25
DIRECT = Utterance.DIRECT
BREAKS = " \xa0,;" + MARKS
TELLING = frozenset({*VERBS, *FRAMING, "account"})
"""The words of speech without which, and without quotations, a passage says nothing in anybody's name."""


def read_account(story: Story) -> Account:
    """The statements of a page in order; none where the page tells of no contact.

    A statement's `contact` is an index into `story.drafts`. Evidence is in the text as found.
    """
    return StatementReader(story).read() if story.drafts else Account()


class StatementReader:
    """Goes through the passages of a page and keeps whose account they follow."""

    def __init__(self, story: Story) -> None:
        self.story, self.clean = story, story.clean
        self.voices, self.bearings = Voices(story), Bearings(story)
        self.ties, self.recital = Ties(story, self.bearings), Recital(story.readouts, self.voices)
        self.tellers = Tellers(self.voices, self.bearings)
        self.pronouns = Pronouns(story.cast, self.clean, (p for scene in story.scenes for p in scene.presences))
        self.inverts = inverts(self.voices.pack)
        self.speaker: tuple[Voice, ...] = ()
        self.found: list[Statement] = []
        self.taken = TakenSpans()
        self.inner: list[Span] = []
        self.announced: list[Span] = []
        self.public: tuple[int, tuple[Voice, ...]] = (-1, ())
        self.before: Passage | None = None
        self.seen_before: list[tuple[Draft, Sighting]] = []
        self.witnesses: list[tuple[int, Source]] = []
        self.numbers = {draft: number for number, draft in enumerate(story.drafts)}
        self.took_part = {actor for draft in story.drafts for actor in draft.parties.actors}
        self.seen: dict[int, list[tuple[Draft, Sighting]]] = defaultdict(list)
        for draft in story.drafts:
            for sighting in draft.sightings:
                self.seen[sighting.scene.number].append((draft, sighting))

    def read(self) -> Account:
        """All statements, in order of the page."""
        for passage in cut_passages(self.story):
            seen = self._seen(passage)
            about = self.bearings.turn(passage, seen)
            said = self.inner[-1] if self.inner else None
            self.inner.clear()
            self.announced.clear()
            self.voices.set_scene(firm=about if self.bearings.opened else None, told=self.bearings.told)
            listened = self.tellers.listen(passage, about, self.clean)
            self.witnesses += [(self.numbers[draft], source) for draft, source in listened]
            given = self.recital.over(passage)
            self.recital.open(passage)
            known = len(self.found)
            if given or passage.quotations or not passage.meanings.isdisjoint(TELLING):
                frames = find_frames(passage, self.clean, inverted=self.inverts)
                outer = self.tellers.name(frames, about) or given
                here = Setting(passage, about, frames, outer, seen)
                self._passage(here)
                if self.inverts:
                    self._credit(here)
            if known == len(self.found) and runs_on(passage, self.before, self.speaker, said, self.clean):
                place = trim(self.clean, passage.span)
                self._add(Setting(passage, about, [], (), seen), Said(self.speaker, place, Utterance.INDIRECT, "on"))
            beside = Beside(Setting(passage, about, [], (), seen), self.clean, self.voices, self.took_part)
            self.witnesses += [(self.numbers[draft], source) for draft, source in beside.find()]
            self.bearings.move_on(passage, seen, self.inner, self.announced)
            self.before, self.seen_before = passage, seen
        statements = sorted(self.found, key=lambda one: (one.evidence.span.start, one.evidence.span.stop))
        if self.voices.pack.settings.get("joined_clauses") is True:
            sentences = [self.story.text.view.to_raw(scene.span) for scene in self.story.scenes]
            statements = join_clauses(statements, sentences, self.story.text.raw)
        return Account(tuple(statements), each_once(self.witnesses))

    def _seen(self, passage: Passage) -> list[tuple[Draft, Sighting]]:
        """The contacts that a passage tells of, in the order of the page's contacts, with where it does."""
        seen = [pair for scene in passage.scenes for pair in self.seen.get(scene.number, ())]
        return seen if len(seen) < 2 else sorted(seen, key=lambda pair: self.numbers[pair[0]])

    def _passage(self, here: Setting) -> None:
        finder = SayingFinder(here.passage, self.clean, here.frames, self.voices, here.about)
        found, witnesses, sayings = len(self.found), len(self.witnesses), finder.find()
        self.recital.open(here.passage, sayings[0].chain if sayings else here.outer)
        self.witnesses += [(self.numbers[draft], source) for draft, source in find_told_ahead(here, sayings)]
        if sayings and sayings[-1].tail:
            self._behind(here, sayings[:-1], sayings[-1])
        elif sayings:
            self._in_turn(here, sayings, here.passage.span.stop)
        elif here.frames and here.outer:
            self._framed(here)
        elif here.outer:
            self._recited(here)
        self._loose(here, finder)
        if not here.passage.meanings.isdisjoint(CITED):
            told = [s.contact for s in self.found[found:] if s.contact is not None]
            told += [number for number, _ in self.witnesses[witnesses:]]
            seen = [self.numbers[draft] for draft, _ in here.seen]
            about = [self.numbers[d] for d in (here.about,) if d and points_at_contact(here.passage)]
            self.witnesses += find_cited(finder, told or seen or about)

    def _credit(self, here: Setting) -> None:
        """Take down those whom a clause names that only tells who told."""
        voices, told = find_credits(here, self.seen_before, self.clean, self.voices)
        sources = [source for voice in voices for source in voice.sources]
        self.witnesses += [(self.numbers[draft], source) for draft in told for source in sources]
        if voices:
            self.tellers.follow(here, voices)

    def _in_turn(self, here: Setting, sayings: Sequence[Saying], end: int) -> None:
        stops = [*(saying.start for saying in sayings), end][1:]
        for saying, stop in zip(sayings, stops, strict=True):
            if saying.carries:
                chain = self._ordered(list(here.outer), saying.chain)
                told = self._draft(here, Span(saying.content, end), saying.chain[-1], public=True)
                own = not told or not here.about or told.parties.key == here.about.parties.key
                public = is_public(here, saying, chain, end)
                self._witness(here, saying, stop if own else end, chain, public=public)
                continue
            until = saying.until or stop
            self._said(here, saying, before_links(here.passage, self.clean, until) if until < end else until)

    def _behind(self, here: Setting, sayings: Sequence[Saying], tail: Saying) -> None:
        """What stands before the one who tells of it: *…, Điện Kremlin cho biết*."""
        here = replace(here, outer=each_once((*self._asking(here, tail), *tail.chain, *here.outer)))
        known = len(self.found), len(self.witnesses)
        if sayings:
            self._in_turn(here, sayings, tail.start)
        framed = max([here.passage.span.start, *(frame.span.stop for frame in here.frames if not frame.last)])
        start = min(framed, tail.start)
        stop = max(start, end_before_remark(here.passage, self.clean, Span(start, tail.start)))
        if known != (len(self.found), len(self.witnesses)):
            if closes_publicly(here, tail, start, stop):
                told = [self.numbers[draft] for draft, sighting in here.seen if sighting.parties]
                self.witnesses += [(number, source) for number in told for source in tail.chain[-1].sources]
            return
        place, kind = shape_content(here.passage, self.clean, Span(start, stop), here.frames)
        self.tellers.follow(here, tail.chain)
        public = closes_publicly(here, tail, start, stop) or self._goes_on_publicly(here, tail.chain)
        self._add(here, Said(here.outer, place, kind, tail.verb.rule, public))

    def _said(self, here: Setting, saying: Saying, stop: int) -> None:
        chain = self._ordered(
            [v for v in here.outer if v not in saying.chain],
            self.pronouns.mean(here, saying, self.speaker, self.before),
        )
        silent = keeps_silent(here, saying)
        if not silent:
            self.tellers.follow(here, chain)
        public = is_public(here, saying, chain, stop) or self._goes_on_publicly(here, chain)
        public = public or self._looks_ahead(here, saying, chain, stop)
        chain = self._relayed(here, saying, chain, stop, public=public)
        if self.ties.only_wants(here, saying, chain, self.speaker) or self._points_back(here, saying, chain):
            return
        span = Span(saying.content, max(saying.content, cut_content(here.passage, self.clean, saying.content, stop)))
        if saying.verb.meaning == "calls" and self._names(here, Said(chain, span, DIRECT, saying.verb.rule, public)):
            return
        place, kind = shape_content(here.passage, self.clean, span, here.frames, quoted=saying.quoted)
        if saying.inlaid and place.covers(saying.inlaid[1]):
            chain, place, kind = (*chain, saying.inlaid[0]), saying.inlaid[1], DIRECT
        lengths = (mention.span for mention in self.story.mentions.durations)
        weight = self.ties.weigh(here, saying)
        if is_empty(here, saying, (place, kind), self.clean, lengths):
            if weight != EARLIER:
                self._witness(here, saying, stop, chain, public=public)
            return
        if self.ties.is_past(here, saying) or self.ties.is_elsewhere(here, saying):
            return
        self._add(here, Said(chain, place, kind, SILENT if silent else saying.verb.rule, public, weight))
        if kind is Utterance.DIRECT and not saying.quoted and place.stop < span.stop:
            self._rest(here, Said(chain, Span(place.stop, span.stop), Utterance.INDIRECT, saying.verb.rule, public))

    def _relayed(
        self, here: Setting, saying: Saying, chain: tuple[Voice, ...], stop: int, *, public: bool
    ) -> tuple[Voice, ...]:
        """The chain with the medium spoken to, or with those whose account the page goes on with."""
        if not public and any(voice.leading for voice in chain):
            return self.tellers.before(here, chain, Span(saying.content, stop))
        return (*(voice for voice in self._asking(here, saying) if voice not in chain), *chain)

    def _goes_on_publicly(self, here: Setting, chain: tuple[Voice, ...]) -> bool:
        """Whether somebody goes on who spoke to everybody just before, in the same paragraph."""
        paragraph, voices = self.public
        return len(chain) == 1 and paragraph == here.passage.paragraph and chain[-1] in voices

    def _looks_ahead(self, here: Setting, saying: Saying, chain: tuple[Voice, ...], stop: int) -> bool:
        """Whether a leader who had no part in the contact in hand speaks of one of his own that is still to come."""
        if len(chain) != 1 or not chain[0].leading or "takes" in saying.verb.flags or saying.verb.meaning != "says":
            return False
        draft = self._draft(here, Span(saying.content, stop), chain[0], public=False)
        if draft is None or draft.status not in OPEN or (here.about and took_part(here.about, chain[0])):
            return False
        return len({p.leader for p in here.passage.presences}.intersection(draft.parties.actors)) > 1

    def _ordered(self, outer: list[Voice], chain: tuple[Voice, ...]) -> tuple[Voice, ...]:
        """All who tell, outermost first: of a medium and whoever else the sentence names, the medium relays."""
        relaying = all(voice.sort is Sort.MEDIUM for voice in chain)
        if relaying and outer and all(voice.sort is not Sort.MEDIUM for voice in outer):
            return each_once((*chain, *outer))
        return each_once((*outer, *chain))

    def _points_back(self, here: Setting, saying: Saying, chain: tuple[Voice, ...]) -> bool:
        """Take the sentence before for what was said where it is pointed at: *cho biết thông tin trên*."""
        before = self.before
        start = max([here.passage.span.start, *(frame.span.stop for frame in here.frames if not frame.last)])
        opens = here.passage.word(skip_blanks(self.clean, start), "above")
        points = here.passage.word(saying.content, "above") or (opens if self.inverts and not saying.quoted else None)
        if not points or before is None or not (opens or "tells" in saying.verb.flags):
            return False
        place, kind = shape_content(before, self.clean, before.span, [])
        draft = self._draft(here, place, chain[-1], public=True)
        if "affirms" in saying.verb.flags:
            self._witness(here, saying, here.passage.span.stop, chain)
        elif draft and any(before.span.start <= s.cue.span.start < before.span.stop for s in draft.sightings):
            public = self.inverts or is_public(here, saying, chain, here.passage.span.stop)
            public = public and chain[-1].leading and not is_heard(here, saying)
            self._add(here, Said(chain, place, kind, saying.verb.rule, public))
        elif here.seen:
            self._witness(here, saying, here.passage.span.stop, chain, public=True)
        return True

    def _names(self, here: Setting, said: Said) -> bool:
        """Take each of several names in quotation marks that something is given: *gọi đây là “…” và “…”*."""
        quoted = [q for q in here.passage.quotations if said.span.covers(q)]
        place = end_before(self.clean, quoted[0].start, over=BREAKS) if quoted else 0
        if not here.passage.ending(place, "that") or said.span.stop - quoted[-1].stop > NAMED:
            return False
        for quotation in quoted:
            self._add(here, replace(said, span=quotation))
        return True

    def _witness(
        self, here: Setting, saying: Saying, stop: int, chain: tuple[Voice, ...], *, public: bool = False
    ) -> None:
        """Take down who confirms, denies or reports a contact and no more; a leader where he does so in `public`."""
        spoken = any(saying.verb.span.stop <= cue.span.start < stop for cue in here.passage.cues)
        draft = self._draft(here, Span(saying.verb.span.stop, stop), saying.chain[-1], public=True)
        told_only = saying.just_tells or any(not voice.leading for voice in chain[:-1])
        if draft and (spoken or (public and here.tells_of(draft)) or (draft is here.about and told_only)):
            cues = {sighting.cue.span for one, sighting in here.seen if one is draft}
            numbers = {self.numbers[one] for one, sighting in here.seen if sighting.cue.span in cues}
            tells = tells_that(saying, stop, self.clean, spoken=spoken, public=public)
            own = (
                v for v in chain if not v.leading or (tells and len(v.sources) == 1)
            )  # a joint statement is nobody's
            told = [source for voice in own for source in voice.sources]
            self.witnesses += [(number, s) for number in sorted({self.numbers[draft], *numbers}) for s in told]

    def _rest(self, here: Setting, said: Said) -> None:
        """What goes on in the page's own words behind a quotation: *“…”, rằng …*."""
        start = said.span.start
        while start < said.span.stop and self.clean[start] in BREAKS:
            start += 1
        if word := here.passage.word(start, "that"):
            rest = Span(word.span.stop, max(word.span.stop, said.span.stop))
            span, kind = shape_content(here.passage, self.clean, rest, here.frames)
            self._add(here, replace(said, span=span, kind=kind))

    def _framed(self, here: Setting) -> None:
        """What an attribution gives where no verb tells."""
        frame, span = here.frames[0], here.passage.span
        if frame.last:
            span = Span(span.start, frame.span.start)
        elif not self.clean[span.start : frame.span.start].strip() or here.passage.word(span.start, "turn", "adjunct"):
            span = Span(frame.span.stop, span.stop)
        span = Span(span.start, end_before_remark(here.passage, self.clean, span))
        place, kind = shape_content(here.passage, self.clean, span, here.frames)
        self.tellers.follow(here, here.outer)
        told = is_public(here, frame_saying(here.passage, frame, here.outer, place), here.outer, place.stop)
        told = told and not frame.by_pronoun
        self._add(here, Said(here.outer, place, kind, frame.rule, told or self._goes_on_publicly(here, here.outer)))

    def _recited(self, here: Setting) -> None:
        """What a readout tells in its own words."""
        place = trim(self.clean, here.passage.span)
        self.tellers.follow(here, here.outer)
        self._add(here, Said(here.outer, place, Utterance.INDIRECT, "readout"))

    def _loose(self, here: Setting, finder: SayingFinder) -> None:
        """Quotations without a verb: of the one named before them; one that stands alone, of whoever spoke last."""
        whole = trim(self.clean, here.passage.span)
        for quotation in here.passage.quotations:
            alone = bool(self.speaker) and len(quotation) * 10 >= len(whole) * 9
            few = len(self.clean[quotation.start : quotation.stop].split()) < FEW
            subject = None if few else finder.claims.claim(quotation)
            if subject:
                self._claimed(here, quotation, subject.voice)
            elif alone:
                public = self._goes_on_publicly(here, self.speaker)
                self._add(here, Said(self.speaker, quotation, Utterance.DIRECT, "quotation", public))

    def _claimed(self, here: Setting, quotation: Span, voice: Voice) -> None:
        start = quotation.stop + 1
        rest = trim(self.clean, Span(quotation.start, here.passage.span.stop))
        whole = len(quotation) * 2 >= len(rest) or self.clean.startswith(",", start)
        span, kind = (quotation, Utterance.DIRECT) if whole else (rest, Utterance.INDIRECT)
        chain = self.tellers.before(here, (*(teller for teller in here.outer if teller != voice), voice), span)
        if not here.passage.between(here.passage.span.start, quotation.start, "silent"):
            words = here.passage.between(here.passage.span.start, quotation.start, "says", "frame")
            public = bool(find_platforms(here.passage)) or any("public" in word.flags for word in words)
            self._add(here, Said(chain, span, kind, "quotation", public))
            return
        self._add(here, Said(chain, span, kind, SILENT))

    def _asking(self, here: Setting, saying: Saying) -> list[Voice]:
        """The medium that somebody speaks to: *nói với kênh Fox News rằng*."""
        return [voice for p in find_askers(here, saying)[:1] if (voice := self.voices.of(p, here.about))]

    def _add(self, here: Setting, said: Said) -> None:
        raw = self.story.text.view.to_raw(said.span)
        if len(said.span) < LEAST_QUOTED or not said.chain or self.taken.meets(raw):
            return
        draft = self._draft(here, said.span, said.chain[-1], public=said.public)
        if not self.ties.is_tied(here, said, draft):
            return
        self.taken.add(raw)
        self.speaker = said.chain
        self.public = (here.passage.paragraph, said.chain) if said.public else (-1, ())
        self.ties.note(said, draft)
        if said.chain[-1].leading:
            self.inner.append(said.span)
            self.announced += [said.span] if said.public else []
        if any(not voice.leading for voice in said.chain):
            self.tellers.tell(here, draft)
        if draft and here.about and draft.status in OPEN and here.about.status is Status.HELD:
            self._tell_whence(here.about, draft, said)
        tellers = (name for voice in reversed(said.chain[:-1]) for name in voice.names)
        names = tuple(name for name in tellers if name not in said.chain[-1].names)
        self.found.append(
            Statement(
                said.chain[-1].names,
                (*names, *(find_platforms(here.passage)[:1] if said.public else ())),
                DIRECT if self.recital.quotes(said.span) else said.kind,
                Evidence(raw, self.story.text.raw[raw.start : raw.stop]),
                self.numbers[draft] if draft else None,
                self._topics(said.span),
                said.rule,
                said.reasons,
            )
        )

    def _tell_whence(self, about: Draft, draft: Draft, said: Said) -> None:
        """Who tells what leaders agreed on for later tells of the page's first contact, in which they did."""
        first = next(d for d in self.story.drafts if d.status is Status.HELD)
        if about is first and about.parties.key == draft.parties.key and said.chain[-1].leading:
            told = [source for voice in said.chain[:-1] if not voice.leading for source in voice.sources]
            self.witnesses += [(self.numbers[about], source) for source in told]

    def _draft(self, here: Setting, span: Span, voice: Voice, *, public: bool) -> Draft | None:
        return self.bearings.choose(
            here.passage, here.about, here.seen, span, voice, inner=voice.leading and not public
        )

    def _topics(self, span: Span) -> tuple[str, ...]:
        return each_once(topic.topic for topic in self.story.topics.within(span))
