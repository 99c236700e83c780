"""Who tells that a contact took place (will, did not), or what passed in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import field
from typing import TYPE_CHECKING

from telcon.letters.folding import fold
from telcon.model.actors import Actor
from telcon.model.contacts import Office, Source, Statement, Status
from telcon.model.mentions import Sort
from telcon.model.spans import Span
from telcon.model.values import value
from telcon.reports.drafts import Draft, Family, is_matter
from telcon.reports.scenes import Scene
from telcon.reports.statements.accounts import PUBLIC, SILENT, VIEW, Account
from telcon.reports.tellers.asides import is_aside
from telcon.roster import OFFICES

if TYPE_CHECKING:
    from telcon.reports.stories import Story

DATELINE = {"(": (") -", ") –", ") —", ")."), " ": (".",), "/": ("/-", "/ -", "/.", "/ –", "/ —")}
DASHES = "-–—"
CLOSING = (":", *DASHES)
"""Signs behind which a headline may end with whoever tells what it does."""
LEAD = 40
SHORTEST = 3
"""The fewest letters by which a part of an address names a medium."""
DASH = re.compile(r"[^,;:.()]*?\s?(?:--|——)")


def read_sources(story: Story, account: Account, *, host: str = "") -> tuple[tuple[Source, ...], ...]:
    """The tellers of each draft, in the order of `story.drafts`, each in order of the page.

    Officials, bodies and media tell of a contact by what they say; leaders only where they say it to everybody, or
    recall it while in contact with somebody. What is told of several contacts at once is told of each. Platforms tell
    nothing. An official site is its body's account of its own side's contacts. An agency in front of the first
    sentence tells what nobody else does: *BEIJING, June 5 (Xinhua) --*; where that sentence names another teller,
    it only wires his words.
    """
    people = _People.on(story)
    told: list[dict[str, Source]] = [{} for _ in story.drafts]
    cues = _cues_by_contact(story)
    for statement in account.statements:
        for number in [*_contacts(statement, cues), *_told_with(story, statement)]:
            names = [*_tellers(statement, people, story, number)]
            if _recalls(statement, number, story):
                names += [name for name in statement.speaker if name in people.sides]
            for name in names:
                told[number].setdefault(name, Source(name, people.sides[name]))
    wired, credited = _find_wired(story), _find_agency(story)
    relayed = {line[1] for line in (wired, credited) if line and _is_relayed(*line, story, account, people)}
    for number, source in account.witnesses:
        if source not in relayed and not (wired and source == wired[1]):
            told[number].setdefault(source.name, source)
    heading = _find_heading(story, wired if wired and wired[1] not in relayed else None)
    for number, source in [*heading, *(() if any(told) else _find_behind_headline(story))]:
        told[number].setdefault(source.name, source)
    _add_own_plans(told, story, account, people)
    for named in told:
        _drop_bare_sides(named, people)
    if credited and all(named.keys() <= {credited[1].name} for named in told):
        told = [{credited[1].name: credited[1]} for _ in told]
    for number, draft in enumerate(story.drafts):
        if story.site and any(actor.country == story.site.side for actor in draft.parties.actors):
            told[number].setdefault(story.site.body, Source(story.site.body, story.site.side, hosts=True))
    return tuple(tuple(one for one in sources.values() if not _is_on_own_site(one, host)) for sources in told)


def _is_on_own_site(source: Source, host: str) -> bool:
    """Whether an independent medium is the one on whose site the page stands: it is no source of its own page."""
    name = "".join(letter for letter in fold(source.name) if letter.isalnum())
    return source.side is None and len(name) >= SHORTEST and name in {host.replace(".", "")}.union(host.split("."))


def _add_own_plans(told: list[dict[str, Source]], story: Story, account: Account, people: _People) -> None:
    """Take in leaders who tell of their own plans, where nobody else tells of them."""
    for statement in account.statements:
        own = statement.contact
        if own is not None and not told[own] and _foretells(statement, own, story, told):
            told[own] = {name: Source(name, people.sides[name]) for name in statement.speaker if name in people.sides}


def _drop_bare_sides(sources: dict[str, Source], people: _People) -> None:
    """Leave out a bare side of which a body, or who speaks for it, tells by name."""
    bare = people.governments - people.bodies
    named = {source.side for name, source in sources.items() if name in people.bodies | people.aides}
    for name in bare.intersection(sources):
        if sources[name].side in named:
            del sources[name]


def _find_agency(story: Story) -> tuple[Scene, Source] | None:
    """An agency in the dateline of a sentence: *BEIJING, June 5 (Xinhua) --*."""
    clean = story.text.view.clean
    for scene in story.scenes:
        for presence in scene.presences:
            span = presence.naming.span
            before, behind = clean[span.start - 1 : span.start], clean[span.stop : span.stop + 3]
            if presence.naming.sort is not Sort.MEDIUM or not presence.actors:
                continue
            if before not in DATELINE or (before == " " and clean[span.start - 2] not in DASHES):
                continue
            if span.start - scene.span.start <= 1 and not presence.actors[0].country:
                continue
            if behind.startswith(DATELINE[before]) and span.start - scene.span.start <= LEAD:
                return scene, Source(presence.actors[0].name, presence.actors[0].country)
    return None


def _is_relayed(scene: Scene, wire: Source, story: Story, account: Account, people: _People) -> bool:
    """Whether the sentence of a wire says in whose name else it tells: *新华社莫斯科2月22日电 佩斯科夫表示…*."""
    for statement in account.statements:
        place = story.text.view.from_raw(statement.evidence.span)
        if scene.span.start <= place.start < scene.span.stop and VIEW not in statement.reasons:
            names = {*statement.speaker, *statement.said_by} - people.leaders - {wire.name}
            if not names.isdisjoint(people.sides):
                return True
    return False


def _find_heading(story: Story, wired: tuple[Scene, Source] | None) -> Iterator[tuple[int, Source]]:
    """Whoever stands at the head of the article, or of its headline, with the index of the contact that it tells of."""
    headed = _find_headed(story)
    heads = [*([wired] if wired else ()), *([(story.scenes[0], headed)] if headed else ())]
    for scene, source in heads:
        if first := _first_from(scene, story):
            yield story.drafts.index(first), source


def _find_wired(story: Story) -> tuple[Scene, Source] | None:
    """A state's agency at the head of a sentence, with where or when it wrote: *新华社北京6月10日电*."""
    for scene in story.scenes:
        first = next(iter(scene.presences), None)
        if first is None or first.naming.sort is not Sort.MEDIUM or first.start - scene.span.start > 1:
            continue
        if first.actors and first.actors[0].country and (_is_wired(story, scene) or _is_dashed(story, first.stop)):
            return scene, Source(first.actors[0].name, first.actors[0].country)
    return None


