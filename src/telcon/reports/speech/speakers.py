"""Who speaks: from actors to the names under which statements are kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from telcon.inflections import Case
from telcon.languages import load_pack
from telcon.languages.packs import Pack
from telcon.languages.sheets import Form
from telcon.letters.folding import fold
from telcon.mentions.numerals import once_per_pack
from telcon.model.actors import Actor
from telcon.model.contacts import Office, Source
from telcon.model.mentions import How, Mark, Sort
from telcon.model.spans import Span
from telcon.model.values import value
from telcon.reports.distinct import each_once
from telcon.reports.drafts import Draft
from telcon.reports.scenes import Presence
from telcon.roster import ACCOUNT, LED, OFFICES, PRESS_SERVICE, State

if TYPE_CHECKING:
    from telcon.reports.stories import Story

SIDES = (Sort.STATE, Sort.CAPITAL)
BESIDE = 12
GOVERNMENT, EMBASSY = "Government of {state}", "Embassy of {state}"
NOBODYS = tuple(pattern.partition("{")[0] for pattern in (GOVERNMENT, EMBASSY, *LED))
"""How the names of bodies begin that do not speak for a side: what stands for one of which none is named, embassies."""

AGAIN = {"medium": Sort.MEDIUM, "person": Sort.PERSON}


@value(frozen=True, slots=True)
class Voice:
    """Those who say one thing together. `leading`: leaders, and whoever took part; others tell of a contact."""

    sources: tuple[Source, ...]
    leading: bool = False
    sort: Sort = Sort.PERSON

    @property
    def relays(self) -> bool:
        """Whether it is a paper or an agency that speaks for no side."""
        return self.sort is Sort.MEDIUM and not any(source.side for source in self.sources)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(source.name for source in self.sources)


class Voices:
    """The voices of a page: what a naming at the head of a sentence speaks for."""

    def __init__(self, story: Story) -> None:
        self.story = story
        pack = self.pack = load_pack(story.text.language)
        self.home = story.home
        self.nests = pack.settings.get("nested_clauses") is not False
        self.inserted = pack.settings.get("speech_within") is True
        self.indefinite = _indefinite(pack)
        self.bodies: dict[str, str] = {}
        self.last: dict[Sort, Voice] = {}
        self.latest: Voice | None = None
        self.readout: Voice | None = None
        self.teller: Voice | None = None
        self.firm: Draft | None = None
        self.told: Collection[Draft] = ()
        for scene in story.scenes:
            for presence in scene.presences:
                self._enter(presence)

    def _enter(self, presence: Presence) -> None:
        naming = presence.naming
        if naming.sort is Sort.BODY and naming.country and not naming.name.startswith(NOBODYS):
            self.bodies.setdefault(naming.country, naming.name)

    @property
    def published(self) -> Voice | None:
        """Whose announcement the page follows."""
        return self.readout or self.last.get(Sort.BODY)

    def of(self, presence: Presence, draft: Draft | None, *, takes: bool = False) -> Voice | None:
        """The voice of a naming; `takes`: what it says is a position, which a side's leader takes."""
        naming = presence.naming
        if naming.sort is Sort.GROUP:
            return self.joint(self._group(presence, draft), draft)
        if naming.sort in SIDES:
            body = self._body(presence) if naming.how is How.TITLE and not takes else None
            return body or self._side(naming.country, draft, takes=takes)
        if naming.sort is Sort.PERSON:
            actors = self._titled(presence, draft) or presence.actors
            if self._is_unnamed(presence):
                return self._unnamed(presence)
            if self._serves(presence):
                return self.official_of(presence.actors[0])
            body = None if any(actor.name for actor in actors) else self._body(presence) or self._once_more(presence)
            return body or self.joint(actors, draft)
        source = Source(naming.name, naming.country)
        if naming.name == self.story.roster.body(PRESS_SERVICE, naming.country):
            return self.house(presence, draft) or self.government(presence)
        if naming.name == self.story.roster.body(ACCOUNT, naming.country):
            return self._side(naming.country, draft, takes=False)
        if naming.sort is Sort.BODY and naming.how is How.TITLE and draft:
            source = self._of_party(source, draft)
        return self.note(Voice((source,), sort=naming.sort))

    def _serves(self, presence: Presence) -> bool:
        """Whether it is an aide with the name of a leader whom he serves, *пресс-секретарь Трампа*."""
        naming = presence.naming
        if naming.cases != {Case.NOMINATIVE} or naming.roles[:1] != (Office.OTHER,) or not naming.name:
            return False
        if len(presence.actors) != 1 or not presence.actors[0].leads:
            return False
        last = naming.name.split()[-1]
        named = (p.naming for scene in self.story.scenes for p in scene.presences if p.actors == presence.actors)
        plain = {n.name.split()[-1] for n in named if n.name and n.cases == {Case.NOMINATIVE}}
        return any(last != name and last.startswith(name) for name in plain)

    def _of_party(self, source: Source, draft: Draft) -> Source:
        """A body without its state: of a side that takes part, where home does not (*пресс-служба президента*)."""
        actors, roster = draft.parties.actors, self.story.roster
        pattern = next(
            (p.name for p in roster.patterns.values() if roster.body(p.name, source.side) == source.name), ""
        )
        if not pattern or not actors or any(actor.country == source.side for actor in actors):
            return source
        relay = self.last.get(Sort.MEDIUM)
        sides = {source.side for source in relay.sources} if relay else set()
        fit = [actor for actor in actors if actor.role and OFFICES.get(actor.role) == pattern] or [actors[0]]
        own = next((actor for actor in fit if actor.country in sides), fit[0])
        return Source(roster.body(pattern, own.country), own.country)

    def set_scene(self, *, firm: Draft | None, told: Collection[Draft]) -> None:
        """Take in which contact a passage opens with (`firm`) and which the page told of in their own right."""
        self.firm, self.told = firm, told

    def _group(self, presence: Presence, draft: Draft | None) -> tuple[Actor, ...]:
        """Those whom *the two leaders* means: of the contact in hand, where theirs was only spoken of."""
        actors, parties = presence.actors, draft.parties.actors if draft else ()
        if not actors or len(actors) != len(parties) or not self.told:
            return actors or parties
        keys = {actor.key for actor in actors}
        aside = [d for d in self.story.drafts if keys == {actor.key for actor in d.parties.actors}]
        unheard = bool(aside) and not any(d in self.told for d in aside)
        return parties if unheard or draft is self.firm else actors

    def _is_unnamed(self, presence: Presence) -> bool:
        """Whether it is *an* official, not the one who is known to hold the office."""
        naming = presence.naming
        if naming.name or naming.persons:
            return False
        folded, words = self.story.text.view.folded, _officials(self.pack)
        if folded.startswith(words, presence.start) or folded.endswith(words, 0, presence.stop):
            return True
        return bool(naming.country and self.is_official(presence)) or self.is_one_of_several(presence)

    def is_one_of_several(self, presence: Presence) -> bool:
        """Whether a word for one of several stands at his title: *an aide*, not *the aide*."""
        folded, start = self.story.text.view.folded, presence.start
        near = {*folded[max(0, start - BESIDE) : start].split()[-1:], *folded[start : start + BESIDE].split()[:1]}
        return bool(self.indefinite & near)

    def _once_more(self, presence: Presence) -> Voice | None:
        """The body for which somebody spoke whom a title alone means once more: 唐宁街发言人说…。发言人又说…."""
        naming, readout = presence.naming, self.readout
        aide = naming.how is How.TITLE and naming.country is None and naming.roles == (Office.OTHER,)
        aide = aide or (naming.how is How.PRONOUN and all(a.role is Office.OTHER for a in presence.actors))
        sides = {actor.country for actor in presence.actors}
        return readout if aide and readout and sides == {source.side for source in readout.sources} else None

    def is_official(self, presence: Presence) -> bool:
        """Whether the words for him tell that he is not to be named, not that he speaks for others."""
        words = f" {self.story.text.view.folded[presence.start : presence.stop]} "
        return any(f" {form} " in words for form in _officials(self.pack))

    def own(self, presence: Presence) -> Mark | None:
        """The word for somebody's own official that a naming is: *his spokesman*."""
        form = _own_officials(self.pack).get(self.story.text.view.folded[presence.start : presence.stop])
        return Mark(presence.naming.span, "speech", form.meaning, form.flags, form.source) if form else None

    def stateless(self, start: int, stop: int, among: Collection[str] = ()) -> tuple[str, int] | None:
        """The body that every state has whose name, without a state, ends at `stop`, and where it begins."""
        words = " " + self.story.text.view.folded[start:stop]
        fit = [
            (len(form), pattern.name)
            for pattern in self.story.roster.patterns.values()
            for form in _fold_forms(pattern.forms)
            if (not among or pattern.name in among) and words.endswith(" " + form)
        ]
        return (max(fit)[1], stop - max(fit)[0]) if fit else None

    def is_called(self, pattern: str, country: str | None, words: Span) -> bool:
        """Whether a state's body, or the house that stands for it, is called by these words."""
        name, form = self.story.roster.body(pattern, country), self.story.text.view.folded[words.start : words.stop]
        houses = (body for body in self.story.roster.bodies_of.get(country or "", ()) if body.name == name)
        called = any(known.endswith(" " + form) for body in houses for known in _fold_forms(body.forms))
        return called or name.startswith(pattern.partition("{")[0])

    def serves_leader(self, presence: Presence) -> bool:
        """Whether the title of an aide without a state opens with that of a leader: 总统发言人."""
        words = f"{self.story.text.view.folded[presence.start : presence.stop]} "
        return presence.naming.country is None and words.startswith(_leaders(self.pack))

    def _unnamed(self, presence: Presence) -> Voice | None:
        """Who speaks for a body is it: *a White House spokesman*; an official of it is one of his state."""
        country = presence.naming.country
        official = Voice((Source(self.story.roster.official(country), country),)) if country else None
        return (None if self.is_official(presence) else self._body(presence)) or official

    def _body(self, presence: Presence) -> Voice | None:
        """The body that a title ends with, or that leads it: *phát ngôn viên Nhà Trắng*, *a Number 10 spokesperson*."""
        country, words = presence.naming.country, self.story.text.view.folded[presence.start : presence.stop]
        roster = self.story.roster
        led = any(self.pack.settings.get(setting) is True for setting in ("articles", "head_last"))
        for body in roster.bodies_of.get(country or "", ()):
            forms = _fold_forms(body.forms)
            if words.endswith(forms) or (led and any(f" {form} " in f" {words}" for form in forms)):
                return self.note(Voice((Source(body.name, country),), sort=Sort.BODY))
        state = roster.states.get(country or "")
        head = next((words[: -len(form) - 1] for form in _folded(state) if words.endswith(form)), "")
        for pattern in roster.patterns.values():
            if led and country and any(f" {form} " in f" {words}" for form in _fold_forms(pattern.forms)):
                return self.note(Voice((Source(roster.body(pattern.name, country), country),), sort=Sort.BODY))
            if head and head.endswith(tuple(" " + form for form in _fold_forms(pattern.forms))):
                return self.note(Voice((Source(roster.body(pattern.name, country), country),), sort=Sort.BODY))
        return None

    def _titled(self, presence: Presence, draft: Draft | None) -> tuple[Actor, ...]:
        """The only one whom the page calls so by name, else the leader at home, who needs no more than his title."""
        naming = presence.naming
        if not draft or naming.how is not How.TITLE or naming.name or naming.persons or len(naming.roles) != 1:
            return ()
        title = self.story.text.view.folded[presence.start : presence.stop]
        called = self._called(title.partition(" ")[2] if self.pack.settings.get("articles") is True else title)
        if len(called) == 1 and called <= set(draft.parties.actors) and not called & self._named_beside(presence):
            return tuple(called)
        if presence.actors and set(presence.actors) <= set(draft.parties.actors):
            return ()
        return tuple(a for a in draft.parties.actors if a.country == self.home and a.role in naming.roles)

    def _named_beside(self, presence: Presence) -> set[Actor]:
        """Those named in the sentence of a bare title, whom it does not mean: *the president said Putin had called*."""
        beside = (p for scene in self.story.scenes if scene.span.covers(presence.naming.span) for p in scene.presences)
        return {actor for p in beside if p.naming.name or p.naming.persons for actor in p.actors}

    def _called(self, title: str) -> set[Actor]:
        """Those whose names stand behind these words on the page, with their state before them or without."""
        head, folded = f" {title} ", self.story.text.view.folded
        named = (p for scene in self.story.scenes for p in scene.presences if p.naming.how is How.NAME)
        return {actor for p in named if title and head in f" {folded[p.start : p.stop]}" for actor in p.actors}

    def joint(self, actors: Sequence[Actor], draft: Draft | None) -> Voice | None:
        """The voice of people speaking together; None where nobody is known. Who took part speaks as leaders do."""
        parties = {actor.key for actor in draft.parties.actors} if draft else set()
        named = [Source(self._name(actor), actor.country) for actor in actors if actor.name or actor.country]
        return Voice(tuple(named), all(actor.leads or actor.key in parties for actor in actors)) if named else None

    def note(self, voice: Voice) -> Voice:
        """Remember who was told of last, for *hãng này*, *cơ quan này*."""
        self.last[voice.sort] = self.latest = voice
        return voice

    def again(self, word: Mark) -> Voice | None:
        """Whoever was told of last, of the sort that a word points at: *hãng này*, *cơ quan này*, *quan chức này*."""
        if "either" in word.flags:
            return self.latest
        sort = next((sort for flag, sort in AGAIN.items() if flag in word.flags), Sort.BODY)
        return self.last.get(sort)

    def government(self, presence: Presence) -> Voice:
        """The government of the state that a naming means."""
        return self.note(self.government_of(presence.naming.country))

    def government_of(self, country: str | None) -> Voice:
        """The government of a state."""
        return Voice((Source(self.story.roster.body(GOVERNMENT, country), country),), sort=Sort.BODY)

    def tail(self, word: Mark, owner: Presence, draft: Draft | None) -> Voice | None:
        """The press of a state, or somebody of it, where the word for them stands behind it."""
        if word.meaning == "press":
            return self.media(owner.naming.country)
        voice = self.of(owner, draft)
        return voice and self.official(voice)

    def media(self, country: str | None) -> Voice:
        """The media of a country taken together, which speak for no side."""
        return Voice((Source(self.story.roster.media_of(country), None),), sort=Sort.BODY)

    def office(self, voice: Voice, presence: Presence) -> Voice:
        """The office of those whom a naming means: that of a state or of its government, else somebody's own."""
        roles = {actor.name: actor.role for actor in presence.actors}
        named = ((s, self.story.roster.office(roles.get(s.name), s.side)) for s in voice.sources)
        return Voice(tuple(Source(office or f"Office of {s.name}", s.side) for s, office in named), sort=Sort.BODY)

    def office_of(self, actor: Actor) -> Voice:
        """The office of somebody who leads, else his own."""
        office = self.story.roster.office(actor.role, actor.country)
        return self.note(Voice((Source(office or f"Office of {actor.name}", actor.country),), sort=Sort.BODY))

    def official_of(self, actor: Actor) -> Voice:
        """An unnamed official of somebody's side."""
        return self.official(Voice((Source(actor.name, actor.country),)))

    def house(self, presence: Presence, draft: Draft | None) -> Voice | None:
        """The office of the one who takes part for a state, where only his town is named: *пресс-служба в Минске*."""
        actors = [a for a in (draft.parties.actors if draft else ()) if a.country == presence.naming.country]
        name = self.story.roster.office(actors[0].role, actors[0].country) if actors else None
        return self.note(Voice((Source(name, actors[0].country),), sort=Sort.BODY)) if name else None

    def official(self, voice: Voice) -> Voice:
        """An unnamed official of a side; of whom speaks for none, himself."""
        if any(source.side is None for source in voice.sources):
            return voice
        return Voice(tuple(Source(self.story.roster.official(s.side), s.side) for s in voice.sources))

    def _name(self, actor: Actor) -> str:
        return actor.name or self.story.roster.official(actor.country)

    def _side(self, country: str | None, draft: Draft | None, *, takes: bool) -> Voice | None:
        if not country:
            return None
        leaders = [actor for actor in (draft.parties.actors if draft else ()) if actor.country == country]
        if takes and leaders:
            return self.joint(leaders, draft)
        name = self.bodies.get(country) or self.story.roster.body(GOVERNMENT, country)
        return Voice((Source(name, country),), sort=Sort.BODY)


