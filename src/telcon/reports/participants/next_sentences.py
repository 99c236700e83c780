"""Words for a contact of two of whom a sentence beside theirs names the other one: a visit to him, a call, a letter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from telcon.inflections import Case
from telcon.model.actors import Actor
from telcon.model.contacts import Kind
from telcon.model.mentions import Cue, Sort
from telcon.reports.distinct import each_once
from telcon.reports.drafts import Draft, Family, Sighting, family
from telcon.reports.identities.fitting_contacts import goal_of
from telcon.reports.parties import Parties
from telcon.reports.people.clause_ends import STANDING
from telcon.reports.scenes import Presence, Scene

if TYPE_CHECKING:
    from telcon.reports.stories import Story

PAIR = 2
WAYS = frozenset({"visit", "passive"})
TIES = frozenset({"with", "to", "from", "by", "of"})
SENT = frozenset({"from", "by", "of"})
ALONE = frozenset({"close", "answered", "partner", "behind", "known"})
"""Flags of acts that stand with their partner."""

SETTINGS = frozenset({"within", "manner", "aim", "and", "apart", "when", "also", "according", "telling"})


def open_apart(story: Story) -> None:
    """What tells of a contact of two whom only their sentence and the ones beside it name together, and no third.

    So is a visit to the other one's country, an act at a distance or in writing behind which nobody unknown stands, and
    a noun at an edge of a sentence that names nobody, or only who wrote.
    """
    for sighting in story.pending:
        parties = _find_two(story, sighting) if _may_tell(story, sighting) else None
        if parties and not any(draft.parties.key >= parties.key for draft in story.drafts):
            story.pending = [s for s in story.pending if s is not sighting]
            draft = Draft(parties, [replace(sighting, parties=parties)])
            story.drafts.append(draft)
            number = sighting.scene.number
            story.about = [about or (draft if n >= number else None) for n, about in enumerate(story.about)]


def _may_tell(story: Story, sighting: Sighting) -> bool:
    cue, scene = sighting.cue, sighting.scene
    own = _leaders([scene])
    vague = "plural" in cue.flags or sighting.back or story.rounds.tells_of(sighting)
    vague = vague or ("channel" in cue.flags and not own)
    if vague or any(map(_is_another, scene.presences)):
        return False
    if not cue.flags.isdisjoint(WAYS):
        return len(own) == 1
    if len(own) >= PAIR:
        return False
    if not cue.noun:
        apart = family(cue) in (Family.REMOTE, Family.WRITTEN) and cue.flags.isdisjoint(ALONE)
        return apart and ends_alone(sighting, story)
    known = _ties_nobody_else(sighting)
    if cue.kind is Kind.MESSAGE:
        sent = find_sender(cue, scene) is not None or not _names_somebody(scene)
        return known and sent and (_opens(sighting, story.clean) or _closes(sighting, story.clean))
    return known and not _names_somebody(scene) and _opens(sighting, story.clean)


def _ties_nobody_else(sighting: Sighting) -> bool:
    """Whether a word of tying right behind a noun, if one stands there, ties somebody known, or a place."""
    stop = sighting.cue.span.stop
    ties = [m.span.stop for m in sighting.scene.marks if m.meaning in TIES and 0 <= m.span.start - stop <= 1]
    return all(any(0 <= p.start - tie <= 1 for p in sighting.scene.presences) for tie in ties)


def find_sender(cue: Cue, scene: Scene) -> Actor | None:
    """Who wrote a message, named right behind it: *a letter from the Japanese prime minister*."""
    if cue.kind is not Kind.MESSAGE or not cue.noun:
        return None
    stop = cue.span.stop
    near = [m.span.stop for m in scene.marks if m.meaning in SENT and len(m.span) and 0 <= m.span.start - stop <= 1]
    people = (p for p in scene.presences for tie in near if 0 <= p.start - tie <= 1)
    return next((p.leader for p in people if p.leader and p.leader.leads), None)


def _closes(sighting: Sighting, clean: str) -> bool:
    """Whether a noun ends its sentence: *Из Ханоя ушла телеграмма*."""
    return not clean[sighting.cue.span.stop : sighting.scene.span.stop].strip(" .")


def _is_another(presence: Presence) -> bool:
    """Whether somebody is named who leads nothing, and may be who took part."""
    one = presence.leader if presence.naming.sort is Sort.PERSON else None
    return one is not None and not one.leads


def _names_somebody(scene: Scene) -> bool:
    return any(p.naming.sort is Sort.PERSON for p in scene.presences)


def ends_alone(sighting: Sighting, story: Story) -> bool:
    """Whether nobody whom the page does not know may have been reached: no words but a day or a setting stand behind.

    Nor does anybody unknown stand behind a word that ties a partner before the act: 给工人打来电话.
    """
    scene, stop = sighting.scene, sighting.cue.span.stop
    starts = [p.start for p in scene.presences]
    ties = [m.span.stop for m in scene.between(scene.span.start, stop, "with", "to") if "ahead" in m.flags]
    if not all(any(0 <= start - tie <= 1 for start in starts) for tie in ties):
        return False
    known = [*story.dater.days_in(scene.number), *(m.span for m in scene.marks if m.meaning in SETTINGS)]
    starts += [m.span.start for m in scene.marks if len(m.span) and m.meaning not in TIES]
    while behind := max((s.stop for s in known if 0 <= s.start - stop <= 1 and len(s)), default=None):
        stop = behind
    left = story.clean[stop : scene.span.stop].lstrip(" ")
    return not left[:1].isalnum() or any(0 <= start - stop <= 1 for start in starts)


def _opens(sighting: Sighting, clean: str) -> bool:
    """Whether a noun opens its sentence, but for an article."""
    scene, start = sighting.scene, sighting.cue.span.start
    articles = [m.span for m in scene.between(scene.span.start, start, "article", "this") if start - m.span.stop <= 1]
    start = articles[-1].start if articles else start
    return not clean[scene.span.start : start].strip(' “"«')


def _find_two(story: Story, sighting: Sighting) -> Parties | None:
    scene = sighting.scene
    near = [s for s in story.scenes if abs(s.number - scene.number) <= 1 and _runs_on(scene, s)]
    own, people = _leaders([scene]), _leaders(near)
    parties = Parties(people, "beside", _find_writer(sighting, people))
    if len(people) != PAIR or not parties.sound:
        return None
    if sighting.cue.kind is not Kind.MEETING:
        acting = any(
            p.leader in own and (not p.naming.cases or Case.NOMINATIVE in p.naming.cases) for p in scene.presences
        )
        return replace(parties, caller=own[0]) if acting and "directed" in sighting.cue.flags else parties
    others = {actor.country for actor in people if actor not in own}
    return parties if others & find_goals(sighting) else None


def _find_writer(sighting: Sighting, people: Sequence[Actor]) -> Actor | None:
    """Who wrote: named with the message, else the first of the two."""
    if sighting.cue.kind is not Kind.MESSAGE:
        return None
    return find_sender(sighting.cue, sighting.scene) or next(iter(people), None)


def find_goals(sighting: Sighting) -> set[str | None]:
    """The states to which a journey may lead; not those that only own what stands behind them: *Kenya's coast*."""
    scene, goal = sighting.scene, goal_of(sighting)
    owning = {m.span.start for m in scene.marks if m.meaning == "possessive"}
    places = {p.naming.country for p in scene.presences if p.naming.sort in STANDING and p.stop not in owning}
    return places & {goal} if goal else places


def _leaders(scenes: Iterable[Scene]) -> tuple[Actor, ...]:
    return each_once([p.leader for scene in scenes for p in scene.presences if p.leader and p.leader.leads])


def _runs_on(scene: Scene, other: Scene) -> bool:
    """Whether two sentences stand in one paragraph, or one of them is the headline."""
    alone = scene.sentence.headline or other.sentence.headline
    return scene.sentence.paragraph == other.sentence.paragraph or alone
