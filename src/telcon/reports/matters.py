"""Which sentences tell what a contact dealt with."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from telcon.mentions.topics import TopicMention
from telcon.model.actors import Actor
from telcon.model.contacts import Status
from telcon.model.mentions import Cue, Sort
from telcon.model.spans import Span
from telcon.reports.days.datelines import end_dateline
from telcon.reports.drafts import Draft, Family
from telcon.reports.places import Places
from telcon.reports.scenes import POSTPOSED, Scene

if TYPE_CHECKING:
    from telcon.reports.stories import Story

LATER, OUTCOME = "future_contact", "outcome"
PARTS, CLAUSES = re.compile("[;；]"), re.compile("[,，;；]")
"""What ends a part of a sentence, and what a clause."""
BODIES = "multilateral"
"""The topic that the names of organisations mean."""
GREETINGS = frozenset({"congratulation", "condolence"})
VENUES = frozenset({"multilateral", "latin_america", "climate"})
"""Topics whose words also name what leaders met at: a summit, a body, a continent."""
TALKED = frozenset({"discussed", "about"})
"""Marks of a sentence that tells what was talked of."""
TOLD = frozenset({"telling", "according"})
"""Marks of a sentence in which somebody is said to tell something."""
ASKED = 6
"""Characters before a word for talking within which *whether* makes it a question."""


def find_told(story: Story, draft: Draft, spans: Sequence[Span]) -> list[Span]:
    """Where it is told what a contact dealt with; `spans`: what was said in it.

    Of a sentence that tells of other people's contacts too, its own clauses. One that is only wished for, or denied,
    dealt with nothing but what it would have, in so many words.
    """
    if draft.status is Status.PROPOSED or (draft.status is Status.DENIED and not draft.is_past_denied):
        return [scene.span for scene in find_matter(story, draft) if _tells_matter(scene, story.clean)]
    greetings = [m.span for m in _greetings_ahead(story)] if draft.status is Status.HELD and not draft.back else []
    told = [*(s.scene for s in draft.sightings), *_own_headlines(story, draft), *find_matter(story, draft)]
    scenes = {scene.number: scene for scene in told}
    return [
        *spans,
        *greetings,
        *chain.from_iterable(_own_clauses(scenes[number], draft, story) for number in sorted(scenes)),
    ]


def _own_headlines(story: Story, draft: Draft) -> list[Scene]:
    """The headlines of a page that tells of these alone, which name some of them and nobody else who leads."""
    people = set(draft.parties.actors)
    if any(other.parties.key != draft.parties.key for other in story.drafts):
        return []
    named = [(s, {a for one in s.presences for a in one.actors}) for s in story.scenes if s.sentence.headline]
    return [s for s, actors in named if people & actors and all(a in people for a in actors if a.leads)]


def _greetings_ahead(story: Story) -> list[TopicMention]:
    """Words of greeting in the headline: all that the page tells of was said on that occasion."""
    head = [scene.span for scene in story.scenes[:1] if scene.sentence.headline]
    return [mention for span in head for mention in story.topics.within(span) if mention.topic in GREETINGS]


def _own_clauses(scene: Scene, draft: Draft, story: Story) -> list[Span]:
    """The clauses of a sentence that tell of a contact; all, where it tells of no other people's.

    A clause without a word for a contact, or a partner, goes on about the last before it, else leads to the first
    behind it.
    """
    anchors = _anchors(scene, draft, story)
    whole = Span(end_dateline(story.clean, scene.span), scene.span.stop)
    if all(own for _, own in anchors):
        return [whole]
    found: list[Span] = []
    for part in _split(whole, PARTS, story.clean):
        clauses = _split(part, CLAUSES, story.clean)
        inside = [[own for span, own in anchors if clause.covers(span)] for clause in clauses]
        owners = next((told for told in inside if told), [])
        for clause, told in zip(clauses, inside, strict=True):
            owners = told or owners
            if any(owners):
                found.append(clause)
    return found


def _anchors(scene: Scene, draft: Draft, story: Story) -> list[tuple[Span, bool]]:
    """The words for contacts in a sentence, and the partners of one leader's several, each with whether it is this one.

    Partners count only where there is a word for a contact of others.
    """
    key = draft.parties.key
    own = {s.cue.span for other in story.drafts if other.parties.key == key for s in other.sightings}
    told = {s.cue.span for other in story.drafts for s in other.sightings if s.scene is scene}
    cues = [(span, span in own) for span in told]
    if told <= own:
        return cues
    others = {person for other in story.drafts if other.parties.key & key for person in other.parties.key - key}
    mine = {actor.key for actor in draft.parties.actors} - set(
        chain.from_iterable(d.parties.key for d in story.drafts if d.parties.key != key)
    )
    named = [
        (p.naming.span, actor.key in mine) for p in scene.presences for actor in p.actors if actor.key in others | mine
    ]
    return [*cues, *named]


def _split(span: Span, ends: re.Pattern[str], clean: str) -> list[Span]:
    stops = [end.end() for end in ends.finditer(clean, span.start, span.stop)]
    return [Span(start, stop) for start, stop in pairwise([span.start, *stops, span.stop]) if start < stop]


def find_matter(story: Story, draft: Draft) -> list[Scene]:
    """The sentences that go on about a contact and say what was talked of, or name those who took part together.

    One with a word for the contact that names nobody is such a sentence too. Those with a cue of other people's
    contact, or that begin with another day, tell of something else. What is told of several
    contacts at once (*lần lượt điện đàm với A và B*) is the matter of each, where it names no partner of another.
    """
    others = _numbers_of_others(story, draft)
    people = set(draft.parties.actors)
    told = draft.status is not Status.DENIED and draft.family is not Family.WRITTEN
    own = [
        s
        for s in story.scenes_of(draft)
        if (_tells_matter(s, story.clean) and not _names_others(s, people))
        or (draft.status is Status.HELD and OUTCOME in s.meanings and s.number not in others)
        or (told and _is_told_of(s, people, others, story, draft))
        or (draft.status is Status.HELD and s.number not in others and _speaks_of_it(s, draft, story))
    ]
    return [*_led_up(story, draft, others), *own, *_shared(story, draft)]


def _led_up(story: Story, draft: Draft, others: Set[int]) -> list[Scene]:
    """The sentences before a contact that was held in which those who took part act, and nobody else who leads."""
    first, people = min(s.scene.number for s in draft.sightings), set(draft.parties.actors)
    if draft.status is not Status.HELD or draft.back:
        return []
    ahead = [s for s in story.scenes[:first] if story.about[s.number] is None and not s.sentence.headline]
    named = [(s, {a for one in s.presences for a in one.actors if a.leads}) for s in ahead if s.number not in others]
    return [s for s, actors in named if actors == people]


def _speaks_of_it(scene: Scene, draft: Draft, story: Story) -> bool:
    """Whether a sentence has a word for a contact that names nobody, and speaks of no third state."""
    home = {actor.country for actor in draft.parties.actors}
    named = {presence.naming.country for presence in scene.presences} - {None}
    return named <= home and any(cue.span in story.vain for cue in scene.cues)


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

    A state named for its leader alone (*President A of Ukraine*), what an office is for, and the organisation that
    one of them leads (*the UN will help, the Secretary-General said*) are no matter either.
    """
    if not found:
        return []
    people = set(draft.parties.actors)
    persons = [p for scene in story.scenes for p in scene.presences if p.naming.sort is Sort.PERSON]
    held = [s.cue for other in story.drafts if other.status is Status.HELD for s in other.sightings]
    places = Places(sorted(found, key=lambda mention: mention.span.start))
    names = {
        mention
        for person in persons
        for mention in places.within(person.naming.span)
        if mention.bare or person.naming.roles or not people.isdisjoint(person.actors)
    }

    home = {actor.country for actor in people}
    quiet = [scene for scene in story.scenes if TALKED.isdisjoint(scene.meanings)]
    states = [p.naming for scene in quiet for p in scene.presences if p.naming.sort is Sort.STATE]
    bodies = [naming.span for naming in states if naming.country in home]
    names |= {m for span in bodies for m in places.within(span) if m.topic == BODIES}

    def is_held(mention: TopicMention) -> bool:
        return mention.topic == LATER and any(_names(mention.span, cue) for cue in held)

    return [mention for mention in found if mention not in names and not is_held(mention)]


