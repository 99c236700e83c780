"""Rounds: contacts of one leader with many, told of in one sentence and then one by one, mostly without naming him.

*Lãnh đạo nhiều nước gọi điện cho ông A. … Sáng nay đến lượt Thủ tướng B.* A roll-call is a round of which no sentence
tells, but two contacts of one and the same leader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from telcon.model.actors import Actor
from telcon.model.contacts import Kind, Status
from telcon.model.mentions import Mark, Sort
from telcon.reports.distinct import each_once
from telcon.reports.drafts import ROLL_CALL, Draft, Family, Sighting, family
from telcon.reports.identities.fitting_contacts import is_earlier, same_family
from telcon.reports.parties import Parties
from telcon.reports.scenes import Presence, Scene

BULLETS = frozenset("-–—•*+▪●·")
PARTING = frozenset((*BULLETS, ";"))
NEAR, ROLL = 2, 2
SPOKEN_TO = frozenset({"thanked", "to"})


@dataclass(slots=True)
class Round:
    """Contacts of many with one: who the one is, where all are told of, and the last paragraph that goes on with them.

    `reaches`: he is the one who acts, else the others do.
    """

    host: Actor
    told: list[Sighting]
    reaches: bool
    last: int

    @property
    def family(self) -> Family:
        """The family of the channel."""
        return next((kin for s in self.told if (kin := family(s.cue)) is not Family.ANY), Family.ANY)

    def with_other(self, other: Actor, *, directed: bool) -> Parties:
        """The parties of one more contact."""
        caller = (self.host if self.reaches else other) if directed or self.family is Family.WRITTEN else None
        return Parties((other, self.host), ROLL_CALL, caller)


def find_round(scene: Scene, pending: Sequence[Sighting]) -> Round | None:
    """The round of which a sentence tells that names no more than the one at one end of all contacts.

    That there were many is told by a plural, by words for many, or by an act of writing that names nobody else.
    """
    own = [s for s in pending if s.scene is scene and s.mood.status is Status.HELD and not s.back]
    of_many = [s for s in own if _is_of_many(s)]
    told = [s for s in of_many if "plural" in s.cue.flags] or of_many[:1]
    written = [s for s in of_many if s.cue.kind is Kind.MESSAGE and not s.cue.noun]
    for mark in scene.between(scene.span.start, scene.span.stop, "occasion")[:1] if written else ():
        honoured = next((p.leader for p in scene.presences if p.start >= mark.span.stop and p.leader), None)
        return Round(honoured, written, False, scene.sentence.paragraph) if honoured else None
    leaders = [p for p in scene.presences if p.leader and p.leader.leads]
    if not told or len({p.leader.key for p in leaders if p.leader}) != 1 or not leaders[0].leader:
        return None
    reaches = any(leaders[0].stop <= s.cue.span.start and not _came(s, leaders[0]) for s in told)
    if reaches and not any("plural" in s.cue.flags for s in told) and not _names_many(scene):
        return None
    return Round(leaders[0].leader, told, reaches, scene.sentence.paragraph)


def _came(sighting: Sighting, host: Presence) -> bool:
    """Whether the one named before a contact is who was reached: *nhận được thư của*, 收到多国领导人的贺电."""
    from_many = sighting.scene.between(host.stop, sighting.cue.span.start, "from")
    return "received" in sighting.cue.flags or bool(from_many)


def _is_of_many(sighting: Sighting) -> bool:
    cue = sighting.cue
    return "plural" in cue.flags or _names_many(sighting.scene) or (cue.kind is Kind.MESSAGE and not cue.noun)


def _names_many(scene: Scene) -> bool:
    """Whether a sentence speaks of many whom it does not name."""
    if "many" in scene.meanings:
        return True
    return any(p.naming.sort is Sort.GROUP and not p.naming.size and not p.actors for p in scene.presences)


class Rounds:
    """What a page has told so far of contacts of one leader with many, in its `drafts`."""

    def __init__(self, drafts: Sequence[Draft], clean: str) -> None:
        self.drafts, self.clean = drafts, clean
        self.round: Round | None = None
        self.headed: tuple[Actor, ...] = ()

    @property
    def host(self) -> Actor | None:
        """The one who takes part in all contacts that are told of just now."""
        return self.round.host if self.round else find_host(self.drafts)

    def open(self, scene: Scene, pending: Sequence[Sighting]) -> None:
        """Note that a sentence tells of contacts of one with many; the same one's go on with those told of before."""
        found = find_round(scene, pending)
        before = self.round
        if found and before and before.host == found.host and _agree(found.family, before.family):
            found.told += before.told
        if before and any(s.scene is scene and self._is_one_of(s) for s in pending):
            before.last = scene.sentence.paragraph
        self.round = found or before

    def name_parties(self, sighting: Sighting, topic: Actor | None) -> list[Parties]:
        """Those of one more contact, or of several, where the one who took part in all is not named again.

        *Sang thứ hai là Nam Phi: Tổng thống Ramaphosa … cuộc gọi này …*, *Thủ tướng Armenia cũng nhấc điện thoại*.
        """
        cue, host = sighting.cue, self.host or self._called(sighting)
        new = [actor for actor in self._newcomers(sighting, topic) if host and actor.country != host.country]
        if host is None or sighting.mood.status is not Status.HELD or (not cue.noun and _reaches_another(sighting)):
            return []
        directed = "directed" in cue.flags and not cue.noun
        if self.round and self._is_one_of(sighting):
            if directed:
                return [Parties((actor, host), ROLL_CALL, actor) for actor in new]
            return [self.round.with_other(actor, directed=False) for actor in new[:1] if len(new) == 1]
        if directed and new and not self.host:
            return [Parties((actor, host), ROLL_CALL, actor) for actor in new]
        if len(new) != 1 or not (directed or (cue.noun and len(self._alike(sighting)) >= ROLL)):
            return []
        return [Parties((new[0], host), ROLL_CALL, new[0]) if directed else Parties((host, new[0]), ROLL_CALL)]

    def _called(self, sighting: Sighting) -> Actor | None:
        """Who was called in the one contact told of just before, where another one *also* called: *ông C cũng gọi*."""
        last = self.drafts[-1] if len(self.drafts) == 1 else None
        also = "more" in sighting.cue.flags or "likewise" in sighting.scene.meanings
        also = also and "directed" in sighting.cue.flags and not sighting.cue.noun
        caller = last.parties.caller if last and also and same_family(last, sighting.cue) else None
        if last is None or caller is None or last.status is not Status.HELD:
            return None
        others = [actor for actor in last.parties.actors if actor != caller]
        near = sighting.scene.number - last.sightings[-1].scene.number <= NEAR
        return others[0] if near and len(others) == 1 else None

    def _is_one_of(self, sighting: Sighting) -> bool:
        """Whether a cue that names nobody may tell of one contact of the round."""
        if not self.round or "plural" in sighting.cue.flags:
            return False
        return _agree(self.round.family, family(sighting.cue))

    def _alike(self, sighting: Sighting) -> list[Draft]:
        return [d for d in self.drafts if same_family(d, sighting.cue) and d.status is Status.HELD]

    def take(self, draft: Draft) -> None:
        """Give a contact just opened what is told of all, if it is one of the round: channel, day and place."""
        if draft.called and not self.round:
            before = [d for d in self.drafts if d is not draft and same_family(d, draft.sightings[0].cue)]
            draft.like = next((d for d in reversed(before) if d.status is Status.HELD), None)
        if not self.round or len(draft.sightings) > 1 or not self._takes(draft, self.round):
            return
        self.round.last = draft.sightings[0].scene.sentence.paragraph
        dated = draft.dating is not None
        draft.add(*(replace(s, dating=None) if dated else s for s in self.round.told))

    def _takes(self, draft: Draft, round_: Round) -> bool:
        first, told = draft.sightings[0], round_.told[0]
        if draft.status is not Status.HELD or first.aside or first.back or first.scene is told.scene:
            return False
        if len(draft.parties.actors) != ROLL or round_.host not in draft.parties.actors:
            return False
        day = Draft(draft.parties, [told])
        return same_family(draft, told.cue) and not (day.dating and draft.dating and is_earlier(draft, day))

    def is_of_round(self, draft: Draft) -> bool:
        """Whether it is one of those told of in one breath."""
        return any(self.tells_of(s) for s in draft.sightings)

    def tells_of(self, sighting: Sighting) -> bool:
        """Whether a cue tells of all contacts of the round."""
        return self.round is not None and any(s.cue is sighting.cue for s in self.round.told)

    def find_next(self, scene: Scene) -> list[Sighting]:
        """Those of the round of which a sentence tells without a word for a contact."""
        if scene.sentence.headline:
            self.headed = each_once([p.leader for p in scene.presences if p.leader and p.leader.leads])
        if not self.round or "comes_next" in scene.meanings:
            return list(self._coming_next(scene))
        listed = [] if scene.cues else list(self._listed(scene, self.round))
        return listed or list(self._speaking(scene, self.round))

    def _coming_next(self, scene: Scene) -> Iterator[Sighting]:
        """Those whose turn it was next with the one who took part before, or of two the one whom the headline names."""
        lately = [d for d in self.drafts if d.status is Status.HELD and not is_earlier(d, self.drafts[0])]
        told = lately[-1] if lately else None
        if "comes_next" not in scene.meanings or scene.cues or not (told or self.round):
            return
        headed = [actor for actor in self.headed if told and actor in told.parties.actors]
        host = self.round.host if self.round else find_host(lately) or (headed[0] if len(headed) == 1 else None)
        first = self.round.told[0] if self.round else told.sightings[0] if told else None
        known = {actor.key for d in self.drafts if host in d.parties.actors for actor in d.parties.actors}
        people = [p for p in scene.presences if p.leader and p.leader.leads and p.leader != host]
        new = each_once([p.leader for p in people if p.leader])
        words = [mark.span for mark in scene.marks if mark.meaning == "comes_next"]
        beside = any(0 <= p.start - word.stop <= 1 or 0 <= word.start - p.stop <= 1 for p in people for word in words)
        if host and first and beside and not any(actor.key in known for actor in new):
            directed = self.round is not None and "directed" in first.cue.flags
            for actor in new:
                parties = self.round.with_other(actor, directed=directed) if self.round else None
                parties = parties or Parties((host, actor), ROLL_CALL)
                if parties.sound:
                    yield Sighting(first.cue, scene, parties, first.mood, told.dating if told else first.dating)

    def _listed(self, scene: Scene, round_: Round) -> Iterator[Sighting]:
        """Senders who begin a paragraph, or parts of it: *- Thủ tướng B …; - Vua C …*.

        A paragraph without a bullet must follow right behind and name nobody else, speak of the one whom all wrote to,
        or tell his words.
        """
        first = scene.presences[0] if scene.first and scene.presences else None
        if round_.family is not Family.WRITTEN or not first or first.start - scene.span.start > NEAR:
            return
        near, round_.last = scene.sentence.paragraph - round_.last <= 1, scene.sentence.paragraph
        tells = any(m.meaning == "telling" and m.span.start - first.stop <= 1 for m in scene.marks)
        whole = scene.span.stop - first.stop <= NEAR
        spoken_of = near and (tells or whole or any(round_.host in p.actors for p in scene.presences))
        if self.clean[scene.span.start] not in BULLETS and not spoken_of:
            return
        parts = [p for p in scene.presences[1:] if self.clean[max(p.start - NEAR, 0) : p.start].strip() in PARTING]
        for presence in (first, *parts):
            yield from self._one(presence, scene, round_)

    def _speaking(self, scene: Scene, round_: Round) -> Iterator[Sighting]:
        """One who speaks to the other: *Tổng thống B cảm ơn ông A*, *với Tổng thống B, ông A bàn về …*."""
        people = [p for p in scene.presences if p.leader and p.leader.leads]
        actors = each_once([p.leader for p in people if p.leader])
        told = any(_agree(round_.family, family(cue)) for cue in scene.cues)
        if told or len(actors) != ROLL or round_.host not in actors or round_.family is Family.WRITTEN:
            return
        first, other = people[0], next(p for p in people if p.leader != people[0].leader)
        before = [(m, first.start if m.meaning == "with" else other.start) for m in scene.marks if _is_spoken(m, scene)]
        spoken = any(0 <= start - mark.span.stop <= 1 for mark, start in before)
        if spoken and scene.meanings.isdisjoint(("denied", "again", "unreal")):
            yield from self._one(next(p for p in people if p.leader != round_.host), scene, round_)

    def _one(self, presence: Presence, scene: Scene, round_: Round) -> Iterator[Sighting]:
        other = presence.leader
        known = {actor.key for d in self.drafts if round_.host in d.parties.actors for actor in d.parties.actors}
        if not other or not other.leads or other.country == round_.host.country or other.key in known:
            return
        told = round_.told[0]
        parties = replace(round_.with_other(other, directed="directed" in told.cue.flags), how="listed")
        parties = replace(parties, spans=(presence.naming.span,))
        if parties.sound:
            yield Sighting(told.cue, scene, parties, told.mood)

    def _newcomers(self, sighting: Sighting, topic: Actor | None) -> tuple[Actor, ...]:
        """The leaders named in a sentence, of acts those named for each, else the topic; none whose contact is known.

        Where the host himself acts, nobody else does.
        """
        host = self.round.host if self.round else None
        scene, cue = sighting.scene, sighting.cue
        people = [p for p in scene.presences if p.leader and p.leader.leads]
        if self.round and not cue.noun:
            before = [c.span.stop for c in scene.cues if c.span.stop <= cue.span.start]
            own = [p for p in people if max(before, default=0) <= p.start < cue.span.start]
            if _names_many(scene) or (not own and any(p.leader == host for p in people)):
                return ()
            people = [] if any(p.leader == host for p in own) else own or people
        named = each_once([p.leader for p in people if p.leader and p.leader != host])
        new = named or ((topic,) if topic and cue.noun else ())
        known = {actor.key for draft in self.drafts for actor in draft.parties.actors}
        return () if any(actor.key in known for actor in new) else new


def _is_spoken(mark: Mark, scene: Scene) -> bool:
    """Whether a word ties the one spoken to: by its own meaning, or as *with* at the head of the sentence."""
    opens = mark.meaning == "with" and mark.span.start - scene.span.start <= 1
    return opens or mark.meaning in SPOKEN_TO or "hearer" in mark.flags


def _agree(one: Family, other: Family) -> bool:
    return one is other or Family.ANY in (one, other)


def _reaches_another(sighting: Sighting) -> bool:
    """Whether somebody else is named right behind an act."""
    stop = sighting.cue.span.stop
    return any(p.naming.sort is Sort.PERSON and 0 <= p.start - stop <= 1 for p in sighting.scene.presences)


def find_host(drafts: Sequence[Draft]) -> Actor | None:
    """The one who took part in all of the last contacts, of different people."""
    latest: list[set[Actor]] = []
    for draft in reversed(drafts):
        people = set(draft.parties.actors)
        if len(latest) < ROLL and people not in latest:
            latest.append(people)
    common = set.intersection(*latest) if len(latest) == ROLL else set()
    return next(iter(common)) if len(common) == 1 else None
