"""The article as it is read: sentence by sentence, each cue put to the contact that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from telcon.languages import load_pack
from telcon.mentions import Mentions
from telcon.mentions.dates import DateMention
from telcon.model.actors import Actor
from telcon.model.contacts import Kind, Leftover, Status
from telcon.model.dates import Precision
from telcon.model.mentions import Cue, Naming
from telcon.model.spans import Span
from telcon.model.texts import Text
from telcon.reports.cues.cue_places import (
    find_mood,
    is_ahead,
    is_aside,
    is_back,
    is_called_off_ahead,
    is_count,
    is_indefinite,
    mood_in_present,
    mood_on_day,
)
from telcon.reports.cues.cues import complete_cues
from telcon.reports.cues.delegates import is_of_delegates
from telcon.reports.cues.weak_cues import drop_vain
from telcon.reports.days.countings import counts_from_today
from telcon.reports.days.dated_lines import find_dated_line
from telcon.reports.days.datings import Dater, Dating, PageTime, find_dateline
from telcon.reports.days.eras import settle_era
from telcon.reports.days.events import find_visit_days
from telcon.reports.days.fitting_dates import choose_dates, is_dateline
from telcon.reports.days.news_days import is_another_time
from telcon.reports.days.same_days import is_likewise
from telcon.reports.days.telling_days import find_telling
from telcon.reports.days.written_days import find_written_day
from telcon.reports.drafts import (
    OPEN,
    Draft,
    Family,
    Sighting,
    family,
    is_matter,
)
from telcon.reports.evidence import leave_over
from telcon.reports.identities.early import join_announced, take_early
from telcon.reports.identities.fitting_contacts import fits, is_earlier, same_family
from telcon.reports.identities.greetings import SAID, drop_foretold, drop_said
from telcon.reports.identities.identities import find_addressee, place_sighting
from telcon.reports.identities.other_contacts import names_its_day
from telcon.reports.identities.parts import settle_parts
from telcon.reports.identities.uniting import join_visits, take_newcomer, unite_told
from telcon.reports.moods.moods import Mood
from telcon.reports.participants.nameless import open_nameless
from telcon.reports.participants.neighbours import open_beside
from telcon.reports.participants.next_sentences import find_sender, open_apart
from telcon.reports.participants.party_finding import PartyFinder
from telcon.reports.participants.recurring import (
    SERIES,
    asked_about,
    call_before,
    of_series,
    plan_before,
    same_two,
    share_channel,
    share_series,
    take_from_those,
)
from telcon.reports.participants.rounds import Rounds
from telcon.reports.parties import Parties
from telcon.reports.people.casts import Cast
from telcon.reports.people.resolving import Resolver
from telcon.reports.people.taken_up import accept_invitation
from telcon.reports.places import Dealer, Places
from telcon.reports.readouts import find_readouts
from telcon.reports.scenes import Scene
from telcon.roster import Roster, Site

NO_PARTIES = "no two parties of different countries stand beside it"
NO_OFFICIALS = "not everybody who took part leads or serves a state"
COUNT = "a count of contacts"
FICTION = "the page tells of a film, a play or a book, or is satire"
UNREAL = "the sentence asks or imagines"
FICTIONAL = 3
AHEAD, HEAD = 20, 3
NOBODY: tuple[Parties | None, ...] = (None,)
NO_DATE: tuple[Dating | None, ...] = (None,)


class Story:
    """The article as it is read: scenes, drafts of contacts, and which draft each scene is about."""

    def __init__(
        self,
        text: Text,
        mentions: Mentions,
        roster: Roster,
        published: str | None,
        *,
        around: date | None = None,
        site: Site | None = None,
    ) -> None:
        self.text, self.mentions, self.roster, self.published = text, mentions, roster, published
        self.clean = text.view.clean
        dealer = Dealer([sentence.span for sentence in mentions.sentences])
        namings, dates = dealer.deal(mentions.namings), dealer.deal(mentions.dates)
        inside = list(chain.from_iterable(namings))
        dateline = find_dateline(mentions.sentences, dates, self.clean) or find_dated_line(text)
        self.era = None if published else settle_era(inside, dates, mentions.marks, around, roster)
        if not published and (written := find_written_day(dateline, self.era, dates)):
            self.published = published = written
        on = published[:10] if published else self.era.on if self.era else None
        settings = load_pack(text.language).settings
        self.site, self.articles, self.tensed = site, settings.get("articles") is True, settings.get("tensed") is True
        self.home = site.side if site else str(settings.get("home", ""))
        respelt, romanised = str(settings.get("respelling", "")), "romanisation" in settings
        self.cast = Cast(
            inside, roster, on, home=self.home, respelt=respelt, romanised=romanised, dated=bool(published)
        )
        if not self.home and settings.get("titles_at_home") is True:
            self.home = self.cast.settle_home(inside)
        self.owner = self.cast.owner(site.side, site.office) if site and site.office else None
        self.readouts = find_readouts(mentions, namings, self.clean)
        self.resolver = Resolver(
            mentions, dealer, namings, self.cast, self.clean, owner=self.owner, readouts=self.readouts
        )
        stamp = text.view.from_raw(text.published.span) if text.published else None
        time = PageTime(published, stamp, self.era, shown=bool(text.published), dateline=dateline)
        self.dater = Dater(dates, time, [quotation.span for quotation in mentions.quotations])
        fiction = [mark for mark in mentions.marks if mark.meaning == "fiction"]
        self.fiction = len(fiction) >= FICTIONAL or any("sure" in mark.flags for mark in fiction)
        self.durations = Places(mentions.durations)
        self.topics, self.named = (Places([m for m in mentions.topics if m.bare is bare]) for bare in (False, True))
        self.scenes: list[Scene] = []
        self.drafts: list[Draft] = []
        self.about: list[Draft | None] = []
        self.unreal: list[Leftover] = []
        self.pending: list[Sighting] = []
        self.announced: list[Sighting] = []
        self.vain: set[Span] = set()
        self.asked: tuple[int, list[Parties]] = (0, [])
        self.counted: tuple[int, list[Parties]] = (0, [])
        self.rounds = Rounds(self.drafts, self.clean)

    def read(self) -> None:
        """Go through all sentences once."""
        for number, sentence in enumerate(self.mentions.sentences):
            about = self.about[-1] if self.about else None
            if about and sentence.paragraph != self.resolver.paragraph and not self._is_one_of_several(about):
                self.resolver.pair(about.parties.actors)
            days = self.dater.days_in(number)
            scene = complete_cues(self.resolver.scene(number), self.clean, days, tensed=self.tensed)
            scene = drop_vain(scene, self.clean, self.cast, self.resolver.memory)
            self.scenes.append(scene)
            self._see(scene)
        open_nameless(self)
        open_apart(self)
        open_beside(self)
        last = next((scene.number for scene in self.scenes if not scene.sentence.headline), 0)
        join_announced(self.drafts, self.about, last)
        settle_parts(self.drafts, self.about)
        self.vain = {s.cue.span for s in self.pending}
        join_visits(self.drafts, self.about)
        drop_foretold(self.drafts, self.about)
        self.unreal += [leave_over(self.text, cue, SAID) for cue in drop_said(self.drafts, self.about)]
        self.leftovers = [leave_over(self.text, s.cue, NO_PARTIES) for s in self.pending] + self.unreal

    def _is_one_of_several(self, draft: Draft) -> bool:
        """Whether contacts of one and the same leader with several are told of in one breath: none is the main one."""
        cue = draft.sightings[0].cue.span
        alone = not any(other is not draft and other.sightings[0].cue.span == cue for other in self.drafts)
        return not alone or self.rounds.is_of_round(draft)

    def _see(self, scene: Scene) -> None:
        if len(self.drafts) > 1 and (whole := unite_told(self.drafts, self.about, scene)):
            self.resolver.pair(whole.parties.actors)
        seen = self._follow(scene) if scene.cues else []
        seen = seen or self._go_round(scene)
        if scene.cues and (not seen or {"many", "occasion"} <= scene.meanings):
            told = [s for draft in seen for s in draft.sightings]
            self.rounds.open(scene, told or [*self.pending, *self.announced])
            self.resolver.memory.host = self.rounds.host
        if "denied" in scene.meanings and not scene.cues:
            self._deny(scene)
        self.dater.pass_on(scene)
        if "accepted" in scene.meanings and "unreal" not in scene.meanings:
            accept_invitation(self.drafts, scene)
        self.about.append(self._turn(scene, seen))
        if "among" in scene.meanings:
            take_newcomer(self.drafts, self.about, scene)

    def _go_round(self, scene: Scene) -> list[Draft]:
        """More contacts of one with many, in a sentence that has no word for them."""
        told = self.rounds.find_next(scene) if not self.fiction else []
        if "comes_next" in scene.meanings and (days := self.dater.mentions_in(scene)):
            told = [replace(sighting, dating=self.dater.resolve(days[0], Status.HELD)) for sighting in told]
        return list(chain.from_iterable(map(self.place, told)))

    def _follow(self, scene: Scene) -> list[Draft]:
        """The contacts that the cues of a sentence speak of; a cue that speaks of none is kept with the reason."""
        dates = self.dater.mentions_in(scene)
        todays = [mention.span for mention in dates if counts_from_today(mention)]
        finder = PartyFinder(scene, self.clean, self.cast, self.resolver.memory, self.dater.days_in(scene.number))
        seen: list[Draft] = []
        about = self.about[-1] if self.about else None
        mood: Mood | None = None
        for cue in scene.cues:
            found = finder.find(cue) if "nth" not in cue.flags else []
            found = found or of_series(self.drafts, cue, scene, self.counted) or finder.of_ours(cue, about)
            if "likewise" in scene.meanings and not cue.noun:
                found = same_two(self.drafts, found, cue, scene)
            mood = find_mood(cue, scene, self.clean, found, last=mood)
            if mood.status is None and found:
                self.asked = (scene.number, found)
            if mood.status is Status.DENIED and not found:
                found = asked_about(self.asked, cue, scene)
            if mood.status is None or self.fiction:
                self.unreal.append(leave_over(self.text, cue, FICTION if self.fiction else UNREAL))
                continue
            chosen = choose_dates(cue, scene, dates, self.clean, held=mood.status is Status.HELD)
            mood = mood_in_present(mood_on_day(mood, chosen, self.dater), cue, scene, chosen, self.dater)
            datings = [dating for mention in chosen if (dating := self._dating(cue, scene, mention, mood))]
            datings = datings or self._likewise(cue, scene, mood) or find_visit_days(self.drafts, cue, scene)
            vague = mood.mark is None or "lasting" in mood.mark.flags
            if vague and datings and (datings[0].mention.future or self.dater.ahead(datings[0])):
                mood = Mood(Status.PLANNED)
            others = is_of_delegates(cue, scene, self.clean, found, mood)
            if reason := NO_OFFICIALS if others else self._find_vain(cue, scene, finder, found, datings):
                self.unreal.append(leave_over(self.text, cue, reason))
                if reason is COUNT:
                    self.counted = (scene.number, found)
                if reason is NO_PARTIES and "plural" in cue.flags:
                    self.announced.append(Sighting(cue, scene, None, mood, next(iter(datings), None)))
                continue
            aside, ahead = (tells(cue, scene, self.clean) for tells in (is_aside, is_ahead))
            back = is_back(cue, scene, self.clean, todays)
            turns = len(found) == len(datings) > 1 and "respectively" in scene.meanings
            for place, parties in enumerate(found or NOBODY):
                for dating in (datings[place : place + 1] if turns else datings) or NO_DATE:
                    past = back or is_another_time(self, parties, dating, cue, scene)
                    seen += self.place(Sighting(cue, scene, parties, mood, dating, past, aside, ahead))
        return seen

    def _find_vain(
        self, cue: Cue, scene: Scene, finder: PartyFinder, found: list[Parties], datings: Sequence[Dating]
    ) -> str | None:
        """Why a cue tells of no contact: it counts, is with somebody else, or an article says that none is meant."""
        years = all(d.edtf and d.edtf.precision is Precision.YEAR for d in datings)
        vague = years if datings else not self._know(found, cue)
        if vague and (not cue.noun or len(found) < 2) and is_count(cue, scene, self.clean):
            return COUNT
        if cue.noun and scene.span.stop - scene.span.start - len(cue.span) <= 1:
            return NO_PARTIES  # a heading: *Письма*
        if found:
            return None
        if finder.owned.is_of_others(cue) or finder.partners.are_unknown(cue):
            return NO_OFFICIALS
        dated = bool(self.drafts) and any(names_its_day(cue, scene, dating) for dating in datings)
        opens = cue.span.start - scene.span.start <= HEAD and bool(datings)  # A meeting of two hours ended on Thursday
        indefinite = self.articles and not dated and not opens and is_indefinite(cue, scene, self.clean)
        indefinite = indefinite and find_sender(cue, scene) is None
        return NO_PARTIES if "close" in cue.flags or indefinite else None

    def _likewise(self, cue: Cue, scene: Scene, mood: Mood) -> list[Dating]:
        """The day of the contact told of just before, where somebody *also* did the same, or it came *then*."""
        told = self.drafts[-1].sightings if self.drafts and not self.dater.is_vague(scene) else ()
        last = max(told, key=lambda s: s.cue.span.start, default=None)
        families = {family(last.cue), family(cue)} if last else set()
        apart = len(families) > 1 and Family.ANY not in families
        apart = apart or (mood.mark is not None and "once" in mood.mark.flags)
        if not last or not last.dating or apart or {last.mood.status, mood.status} != {Status.HELD}:
            return []
        parallel = last.scene is scene and ";" in self.clean[last.cue.span.stop : cue.span.start]
        return [last.dating] if parallel or (is_likewise(cue, scene) and scene.number - last.scene.number <= 1) else []

    def _know(self, found: list[Parties], cue: Cue) -> bool:
        """Whether the page told of a contact of the same people before, which may be the same."""
        told = [draft.parties.key for draft in self.drafts if same_family(draft, cue)]
        return any(parties.key in told for parties in found)

    def _dating(self, cue: Cue, scene: Scene, mention: DateMention, mood: Mood) -> Dating | None:
        """The date of a cue; that of a telling only where it may be a readout's, given on the day itself."""
        telling = find_telling(cue, scene, mention, self.clean)
        just = any("just" in m.flags for m in scene.between(mention.span.stop, cue.span.start, "held"))
        readout = just or all("readout" in mark.flags for mark in telling)
        aside = bool(telling) or is_dateline(scene, mention, self.clean)
        if aside and (mood.status is not Status.HELD or not readout or self.dater.is_vague(scene)):
            return None
        if mood.status in OPEN and scene.between(cue.span.stop, mention.span.start, "when", "apart"):
            return None
        past = mood.mark is not None and mood.mark.meaning == "held" and "lasting" not in mood.mark.flags
        told = mood.status
        planned = scene.between(mention.span.start - AHEAD, mention.span.start, "planned")
        if told is Status.DENIED and (planned or is_called_off_ahead(mood, mention)):
            told = Status.PLANNED
        dating = self.dater.resolve(mention, told, of_telling=aside, past=past)
        told_today = "telling" in scene.meanings
        later = mood.status is Status.PLANNED and mood.mark and mood.mark.flags & {"agreed", "next"}
        if dating and later and self.dater.is_over(dating, today=told_today):
            return None
        if dating and mood.status is Status.PROPOSED and self.dater.is_over(dating, today=told_today):
            behind, wished = cue.span.stop <= mention.span.start, bool(mood.mark and "wish" in mood.mark.flags)
            ahead = behind and not telling and self.dater.is_long_over(dating, wished=wished)
            return self.dater.resolve(mention, Status.PLANNED) if ahead else None
        return dating

    def place(self, sighting: Sighting) -> list[Draft]:
        """Put a sighting to the contact it speaks of, or open one; kept as pending where it names nobody known."""
        about = self.about[-1] if self.about else None
        if sighting.parties is None and (found := self.rounds.name_parties(sighting, self.resolver.memory.leader)):
            return list(chain.from_iterable(self.place(replace(sighting, parties=parties)) for parties in found))
        draft = place_sighting(self.drafts, sighting, about, self.clean)
        if draft is None:
            self.pending.append(sighting)
            return []
        if sighting.back:
            share_channel(self.drafts, draft)
        if sighting.parties:
            if sighting.mood.status in OPEN and sighting.cue.kind is Kind.CONTACT:
                draft.like = draft.like or plan_before(self.drafts, sighting)
            if sighting.parties.how == "answered" and sighting.cue.kind is Kind.CONTACT:
                draft.like = draft.like or call_before(self.drafts, draft)
            if sighting.parties.how == SERIES:
                share_series(self.drafts, draft)
            self.pending = take_early(self.drafts, draft, self.pending)
            take_from_those(self.pending, draft, sighting)
            self.rounds.take(draft)
            self.resolver.memory.host = self.rounds.host
            if draft.family is Family.WRITTEN:
                self.resolver.memory.reached = find_addressee(sighting.parties)
            if draft.family is not Family.PERSON and sighting.parties.caller:
                self.resolver.memory.called = find_addressee(sighting.parties)
        if draft.called and draft.dating is None and self.dater.last:
            draft.date(self.dater.last)
        briefed = any("hearer" in m.flags for m in sighting.scene.marks if m.span.stop <= sighting.cue.span.start)
        if not sighting.aside and not briefed and (sighting.parties or draft.called):
            self.resolver.pair(draft.parties.actors)
        return [draft, *self._spread(draft, sighting)]

    def _spread(self, draft: Draft, sighting: Sighting) -> list[Draft]:
        """What is said of *the calls*, of nobody in particular, holds for all that were told of in one breath."""
        spread = sighting.cue.flags & {"plural", "channel"}
        if sighting.parties or not spread or sighting.mood.status is not Status.HELD:
            return []
        if "channel" in spread and draft.sightings[0].scene is not sighting.scene:
            return []
        first = draft.sightings[0].cue.span
        others = [d for d in self.drafts if d is not draft and d.sightings[0].cue.span == first and fits(d, sighting)]
        for other in others:
            other.add(sighting)
        return others

    def _deny(self, scene: Scene) -> None:
        """A sentence that denies *this* denies the contact that the one before it told of."""
        before = self.scenes[-2] if len(self.scenes) > 1 else None
        back = [m for m in scene.marks if m.meaning == "denied" and "back" in m.flags]
        told = (d for d in reversed(self.drafts if back else []) if d.sightings[-1].scene is before)
        if draft := next(told, None):
            draft.deny()

    def _turn(self, scene: Scene, seen: list[Draft]) -> Draft | None:
        """What the page speaks of after this sentence: it turns to another contact where a paragraph begins with it."""
        before = self.about[-1] if self.about else None
        if not seen or (before in seen and any(s.scene is scene and not s.aside for s in before.sightings)):
            return before
        open_too = before is not None and before.status in OPEN
        told = [d for d in seen if any(s.scene is scene and not s.aside and not is_matter(s) for s in d.sightings)]
        held = [d for d in told if (open_too or d.status not in OPEN) and not d.back]
        if before is None:
            return next(iter(held or seen), None)
        turned = (
            d
            for d in held
            if (scene.first or before.back) and not (before.status is Status.HELD and is_earlier(d, before))
        )
        return next((d for d in turned if before.family is not Family.REMOTE or d.family is Family.REMOTE), before)

    def naming_of(self, actor: Actor, draft: Draft) -> Naming | None:
        """Where an actor is named: in the sentences that tell of the contact first."""
        own = [p for s in draft.sightings for p in s.scene.presences]
        every = (p for scene in self.scenes for p in scene.presences)
        return next((p.naming for p in chain(own, every) if actor in p.actors and len(p.naming.span)), None)

    def first_naming(self, name: str) -> Naming | None:
        """Where an actor of that name is first named."""
        every = (p for scene in self.scenes for p in scene.presences)
        return next((p.naming for p in every if any(actor.name == name for actor in p.actors)), None)

    def scenes_of(self, draft: Draft) -> list[Scene]:
        """The sentences that a contact is seen in or that go on about it."""
        seen = {sighting.scene.number for sighting in draft.sightings}
        told = [number for number, about in enumerate(self.about) if about is draft]
        return [self.scenes[number] for number in sorted(seen.union(told))]