def _names(told: Span, cue: Cue) -> bool:
    """Whether words for a later contact are no more than those for one; what follows an act is what was agreed."""
    agreed = not cue.noun and cue.span.start <= told.start and cue.span.stop + 1 < told.stop
    return cue.span.meets(told) and not agreed


def leave_out_venues(draft: Draft, found: Sequence[TopicMention], spans: Sequence[Span]) -> list[TopicMention]:
    """Topics without summits, bodies and continents in a sentence that only tells of a contact.

    They are where it took place; what was said (`spans`) or talked of is its matter.
    """
    scenes = [s.scene for s in draft.sightings if TALKED.isdisjoint(s.scene.meanings)]
    bare = [scene.span for scene in scenes if not scene.sentence.headline]

    def is_venue(span: Span) -> bool:
        return any(own.covers(span) for own in bare) and not any(said.covers(span) for said in spans)

    return [mention for mention in found if mention.topic not in VENUES or not is_venue(mention.span)]


def find_named(story: Story, draft: Draft, spans: Sequence[Span]) -> list[TopicMention]:
    """Other states named in what was said in a contact that was held, or where it is told what was talked of."""
    if draft.status is not Status.HELD or not story.named.items:
        return []
    at_home = {actor.country for actor in draft.parties.actors}
    told = [*spans, *(s.span for s in story.scenes_of(draft) if "discussed" in s.meanings)]
    inside = [story.named.items[n] for n in sorted({n for span in told for n in story.named.numbers(span)})]
    return [one for one in inside if at_home.isdisjoint(story.roster.homes.get(one.topic, at_home))]


def _is_told_of(scene: Scene, people: set[Actor], others: set[int], story: Story, draft: Draft) -> bool:
    named = {actor for one in scene.presences for actor in one.actors}
    if scene.number in others or not (len(people & named) > 1 or _is_of_one_side(scene, named, people)):
        return False
    first = min([p.start for p in scene.presences if not people.isdisjoint(p.actors)], default=scene.span.start)
    told = [m for m in story.dater.mentions_in(scene) if m.span.start < first]
    days = [dating.edtf for m in told if (dating := story.dater.resolve(m, None))]
    return not days or draft.dating is None or draft.dating.edtf in days


def _names_others(scene: Scene, people: Set[Actor]) -> bool:
    """Whether a leader who did not take part is named in a sentence."""
    return any(actor.leads and actor not in people for one in scene.presences for actor in one.actors)


def _is_of_one_side(scene: Scene, named: Set[Actor], people: Set[Actor]) -> bool:
    """Whether somebody tells of those who took part, or of their states, and of nobody else who leads."""
    if scene.sentence.headline or TOLD.isdisjoint(scene.meanings) or "discussed" in scene.meanings:
        return False
    sides = {actor.country for actor in people}
    return not sides.isdisjoint(a.country for a in named) and all(a in people for a in named if a.leads)


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
            told = [s for s in story.scenes_of(twin) if s.number < alone and _tells_matter(s, story.clean)]
            found += [s for s in told if not any(a in partners for p in s.presences for a in p.actors)]
    return found
