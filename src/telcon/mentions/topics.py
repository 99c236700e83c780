"""Words that tell what a contact dealt with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from telcon.languages.lexicons import Hit, Lexicon, longest
from telcon.languages.packs import Pack
from telcon.languages.sheets import Form
from telcon.mentions.numerals import once_per_pack
from telcon.model.spans import Span

NEVER = "nothing"
WAR = "war"
PLACE = "place"
NAMING = frozenset({WAR, PLACE})
"""Flags of words that name a war."""
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


def find_topics(folded: str, pack: Pack) -> list[TopicMention]:
    """Find the words of topics in a folded text, in order; words with two topics give two mentions.

    Words of war and peace mean the war named last within `BEHIND` characters before them, else first within `AHEAD`
    characters after them, else nothing.
    """
    hits = find_wordings(folded, pack)
    anchors = [anchor for hit in hits for anchor in _anchors(hit)]
    return [mention for hit in hits for mention in _mentions(hit, anchors)]


def find_wordings(folded: str, pack: Pack) -> list[Hit[Form]]:
    """Find the forms of the sheet in a folded text: of overlapping ones the longest, in order."""
    if "topics" not in pack.sheets:
        return []
    return longest(_lexicon(pack).find(folded))


@once_per_pack
def _lexicon(pack: Pack) -> Lexicon[Form]:
    return Lexicon((spelling, form) for form in pack["topics"].forms for spelling in form.spellings())


def _anchors(hit: Hit[Form]) -> Iterator[_Anchor]:
    return (_Anchor(hit.start, form.meaning) for form in hit.entries if form.flags & NAMING)


def _mentions(hit: Hit[Form], anchors: list[_Anchor]) -> Iterator[TopicMention]:
    told: set[str] = set()
    if any(form.meaning == NEVER for form in hit.entries):
        return
    for form in hit.entries:
        topic = _war_of(hit, anchors) if form.meaning == WAR else form.meaning
        if topic and topic not in told and PLACE not in form.flags:
            told.add(topic)
            yield TopicMention(Span(hit.start, hit.stop), topic, form.source)


def _war_of(hit: Hit[Form], anchors: Iterable[_Anchor]) -> str | None:
    before = None
    for anchor in anchors:
        if anchor.place > hit.start:
            return before or (anchor.topic if anchor.place <= hit.stop + AHEAD else None)
        before = anchor.topic if anchor.place >= hit.start - BEHIND else None
    return before
