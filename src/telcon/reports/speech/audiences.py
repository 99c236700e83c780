"""To whom somebody speaks: to everybody, to the press, to the other one in a contact."""

from __future__ import annotations

from dataclasses import replace

from telcon.inflections import Case
from telcon.model.contacts import Status
from telcon.model.mentions import Sort
from telcon.model.values import value
from telcon.reports.drafts import OPEN, Draft, Sighting
from telcon.reports.scenes import Presence
from telcon.reports.speech.attributions import Frame
from telcon.reports.speech.recounting import HELD_VIEWS, Recounting
from telcon.reports.speech.saying import Saying
from telcon.reports.speech.speakers import Voice
from telcon.reports.speech.utterances import Passage

ASKING, SPOKEN, BEHIND, TOLD, URGED, POINTED, AFTER = 30, 10, 60, 15, 5, 6, 30
PUBLICLY = ("publicly", "frame")


@value(frozen=True, slots=True)
class Setting:
    """A passage with what it is about, its attributions, and those whom they name, outermost first.

    `seen` are the contacts that it tells of, in the order of the page's contacts, with where it does.
    """

    passage: Passage
    about: Draft | None
    frames: list[Frame]
    outer: tuple[Voice, ...]
    seen: list[tuple[Draft, Sighting]]

    def tells_of(self, draft: Draft) -> bool:
        """Whether it is about a contact, or tells of it."""
        return draft is self.about or any(one is draft for one, _ in self.seen)

    @property
    def seen_held(self) -> bool:
        """Whether a contact that took place is told of."""
        return any(draft.status is Status.HELD for draft, _ in self.seen)


def is_public(here: Setting, saying: Saying, chain: tuple[Voice, ...], stop: int) -> bool:
    """Whether a leader speaks to everybody here: on a platform, to the press, or of the contact itself."""
    if _is_then(here, saying):
        return False
    if (
        not is_heard(here, saying)
        and chain[-1].leading
        and Recounting(here.passage, here.about, here.seen).is_told(saying, stop)
    ):
        return True
    if not chain[-1].leading or any(not voice.leading and not voice.relays for voice in chain):
        return False
    if saying.subject is None and not saying.quoted:
        return False
    if saying.verb.meaning == "acts" and _is_posted(here.passage, saying):
        return True
    if _hears(here, saying) or _is_mutual(here, saying) or (saying.quoted and saying.chain[0].relays):
        return False
    plain = saying.verb.meaning == "says" and "takes" not in saying.verb.flags
    if plain and (_is_on_occasion(here, saying) or _is_afterwards(here, saying)):
        return True
    open_here = any(draft.status in OPEN for draft in (here.about, *(draft for draft, _ in here.seen)) if draft)
    if plain and open_here and here.about and here.about.status is not Status.HELD and not here.seen_held:
        return True
    if _names_contact(here, saying, stop) or "public" in saying.verb.flags or _is_posted(here.passage, saying):
        return True
    if find_askers(here, saying):
        return True
    if _of_contact(here, saying, stop):
        return True
    names = set(chain[-1].names)
    own = [s for d, s in here.seen if d is here.about and names <= {actor.name for actor in d.parties.actors}]
    told = [s for s in own if saying.content <= s.cue.span.start < stop and s.cue.noun and s.parties]
    words = here.passage.between(here.passage.span.start, stop if saying.quoted else saying.content, *PUBLICLY)
    words = [word for word in words if not _is_of_another(here.passage, saying, word.span.stop)]
    alone = len(chain[-1].sources) == 1
    return any(word.meaning == "publicly" or (alone and "public" in word.flags) for word in words) or (
        bool(told) and "tells" in saying.verb.flags
    )


def is_heard(here: Setting, saying: Saying) -> bool:
    """Whether a leader hears it who stands right behind the verb: *Об этом сказал ему сам Моди*."""
    start, stop = saying.verb.span.start, saying.verb.span.stop
    near = (p for p in here.passage.outside if start <= p.start <= stop + 1)
    return any(p.leader and p.leader.leads and _is_dative(p) for p in near)


def closes_publicly(here: Setting, tail: Saying, start: int, stop: int) -> bool:
    """Whether a leader whose verb closes a sentence tells everybody what stands in `[start, stop)` before it.

    Also where it is of a contact: *…, ông Zelensky cho hay*.
    """
    whole = is_public(here, tail, tail.chain, here.passage.span.stop)
    if whole or is_public(here, replace(tail, content=start), tail.chain, stop):
        return True
    alone = len(tail.chain) == 1 and tail.chain[0].leading and len(tail.chain[0].sources) == 1
    told = any(sighting.parties and sighting.cue.span.start < tail.start for _, sighting in here.seen)
    return alone and told and "tells" in tail.verb.flags


def _is_then(here: Setting, saying: Saying) -> bool:
    """Whether words tell that it was said in the contact told of before them: *они созвонились: тогда он рассказал*."""
    held = [sighting.cue.span.stop for draft, sighting in here.seen if draft.status is Status.HELD]
    stop = saying.verb.span.start
    return any("then" in w.flags for w in here.passage.between(min(held, default=stop), stop, "adverb"))


