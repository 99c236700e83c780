"""Words that tell what a contact dealt with."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from telcon.languages.lexicons import Hit, Lexicon, longest
from telcon.languages.packs import Pack
from telcon.languages.sheets import Form
from telcon.letters.folding import fold
from telcon.mentions.numerals import once_per_pack
from telcon.model.spans import Span

NEVER, WAR, MATTER, JOINT = "nothing", "war", "matter", "joint"
PLACE, STATE, GENERAL, CLOSE, VERB, REGION = "place", "state", "general", "close", "verb", "region"
NAMING = frozenset({WAR, PLACE})
"""Flags of words that name a war."""
PLACES = frozenset({WAR, PLACE, STATE, REGION})
"""Flags of names that words of war right before them mean."""
NAMES = frozenset({PLACE, STATE})
"""Flags of names that are a topic only where words of matter stand before them."""
BEHIND, AHEAD = 1200, 400
"""How many characters before and after words of war and peace a war may be named that they mean."""


@dataclass(frozen=True, slots=True)
class TopicMention:
    """Words that mean one topic; `span` is in the folded text, `rule` the sheet and line of the form."""

    span: Span
    topic: str
    rule: str


@dataclass(frozen=True, slots=True)
class _Anchor:
    place: int
    topic: str


@dataclass(frozen=True, slots=True)
class _Joints:
    """What may stand between words of matter and a name (`near`), and between two names (`far`)."""

    near: re.Pattern[str]
    far: re.Pattern[str]


def find_topics(folded: str, pack: Pack) -> list[TopicMention]:
    """Find the words of topics in a folded text, in order; words with two topics give two mentions.

    A name that is no topic by itself is one behind words of matter or of war (*the crisis in A, B and C*). Words of war
    and peace mean the place right behind them, else the war named last within `BEHIND` characters before them, else
    first within `AHEAD` characters after them, else nothing.
    """
    hits = find_wordings(folded, pack)
    if not hits:
        return []
    joints = _joints(pack)
    behind = _follow(folded, hits, joints)
    meant = {war: place for number, war in behind.items() if war is not None and (place := _place_of(hits[number]))}
    anchors = [anchor for hit in hits for anchor in _anchors(hit)]
    found: list[TopicMention] = []
    for number, hit in enumerate(hits):
        if _is_general(hit) and _is_narrowed(folded, hits[number : number + 3], joints):
            continue
        if _is_gloss(folded, hits, number):
            continue
        war = (meant.get(number) or _war_of(hit, anchors)) if _is_war(hit) else None
        found += _mentions(hit, war, is_matter=number in behind)
    return found


def find_wordings(folded: str, pack: Pack) -> list[Hit[Form]]:
    """Find the forms of the sheet in a folded text: of overlapping ones the longest, in order."""
    if "topics" not in pack.sheets:
        return []
    return longest(_lexicon(pack).find(folded))


@once_per_pack
def _lexicon(pack: Pack) -> Lexicon[Form]:
    forms = (form for form in pack["topics"].forms if form.meaning != JOINT)
    return Lexicon((spelling, form) for form in forms for spelling in form.spellings())


@once_per_pack
def _joints(pack: Pack) -> _Joints:
    joints = pack["topics"].meaning(JOINT)
    return _Joints(_between(joints), _between(form for form in joints if CLOSE not in form.flags))


def _between(forms: Iterable[Form]) -> re.Pattern[str]:
    words = sorted(
        {re.escape(fold(spelling)) for form in forms for spelling in form.spellings()}, key=len, reverse=True
    )
    return re.compile(rf"(?:,? (?:{'|'.join(words)}))*,? ?" if words else ",? ?")


def _follow(folded: str, hits: Sequence[Hit[Form]], joints: _Joints) -> dict[int, int | None]:
    """The numbers of the hits that words of matter or of war lead to, straight or over other names and topics.

    Each with the number of the hit right before it, if that one is words of war.
    """
    found: dict[int, int | None] = {}
    stop, between, war = -1, None, None
    for number, hit in enumerate(hits):
        reached = between is not None and between.fullmatch(folded, stop, hit.start) is not None
        if reached and not _is_void(hit):
            found[number] = war
        war = None
        if any(form.meaning in (MATTER, WAR) or WAR in form.flags for form in hit.entries):
            between = joints.far if all(VERB in form.flags for form in hit.entries) else joints.near
            war = number if _is_war(hit) else None
        else:
            between = joints.far if number in found else None
        stop = hit.stop
    return found


def _is_war(hit: Hit[Form]) -> bool:
    return any(form.meaning == WAR for form in hit.entries)


def _is_void(hit: Hit[Form]) -> bool:
    return any(form.meaning == NEVER and not form.flags for form in hit.entries)


def _is_gloss(folded: str, hits: Sequence[Hit[Form]], number: int) -> bool:
    """Whether a hit is the short name, in brackets, of what means nothing: *at the … Forum (APEC)*."""
    before = hits[number - 1] if number else None
    return before is not None and _is_void(before) and folded[before.stop : hits[number].start] == " ("


def _place_of(hit: Hit[Form]) -> str | None:
    return next((form.meaning for form in hit.entries if form.flags & PLACES), None)


def _is_general(hit: Hit[Form]) -> bool:
    return any(GENERAL in form.flags for form in hit.entries)


def _is_narrowed(folded: str, hits: Sequence[Hit[Form]], joints: _Joints) -> bool:
    """Whether words of another topic stand right behind general ones: *their relations in trade*."""
    stop, topics = hits[0].stop, {form.meaning for form in hits[0].entries}
    for hit in hits[1:]:
        if folded[stop : hit.start].startswith(",") or not joints.near.fullmatch(folded, stop, hit.start):
            return False
        meanings = {form.meaning for form in hit.entries if not form.flags & NAMES} - {WAR, MATTER, NEVER}
        if meanings:
            return meanings.isdisjoint(topics)
        stop = hit.stop
    return False


def _anchors(hit: Hit[Form]) -> Iterator[_Anchor]:
    return (_Anchor(hit.start, form.meaning) for form in hit.entries if form.flags & NAMING)


def _mentions(hit: Hit[Form], war: str | None, *, is_matter: bool) -> Iterator[TopicMention]:
    told: set[str] = set()
    if any(form.meaning == NEVER for form in hit.entries):
        return
    for form in hit.entries:
        if form.meaning == MATTER or (form.flags & NAMES and not is_matter):
            continue
        topic = war if form.meaning == WAR else form.meaning
        if topic and topic != NEVER and topic not in told:
            told.add(topic)
            yield TopicMention(Span(hit.start, hit.stop), topic, form.source)


def _war_of(hit: Hit[Form], anchors: Sequence[_Anchor]) -> str | None:
    number = bisect_right(anchors, hit.start, key=lambda anchor: anchor.place)
    before, after = anchors[number - 1 : number], anchors[number : number + 1]
    if before and before[0].place >= hit.start - BEHIND:
        return before[0].topic
    return after[0].topic if after and after[0].place <= hit.stop + AHEAD else None
