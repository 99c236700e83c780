"""Whether words have to do with a contact, or were said some other time, elsewhere, or of something else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from telcon.mentions.dates import resolve_date
from telcon.model.contacts import Utterance
from telcon.model.dates import Precision
from telcon.model.mentions import Mark, Sort
from telcon.model.spans import Span
from telcon.model.values import value
from telcon.reports.drafts import OPEN, Draft
from telcon.reports.places import Places
from telcon.reports.speech.audiences import Setting
from telcon.reports.speech.recounting import HELD_VIEWS
from telcon.reports.speech.saying import Saying
from telcon.reports.speech.speakers import SIDES, Voice
from telcon.reports.speech.utterances import end_before
from telcon.reports.statements.accounts import EARLIER, PUBLIC, SILENT, VIEW
from telcon.reports.statements.bearings import Bearings

if TYPE_CHECKING:
    from telcon.reports.stories import Story


LATELY = timedelta(days=2)


@value(frozen=True, slots=True)
class Said:
    """Words before they become a statement: who says them, outermost teller first, where, and the form that tells.

    `weight`: the reason for which it is no account of what they spoke of last, if there is one.
    """

    chain: tuple[Voice, ...]
    span: Span
    kind: Utterance
    rule: str
    public: bool = False
    weight: str = ""

    @property
    def reasons(self) -> tuple[str, ...]:
        """What tells these words from an account of a contact."""
        reason = SILENT if self.rule == SILENT else PUBLIC if self.public else self.weight
        return (reason,) if reason else ()


class Ties:
    """Tells words of a contact from others, and keeps who told of which contact."""

    def __init__(self, story: Story, bearings: Bearings) -> None:
        self.story, self.clean, self.bearings = story, story.clean, bearings
        self.days = {str(draft.dating.edtf) for draft in story.drafts if draft.dating}
        self.dates = Places(story.mentions.dates)
        self.tellers: set[tuple[str, Draft | None]] = set()
        self.elsewhere = -1

    def note(self, said: Said, draft: Draft | None) -> None:
        """Remember who told of a contact."""
        self.tellers |= {(name, draft) for voice in said.chain for name in voice.names}

    def is_tied(self, here: Setting, said: Said, draft: Draft | None) -> bool:
        """Whether words have to do with a contact; who is of a third state must speak of those who took part."""
        voice = said.chain[-1]
        inside = [p for p in here.passage.presences if said.span.covers(p.naming.span)]
        grouped = any(p.naming.sort is Sort.GROUP for p in inside)
        if draft and not self.bearings.told and not voice.leading and not here.seen:
            named = {p.leader for p in inside} & set(draft.parties.actors)
            return grouped or said.kind is Utterance.DIRECT or len(named) > 1
        if draft is None or here.seen or not _is_third(voice, draft) or self._has_told(voice, draft):
            return True
        told = any(said.span.covers(cue.span) for cue in here.passage.cues)
        return grouped or told or any(p.leader in draft.parties.actors for p in inside)

    def _has_told(self, voice: Voice, draft: Draft) -> bool:
        return any((name, draft) in self.tellers for name in voice.names)

    def only_wants(self, here: Setting, saying: Saying, chain: tuple[Voice, ...], speaker: tuple[Voice, ...]) -> bool:
        """Whether a wish is nobody's words: no source named, no answer given, or a bare state's, far from a contact.

        A sentence on what a state wants goes on with the words of its leader, if he was the last `speaker`.
        """
        if "wish" not in saying.verb.flags:
            return False
        if len(chain) < 2:
            stated = saying.subject is not None and saying.subject.naming.sort in SIDES
            if stated and chain[-1:] == speaker[-1:] and saying.start - here.passage.span.start <= 1:
                return False
            return not here.passage.ending(end_before(self.clean, saying.start, over=" ,"), "turn")
        state = saying.subject and saying.subject.naming.sort in SIDES
        return bool(state) and not here.outer and not here.seen

    def is_past(self, here: Setting, saying: Saying) -> bool:
        """Whether a leader said it some other time, and not in or about a contact told of in the sentence."""
        start = here.passage.span.start
        if here.outer or (not here.seen and self._long_before(start, saying)):
            return not here.outer
        if any(not voice.leading for voice in saying.chain):
            return False
        earlier = self.is_earlier(here, saying)
        posted = any(p.naming.sort is Sort.PLATFORM for p in here.passage.outside)
        ahead = here.about is not None and here.about.status in OPEN
        return not here.seen and (earlier or not (posted or ahead or not self._another_day(start, saying)))

    def weigh(self, here: Setting, saying: Saying) -> str:
        """Why words are no account: a position or an act (*urged*, *welcomed*), an official's of some other time."""
        if not here.seen and not saying.chain[-1].leading and self.is_earlier(here, saying):
            return EARLIER
        view = saying.verb.meaning == "acts" or not saying.verb.flags.isdisjoint(HELD_VIEWS)
        return VIEW if view else ""

    def is_earlier(self, here: Setting, saying: Saying) -> bool:
        """Whether words tell that it was said some other time: *Ранее Песков говорил*."""
        start, stop = here.passage.span.start, saying.verb.span.start
        return any(self._counts(here, word, stop) for word in here.passage.between(start, stop, "earlier"))

    def _counts(self, here: Setting, word: Mark, stop: int) -> bool:
        """Whether a word for some other time is said of the verb that begins at `stop`."""
        if "beside" in word.flags:
            return end_before(self.clean, stop) == word.span.stop
        return "opening" not in word.flags or word.span.start - here.passage.span.start <= 1

    def is_elsewhere(self, here: Setting, saying: Saying) -> bool:
        """Whether a leader speaks on another occasion: *Tham dự hội nghị …, ông …*; so goes on the paragraph."""
        if here.seen or here.outer or not saying.chain[-1].leading:
            return False
        if here.passage.between(here.passage.span.start, saying.verb.span.start, "elsewhere"):
            self.elsewhere = here.passage.paragraph
        return self.elsewhere == here.passage.paragraph

    def _long_before(self, start: int, saying: Saying) -> bool:
        """Whether a time stands there that was over before any contact of the page: *Năm 2023, ông A cáo buộc …*."""
        drafts = [draft.dating.edtf.first_day() for draft in self.story.drafts if draft.dating and draft.dating.edtf]
        first = min((day for day in drafts if day), default=None)
        if first is None or len(drafts) < len(self.story.drafts):
            return False
        for mention in self.dates.within(Span(start, saying.verb.span.start)):
            value = resolve_date(mention, published=self.story.published, anchor=None)
            last = value.date.last_day() if value and value.date else None
            if last and last < first - LATELY:
                return True
        return False

    def _another_day(self, start: int, saying: Saying) -> bool:
        """Whether a day stands there on which no contact of the page took place."""
        days, stop = [], saying.verb.span.start
        for mention in self.dates.within(Span(start, stop)) if self.days else ():
            if mention.span.stop > saying.start and "," in self.clean[mention.span.stop : stop]:
                continue
            value = resolve_date(mention, published=self.story.published, anchor=None)
            day = (value.date or value.in_page) if value else None
            days += [str(day)] if day and day.precision is Precision.DAY else []
        return bool(days) and not self.days.intersection(days) and (self.story.published or "")[:10] not in days


def _is_third(voice: Voice, draft: Draft) -> bool:
    """Whether a body, or a leader, speaks for none of the states that were in contact."""
    countries = {actor.country for actor in draft.parties.actors}
    speaks = voice.sort is Sort.BODY or (voice.leading and all(source.side for source in voice.sources))
    return speaks and not any(source.side in countries for source in voice.sources)
