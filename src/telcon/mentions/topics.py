"""Words that tell what a contact dealt with."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from telcon.languages.lexicons import Hit, Lexicon, longest
from telcon.languages.packs import Pack
from telcon.languages.sheets import Form
from telcon.letters.folding import fold, fold_pattern
from telcon.mentions.numerals import once_per_pack
from telcon.model.spans import Span
from telcon.model.values import value

NEVER, WAR, MATTER, JOINT, ASIDE = "nothing", "war", "matter", "joint", "aside"
PLACE, STATE, REGION = "place", "state", "region"
GENERAL, VERB, CLOSE, BEFORE = "general", "verb", "close", "before"
SMALL, CAPITAL, FIELD = "small", "capital", "field"
INVITES, DEED = "invites", "deed"
NAMING = frozenset({WAR, PLACE})
"""Flags of words that name a war."""
PLACES = frozenset({WAR, PLACE, STATE, REGION})
"""Flags of names that words of war right before them mean."""
NAMES = frozenset({PLACE, STATE})
"""Flags of names that are a topic only where words of matter stand before them."""
ENDS, CLAUSE = re.compile(r"[,.;:!?。，；：！？…\n]"), 200
"""What ends a clause, and how far before its last words one begins at most."""
BEHIND, AHEAD = 1200, 400
"""How many characters before and after words of war and peace a war may be named that they mean."""


@value(frozen=True, slots=True)
class TopicMention:
    """Words that mean one topic; `span` is in the folded text, `rule` the sheet and line of the form.

    `bare`: no more than a name, without words that make it the matter.
    """

    span: Span
    topic: str
    rule: str
    bare: bool = False


class Wording:
    """One spelling with all that its forms say of it."""

    __slots__ = (
        "anchor",
        "aside",
        "cased",
        "deed",
        "forms",
        "general",
        "invites",
        "names",
        "never",
        "opens",
        "place",
        "talk",
        "topics",
        "void",
        "war",
    )

    def __init__(self, forms: Sequence[Form]) -> None:
        flags = frozenset[str]().union(*[form.flags for form in forms])
        self.cased = (_without(SMALL, forms), _without(CAPITAL, forms)) if flags & {SMALL, CAPITAL} else None
        topical = [form for form in forms if form.meaning not in (WAR, MATTER, NEVER, ASIDE)]
        self.forms = tuple(forms)
        self.topics = tuple([form for form in topical if not form.flags & NAMES])
        self.names = tuple([form for form in topical if form.flags & NAMES])
        self.war = next((form for form in forms if form.meaning == WAR), None)
        self.opens = any(form.meaning in (MATTER, WAR) or WAR in form.flags for form in forms)
        self.talk = all(VERB in form.flags for form in forms)
        self.never = any(form.meaning == NEVER and DEED not in form.flags for form in forms)
        self.invites = any(INVITES in form.flags for form in forms)
        self.deed = any(DEED in form.flags for form in forms)
        self.aside = next((form for form in forms if form.meaning == ASIDE), None)
        self.void = any(form.meaning == NEVER and not form.flags for form in forms)
        self.general = any(GENERAL in form.flags for form in forms)
        self.place = next((form.meaning for form in forms if form.flags & PLACES), None)
        self.anchor = next((form.meaning for form in forms if form.flags & NAMING), None)


def _without(letters: str, forms: Sequence[Form]) -> Wording | None:
    """The wording of the other forms of a spelling, those left out that want a small, or a capital, letter."""
    rest = [replace(form, flags=form.flags - {SMALL, CAPITAL}) for form in forms if letters not in form.flags]
    return Wording(rest) if rest else None


@value(frozen=True, slots=True)
class _Found:
    start: int
    stop: int
    wording: Wording


@value(frozen=True, slots=True)
class _Anchor:
    place: int
    topic: str


@value(frozen=True, slots=True)
class _Joints:
    """What may stand between words of matter and a name, between two names, and a topic and general words."""

    near: re.Pattern[str]
    far: re.Pattern[str]
    field: re.Pattern[str] | None


def find_topics(folded: str, clean: str, pack: Pack) -> list[TopicMention]:
    """Find the words of topics in a folded text, in order; words with two topics give two mentions.

    `clean`: the same text with its capitals, for forms that want them, or small letters (*газ*, *Газа*).

    A name that is no topic by itself is one behind words of matter or of war (*the crisis in A, B and C*). Words of war
    and peace mean the place right behind them, else the war named last within `BEHIND` characters before them, else
    first within `AHEAD` characters after them, else nothing. What stands in a clause aside (*amid …*) means nothing.
    """
    told = list(_in_their_letters(find_wordings(folded, pack), clean))
    deeds = [hit.start for hit in told if hit.wording.deed]
    hits = [hit for hit in told if not hit.wording.deed or hit.wording.topics]
    if not hits:
        return []
    joints = _joints(pack)
    behind = _follow(folded, hits, joints)
    meant = {war: place for number, war in behind.items() if war is not None and (place := hits[number].wording.place)}
    anchors = [_Anchor(hit.start, hit.wording.anchor) for hit in hits if hit.wording.anchor]
    asides = _clauses_aside(folded, hits)
    found: list[TopicMention] = []
    for number, hit in enumerate(hits):
        wording = hit.wording
        if wording.never or any(aside.start <= hit.start < aside.stop for aside in asides):
            continue
        narrowed = wording.general and _is_narrowed(folded, hits[number : number + 3], joints)
        if narrowed or (wording.general and number and _qualifies(folded, hits[number - 1], hit, joints.field)):
            continue
        if number and _is_gloss(folded, hits[number - 1], hit):
            continue
        if wording.invites and _asks_deed(folded, hit, deeds):
            continue
        forms = (*wording.topics, *wording.names) if number in behind else wording.topics
        topics = {form.meaning: form.source for form in reversed(forms)}
        if wording.war and (war := meant.get(number) or _war_of(hit, anchors)) and war != NEVER:
            topics.setdefault(war, wording.war.source)
        span, bare = Span(hit.start, hit.stop), () if topics else wording.names
        found += [TopicMention(span, topic, rule) for topic, rule in topics.items()]
        found += [TopicMention(span, form.meaning, form.source, bare=True) for form in bare]
    return found


def _in_their_letters(hits: Iterable[Hit[Wording]], clean: str) -> Iterator[_Found]:
    """The hits as the first letter of their last word allows."""
    for hit in hits:
        wording = hit.entries[0]
        if wording.cased:
            last = max(clean.rfind(" ", hit.start, hit.stop) + 1, hit.start)
            if not (written := wording.cased[0 if clean[last].isupper() else 1]):
                continue
            wording = written
        yield _Found(hit.start, hit.stop, wording)


def _clauses_aside(folded: str, hits: Sequence[_Found]) -> list[Span]:
    """What is told as no matter: in its clause, what stands behind *amid* or before 背景下."""
    found = []
    for hit in hits:
        if form := hit.wording.aside:
            first = max(hit.start - CLAUSE, 0)
            if BEFORE in form.flags:
                heads = [end.end() for end in ENDS.finditer(folded, first, hit.start)]
                found.append(Span(heads[-1] if heads else first, hit.start))
            else:
                end = ENDS.search(folded, hit.stop)
                found.append(Span(hit.stop, end.start() if end else len(folded)))
    return found


def find_wordings(folded: str, pack: Pack) -> list[Hit[Wording]]:
    """Find the wordings of the sheet in a folded text, one entry each: of overlapping ones the longest, in order."""
    if "topics" not in pack.sheets:
        return []
    return longest(_lexicon(pack).find(folded))


@once_per_pack
def _lexicon(pack: Pack) -> Lexicon[Wording]:
    forms = pack["topics"].forms
    spelled: dict[str, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        if form.meaning != JOINT:
            for spelling in replace(form, pattern=fold_pattern(form.pattern)).spellings():
                spelled[spelling].append(number)
    wordings = {
        numbers: Wording([forms[number] for number in numbers]) for numbers in set(map(tuple, spelled.values()))
    }
    found = ((spelling, wordings[tuple(numbers)]) for spelling, numbers in spelled.items())
    return Lexicon(found, spaced=pack.spaced)


@once_per_pack
def _joints(pack: Pack) -> _Joints:
    joints = pack["topics"].meaning(JOINT)
    fields = _any_of(form for form in joints if FIELD in form.flags)
    plain = [form for form in joints if FIELD not in form.flags]
    far = _between(form for form in plain if CLOSE not in form.flags)
    return _Joints(_between(plain), far, re.compile(fields) if fields else None)


def _between(forms: Iterable[Form]) -> re.Pattern[str]:
    words = _any_of(forms)
    return re.compile(rf"(?:[,、]? (?:{words}))*[,、]? ?" if words else "[,、]? ?")


def _any_of(forms: Iterable[Form]) -> str:
    return "|".join(sorted({re.escape(fold(spelling)) for form in forms for spelling in form.spellings()}))


def _follow(folded: str, hits: Sequence[_Found], joints: _Joints) -> dict[int, int | None]:
    """The numbers of the hits that words of matter or of war lead to, straight or over other names and topics.

    Each with the number of the words of war that lead straight to it, if there are any.
    """
    found: dict[int, int | None] = {}
    stop, between, war = -1, None, None
    for number, hit in enumerate(hits):
        reached = between is not None and between.fullmatch(folded, stop, hit.start) is not None
        if reached and not hit.wording.void:
            found[number] = war
        if hit.wording.opens:
            between = joints.far if hit.wording.talk else joints.near
            war = number if hit.wording.war else war if reached and not hit.wording.place else None
        else:
            between, war = joints.far if number in found else None, None
        stop = hit.stop
    return found


def _is_gloss(folded: str, before: _Found, hit: _Found) -> bool:
    """Whether a hit is the short name, in brackets, of what means nothing: *at the … Forum (APEC)*."""
    return before.wording.void and folded[before.stop : hit.start] == " ("


def _asks_deed(folded: str, hit: _Found, deeds: Sequence[int]) -> bool:
    """Whether somebody is invited to do, in the same clause, what is no visit: *invited them to invest*."""
    number = bisect_right(deeds, hit.start)
    return number < len(deeds) and ENDS.search(folded, hit.stop, deeds[number]) is None


def _is_narrowed(folded: str, hits: Sequence[_Found], joints: _Joints) -> bool:
    """Whether words of another topic stand right behind general ones: *their relations in trade*."""
    stop, topics = hits[0].stop, {form.meaning for form in hits[0].wording.topics}
    for hit in hits[1:]:
        if folded[stop : hit.start].startswith((",", "、")) or not joints.near.fullmatch(folded, stop, hit.start):
            return False
        if hit.wording.topics:
            return topics.isdisjoint(form.meaning for form in hit.wording.topics)
        stop = hit.stop
    return False


def _qualifies(folded: str, before: _Found, hit: _Found, field: re.Pattern[str] | None) -> bool:
    """Whether words of a topic stand right before general ones, as such or as their field: 能源合作, 能源领域的合作."""
    if not before.wording.topics or before.wording.general:
        return False
    between = folded[before.stop : hit.start].strip()
    return not between or (field is not None and field.fullmatch(between) is not None)


def _war_of(hit: _Found, anchors: Sequence[_Anchor]) -> str | None:
    number = bisect_right(anchors, hit.start, key=lambda anchor: anchor.place)
    if number and anchors[number - 1].place >= hit.start - BEHIND:
        return anchors[number - 1].topic
    return anchors[number].topic if number < len(anchors) and anchors[number].place <= hit.stop + AHEAD else None