def _is_wired(story: Story, scene: Scene) -> bool:
    """Whether a day near the head of a sentence is one on which an agency wrote: *新华社北京6月10日电*."""
    days = story.dater.mentions_in(scene)
    return any(day.dateline and day.span.start - scene.span.start <= LEAD for day in days)


def _is_dashed(story: Story, stop: int) -> bool:
    """Whether no more than a place and a day stand between an agency and a dash: *越通社河内1月8日——*."""
    dash = DASH.match(story.text.view.clean, stop, stop + LEAD)
    return dash is not None


def _first_from(scene: Scene, story: Story) -> Draft | None:
    """The contact that the article first tells of, headlines left out."""
    told = (
        (sighting.cue.span.start, number)
        for number, draft in enumerate(story.drafts)
        for sighting in draft.sightings
        if not sighting.aside and not sighting.scene.sentence.headline
    )
    number = min((one for one in told if one[0] >= scene.span.start), default=None)
    return story.drafts[number[1]] if number else next(iter(story.drafts), None)


def _find_behind_headline(story: Story) -> Iterator[tuple[int, Source]]:
    """Media and bodies before the colon of a headline, *РБК со ссылкой на Кремль: …*, or alone behind it: *…: Kremlin*.

    Each comes with the index of the contact that the headline tells of.
    """
    clean = story.text.view.clean
    for number, draft in enumerate(story.drafts):
        for scene in dict.fromkeys(s.scene for s in draft.sightings if s.scene.sentence.headline):
            colon = clean.find(":", scene.span.start, scene.span.stop)
            heads = [p for p in scene.presences if p.stop <= colon]
            last = scene.presences[-1] if scene.presences else None
            if last and not clean[last.stop : scene.span.stop].strip() and clean[: last.start].rstrip()[-1:] in CLOSING:
                heads = [last]
            if all(p.naming.sort in (Sort.MEDIUM, Sort.BODY) for p in heads):
                yield from ((number, Source(p.naming.name, p.naming.country)) for p in heads)


