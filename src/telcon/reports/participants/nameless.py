"""Words for a contact that name nobody, on a page that names just two leaders: they tell of theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from telcon.model.actors import Actor
from telcon.reports.distinct import each_once
from telcon.reports.drafts import Draft, Family, Sighting, family, tells_of_one
from telcon.reports.participants.next_sentences import find_goals
from telcon.reports.parties import Parties
from telcon.reports.people.clause_ends import STANDING

if TYPE_CHECKING:
    from telcon.reports.stories import Story

OCCASIONS = frozenset({"congratulation", "condolence"})


def open_nameless(story: Story) -> None:
    """A page that names no parties beside its only talk of a contact, and just two leaders, tells of theirs.

    Who sends wishes on an occasion may have sent them to the other one wherever the page names him.
    Beside what else it tells of these two, only words for a call count, where no call was told of.
    """
    cues = [
        s for s in story.pending if (tells_of_one(s) or _find_sender(s, story.clean)) and not story.rounds.tells_of(s)
    ]
    if any(draft.family in (Family.REMOTE, Family.ANY) for draft in story.drafts):
        return
    cues = [s for s in cues if not story.drafts or family(s.cue) is Family.REMOTE]
    parties = _find_two(story) if cues else None
    if parties is None or any(draft.parties.key != parties.key for draft in story.drafts):
        return
    countries = {actor.country for actor in parties.actors}
    cues = [s for s in cues if "visit" not in s.cue.flags or _leads_to_one(s, countries)]
    if any(_is_of_others(s) for s in story.pending):
        cues = [s for s in cues if "visit" not in s.cue.flags]
    sender = _find_sender(cues[0], story.clean) if cues else None
    if cues and (sender or set(parties.actors) <= _find_near(story, cues[0])):
        parties = replace(parties, caller=sender)
        told = Draft(parties, [replace(cues[0], parties=parties), *cues[1:]])
        story.drafts.append(told)
        story.about = [about or told for about in story.about]
        story.pending = [s for s in story.pending if s not in cues]


def _is_of_others(sighting: Sighting) -> bool:
    """Whether somebody went somewhere who is no leader: *A delegation from B visited Moscow*."""
    act = "visit" in sighting.cue.flags and not sighting.cue.noun
    return act and not any(p.leader for p in sighting.scene.presences)


def _find_two(story: Story) -> Parties | None:
    """The only two leaders of a page, one of whom may be the one whose site it stands on."""
    people = each_once([p.leader for s in story.scenes for p in s.presences if p.leader and p.leader.leads])
    people = (story.owner, *people) if story.owner and len(people) == 1 else people
    parties = Parties(each_once(people), "page")
    return parties if len(parties.actors) == 2 and parties.sound else None


def _find_sender(sighting: Sighting, clean: str) -> Actor | None:
    """Who sends good wishes or condolences to somebody whom the sentence does not name: *A vừa gửi điện mừng*.

    A name right behind the act is of another one whom they went to: *поздравил Общество дружбы*.
    """
    if sighting.cue.noun or sighting.cue.flags.isdisjoint(OCCASIONS):
        return None
    behind = sighting.cue.span.stop + 1
    if clean[behind : behind + 1].isupper() and not any(p.start == behind for p in sighting.scene.presences):
        return None
    named = each_once([p.leader for p in sighting.scene.presences if p.leader and p.leader.leads])
    before = any(p.leader in named and p.stop <= sighting.cue.span.start for p in sighting.scene.presences)
    return named[0] if len(named) == 1 and before else None


def _leads_to_one(sighting: Sighting, countries: set[str | None]) -> bool:
    """Whether a journey leads to the country of one of two, or no country is named beside it."""
    named = any(p.naming.sort in STANDING for p in sighting.scene.presences)
    return bool(find_goals(sighting) & countries) or not named


def _find_near(story: Story, first: Sighting) -> set[Actor | None]:
    """Who is named in the headline or near the first of the words."""
    own = first.scene.sentence.paragraph
    places = {own, own + 1} | {s.sentence.paragraph for s in story.scenes if s.sentence.headline}
    return {p.leader for s in story.scenes if s.sentence.paragraph in places for p in s.presences} | {story.owner}