def _folded(state: State | None) -> list[str]:
    """The names of a state in folded letters, the longest first."""
    return sorted(_fold_forms(state.forms), key=len, reverse=True) if state else []


@lru_cache(maxsize=4096)
def _fold_forms(forms: tuple[str, ...]) -> tuple[str, ...]:
    """Forms of the roster in folded letters: the same are asked for on page after page."""
    return tuple(map(fold, forms))


@once_per_pack
def _indefinite(pack: Pack) -> frozenset[str]:
    """The words that tell *an* official from *the* official."""
    return frozenset(text for form in pack["speech"].meaning("indefinite") for text in form.spellings())


@once_per_pack
def _officials(pack: Pack) -> tuple[str, ...]:
    """The words for officials who are not to be named."""
    forms = (form for form in pack["speech"].meaning("official") if "speaks" not in form.flags)
    return tuple(fold(text) for form in forms for text in form.spellings())


@once_per_pack
def _own_officials(pack: Pack) -> dict[str, Form]:
    """The words for officials of the one who acts, in folded letters, with their forms."""
    forms = (form for form in pack["speech"].meaning("official") if "own" in form.flags)
    return {fold(text): form for form in forms for text in form.spellings()}


@once_per_pack
def _leaders(pack: Pack) -> tuple[str, ...]:
    """The titles of those who lead a state or its government."""
    titles = (form for office in OFFICES for form in pack["titles"].meaning(office.value))
    return tuple(f"{fold(text)} " for form in titles for text in form.spellings())


def join_voices(voices: list[Voice]) -> Voice:
    """Several who speak together, as one."""
    if len(voices) == 1:
        return voices[0]
    sources = each_once(source for voice in voices for source in voice.sources)
    return Voice(sources, all(voice.leading for voice in voices), voices[0].sort)