def _find_headed(story: Story) -> Source | None:
    """A medium at the head of the headline, before its colon: *法新社：拜登拟与马克龙通话*."""
    for scene in story.scenes:
        first = next(iter(scene.presences), None) if scene.sentence.headline else None
        if first is None or first.naming.sort is not Sort.MEDIUM or not first.actors:
            continue
        behind = story.text.view.clean[first.stop : first.stop + 2].strip()
        if first.start - scene.span.start <= 1 and behind.startswith(":"):
            return Source(first.actors[0].name, first.actors[0].country)
    return None


@value(frozen=True, slots=True)
class _People:
    """The side of everybody on a page who may tell, by name; who of them leads, who speaks, which are media or bodies.

    `governments` are those of all states named, which a bare side stands for.
    """

    sides: dict[str, str | None] = field(default_factory=dict)
    leaders: set[str] = field(default_factory=set)
    media: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    aides: set[str] = field(default_factory=set)
    governments: set[str] = field(default_factory=set)

    @classmethod
    def on(cls, story: Story) -> _People:
        """All whom the page names, with the governments of their states."""
        people = cls()
        named = [p for scene in story.scenes for p in scene.presences]
        own = {actor.country for p in named for actor in p.actors if actor.leads}
        for code in filter(None, own.union(p.naming.country for p in named)):
            state = story.roster.states.get(code)
            government = f"Government of {state.name if state else code}"
            people.sides[government] = code
            people.governments.add(government)
            people.sides[story.roster.official(code)] = code
            people.sides[story.roster.media_of(code)] = None
            people.media.add(story.roster.media_of(code))
            for pattern in (*OFFICES.values(), *(pattern.name for pattern in story.roster.patterns.values())):
                people.sides[story.roster.body(pattern, code)] = code
            people.sides.update({body.name: code for body in story.roster.bodies_of.get(code, ())})
        # Most namings mean somebody named before: each is entered once.
        for actor in {id(a): a for scene in story.scenes for p in scene.presences for a in p.actors}.values():
            people.enter(actor)
        return people

    def enter(self, actor: Actor) -> None:
        """Take in one who is named."""
        if actor.sort in (Sort.BODY, Sort.MEDIUM):
            self.sides.setdefault(actor.name, actor.country)
        if actor.sort in (Sort.BODY, Sort.MEDIUM):
            (self.media if actor.sort is Sort.MEDIUM else self.bodies).add(actor.name)
        if actor.sort is not Sort.PERSON or not actor.name:
            return
        self.sides.setdefault(actor.name, actor.country)
        self.sides.setdefault(f"Office of {actor.name}", actor.country)
        if actor.leads:
            self.leaders.add(actor.name)
        elif actor.role in (None, Office.OTHER):
            self.aides.add(actor.name)


def _cues_by_contact(story: Story) -> list[tuple[Span, int]]:
    """Where contacts are told of with their parties (in the text as found), in order, each with the contact's index."""
    return sorted(
        (story.text.view.to_raw(sighting.cue.span), number)
        for number, draft in enumerate(story.drafts)
        for sighting in draft.sightings
        if sighting.parties
    )


def _contacts(statement: Statement, cues: list[tuple[Span, int]]) -> list[int]:
    """The contacts that a statement tells of: its own, and those named in it."""
    place = statement.evidence.span
    first, last = (bisect_left(cues, at, key=_start) for at in (place.start, place.stop))
    told = {number for span, number in cues[first:last] if place.covers(span)}
    return sorted(told if statement.contact is None else {statement.contact, *told})


def _told_with(story: Story, statement: Statement) -> Iterator[int]:
    """The contacts told of in one breath with a statement's own, up to where the page goes on with one of them."""
    if statement.contact is None:
        return
    draft, place = story.drafts[statement.contact], story.text.view.from_raw(statement.evidence.span)
    for number, twin in enumerate(story.drafts):
        cues = {sighting.cue.span for sighting in twin.sightings}
        shared = [s.scene.number for s in draft.sightings if s.parties and s.cue.span in cues]
        told = [n for n in shared if story.scenes[n].span.start <= place.start]
        if twin is draft or twin.status is not draft.status or not told:
            continue
        own, other = set(draft.parties.actors), set(twin.parties.actors)
        since = (scene for scene in story.scenes[told[-1] + 1 :] if scene.span.start < place.stop)
        named = [{presence.leader for presence in scene.presences} for scene in since]
        if not any(bool(people & (own - other)) is not bool(people & (other - own)) for people in named):
            yield number


