"""Which sentences tell what a contact dealt with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from telcon.mentions.topics import TopicMention
from telcon.model.actors import Actor
from telcon.model.contacts import Status
from telcon.model.mentions import Sort
from telcon.model.spans import Span
from telcon.reports.drafts import Draft
from telcon.reports.places import Places
from telcon.reports.scenes import POSTPOSED, Scene

if TYPE_CHECKING:
    from telcon.reports.stories import Story

LATER = "future_contact"
ASKED = 6
"""Characters before a word for talking within which *whether* makes it a question."""


def find_matter(story: Story, draft: Draft) -> list[Scene]:
    """The sentences that go on about a contact and say what was talked of, or name those who took part together.

    Those with a cue of other people's contact, or with another day, tell of something else. What is told of several
    contacts at once (*lần lượt điện đàm với A và B*) is the matter of each, where it names no partner of another.
    """
    others = _numbers_of_others(story, draft)
    people = set(draft.parties.actors)
    own = [
        s
        for s in story.scenes_of(draft)
        if _tells_matter(s, story.clean) or _is_told_of(s, people, others, story, draft)
    ]
    return [*own, *_shared(story, draft)]


def _tells_matter(scene: Scene, clean: str) -> bool:
    """Whether a word says that something was talked of, not whether it was (是否谈及台湾) or when (就渔业答辩后)."""
    if "discussed" not in scene.meanings:
        return False
    asked = [m.span.stop for m in scene.marks if m.meaning == "unreal"]
    settings = [m.span.start for m in scene.marks if m.meaning == "apart" and POSTPOSED in m.flags]
    if not asked and not settings:
        return True
    told = [m.span.start for m in scene.marks if m.meaning == "discussed"]
    unasked = [start for start in told if not any(0 <= start - stop <= ASKED for stop in asked)]
    return any(all("," in clean[start:place] or place < start for place in settings) for start in unasked)


def leave_out_parties(story: Story, draft: Draft, found: Sequence[TopicMention]) -> list[TopicMention]:
    """Topics without those that are but words for who took part (*Kim Jong Un*), or for a contact that was held.

    A state named for its leader alone (*President A of Ukraine*), or what an office is for, is no matter either.
    """
    if not found:
        return []
    people = set(draft.parties.actors)
    persons = [p for scene in story.scenes for p in scene.presences if p.naming.sort is Sort.PERSON]
    held = [s.cue.span for other in story.drafts if other.status is Status.HELD for s in other.sightings]
    places = Places(sorted(found, key=lambda mention: mention.span.start))
    names = {
        mention
        for person in persons
        for mention in places.within(person.naming.span)
        if mention.bare or person.naming.roles or not people.isdisjoint(person.actors)
    }

    def is_held(mention: TopicMention) -> bool:
        return mention.topic == LATER and any(cue.meets(mention.span) for cue in held)

    return [mention for mention in found if mention not in names and not is_held(mention)]


def find_named(story: Story, draft: Draft, spans: Sequence[Span]) -> list[TopicMention]:
    """Other states named in what was said in a contact that was held, or where it is told what was talked of."""
    if draft.status is not Status.HELD or not story.named.items:
        return []
    at_home = {actor.country for actor in draft.parties.actors}
    told = [*spans, *(s.span for s in story.scenes_of(draft) if "discussed" in s.meanings)]
    inside = [story.named.items[n] for n in sorted({n for span in told for n in story.named.numbers(span)})]
    return [one for one in inside if at_home.isdisjoint(story.roster.homes.get(one.topic, at_home))]


def _is_told_of(scene: Scene, people: set[Actor], others: set[int], story: Story, draft: Draft) -> bool:
    if scene.number in others or len(people.intersection(a for one in scene.presences for a in one.actors)) < 2:
        return False
    days = [dating.edtf for m in story.dater.mentions_in(scene) if (dating := story.dater.resolve(m, None))]
    return not days or draft.dating is None or draft.dating.edtf in days


def _numbers_of_others(story: Story, draft: Draft) -> set[int]:
    """The numbers of the sentences that speak of a contact of other people."""
    others = (other for other in story.drafts if other.parties.key != draft.parties.key)
    return {sighting.scene.number for other in others for sighting in other.sightings}


def _shared(story: Story, draft: Draft) -> list[Scene]:
    """The sentences that go on about a contact told of in one breath with this one, until one is spoken of alone."""
    cues = {sighting.cue.span for sighting in draft.sightings}
    own, found = draft.parties.key, []
    for twin in story.drafts:
        if twin is not draft and any(sighting.cue.span in cues for sighting in twin.sightings):
            partners = {actor for actor in twin.parties.actors if actor.key not in own}
            alone = min((s.scene.number for s in twin.sightings if s.cue.span not in cues), default=len(story.scenes))
            told = [s for s in story.scenes_of(twin) if s.number < alone]
            found += [s for s in told if not any(a in partners for p in s.presences for a in p.actors)]
    return found