def _is_on_occasion(here: Setting, saying: Saying) -> bool:
    """Whether somebody speaks on an occasion of its own: *Speaking at the airport, Rouhani said*."""
    return bool(here.passage.between(here.passage.span.start, saying.start, "elsewhere"))


def _is_afterwards(here: Setting, saying: Saying) -> bool:
    """Whether one who took part in the contact in hand speaks once it was over: *said on leaving*, 会后表示."""
    about = {actor.name for actor in here.about.parties.actors} if here.about else set()
    if here.about is None or here.about.status is not Status.HELD or not about.issuperset(saying.chain[-1].names):
        return False
    words = here.passage.between(saying.start, saying.verb.span.stop + AFTER, "adverb")
    return any("after" in word.flags for word in words)


def _names_contact(here: Setting, saying: Saying, stop: int) -> bool:
    """Whether somebody gives a contact its name, or what he points at: *gọi đây là*; not a paper: *gọi văn kiện là*."""
    if saying.verb.meaning != "calls":
        return False
    if any(saying.start <= cue.span.start < stop and "visit" not in cue.flags for cue in here.passage.cues):
        return True
    named = next(iter(here.passage.between(saying.verb.span.stop, stop, "that")), None)
    near = named is None or named.span.start - saying.verb.span.stop <= POINTED
    return "plain" not in saying.verb.flags and near


def _of_contact(here: Setting, saying: Saying, stop: int) -> bool:
    """Whether somebody tells that he himself was in contact with another one, and the page first tells of it there.

    Positions and opinions are held in a contact as much as told of it; a visit is spoken of in its own talks.
    """
    names = set(saying.chain[-1].names)
    in_hand = here.about is not None and names <= {actor.name for actor in here.about.parties.actors}
    held_view = not saying.verb.flags.isdisjoint(HELD_VIEWS)
    return any(
        draft.status is Status.HELD and sighting.parties and saying.content <= sighting.cue.span.start < stop
        for draft, sighting in here.seen
        if names <= {actor.name for actor in draft.parties.actors}
        and (draft is here.about or not in_hand)
        and _is_first(draft, sighting)
        and "visit" not in sighting.cue.flags
        and not (held_view and sighting.scene.settings(sighting.cue, "within"))
        and not here.passage.between(sighting.cue.span.start - SPOKEN, sighting.cue.span.start, "deals")
        and not sighting.scene.between(saying.content, sighting.cue.span.stop + 3, "apart")
    )


def _is_first(draft: Draft, sighting: Sighting) -> bool:
    """Whether the page tells of a contact there for the first time, headlines left out."""
    return sighting is next((s for s in draft.sightings if not s.scene.sentence.headline), None)


def _hears(here: Setting, saying: Saying) -> bool:
    """Whether another leader is spoken to."""
    start, reach = saying.verb.span.stop, URGED if "takes" in saying.verb.flags else 1
    if any(word.span.start - start <= 1 for word in here.passage.between(start, saying.content + BEHIND, "publicly")):
        return False
    near = [
        p
        for p in here.passage.outside
        if start <= p.start < saying.content or (0 <= p.start - start <= reach and (reach > 1 or _is_dative(p)))
    ]
    return any(p.leader and p.leader.leads for p in near)


def _is_mutual(here: Setting, saying: Saying) -> bool:
    """Whether those who speak hear one another: *поведали друг другу*."""
    start, stop = saying.verb.span.start, saying.verb.span.stop
    return any(scene.between(start, stop + TOLD, "each_other") for scene in here.passage.scenes)


def _is_dative(presence: Presence) -> bool:
    return Case.DATIVE in presence.naming.cases and Case.NOMINATIVE not in presence.naming.cases


def find_askers(here: Setting, saying: Saying) -> list[Presence]:
    """The media named right behind a verb of speech, or behind *phỏng vấn* before it, as those spoken to.

    In a language in which they stand before the verb, a word for *to* leads them: 向共同社透露.
    """
    start, stop = saying.verb.span.stop, saying.content + (BEHIND if saying.quoted else 0)
    media = [p for p in here.passage.outside if p.naming.sort is Sort.MEDIUM and p.start < stop]
    words = here.passage.between(here.passage.span.start, stop, *PUBLICLY)
    near = [word.span.stop for word in words if "asks" in word.flags]
    told = [word.span.stop for word in here.passage.between(saying.start, start, "to")]
    return [
        p
        for p in media
        if p.start >= start
        or any(p.start - ASKING <= place < p.stop for place in near)
        or any(0 <= p.start - place <= 1 for place in told)
    ]


def _is_posted(passage: Passage, saying: Saying) -> bool:
    """Whether a platform is named that is not another one's."""
    posted = (p for p in passage.outside if p.naming.sort is Sort.PLATFORM)
    return any(not _is_of_another(passage, saying, p.stop) for p in posted)


def _is_of_another(passage: Passage, saying: Saying, place: int) -> bool:
    """Whether another one speaks between a place and who speaks here: 特朗普在推特上说…，普京祝贺…."""
    start = saying.subject.start if saying.subject else saying.start
    return bool(passage.between(place, start, "says", "acts"))


def find_platforms(passage: Passage) -> list[str]:
    """The platforms that a passage names."""
    return [p.naming.name for p in passage.outside if p.naming.sort is Sort.PLATFORM]