def _start(cue: tuple[Span, int]) -> int:
    return cue[0].start


def _recalls(statement: Statement, number: int, story: Story) -> bool:
    """Whether one who takes part in a contact tells of another of his: *cảm ơn ông … đã gửi thư chúc mừng*.

    To inform the other one about talks with a third is no telling of them.
    """
    if statement.contact in (None, number) or len(statement.speaker) > 1:
        return False
    told, hand = story.drafts[number], story.drafts[statement.contact]
    names = {actor.name for actor in told.parties.actors}
    if told.status is not Status.HELD or not names.issuperset(statement.speaker):
        return False
    place = story.text.view.from_raw(statement.evidence.span)
    own = [s for s in told.sightings if place.covers(s.cue.span) and not is_matter(s) and "plural" not in s.cue.flags]
    return bool(own) and told.sightings[0].scene is not hand.sightings[0].scene


def _foretells(statement: Statement, number: int, story: Story, told: list[dict[str, Source]]) -> bool:
    """Whether a leader's own words are the first that the page tells of a plan of his, or of a denial.

    Where the page tells of a contact of his that took place, he may have said so in that one.
    """
    draft = story.drafts[number]
    if statement.contact != number or draft.status is Status.HELD or len(statement.speaker) > 1:
        return False
    if not {actor.name for actor in draft.parties.actors}.issuperset(statement.speaker):
        return False
    speaker = statement.speaker[0]
    held = [
        speaker in sources
        for other, sources in zip(story.drafts, told, strict=True)
        if other.status is Status.HELD and speaker in {actor.name for actor in other.parties.actors}
    ]
    if not all(held) or (draft.status is Status.PROPOSED and not held):
        return False
    first = next((s for s in draft.sightings if s.parties and not s.scene.sentence.headline), None)
    return first is not None and statement.evidence.span.covers(story.text.view.to_raw(first.cue.span))


def _names(statement: Statement, number: int, story: Story) -> bool:
    """Whether the words themselves name a contact: *В Кремле заверили, что об этом разговоре знали*."""
    place, view = statement.evidence.span, story.text.view
    return any(place.covers(view.to_raw(sighting.cue.span)) for sighting in story.drafts[number].sightings)


def _is_spoken_for(name: str, statement: Statement, people: _People) -> bool:
    """Whether a body's own man tells what it holds; of a side whose body no page names, its agency may too."""
    if name not in people.bodies and name not in people.governments:
        return False
    own = (who for who in statement.said_by if who not in people.media or name not in people.bodies)
    return people.sides[name] in {people.sides.get(who) for who in own}


def _tellers(statement: Statement, people: _People, story: Story, number: int) -> Iterator[str]:
    """Those who tell by a statement, the speaker first where he speaks for himself.

    Who is of a third state tells of a contact only where his words name it; a side whose own man tells what it holds
    tells nothing by that.
    """
    if SILENT in statement.reasons:
        return
    draft = story.drafts[number]
    countries = {actor.country for actor in draft.parties.actors} | {None}
    reported = any(name in people.sides and name not in people.media for name in statement.said_by)
    written = draft.family is Family.WRITTEN and people.sides.keys().isdisjoint(statement.said_by)
    denied = draft.status is Status.DENIED and not reported
    own = story.drafts[statement.contact].parties.actors if statement.contact is not None else ()
    officials = people.sides.keys() - people.leaders - people.media - people.bodies
    inner = people.leaders | {actor.name for actor in (*draft.parties.actors, *own)}
    for name in statement.speaker:
        if _is_spoken_for(name, statement, people):
            continue
        inside = name in inner and (reported or written or PUBLIC not in statement.reasons) and not denied
        if inside or name not in people.sides:
            continue
        near = people.sides[name] in countries
        if name in officials and is_aside(statement, draft, story, side=None if near else people.sides[name]):
            continue
        if near or _names(statement, number, story):
            yield name
    yield from (name for name in statement.said_by if name in people.sides)
