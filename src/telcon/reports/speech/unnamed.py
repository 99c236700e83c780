"""Subjects without a name of their own: unnamed sources, officials, offices, announcements, letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from telcon.inflections import Case
from telcon.languages.packs import Pack
from telcon.letters.folding import fold
from telcon.mentions.numerals import once_per_pack
from telcon.model.actors import Actor
from telcon.model.contacts import Kind, Office
from telcon.model.mentions import How, Mark, Sort
from telcon.model.spans import Span
from telcon.model.values import value
from telcon.reports.drafts import Draft, Family
from telcon.reports.initiators import choose_initiator
from telcon.reports.scenes import Presence
from telcon.reports.speech.inversions import find_behind
from telcon.reports.speech.speakers import SIDES, Voice, Voices, join_voices
from telcon.reports.speech.utterances import MARKS, Passage, end_before, skip_blanks, skip_words
from telcon.roster import OFFICES

HEARER, STEM = 12, 4
AIDES = ((Office.OTHER,), (Office.ENVOY,))
TELLING = frozenset({"tells", "says"})


@value(frozen=True, slots=True)
class Subject:
    """Who speaks, where the clause begins, and who relays it (*được AFP trích lời*).

    `behind` is where he ends who stands behind his verb.
    """

    voice: Voice
    start: int
    presence: Presence | None = None
    relay: Voice | None = None
    behind: int | None = None


def is_aide(presence: Presence) -> bool:
    """Whether it is an official named by nothing but his post: *a spokesman*."""
    naming = presence.naming
    named = naming.name or naming.persons or any(actor.name for actor in presence.actors)
    unnamed = naming.sort is Sort.PERSON and not named
    return unnamed and naming.roles[:1] in AIDES


@once_per_pack
def _aides(pack: Pack) -> tuple[str, ...]:
    """The titles of those who serve somebody, the longest first."""
    forms = (form for form in pack["titles"].meaning("other") if "aide" in form.flags)
    return tuple(sorted((fold(text) for form in forms for text in form.spellings()), key=len, reverse=True))


class Unnamed:
    """Finds who speaks where nobody is named for it."""

    def __init__(
        self, passage: Passage, clean: str, voices: Voices, draft: Draft | None, presences: Sequence[Presence]
    ) -> None:
        self.passage, self.clean = passage, clean
        self.voices, self.draft, self.presences = voices, draft, presences

    def behind_owner(self, place: int, *, takes: bool = False) -> Subject | None:
        """An office, an official or the press behind those whose they are: 美国官员, 法国媒体, *Ruto's office*.

        What two governments take as their position (`takes`), they do not tell.
        """
        word = self.passage.ending(place, "official", "press", "office")
        joint = word or self.passage.ending(place, "states")
        if joint and "joint" in joint.flags:
            return None if takes else self._governments(joint)
        if seat := self.seat(place):
            return seat
        if not word:
            return None
        if "own" in word.flags:
            return self._his(word)
        stop = self._before_bracket(self._before(word.span.start))
        last = self.voices.pack.settings.get("head_last") is True
        sign = self.passage.ending(stop, "possessive", "of")
        if sign and sign.meaning == "of" and "leads" not in sign.flags:
            sign = None
        if sign:
            stop = self._before(sign.span.start)
        owner = next((p for p in self.presences if 0 <= stop - p.stop <= 1), None)
        ahead = owner is not None and owner.naming.sort in SIDES and not sign
        if not (last or sign or ahead):
            return None
        if owner and (last or ahead) and word.meaning != "office":
            voice = self.voices.tail(word, owner, self.draft) if owner.naming.sort in SIDES else None
            return Subject(voice, owner.start, owner) if voice else None
        return self._office_of(word, owner) if owner and owner.naming.sort is Sort.PERSON else None

    def _office_of(self, word: Mark, owner: Presence | None) -> Subject | None:
        """The office of somebody, or an official of his."""
        voice = self.voices.of(owner, self.draft) if owner else None
        if not owner or not voice:
            return None
        start = min(owner.start, word.span.start) if "own" not in word.flags else word.span.start
        if word.meaning == "official":
            return Subject(self.voices.official(voice), start, owner)
        return Subject(self.voices.note(self.voices.office(voice, owner)), start, owner)

    def _his(self, word: Mark) -> Subject | None:
        """The office of the leader who acts in the passage, else of the one who acts in the contact in hand."""
        if named := self._office_of(word, self._acting()):
            return named
        actor = self._actor()
        if actor is None:
            return None
        voice = self.voices.office_of(actor) if word.meaning == "office" else self.voices.official_of(actor)
        return Subject(voice, word.span.start)

    def seat(self, place: int) -> Subject | None:
        """The office named without its state that ends there: *the president's office*.

        It is that of whoever holds it and acts in the contact in hand, else of the other one; not of one whose house is
        never called so (the White House).
        """
        inside = any(p.start < place <= p.stop for p in self.presences)
        return None if inside else self._seated(self.passage.span.start, place)

    def _seated(self, begin: int, place: int) -> Subject | None:
        found = self.voices.stateless(begin, place, OFFICES.values()) if self.draft else None
        if not found or not self.draft:
            return None
        pattern, start = found
        first, actors = self.draft.parties.caller, self.draft.parties.actors
        holders = [a for a in (*([first] if first else ()), *actors) if a.role and OFFICES.get(a.role) == pattern]
        called = (a for a in holders if self.voices.is_called(pattern, a.country, Span(start, place)))
        owner = next(called, None)
        return Subject(self.voices.office_of(owner), start) if owner else None

    def _governments(self, word: Mark) -> Subject | None:
        """The governments of all who take part in the contact in hand: 两国政府."""
        actors = self.draft.parties.actors if self.draft else ()
        voices = [self.voices.government_of(actor.country) for actor in actors if actor.country]
        return Subject(join_voices(voices), word.span.start) if len(voices) > 1 else None

    def _actor(self) -> Actor | None:
        """The one who acts in the contact in hand."""
        parties = self.draft.parties if self.draft else None
        actor = parties and (parties.caller or next(iter(parties.actors), None))
        return actor if actor and actor.name else None

    def _acting(self) -> Presence | None:
        """The leader who acts in the passage, whom *his office* means."""
        leaders = [p for p in self.presences if p.leader and p.leader.leads]
        ties = ("of", "to", "adjunct")
        free = (p for p in leaders if not self.passage.ending(self._before(p.start), *ties))
        return next(free, None)

    def aide(self, presence: Presence) -> Subject | None:
        """Somebody's unnamed official, behind his name: *Ruto's spokesman*, 莫迪的发言人, 白宫一名官员."""
        stop = self._before(presence.start)
        if served := self._served(presence, stop):
            return served
        if is_aide(presence) and not self.voices.is_official(presence) and (seat := self.seat(stop)):
            return seat
        ranked = self._past_ranks(presence, stop)
        near = stop if ranked is None else ranked
        sign = self.passage.ending(near, "possessive", "of") if is_aide(presence) else None
        if sign and sign.meaning == "of" and ("leads" not in sign.flags or presence.naming.country):
            sign = None  # 见过普京的美国官员
        place = self._before(sign.span.start) if sign else ranked
        owner = next((p for p in self.presences if place is not None and p.stop == place), None)
        voice = self.voices.of(owner, self.draft) if owner else None
        if not voice or not owner:
            return self.somebodys(presence) if self._is_of_office(presence) else None
        speaks = owner.naming.sort is Sort.BODY and not self.voices.is_official(presence)
        return Subject(voice if speaks else self.voices.official(voice), owner.start, owner)

    def somebodys(self, presence: Presence) -> Subject | None:
        """An aide of whom nothing tells whose he is: of the leader who acts in the passage."""
        if is_aide(presence) and (own := self.voices.own(presence)):
            return self._his(own)
        official = self.voices.is_official(presence)
        nobodys = is_aide(presence) and self.voices.is_one_of_several(presence) and not official
        owner = self._acting() if nobodys or self._is_of_office(presence) else None
        voice = self.voices.of(owner, self.draft) if owner else None
        if voice:
            return Subject(self.voices.official(voice), presence.start, presence)
        return self._housed(presence) or self._aide_of(presence)

    def _housed(self, presence: Presence) -> Subject | None:
        """A spokesman whose title opens with the seat of one who takes part in the contact in hand: 首相府发言人."""
        if not self._is_of_office(presence):
            return None
        seats = (self._seated(presence.start, stop) for stop in range(presence.start + 1, presence.stop))
        seat = next((subject for subject in seats if subject), None)
        return seat and replace(seat, presence=presence)

    def behind_verb(self, verb: Mark) -> Subject | None:
        """An office or an aide behind a verb, nobody named: *сообщил его офис*, *сообщил пресс-секретарь канцлера*."""
        word = self.passage.word(skip_words(self.passage, self.clean, verb.span.stop, "adverb", "publicly"), "office")
        if word and "own" in word.flags:
            subject = self._his(word)
            return subject and replace(subject, start=verb.span.start, behind=word.span.stop)
        presence = find_behind(self.passage, self.clean, self.presences, verb) if verb.meaning == "says" else None
        subject = self._aide_of(presence) if presence else None
        return subject and replace(subject, start=verb.span.start, behind=presence.stop if presence else None)

    def _aide_of(self, presence: Presence) -> Subject | None:
        """An aide of whom no more is told than whom he serves, or where: *чиновники в Вашингтоне*."""
        naming = presence.naming
        if not is_aide(presence) or naming.country or "inversion" not in self.voices.pack.settings:
            return None
        place = skip_blanks(self.clean, presence.stop)
        where = self.passage.word(place, "place")
        side = next((p for p in self.presences if where and p.start == skip_blanks(self.clean, where.span.stop)), None)
        if side:
            voice = self.voices.of(side, self.draft) if side.naming.sort in SIDES else None
            return Subject(self.voices.official(voice), presence.start, presence) if voice else None
        text = fold(self.clean[presence.start : presence.stop])
        title = next((form for form in _aides(self.voices.pack) if f"{text} ".startswith(form + " ")), None)
        goes_on = self.clean[place : place + 1].isalnum() and not self.passage.word(place, "says", "publicly", "adverb")
        if title is None or goes_on or not naming.cases or not self.draft:
            return None
        acting = self._acting()
        actors = [*(acting.actors if acting else ()), *self.draft.parties.actors]
        served = text[len(title) :].split()
        actor = next((a for a in actors if a.leads and (not served or self._holds(a, served))), None)
        return Subject(self.voices.official_of(actor), presence.start, presence) if actor else None

    def _holds(self, actor: Actor, served: Sequence[str]) -> bool:
        """Whether words in some case are a title of the office that somebody holds."""
        stems = [word[:STEM] for word in served]
        forms = self.voices.pack["titles"].meaning(actor.role.value) if actor.role else ()
        titles = (text for form in forms for text in form.spellings())
        return any([word[:STEM] for word in fold(text).split()] == stems for text in titles)

    def _is_of_office(self, presence: Presence) -> bool:
        """Whether an aide serves an office of which nothing tells whose it is: 总统发言人, 一名总统府官员."""
        if not is_aide(presence) or self.voices.pack.settings.get("head_last") is not True:
            return False
        word = self.passage.ending(self._before(presence.start), "office")
        return self.voices.serves_leader(presence) or (word is not None and "own" in word.flags)

    def before_account(self, start: int) -> int:
        """Where an account begins that hangs on somebody named at `start`: *a statement from his office*."""
        of = self.passage.ending(self._before(start), "of")
        head = self.passage.ending(self._before(of.span.start), "account") if of else None
        return head.span.start if head else start

    def serving(self, before: int) -> Mark | None:
        """The word by which an unnamed official serves the one named behind it: *an aide to Macron*."""
        article = self.passage.ending(before, "nominal")
        places = (before, self._before(article.span.start)) if article and article.meaning == "nominal" else (before,)
        words = (word for place in places if (word := self.passage.ending(place, "to", "of")))
        return next((word for word in words if self._serves(word)), None)

    def _serves(self, word: Mark) -> Presence | None:
        """The unnamed official before a word like *to* and *for*."""
        return next((p for p in self.presences if p.stop == self._before(word.span.start) and is_aide(p)), None)

    def _served(self, presence: Presence, before: int) -> Subject | None:
        """An official of the one who acts, whom a bare title means: *a spokesman for the president*."""
        naming, acting = presence.naming, self._acting()
        word = self.serving(before) if naming.how is How.TITLE and not (naming.name or naming.persons) else None
        aide = self._serves(word) if word else None
        actors = self.draft.parties.actors if self.draft else ()
        if not aide or presence.leader not in actors:
            return None
        leader = acting.leader if acting and acting is not presence else next(iter(actors), None)
        if not leader or leader.role not in naming.roles:
            return None
        return Subject(self.voices.official_of(leader), aide.start, presence)

    def _past_ranks(self, presence: Presence, stop: int) -> int | None:
        """The end of what stands before words like *one* and *high*, where those whose official it is stand first."""
        if not is_aide(presence):
            return None
        if self.voices.pack.settings.get("articles") is True:
            return stop
        if self.voices.pack.settings.get("head_last") is not True:
            return None
        place = stop
        while word := self.passage.ending(place, "indefinite", "rank"):
            place = self._before(word.span.start)
        return place if place < stop else None

    def _before_bracket(self, place: int) -> int:
        """The end of what stands before a bracket that ends at `place`."""
        opened = self.clean.rfind("(", self.passage.span.start, place) if self.clean[place - 1] == ")" else -1
        return self._before(opened) if opened >= 0 else place

    def _before(self, place: int) -> int:
        return end_before(self.clean, place, over=" \xa0")

    def published(self, verb: Mark) -> Subject | None:
        """Who published what a verb without a subject calls by its name: *Thông báo cho biết*."""
        if "document" not in verb.flags or ("linked" in verb.flags and not self._links(verb)):
            return None
        told = self.voices.teller if "linked" in verb.flags else self.voices.published or self.voices.latest
        voice = self._publisher(verb) or self._sender() or told
        return Subject(voice, verb.span.start) if voice else None

    def _publisher(self, verb: Mark) -> Voice | None:
        """By whom it was published, in the instrumental: *в сообщении, распространённом Минском, говорится*."""
        before = [p for p in self.presences if p.stop <= verb.span.start and p.naming.sort is not Sort.PERSON]
        agent = before[-1] if before and before[-1].naming.cases == {Case.INSTRUMENTAL} else None
        return self.voices.of(agent, self.draft) if agent else None

    def _links(self, verb: Mark) -> bool:
        """Whether what is told stands right behind, behind *that* or a colon."""
        place = skip_blanks(self.clean, verb.span.stop)
        if self.clean.startswith(":", place) or self.passage.word(place, "that"):
            return True
        return self.passage.word(skip_blanks(self.clean, place + 1), "that") is not None

    def informed(self, verb: Mark, place: int, ending: Callable[[int], Subject | None]) -> Subject | None:
        """Whom an unnamed source speaks to, else who told of one last: *Một nguồn tin nói với Reuters rằng*.

        `ending` finds the subject that ends at a place.
        """
        word = self.passage.ending(place, "official", "again")
        if not word or TELLING.isdisjoint({*verb.flags, verb.meaning}):
            return None
        first = word
        start = end_before(self.clean, word.span.start)
        if one := self.passage.ending(start, "indefinite"):
            first, start = one, end_before(self.clean, one.span.start)
        if cites := self.passage.ending(start, "quotes"):
            return ending(end_before(self.clean, cites.span.start))
        opens = start <= self.passage.span.start or self.clean[start - 1] in ",;:." + MARKS
        if not opens and not self.passage.ending(start, "that", "joins", "parts"):
            return None
        media = (p for p in self.presences if p.naming.sort is Sort.MEDIUM)
        near = next((p for p in media if 0 <= p.start - verb.span.stop <= HEARER), None)
        voice = self.voices.of(near, self.draft) if near else self.voices.last.get(Sort.MEDIUM)
        return Subject(voice, first.span.start) if voice else None

    def letter(self, place: int) -> Subject | None:
        """Whoever sent the letter or telegram in hand, which ends there: *Bức điện viết*."""
        cue = next((c for c in self.passage.cues if c.span.stop == place and c.noun and c.kind is Kind.MESSAGE), None)
        voice = self._sender() if cue else None
        if not cue or not voice:
            return None
        marks = (m.span for scene in self.passage.scenes for m in scene.between(0, cue.span.start, "article"))
        start = next((span.start for span in marks if cue.span.start - span.stop == 1), cue.span.start)
        return Subject(voice, start)

    def _sender(self) -> Voice | None:
        """Who sent the letter in hand."""
        asked = choose_initiator(self.draft) if self.draft and self.draft.family is Family.WRITTEN else None
        if not asked or not self.draft:
            return None
        return self.voices.joint([a for a in self.draft.parties.actors if a.country == asked.side], self.draft)

    def officials(self, group: Presence, state: Presence) -> Subject | None:
        """Two of one state, whose leaders they cannot be: *hai quan chức Mỹ*."""
        between = [p for p in self.presences if group.stop <= p.start <= state.start and p.naming.sort in SIDES]
        if group.naming.sort is not Sort.GROUP or group.naming.size != len(between) + 1:
            return None
        voice = self.voices.of(state, self.draft)
        return Subject(self.voices.official(voice), group.start, group) if voice else None
