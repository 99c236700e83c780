"""Which contacts the article is about, and which it only mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from telcon.model.actors import Actor
from telcon.model.contacts import Status
from telcon.model.values import value
from telcon.reports.drafts import Draft, Family, family, is_matter
from telcon.reports.scenes import Scene

# Weights, fitted to pages that tell of many contacts and rounded; a contact whose sum is above zero is what the article
# is about (docs/decisions/0042-weights-of-focus.md).
START = -0.5
SHARE, NAMING, LEAD, LATE = 1.8, 1.2, 1.0, -1.7
NAMED, TOGETHER, TURN, TOUR, SERIES = 0.5, 0.4, 1.8, 1.2, 0.3
ASIDE, BACK, BESIDE, SAME_TWO, LOWER, UNSURE = -2.0, -2.0, -0.4, -1.2, -0.4, -1.5
OLD, VERY_OLD = -1.9, -0.8
HEADLINED, PASSING = -2.2, -3.0
SHORT = 6
"""Of fewer sentences, many that name those in contact say little."""
SEVERAL = 3
FRESH, SAME_DAYS, JOURNEY, YEAR = timedelta(days=7), timedelta(days=2), timedelta(days=10), timedelta(days=365)


@value(frozen=True, slots=True)
class Opening:
    """How an article begins: the numbers of its headline's and lead's sentences, the contact they are about, and whom
    the headline names.
    """

    headline: frozenset[int]
    lead: frozenset[int]
    main: Draft | None
    published: str | None
    named: frozenset[Actor] = frozenset()


def choose_focus(
    drafts: Sequence[Draft], scenes: Sequence[Scene], about: Sequence[Draft | None], published: str | None
) -> list[Draft]:
    """The contacts that the article is about; `about` tells for each scene the draft that it speaks of."""
    if not scenes or not drafts:
        return []
    titles, first_lines = _openings(scenes)
    headline, lead = _numbers(titles), _numbers(first_lines)
    first = _foremost(draft for draft in drafts if _stands_in(draft, headline))
    main = first or _main(drafts, titles, lead)
    named = frozenset(presence.leader for scene in titles for presence in scene.presences if presence.leader)
    opening = Opening(headline, lead, main, published, named)
    whole = PASSING * _are_passing(drafts, opening, scenes)
    in_turn, on_tour = _in_turn(drafts, published), _on_tour(drafts, main)

    def weigh(draft: Draft) -> float:
        told = max(about.count(each) for each in _in_one_breath(draft, drafts))
        first = min(sighting.scene.number for sighting in draft.sightings)
        weight = START + whole + (SHARE * told + LATE * first) / len(scenes)
        weight += NAMING * _count_naming(draft, scenes) / max(len(scenes), SHORT)
        return weight + TURN * (draft in in_turn) + TOUR * (draft in on_tour) + _weigh(draft, opening)

    return [draft for draft in drafts if weigh(draft) > 0] or (_alone(drafts, main) if not whole else [])


def _count_naming(draft: Draft, scenes: Sequence[Scene]) -> int:
    """How many sentences name all who took part."""
    people = set(draft.parties.actors)
    return sum(people <= {actor for presence in scene.presences for actor in presence.actors} for scene in scenes)


def _weigh(draft: Draft, opening: Opening) -> float:
    main, in_headline = opening.main, _stands_in(draft, opening.headline)
    people = set(draft.parties.actors)
    weight = LEAD * _stands_in(draft, opening.lead) + TOGETHER * (main is None or _together(draft, main))
    weight += NAMED * (bool(people & opening.named) and not people <= opening.named)
    first = draft.sightings[0]
    weight += BACK * draft.back + ASIDE * (first.aside or is_matter(first))
    weight += VERY_OLD * _is_old(draft, None, opening.published, YEAR)
    if draft is main:
        return weight
    weight += OLD * _is_old(draft, main, opening.published)
    weight += UNSURE * (draft.status is not Status.HELD and not (main and _is_open(main)))
    if main is None:
        return weight
    beside = _is_beside(draft, main)
    weight += BESIDE * beside + SAME_TWO * (beside and draft.parties.key == main.parties.key)
    weight += LOWER * _is_lower(draft, main) + SERIES * _is_of_series(draft, main)
    return weight + HEADLINED * (not in_headline and _is_headlined(main, draft, opening))


def _in_one_breath(draft: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """The contact and those with others first told of by the same word: *điện đàm với A và B*."""
    first = draft.sightings[0]
    told = [d for d in drafts if d.sightings[0].scene is first.scene and d.sightings[0].cue == first.cue]
    beside = [d for d in told if d.status is draft.status and d.family is draft.family and not first.aside]
    return [draft, *(d for d in beside if d.parties.key != draft.parties.key)]


def _are_passing(drafts: Sequence[Draft], opening: Opening, scenes: Sequence[Scene]) -> bool:
    """Whether an article about something else tells of them in one paragraph, each in one sentence.

    Neither headline nor what comes before names those who took part, nor more than half of the article.
    """
    body = [scene for scene in scenes if scene.number not in opening.headline]
    told = [{sighting.scene.number for sighting in draft.sightings} for draft in drafts]
    people = {actor for draft in drafts for actor in draft.parties.actors}
    if not opening.headline or any(len(each) > 1 or each & opening.headline for each in told):
        return False
    own = [scene for scene in body if any(scene.number in each for each in told)]
    naming = [scene for scene in body if any(not people.isdisjoint(p.actors) for p in scene.presences)]
    late = {scene.sentence.paragraph for scene in own} - {body[0].sentence.paragraph}
    begun = people.isdisjoint(opening.named) and naming[:1] == own[:1]
    return begun and len(late) == 1 and late == {own[0].sentence.paragraph} and 2 * len(naming) <= len(body)


def _alone(drafts: Sequence[Draft], main: Draft | None) -> list[Draft]:
    """The contact of the opening, where the page tells of it in its own right and is about nothing else."""
    own = main is not None and not main.back and not main.sightings[0].aside and main is drafts[0]
    return [main] if main and own else []


def _in_turn(drafts: Sequence[Draft], published: str | None) -> list[Draft]:
    """Several contacts of the same days, told of one a paragraph, each of somebody who took part in another.

    Meetings are one series, calls and messages another.
    """
    leading = _leading(drafts)
    told = [d for d in leading if d.status is Status.HELD and not d.back and not _is_old(d, None, published)]
    own = [d for d in told if d.dating or d.family is not Family.ANY]
    distant = [d for d in own if d.family is not Family.PERSON]
    series = distant if 2 * len(distant) >= len(own) else [d for d in own if d.family is Family.PERSON]
    days = [_last_day(draft) for draft in series]
    latest = max((day for day in days if day), default=None)
    near = [d for d, day in zip(series, days, strict=True) if not (day and latest and day < latest - SAME_DAYS)]
    contacts = Counter(person for key in {d.parties.key for d in near} for person in key)
    shared = [d for d in near if any(contacts[person] > 1 for person in d.parties.key)]
    people, places = {d.parties.key for d in shared}, {min(leading[d]) for d in shared}
    return shared if min(len(people), len(places)) >= SEVERAL else []


def _on_tour(drafts: Sequence[Draft], main: Draft | None) -> list[Draft]:
    """Those whom somebody of the main meeting met one after the other: a page on his journey tells of all."""
    talks = (Family.PERSON, Family.ANY)
    if main is None or main.status is not Status.HELD or main.family not in talks:
        return []
    told = [d for d in drafts if d.status is Status.HELD and d.family in talks and not d.back]
    told = [d for d in told if not d.sightings[0].aside and _is_near(d, main, JOURNEY)]
    rounds = [[d for d in told if person in d.parties.key] for person in main.parties.key]
    longest = max(rounds, key=len, default=[])
    return longest if len({d.parties.key for d in longest}) >= SEVERAL else []


def _is_near(draft: Draft, main: Draft, days: timedelta) -> bool:
    """Whether no more than so many days lie between two contacts, as far as they are told."""
    one, other = _last_day(draft), _last_day(main)
    return one is None or other is None or abs(one - other) <= days


def _last_day(draft: Draft) -> date | None:
    return draft.dating.edtf.last_day() if draft.dating and draft.dating.edtf else None


def _leading(drafts: Sequence[Draft]) -> dict[Draft, set[int]]:
    """Contacts of which a paragraph tells before any other, with those paragraphs."""
    told = [(s.scene.sentence.paragraph, s.scene.number, d) for d in drafts for s in d.sightings if s.parties]
    first: dict[int, int] = {}
    for paragraph, number, _ in told:
        first[paragraph] = min(number, first.get(paragraph, number))
    leading: dict[Draft, set[int]] = {draft: set() for draft in drafts}
    for paragraph, number, draft in told:
        if first[paragraph] == number:
            leading[draft].add(paragraph)
    return {draft: paragraphs for draft, paragraphs in leading.items() if paragraphs}


def _openings(scenes: Sequence[Scene]) -> tuple[list[Scene], list[Scene]]:
    headline = [scene for scene in scenes[:1] if scene.sentence.headline]
    rest = [scene for scene in scenes if scene not in headline]
    paragraphs = sorted({scene.sentence.paragraph for scene in rest})[:2]
    return headline, [scene for scene in rest if scene.sentence.paragraph in paragraphs]


def _numbers(scenes: Sequence[Scene]) -> frozenset[int]:
    return frozenset([scene.number for scene in scenes])


def _main(drafts: Sequence[Draft], titles: Sequence[Scene], lead: frozenset[int]) -> Draft | None:
    """The first contact of the opening; where the headline speaks of a channel, the first by that channel."""
    spoken = [family(cue) for scene in titles for cue in scene.cues]
    told = (draft for draft in drafts if draft.family in spoken and not draft.back)
    return next(told, None) or _foremost(draft for draft in drafts if _stands_in(draft, lead))


def _foremost(drafts: Iterable[Draft]) -> Draft | None:
    """The first contact, one that is only the time of another behind those."""
    return min(drafts, key=lambda draft: draft.sightings[0].aside, default=None)


def _stands_in(draft: Draft, scenes: frozenset[int]) -> bool:
    return not scenes.isdisjoint([sighting.scene.number for sighting in draft.sightings])


def _is_headlined(main: Draft, draft: Draft, opening: Opening) -> bool:
    """Whether the headline names all who took part in the main contact, and not all of another's: it is no round-up."""
    called = main.family is not Family.WRITTEN and opening.named.issuperset(main.parties.actors)
    return called and not _stands_in(draft, opening.headline) and not opening.named.issuperset(draft.parties.actors)


