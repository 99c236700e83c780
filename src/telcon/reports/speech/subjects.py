"""The subjects of verbs of speech: who speaks, with what may stand between him and his verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from telcon.inflections import Case
from telcon.model.mentions import How, Mark, Sort
from telcon.model.spans import Span
from telcon.reports.drafts import Draft
from telcon.reports.scenes import Presence
from telcon.reports.speech.attributions import Frame
from telcon.reports.speech.backsteps import MANNER, Backsteps
from telcon.reports.speech.inversions import (
    COMMAS,
    JOINED,
    PLACES,
    find_behind,
    find_host,
    find_titled,
    inverts,
    may_act,
    may_join,
    run_behind,
)
from telcon.reports.speech.offices import OBLIQUE, Offices
from telcon.reports.speech.speakers import Voice, Voices, join_voices
from telcon.reports.speech.standings import VERBS, Standing
from telcon.reports.speech.unnamed import Subject, Unnamed, is_aide
from telcon.reports.speech.utterances import MARKS, Passage, begin_clause, end_before, find_said, has_verb, skip_words

ADJUNCT, OFFICE, STEPS = 60, 10, 12
BARRED = ("negative", "of", "passive", "deals", "nothing", "silent", "joins", "parts", "that")
HEADS = ("account", "office", "official", "again")
BARS = ("passive", *OBLIQUE)
DATELINES = (":", "-", "–", "—", "(")
"""Signs behind a place at the head of a passage that only says where it was written, or who is asked."""


def _is_bare(presence: Presence) -> bool:
    """Whether it is an office alone, which may be one of several of whoever is named behind it."""
    naming = presence.naming
    return naming.sort is Sort.PERSON and naming.how is How.TITLE and not (naming.name or naming.persons)


class SubjectFinder:
    """Finds who speaks in the clauses of one passage; behind a word of `bars` nobody does."""

    def __init__(
        self,
        passage: Passage,
        clean: str,
        frames: Sequence[Frame],
        voices: Voices,
        draft: Draft | None,
        *,
        bars: Sequence[str] = BARS,
    ) -> None:
        self.passage, self.clean, self.frames = passage, clean, frames
        self.voices, self.draft, self.bars = voices, draft, bars
        self.inverts = inverts(voices.pack)
        self.presences = [p for p in passage.outside if p.naming.sort is not Sort.PLATFORM]
        self.platforms = [p for p in passage.outside if p.naming.sort is Sort.PLATFORM]
        self.back = Backsteps(passage, clean, frames, self.presences, manner=self.inverts)
        self.standing = Standing(passage, clean, self.presences, self.before, inverts=self.inverts)
        self.unnamed = Unnamed(passage, clean, voices, draft, self.presences)
        self.offices = Offices(passage, voices, draft, self.presences, self.before)

    def of(self, verb: Mark) -> Subject | None:
        """The subject of a verb, before it or behind it; None where the verb shares another one's or has none."""
        if not self.inverts or self._is_led(verb):
            return self._ahead(verb) or (None if self.inverts else self._freed(verb))
        firm = self.unnamed.behind_verb(verb) or self._behind(verb, firm=True)
        return firm or self._ahead(verb) or self._behind(verb, firm=False)

    def _freed(self, verb: Mark) -> Subject | None:
        """The subject of a clause with *when*, where what was said follows: *khi ông Trump kể với Fox: “…”*."""
        said = find_said(self.passage, self.clean, Span(verb.span.stop, verb.span.stop + ADJUNCT))
        if said is None or "," in self.clean[verb.span.stop : said] or verb.meaning != "says":
            return None
        freed = [meaning for meaning in self.bars if meaning != "subordinate"]
        finder = SubjectFinder(self.passage, self.clean, self.frames, self.voices, self.draft, bars=freed)
        return finder._ahead(verb)

    def _is_led(self, verb: Mark) -> bool:
        """Whether a subject ends right before a verb; a place is none beside a name behind: *в Токио объявил X*."""
        place = self.before(verb.span.start)
        led = next((p for p in self.presences if p.stop == place and may_act(self.passage, self.clean, p)), None)
        where = led and led.naming.sort in PLACES and self.passage.ending(self.before(led.start), "place")
        return led is not None and not (where and find_titled(self.passage, self.clean, self.presences, verb))

    def _behind(self, verb: Mark, *, firm: bool) -> Subject | None:
        """The subject behind a verb; `firm`: one whose ending lets it be nothing else."""
        presence = find_behind(self.passage, self.clean, self.presences, verb)
        if presence is None or (firm and len(presence.naming.cases) != 1):
            return None
        run, start = run_behind(self.passage, self.clean, self.presences, presence), verb.span.start
        takes = "takes" in verb.flags and not self.standing.is_where(presence)
        named = [voice for p in run if (voice := self.voices.of(p, self.draft, takes=takes))]
        if named and self.passage.office(self.before(presence.start)):
            named = [self.voices.note(self.voices.office(named[0], presence))]
        while word := self.passage.ending(self.before(start), "adverb"):
            start = word.span.start
        heard = next((p for p in self.presences if verb.span.stop <= p.start < presence.start), None)
        relay = self.voices.of(heard, self.draft) if heard and heard.naming.sort is Sort.MEDIUM else None
        return Subject(join_voices(named), start, presence, relay, behind=run[-1].stop) if named else None

    def _ahead(self, verb: Mark) -> Subject | None:
        place, takes = self.before(verb.span.start), "takes" in verb.flags
        if self.passage.ending(place, "nominal"):
            return None
        relay: Voice | None = None
        for _ in range(STEPS):
            if subject := self.ending(place, takes=takes):
                return Subject(subject.voice, subject.start, subject.presence, relay)
            if passive := self._passive(place):
                relay, place = passive
                continue
            back = self.back.before(place)
            if back is None:
                near = self._across_adjunct(place, takes=takes) or self._open_apposition(place, takes=takes)
                near = near or self.unnamed.published(verb) or self.unnamed.informed(verb, place, self._ending)
                return near or (Subject(relay, self.passage.span.start) if relay else None)
            place = self.before(back)
        return None

    def _ending(self, place: int) -> Subject | None:
        return self.ending(place, takes=False)

    def _passive(self, place: int) -> tuple[Voice, int] | None:
        """The medium that quotes the subject, and where *được* begins: *được AFP trích lời*."""
        verb = self.passage.ending(place, "quotes")
        medium = verb and next((p for p in self.presences if p.stop == self.before(verb.span.start)), None)
        mark = medium and self.passage.ending(self.before(medium.start), "passive")
        voice = medium and self.voices.of(medium, self.draft)
        return (voice, self.before(mark.span.start)) if mark and voice else None

    def main(self, stop: int) -> Subject | None:
        """The subject of the sentence: the first naming before `stop` that hangs on nothing."""
        for presence in self.presences:
            if presence.stop > stop:
                return None
            if self.standing.is_place(presence) and self.clean[presence.stop :].lstrip(" \xa0")[:1] in DATELINES:
                continue
            if not may_act(self.passage, self.clean, presence):
                continue
            framed = any(frame.span.covers(presence.naming.span) for frame in self.frames)
            hung = self._hangs(presence)
            if not framed and not hung and (subject := self._named(self._last_of(presence, stop), takes=False)):
                return subject
        return None

    def _last_of(self, presence: Presence, stop: int) -> Presence:
        """The last of those joined to a naming on its right."""
        for other in self.presences:
            near = presence.stop <= other.start <= presence.stop + JOINED and other.stop <= stop
            if near and other.leader and self.passage.between(presence.stop, other.start, "joins"):
                presence = other
        return presence

    def _hangs(self, presence: Presence) -> bool:
        place = self.before(presence.start)
        articles = ("nominal",) if self.voices.pack.settings.get("articles") is True else ()
        while word := self.passage.ending(place, "head", *articles):
            place = self.before(word.span.start)
        return self.passage.ending(place, "passive", *OBLIQUE) is not None

    def ending(self, place: int, *, takes: bool) -> Subject | None:
        """The subject that ends at `place`."""
        if again := self.passage.ending(place, "again"):
            return self._again(again) or self.unnamed.seat(place)
        named = end_before(self.clean, place, over=MARKS)
        for presence in self.presences:
            close = presence.stop == (named if presence.naming.sort is Sort.MEDIUM else place)
            close = close or self.standing.is_bracketed(presence, place)
            if close and may_act(self.passage, self.clean, presence):
                group = self._grouped(presence)
                return self.unnamed.officials(group, presence) or self._named(group, takes=takes)
        if behind := self.unnamed.letter(place) or self.unnamed.behind_owner(place, takes=takes):
            return replace(behind, start=self.unnamed.before_account(behind.start))
        account = self.passage.ending(place, "account")
        if account and "opening" not in account.flags:
            if owner := next((p for p in self.presences if p.stop == self.before(account.span.start)), None):
                return self._named(owner, takes=takes)
            if office := self.unnamed.behind_owner(self.before(account.span.start)):
                return office
            voice = self.voices.published
            return Subject(voice, account.span.start) if voice else None
        return None

    def _named(self, presence: Presence, *, takes: bool) -> Subject | None:
        if self.standing.is_where(presence):
            takes, presence = False, find_host(self.presences, self.clean, presence)
        media = self.voices.media(presence.naming.country).names[0] == presence.naming.name
        if media and self.voices.is_one_of_several(presence):
            return None  # *a US media report*
        opened = presence.start - self.standing.is_bracketed(presence, presence.stop + 1)
        before, start = self.before(opened), presence.start
        if head := self._head(presence, before):
            body = "body" in head.flags
            return self.offices.government(presence, head) if body else self.offices.press(before, presence)
        medium = presence.naming.sort is Sort.MEDIUM
        while word := self.passage.ending(before, "head", "press", "place", *(("again",) if medium else ())):
            before, start = self.before(word.span.start), word.span.start
        if start < presence.start and (article := self.passage.ending(before, "nominal")):
            before, start = self.before(article.span.start), article.span.start
        both = self._states(presence) if self.standing.is_place(presence) else None
        if both and (takes or (both.presence and both.presence.leader)):
            return both
        run = self._run(presence)
        if (
            named := self.offices.official(presence)
            if self.standing.is_place(presence)
            else self.unnamed.aide(presence)
        ):
            return named
        word = self.passage.ending(before, "of", "office", "account", "official") or self.passage.office(before)
        word = word or self.unnamed.serving(before)
        if word and self.standing.tells_of(word, presence):
            start, word = begin_clause(self.passage, self.clean, word.span.start, VERBS), None
        if word and not (word.meaning == "account" and presence.naming.cases == {Case.NOMINATIVE}):
            return self._owning(presence, before, word, takes=takes)
        while adverb := self.passage.ending(before, "adverb"):
            plain = run[0] is presence and not self.passage.word(adverb.span.start, "parts", "joins")
            before, start = self.before(adverb.span.start), adverb.span.start if plain else start
        joined = presence.naming.sort in PLACES and run[0] is not presence
        if self._is_barred(presence, self.before(run[0].start) if joined else before):
            return None
        voices = [voice for p in run if (voice := self.voices.of(p, self.draft, takes=takes))]
        if not voices:
            return self.unnamed.somebodys(presence)
        return Subject(join_voices(voices), min(start, run[0].start), presence)

    def _head(self, presence: Presence, before: int) -> Mark | None:
        """The word before a name by which a paper, or a government, is pointed at."""
        press = self.passage.ending(before, "press") if presence.naming.sort is not Sort.MEDIUM else None
        return press or (self.passage.ending(before, "head") if self.standing.is_place(presence) else None)

    def _is_barred(self, presence: Presence, before: int) -> bool:
        """Whether a naming hangs on a preposition or on an act, or a state only says whose somebody is."""
        word = self.passage.ending(before, *self.bars)
        if (word and not ("opens" in word.flags and presence.leader)) or self.standing.is_object(presence):
            return True
        return self.standing.is_place(presence) and not self.standing.opens(before)

    def _owning(self, presence: Presence, before: int, word: Mark, *, takes: bool) -> Subject | None:
        """Whoever belongs to the one named: *thông cáo của X*, *văn phòng X*, *người phát ngôn của X*."""
        place = self._before_bracket(self.before(word.span.start)) if word.meaning in ("of", "to") else before
        head = self.passage.ending(place, *HEADS)
        if head and "opening" in head.flags and head.span.start - self.passage.span.start > 1:
            head = None
        voice = self.voices.of(presence, self.draft, takes=takes and not head)
        if voice and head:
            return Subject(self.offices.headed(voice, head, presence), head.span.start, presence)
        owner = next((p for p in self.presences if p.stop <= place <= p.stop + OFFICE), None)
        if owner and voice and not (owner.naming.name or owner.naming.persons) and self.standing.is_place(presence):
            return Subject(self.voices.official(voice), owner.start, owner)
        if owner and voice and presence.leader and is_aide(owner) and not self.standing.is_place(presence):
            return Subject(self.voices.official(voice), owner.start, presence)
        if owner and owner.stop == end_before(self.clean, place, over=MARKS):
            return self._named(owner, takes=takes)
        posted = any(p.stop == place for p in self.platforms)
        return Subject(voice, presence.start, presence) if voice and posted else None

    def _grouped(self, presence: Presence) -> Presence:
        """The group before its states: *hai nhà lãnh đạo Nga và Mỹ*."""
        first = presence
        for other in reversed(self.presences):
            near = 0 <= first.start - other.stop <= JOINED and self.standing.is_place(first)
            if near and other.naming.sort is Sort.GROUP and first.start - other.stop <= 1:
                return other
            if near and self.standing.is_place(other):
                first = other
        return presence

    def _run(self, presence: Presence) -> list[Presence]:
        """The naming and those joined to it on its left."""
        run, start = [presence], presence.start
        for other in reversed(self.presences):
            if not other.stop <= start <= other.stop + JOINED:
                continue
            gap = self.clean[other.stop : start].strip()
            if gap in COMMAS and _is_bare(other):
                start = other.start
            elif may_join(other, presence) and (gap in COMMAS or self._joins(other.stop, start)):
                run.insert(0, other)
                start = other.start
        return run if self._joins(run[-2].stop if len(run) > 1 else run[0].stop, presence.start) else [presence]

    def _joins(self, start: int, stop: int) -> bool:
        return bool(self.passage.between(start, stop, "joins"))

    def _states(self, presence: Presence) -> Subject | None:
        """Two states for both their leaders: *Việt Nam và Malaysia nhất trí*, *Việt Nam - Malaysia*."""
        place = self.presences.index(presence)
        first = self.presences[place - 1] if place else presence
        gap = self.clean[first.stop : presence.start]
        joined = gap.strip() in ("", "-", "–") or self.passage.between(first.stop, presence.start, "joins")
        states = self.standing.is_place(first) or (first.leader is not None and first.naming.how is How.OFFICE)
        if first is presence or not states or len(gap) > JOINED or not joined:
            return None
        voices = [voice for p in (first, presence) if (voice := self.voices.of(p, self.draft, takes=True))]
        both = len(voices) == 2 and all(voice.leading for voice in voices)
        return Subject(join_voices(voices), first.start, first) if both else None

    def _again(self, again: Mark) -> Subject | None:
        voice = self.voices.again(again)
        return Subject(voice, again.span.start) if voice else None

    def _across_adjunct(self, place: int, *, takes: bool) -> Subject | None:
        """The subject with a place, an occasion or a time between it and its verb."""
        passage, clean = self.passage, self.clean
        if passage.ending(place, "joins"):
            return None
        near = [p for p in self.presences if p.stop <= place and place - p.stop <= ADJUNCT]
        for presence in reversed([p for p in near if may_act(passage, clean, p)]):
            gap = self._without_platforms(presence.stop, place)
            with_him = not self.inverts and passage.ending(self.before(presence.start), "adjunct")
            if with_him and "object" not in with_him.flags:  # 在与默茨会谈后对媒体说
                continue
            if any(sign in gap for sign in ",;:" + MARKS) or has_verb(passage, clean, presence.stop, place, VERBS):
                return None
            where = self.standing.is_place(presence) or (presence.naming.sort in PLACES and not self.inverts)
            if where and passage.ending(self.before(presence.start), "adjunct"):
                continue
            end = self._past_bracket(presence.stop)
            day = next((date.stop for date in passage.dates if 0 <= date.start - end <= 1), end)
            adjunct = passage.word(skip_words(passage, clean, day, "adverb"), "adjunct", "frame")
            if adjunct or self._is_manner(gap, presence.stop, place):
                named = self._named(self._host_of(presence), takes=takes)
                if named or not self.standing.is_place(presence):
                    return named
        return None

    def _past_bracket(self, stop: int) -> int:
        """The end of a bracket right behind a name, with the name once more: 贾姆希迪（Mohammad Jamshidi）."""
        opened = self.clean[stop : stop + 2].lstrip().startswith("(")
        closed = self.clean.find(")", stop, stop + ADJUNCT) if opened else -1
        return closed + 1 if closed >= 0 else stop

    def _host_of(self, presence: Presence) -> Presence:
        """The one who had somebody with him when he spoke: 特朗普会晤卡尼时说; else the naming itself."""
        acts = (
            cue.span
            for cue in self.passage.cues
            if (not cue.noun or "object" in cue.flags) and 0 <= presence.start - cue.span.stop <= 1
        )
        act = next(acts, None) if not self.inverts else None
        if act is None:
            return presence
        return next((p for p in self.presences if p.leader and 0 <= act.start - p.stop <= 1), presence)

    def _without_platforms(self, start: int, stop: int) -> str:
        """What stands in `[start, stop)`, the names of platforms and the marks about them left out: 在“真实社交”上."""
        gap = self.clean[start:stop]
        for platform in self.platforms:
            name = platform.naming.span
            if start <= name.start and name.stop <= stop:
                quoted = self.clean[max(start, name.start - 1) : min(stop, name.stop + 1)]
                gap = gap.replace(quoted if set(quoted[:1]) & set(MARKS) else quoted[1:-1], "")
        return gap

    def _is_manner(self, gap: str, start: int, stop: int) -> bool:
        """Whether no more than two words stand there that say how something is said."""
        words = self.passage.between(start, stop, *OBLIQUE, *BARRED)
        cues = () if self.inverts else self.passage.cues
        taken = [*(cue.span for cue in cues), *(platform.naming.span for platform in self.platforms)]
        return len(gap.split()) <= MANNER and not words and not any(start <= span.start < stop for span in taken)

    def _open_apposition(self, place: int, *, takes: bool) -> Subject | None:
        """The official before a title that no comma closes: *ông Ushakov, trợ lý tổng thống nói*."""
        comma = self.clean.rfind(",", max(self.passage.span.start, place - ADJUNCT), place)
        head = next((p for p in self.presences if p.stop == comma and p.leader and not p.leader.leads), None)
        if not head or head.naming.how is not How.NAME or self.passage.between(comma, place, *VERBS, "adverb"):
            return None
        return self._named(head, takes=takes)

    def _before_bracket(self, place: int) -> int:
        """The end of what stands before a bracket that ends at `place`: *Washington Post (WP) của Mỹ*."""
        opened = self.clean.rfind("(", self.passage.span.start, place) if self.clean[place - 1] == ")" else -1
        return self.before(opened) if opened >= 0 else place

    def before(self, place: int) -> int:
        """The end of what stands before `place`, spaces left out."""
        while place > self.passage.span.start and self.clean[place - 1] in " \xa0":
            place -= 1
        return place