def _together(draft: Draft, main: Draft) -> bool:
    """Whether a contact is the main one or first stands in a sentence that tells of it."""
    return draft is main or any(draft.sightings[0].scene is s.scene for s in main.sightings)


def _is_open(draft: Draft) -> bool:
    return draft.status in (Status.PLANNED, Status.PROPOSED)


def _is_beside(draft: Draft, main: Draft) -> bool:
    """Whether it is a contact of another family; a call that was held is not beside a meeting that is to come."""
    held_call = draft.family is Family.REMOTE and draft.status is Status.HELD and _is_open(main)
    vague = draft.family is Family.ANY and _together(draft, main)
    return draft.family is not main.family and not held_call and not vague


def _is_lower(draft: Draft, main: Draft) -> bool:
    """Whether officials took part in it, and only leaders in the main one."""
    ranks = [all(actor.leads for actor in d.parties.actors) for d in (draft, main)]
    return ranks[1] and not ranks[0]


def _opens_paragraph(draft: Draft) -> bool:
    """Whether a paragraph begins with the contact."""
    return any(s.parties and s.scene.first for s in draft.sightings)


def _is_of_series(draft: Draft, main: Draft) -> bool:
    """Whether it is one more of the same days and family: that a paragraph begins with, or one more message."""
    if draft.family is not main.family or {draft.status, main.status} != {Status.HELD}:
        return False
    if not _opens_paragraph(draft) and main.family is not Family.WRITTEN:
        return False
    if None in (_last_day(draft), _last_day(main)):
        return main.family is Family.WRITTEN
    return _is_near(draft, main, SAME_DAYS)


def _is_old(draft: Draft, main: Draft | None, published: str | None, age: timedelta = FRESH) -> bool:
    """Whether it was more than a week before the page, or before the main contact where the page shows no day."""
    days = [d.dating.edtf if d and d.dating else None for d in (draft, main)]
    last = days[0].last_day() if days[0] else None
    now = date.fromisoformat(published[:10]) if published else days[1].first_day() if days[1] else None
    return bool(last and now and last < now - age)
